"""A prompt after an edit in words."""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from bot.prompt.prompt import Part, Prompt
from bot.revising.looks import LOOKS
from bot.revising.revision import Revision
from bot.revising.things import ARTICLE, bare

_PLAIN = re.compile(r"[^\w\s',./%&()-]")
"""Nothing that means something in the language of prompts: no braces, colons or brackets."""
_DASHES = re.compile(r"(?<!\w)-+|-{2,}|[—–]")  # noqa: RUF001 - dashes begin parameters
_BEFORE = rf"(?:,\s*|\s+(?:with|wearing|holding|having|and|plus|in|mit|und)\s+|^)(?:{ARTICLE}\s+)?(?:[\w-]+\s+)??"


def applied(prompt: Prompt, revision: Revision) -> Prompt:
    """The prompt with the revision in it. Of text that would leave nothing, nothing is taken out."""
    place = next((at for at in reversed(range(len(prompt.text))) if prompt.text[at].weight > 0), None)
    parts = [_without(each, revision) if each.weight > 0 else each for each in prompt.text]
    words = [tame(each) for each in revision.words]
    for old, new in revision.swaps:
        said = re.compile(rf"(?P<article>\b{ARTICLE}\s+)?\b{re.escape(old)}\b", re.IGNORECASE)
        if any(said.search(each.text) for each in parts if each.weight > 0):
            put = partial(_put, tame(new))
            parts = [replace(each, text=said.sub(put, each.text)) if each.weight > 0 else each for each in parts]
        else:
            words.append(tame(new))
    if place is None:
        parts, place = [*parts, Part("")], len(parts)
    parts[place] = replace(parts[place], text=_joined(parts[place].text, words))
    gone = [tame(each) for each in revision.gone]
    wanted = " ".join(words).casefold()
    kept = [each for each in prompt.negative if not re.search(rf"\b{re.escape(each.casefold())}\b", wanted)]
    negative = tuple(dict.fromkeys([*kept, *filter(None, gone)]))
    return replace(prompt, text=tuple(each for each in parts if each.text), negative=negative)


def tame(words: str) -> str:
    """What a member said, as words of a prompt and nothing else."""
    return " ".join(_DASHES.sub(" ", _PLAIN.sub(" ", words)).replace(" ,", ",").split()).strip(",. ")


def _put(new: str, found: re.Match[str]) -> str:
    """With one article where one stood, and none where none did."""
    if found["article"] is None:
        return bare(new)
    return new if bare(new) != new else f"{found['article']}{new}"


def _without(part: Part, revision: Revision) -> Part:
    text = part.text
    for look in LOOKS:
        if look.axis in revision.axes:
            text = re.sub(rf"(?:,\s*|^){re.escape(look.words)}(?=,|$)", "", text)
    for thing in revision.gone:
        text = re.sub(rf"{_BEFORE}{re.escape(thing)}\b", "", text, flags=re.IGNORECASE)
    text = text.strip(", ")
    return replace(part, text=text) if text else part


def _joined(text: str, words: Iterable[str]) -> str:
    for each in words:
        if each and each.casefold() not in text.casefold():
            text = f"{text}, {each}" if text else each
    return text
