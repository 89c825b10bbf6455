"""Midjourney's prompts: parts with `::` weights, `--no`, and parameters; read by the rules that /imagine reads by."""

import re
from dataclasses import replace
from typing import Any

from bot.prompt.errors import WrongPrompt
from bot.prompt.parse import RULES, Rules
from bot.prompt.prompt import Part, Prompt
from bot.prompt.read import parse
from bot.prompt.table import BY_SPELLING
from bot.prompt.tokens import clean
from bot.syntax.wish import Chunk, Piece, Wish, has_words, listed

NO = -0.5
"""The weight that `--no` stands for (docs.midjourney.com, Multi Prompts)."""
MOST_LORA = 2.0
_DASHES = r"\-\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_OPENING = re.compile(rf"(?<!\S)[{_DASHES}]+(?=[^\s{_DASHES}])")
_ALONE = re.compile(rf"(?<!\S)[{_DASHES}]+(?!\S)")
_COLONS = re.compile(r":{2,}")
_PLAIN = re.compile(r"[^\w\s,.'!?&%+]")
_NAMED = re.compile(r"(?:--|\u2014)([a-z_-]+)")


def read(text: str, rules: Rules = RULES) -> Wish:
    """The wish of one prompt. Raises WrongPrompt, for one that makes several grids too."""
    prompt = parse(text, rules)
    chunks: list[Chunk] = []
    negative = [Piece(each) for each in prompt.negative]
    last: float | None = None
    for part in prompt.text:
        if part.weight <= 0:
            negative += [Piece(part.text, part.weight / NO)] if part.weight else []
        elif last is None or last == part.weight:
            chunks.append((Piece(part.text, part.weight),))
        else:
            chunks[-1] = (*chunks[-1], Piece(", "), Piece(part.text, part.weight))
        last = part.weight if part.weight > 0 else last
    return Wish(tuple(chunks), tuple(negative), dict(prompt.parameters), prompt.images).tidied()


def write(wish: Wish, rules: Rules = RULES) -> tuple[str, Wish]:
    """The prompt, which is right by these rules; and the wish as far as it stands in it."""
    for kept in (wish, _without_loras(wish), _plainly(_without_loras(wish))):
        prompt = _prompt(kept)
        try:
            if parse(str(prompt), rules) == prompt:
                return str(prompt), kept
        except WrongPrompt:
            continue
    return str(_prompt(kept)), kept


def is_it(text: str) -> bool:
    """True for what has `::` or a parameter in it."""
    return "::" in text or any(name in BY_SPELLING for name in _NAMED.findall(text))


def _prompt(wish: Wish) -> Prompt:
    parts = [Part(words, each.weight) for each in wish.pieces if (words := _words(each.text)) and each.weight]
    unwanted = [replace(each, text=_words(each.text)) for each in wish.negative]
    heavy = [Part(each.text, round(each.weight * NO, 4)) for each in unwanted if each.weight != 1 and each.text]
    if sum(part.weight for part in (*parts, *heavy)) <= 0:
        heavy, unwanted = [], [replace(each, weight=1.0) for each in unwanted]
    plain = [each for piece in unwanted if piece.weight == 1 for each in listed(piece.text)]
    settings: dict[str, Any] = dict(wish.settings)
    if "lora" in settings:
        loras = dict(settings["lora"])
        settings["lora"] = tuple((name, max(-MOST_LORA, min(MOST_LORA, each))) for name, each in loras.items())
    return Prompt(wish.images, (*parts, *heavy), tuple(dict.fromkeys(plain)), settings)


def _words(text: str) -> str:
    """The text so that nothing in it is read as a parameter or a weight."""
    told = _COLONS.sub(":", clean(text))
    told = _ALONE.sub(",", _OPENING.sub("", told))
    return clean(told).strip(" ,;:")


def _without_loras(wish: Wish) -> Wish:
    return replace(wish, settings={name: value for name, value in wish.settings.items() if name != "lora"})


def _plainly(wish: Wish) -> Wish:
    """Letters, figures and the most usual signs alone: for text that looks like something else again and again."""
    chunks = tuple(tuple(replace(each, text=_PLAIN.sub(" ", each.text)) for each in chunk) for chunk in wish.chunks)
    negative = tuple(replace(each, text=_PLAIN.sub(" ", each.text)) for each in wish.negative)
    return replace(wish, chunks=chunks, negative=tuple(each for each in negative if has_words(each.text)))
