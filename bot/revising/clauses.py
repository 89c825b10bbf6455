"""What one clause of an edit in words can be, a function for each kind; each gives None for what it does not read."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from bot.images.grade import Grade
from bot.revising.look import Look
from bot.revising.patterns import (
    ADD,
    COLOUR,
    COLOUR_SAID,
    FRAMES,
    IDLE,
    JOINED,
    LIKE,
    MAKE,
    MUCH,
    OF_COLOUR,
    PAN,
    PANS,
    REMOVE,
    REPLACE,
    SEEN,
    SHADE,
    SHADES,
    SLIGHTLY,
    STYLE,
    THEM,
    VAGUE,
    WHOLE,
)
from bot.revising.revision import Revision
from bot.revising.things import ARTICLE, Found, bare, called, place_of, split, thing_of

ANEW, SWAPPED, ADDED, TINTED = 1.0, 0.9, 0.9, 0.75
"""Denoising strengths inside a place."""
WITHOUT, OTHER = 0.6, 0.65
"""The same over a whole picture, where nobody knows the place: what it shows is to be known again."""


def framed(clause: str) -> Revision | None:
    """Zoomed out, extended to a side, made square, enlarged."""
    for said, edit, zoom in FRAMES:
        if said.fullmatch(clause):
            return Revision(edit=edit, zoom=zoom)
    found = PAN.fullmatch(clause)
    return Revision(edit=PANS[found["side"]]) if found else None


def looked(clause: str) -> Revision | None:
    """One look or several, of the picture or of a place, and not a word beside them that means something."""
    said, found = split(clause)
    if found is None and (looks := [*_looks(clause)]):
        return _worn(looks, clause) if _is_idle(clause, looks) else None
    looks = [*_looks(said)]
    if not looks or found is None or not _is_idle(said, looks):
        return None
    return _there(_worn(looks, said), found)


def shaded(clause: str) -> Revision | None:
    """A place, or a thing that has its place, in another look: "blur the background", "make the left half darker"."""
    for said in SHADE:
        if found := said.fullmatch(clause):
            there, looks = place_of(found["thing"]), [*_looks(found["how"])]
            if there and looks and _is_idle(found["how"], looks):
                return _there(_worn(looks, found["how"]), there)
    return None


def replaced(clause: str) -> Revision | None:
    """One thing in the place of another, or all of it as something else."""
    for said in REPLACE:
        if (found := said.fullmatch(clause)) is None:
            continue
        old, new = re.sub(OF_COLOUR, "", found["old"]), found["new"]
        if re.fullmatch(WHOLE, old):
            return looked(new) or _other(bare(new))
        return _coloured(old, new) if COLOUR_SAID.fullmatch(bare(new)) else _swapped(old, new)
    return None


def removed(clause: str) -> Revision | None:
    """A thing gone: from a place that is named, or from wherever it is."""
    for said in REMOVE:
        if (found := said.fullmatch(clause)) is None:
            continue
        thing, where = split(f"{found['thing']}{found.groupdict().get('rest') or ''}")
        if known := thing_of(thing):
            words = ("plain background",) if known.where == "not the center" else (f"no {bare(thing)}",)
            return Revision(words, strength=ANEW, place=known.place, where=known.where, is_guess=True)
        gone = tuple(filter(None, (bare(each) for each in re.split(r",\s*|\s+(?:and|und|or|oder)\s+", thing))))
        if not gone or re.fullmatch(WHOLE, thing):
            return None
        if where:
            return Revision(gone=gone, strength=ANEW, place=where.place, where=where.where, is_guess=where.is_guess)
        return Revision(gone=gone, strength=WITHOUT, unseen=gone)
    return None


def added(clause: str) -> Revision | None:
    """Something more, in a place that is named, or wherever it fits."""
    for said in ADD:
        if (found := said.fullmatch(clause)) is None:
            continue
        if look := looked(found["thing"]):
            return look
        thing, where = split(found["thing"])
        who = bare(found.groupdict().get("who") or "")
        word = thing.strip()
        if not bare(word) or re.fullmatch(WHOLE, word):
            return None
        words = (f"{who} with {word}" if who and who not in THEM else word,)
        if where:
            return Revision(words, strength=ADDED, place=where.place, where=where.where, is_guess=where.is_guess)
        return Revision(words, strength=OTHER, unseen=(bare(word),))
    return None


def recoloured(clause: str) -> Revision | None:
    """A thing in another colour: "make the sky pink", "a red hat"."""
    found = re.fullmatch(rf"(?:{MAKE})\s+(?P<thing>.+?)\s+(?P<colour>{COLOUR_SAID.pattern})", clause)
    if found is None or JOINED.search(found["thing"]):
        return None
    if re.fullmatch(WHOLE, found["thing"]):
        name, tint = _colour(found["colour"])
        return Revision((f"{name} tones",), ("colour",), strength=0.4, grade=Grade(tint=tint, share=0.35))
    return _coloured(found["thing"], found["colour"])


def made(clause: str) -> Revision | None:
    """A thing made so or so, or the picture like something: the last that is tried."""
    if like := LIKE.fullmatch(clause) or STYLE.fullmatch(clause):
        how = like["how"] or like.groupdict().get("kind") or ""
        return (looked(how) or _other(how)) if bare(how) else None
    if JOINED.search(clause):
        return None
    found = re.fullmatch(rf"{MAKE}\s+(?P<thing>(?:{ARTICLE})\s+\S+(?:\s+\S+)?)\s+(?P<how>\S+)", clause)
    if found is None or bare(found["how"]) in VAGUE or re.fullmatch(WHOLE, found["thing"]):
        found = re.fullmatch(rf"{MAKE}\s+{WHOLE}\s+(?:look\s+)?(?P<how>[^\W\d_]+(?:\s+[^\W\d_]+)?)", clause)
        if found is None or {*found["how"].split()} & VAGUE:
            return None
        return _other(found["how"])
    thing, how = found["thing"], found["how"]
    if known := thing_of(thing):
        words = (called(thing, how),)
        return Revision(words, strength=TINTED, place=known.place, where=known.where, is_guess=True)
    return Revision(swaps=((bare(thing), f"{how} {bare(thing)}"),), strength=0.5, unseen=(bare(thing),))


def _looks(text: str) -> Iterator[Look]:
    """All that are said, the longer first where two lie over each other."""
    taken: list[range] = []
    hits = [(found.span(), look) for said, look in SEEN for found in said.finditer(text)]
    for (start, end), look in sorted(hits, key=lambda hit: hit[0][0] - hit[0][1]):
        if not any(start < each.stop and each.start < end for each in taken):
            taken.append(range(start, end))
            yield look


def _is_idle(text: str, looks: list[Look]) -> bool:
    """True where nothing that means something is left beside the looks."""
    for look in looks:
        text = re.sub(rf"\b(?:{look.said})(?!\w)", " ", text)
    text = IDLE.sub(" ", MUCH.sub(" ", SLIGHTLY.sub(" ", text)))
    return not re.sub(r"\b(?:and|und|but)\b|[^\w]", "", text)


def _worn(looks: list[Look], text: str) -> Revision:
    factor = 0.75 if SLIGHTLY.search(text) else 1.3 if MUCH.search(text) else 1.0
    worn = [
        Revision((look.words,), (look.axis,), strength=min(0.9, look.strength * factor), grade=look.grade.times(factor))
        for look in looks
    ]
    return reduce(Revision.beside, worn)


def _coloured(thing: str, colour: str) -> Revision:
    noun, where = split(thing)
    name, tint = _colour(colour)
    words = called(noun, name)
    where = where or thing_of(noun)
    if where is None:
        swap = (bare(noun), f"{name} {bare(noun)}")
        return Revision(swaps=(swap,), strength=OTHER, unseen=(bare(noun),))
    return Revision(
        (words,),
        strength=TINTED,
        grade=Grade(tint=tint, share=0.6),
        place=where.place,
        where=where.where,
        is_guess=where.is_guess,
    )


def _colour(said: str) -> tuple[str, str]:
    """What it is called in the prompt, and what is laid over: "dunkelblau" is dark blue."""
    word = max((each for each in COLOUR if said.endswith(each)), key=len)
    shade = said.removesuffix(word).strip()
    name, tint = COLOUR[word]
    return f"{SHADES.get(shade, shade)} {name}".strip(), tint


def _swapped(old: str, new: str) -> Revision:
    noun, where = split(old)
    after, then = split(new)
    known = thing_of(noun)
    if there := where or then or known:
        words = (called(noun, after),) if known else ()
        swaps = () if known else ((bare(noun), after),)
        return _there(Revision(words, swaps=swaps, strength=SWAPPED - 0.15), there)
    return Revision(swaps=((bare(old), new),), strength=OTHER, unseen=(bare(old),))


def _other(how: str) -> Revision:
    return Revision((how.strip(),), strength=OTHER)


def _there(revision: Revision, found: Found) -> Revision:
    """The same in a place: there more can change, since the rest holds the picture together."""
    strength = min(0.9, revision.strength + 0.15)
    return replace(revision, place=found.place, where=found.where, is_guess=found.is_guess, strength=strength)
