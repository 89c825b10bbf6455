"""Over a hundred prompts, from each model's syntax to every other one and back."""

import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from bot.prompt.read import parse
from bot.syntax import Syntax, recognised, translate
from bot.syntax.sentences import DEGREES, UNWANTED, Degree
from bot.syntax.translate import read
from bot.syntax.wish import Piece, Wish

FOLDER = Path(__file__).parents[2] / "data" / "syntaxes"
"""A file a syntax, a prompt a line, newlines as ⏎."""
SENTENCES = (Syntax.FLUX, Syntax.DALL_E)
PROMPTS = [
    (syntax, line.replace("⏎", "\n"))
    for syntax in Syntax
    for line in (FOLDER / f"{syntax}.txt").read_text(encoding="utf-8").splitlines()
]
CASES = [(source, target, text) for source, text in PROMPTS for target in Syntax if target is not source]


def words(wish: Wish) -> Counter[str]:
    """What is to be seen, word by word."""
    return Counter(re.findall(r"\w+", " ".join(piece.text for piece in wish.pieces).lower()))


def weights(pieces: tuple[Piece, ...], degrees: tuple[Degree, ...] | None) -> dict[str, float]:
    """Those that are not 1, by the words that they are of; where words have to do, the weight of their degree."""
    found = {piece.words.lower(): piece.weight for piece in pieces}
    if degrees:
        found = {name: next(each.weight for each in degrees if weight >= each.least) for name, weight in found.items()}
    return {name: weight for name, weight in found.items() if weight != 1}


def unwanted(wish: Wish) -> set[str]:
    """What is not to be seen."""
    return {piece.words.lower() for piece in wish.negative}


def shape(wish: Wish) -> Fraction:
    """Width to height; a square where nothing is asked for."""
    aspect: Any = wish.settings.get("aspect", (1, 1))
    return Fraction(*aspect)


def test_there_are_more_than_a_hundred() -> None:
    """Of each syntax some two dozen, all different, some with weights, some with what is unwanted."""
    assert len({text for _, text in PROMPTS}) > 100
    wishes = [read(text, syntax) for syntax, text in PROMPTS]
    assert sum(bool(wish.negative) for wish in wishes) > 50
    assert sum(any(piece.weight != 1 for piece in wish.pieces) for wish in wishes) > 50


@pytest.mark.parametrize(("source", "target", "text"), CASES)
def test_words_weights_and_negatives_are_kept(source: Syntax, target: Syntax, text: str) -> None:
    """What is read from the translation is what was read from the prompt, and from its translation back as well."""
    wish, told = read(text, source), translate(text, source, target).text
    in_words = target in SENTENCES
    for there in (read(told, target), read(translate(told, target, source).text, source)):
        assert words(wish) <= words(there), told
        degrees = (DEGREES, UNWANTED) if in_words or source in SENTENCES else (None, None)
        assert weights(there.pieces, degrees[0]) == weights(wish.pieces, degrees[0]), told
        assert weights(there.negative, degrees[1]) == weights(wish.negative, degrees[1]), told
        assert unwanted(there) == unwanted(wish), told
        assert shape(there) == shape(wish), told


@pytest.mark.parametrize(("source", "text"), PROMPTS)
def test_a_syntax_is_recognised(source: Syntax, text: str) -> None:
    """Sentences of Flux and DALL-E are alike; a list of words without any sign could be anybody's."""
    found = recognised(text)
    assert found is (Syntax.FLUX if source in SENTENCES else source)


@pytest.mark.parametrize(("source", "text"), PROMPTS)
def test_what_becomes_midjourneys_can_be_drawn(source: Syntax, text: str) -> None:
    """It is a right prompt, and reads as itself."""
    told = translate(text, source, Syntax.MIDJOURNEY).text
    assert str(parse(told)) == told
