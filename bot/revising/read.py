"""An edit in words read, English or German: looks, removing, replacing, adding, colours, the frame, once more.

Table-driven and small: whoever asks for what nothing here reads is told so, with examples.
"""

import re
from collections.abc import Callable, Iterator
from functools import reduce

from bot.revising.clauses import added, framed, looked, made, recoloured, removed, replaced, shaded
from bot.revising.revision import Again, BackAgain, NotUnderstood, OneAtATime, Revision

_POLITE = re.compile(
    r"^(?:(?:hey|hi|ok(?:ay)?|now|and|but|so|please|pls|can you"
    r"|could you|would you|will you|i(?:'d| would) like (?:you to|it)?"
    r"|i want (?:you to|it)|let's|lets|just|also|bitte|kannst du|könntest du|jetzt|und|aber|nun|noch)\b[\s,]*)+"
)
_TAIL = re.compile(r"[\s,]*(?:please|pls|thanks|thank you|bitte|danke)?[\s.!?…]*$")
_JOINTS = re.compile(
    r"\s*(?:[.;!\n]+(?=\s|$)|,\s|\b(?:and |und )?(?:then|dann"
    r"|danach|afterwards)\b)\s*|\s+(?:and|und|&|but|aber|plus)\s+"
)
_BACK = re.compile(
    r"(?:undo(?: (?:it|that|this|the last \w+))?|go back|revert(?: it"
    r"| that)?|back|(?:mach (?:\w+ )?)?rückgängig|zurück)"
)
_AGAIN = (
    (re.compile(r"(?:a (?:bit|little) more|etwas mehr|ein bisschen mehr|noch ein bisschen)"), 0.7),
    (
        re.compile(
            r"(?:even |much |some )?more(?: of (?:that|it|this))?|stronger|(?:noch )?(?:viel )?mehr(?: davon)?|stärker"
        ),
        1.6,
    ),
    (re.compile(r"(?:once more|again|(?:once|one more) time|one more time|nochmal|noch einmal)"), 1.0),
    (
        re.compile(
            r"(?:a (?:bit|little) )?(?:less(?: of (?:that|it))?|weaker)"
            r"|not so much|weniger(?: davon)?|schwächer|nicht so (?:viel|stark)"
        ),
        0.55,
    ),
)
READERS: tuple[Callable[[str], Revision | None], ...] = (
    framed,
    looked,
    shaded,
    replaced,
    removed,
    added,
    recoloured,
    made,
)
"""Each reads one clause or leaves it; the first that reads it counts."""
_WISH = re.compile(r"(?P<thing>.+?)\s+(?:should be|has to be|must be|soll(?:te)?)\s+(?P<how>.+?)(?:\s+sein)?")
_VERB = re.compile(r"^(?:[^\W\d_]+)(?:\s+(?:away|out|off|rid of|weg))?\b")
_LONGEST = 12
"""Clauses: nobody means more at once."""


def read(typed: str) -> Revision | Again:
    """What is to be done. Raises NotUnderstood with the part that nothing reads, OneAtATime, BackAgain."""
    text = plain(typed)
    if _BACK.fullmatch(text):
        raise BackAgain
    for said, factor in _AGAIN:
        if said.fullmatch(text):
            return Again(factor)
    changes = [*_changes(text)]
    if not changes:
        raise NotUnderstood(text)
    if len(changes) > 1 and any(change.edit for change in changes):
        raise OneAtATime
    return reduce(Revision.beside, changes)


def plain(typed: str) -> str:
    """What was said, without what is only polite, casefolded."""
    text = " ".join(typed.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split())
    return _TAIL.sub("", _POLITE.sub("", text))


def _changes(text: str) -> Iterator[Revision]:
    clauses = [each for each in _JOINTS.split(text) if each and each.strip()]
    alone = [_read(_POLITE.sub("", each)) for each in clauses] if len(clauses) <= _LONGEST else [None]
    if len(clauses) > 1 and all(alone):
        yield from filter(None, alone)
        return
    if change := _read(text):
        yield change
        return
    if not 1 < len(clauses) <= _LONGEST:
        raise NotUnderstood(text)
    verb = ""
    for clause in clauses:
        change = _read(_POLITE.sub("", clause)) or (_read(f"{verb} {clause}") if verb else None)
        if change is None:
            raise NotUnderstood(clause)
        found = _VERB.match(clause)
        if found and _read(clause):
            verb = found[0]
        yield change


def _read(clause: str) -> Revision | None:
    if wish := _WISH.fullmatch(clause):
        clause = f"make {wish['thing']} {wish['how']}"
    return next((found for reader in READERS if (found := reader(clause))), None)
