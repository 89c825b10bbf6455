"""Prompts out of what was read of a picture."""

from dataclasses import replace

import pytest

from bot.prompt.read import parse
from bot.syntax import Syntax, stable_diffusion
from bot.syntax.describing import aspect, prompts, subjects
from engine.reading.talk import Guess, Seen, Swatch

FOX = Seen(
    by="Pocket",
    width=1200,
    height=800,
    subjects=(Guess("a fox", 0.93), Guess("a wolf", 0.04)),
    media=(Guess("watercolor", 0.8), Guess("", 0.1)),
    styles=(Guess("flat illustration", 0.6), Guess("cartoon", 0.2)),
    settings=(Guess("in the snow", 0.7),),
    times=(Guess("at night", 0.6),),
    seasons=(Guess("in winter", 0.2),),
    light=("dark, low-key lighting", "cool light"),
    composition=("subject on the left", "medium shot", "wide format"),
    mood=("brooding", "still"),
    palette=(Swatch("#1a2a5c", "navy", 0.6), Swatch("#f5861e", "orange", 0.3)),
)
UNSURE = replace(FOX, subjects=tuple(Guess(f"a {name}", 0.25) for name in ("fox", "wolf", "dog", "cat")))


def test_midjourneys_are_four_and_can_be_drawn() -> None:
    """Each other words, each right, with the picture's own shape."""
    told = prompts(FOX, Syntax.MIDJOURNEY)
    assert len(set(told)) == 4
    assert all(str(parse(each)) == each and each.endswith(" --ar 3:2") for each in told)
    assert told[0] == "a fox in the snow at night, watercolor, dark, low-key lighting, cool light --ar 3:2"
    assert all("fox" in each for each in told)


def test_stable_diffusions_have_weights_and_a_negative_prompt() -> None:
    """And are read as what they say."""
    for each in prompts(FOX, Syntax.STABLE_DIFFUSION):
        wish = stable_diffusion.read(each)
        assert {piece.words: piece.weight for piece in wish.pieces if piece.weight != 1}["a fox"] == 1.2
        assert "watermark" in [piece.words for piece in wish.negative]


@pytest.mark.parametrize("syntax", [Syntax.FLUX, Syntax.DALL_E])
def test_the_others_are_sentences(syntax: Syntax) -> None:
    """With a capital and a full stop, without weights and without what is unwanted."""
    for each in prompts(FOX, syntax):
        assert each[0].isupper()
        assert each.endswith(".")
        assert ":1." not in each
        assert "--" not in each
        assert "fox" in each.lower()


def test_who_is_not_sure_names_the_four_likeliest() -> None:
    """Who sees two things names both."""
    assert subjects(UNSURE) == ("a fox", "a wolf", "a dog", "a cat")
    two = replace(FOX, subjects=(Guess("a fox", 0.5), Guess("a car", 0.45), Guess("a cat", 0.01)))
    assert subjects(two) == ("a fox and a car", "a fox", "a car", "a cat")


def test_another_turn_says_it_otherwise() -> None:
    """Of each form."""
    for syntax in Syntax:
        turns = [prompts(FOX, syntax, turn) for turn in range(4)]
        assert len({each for turn in turns for each in turn}) > 12
        assert prompts(FOX, syntax, 1) == turns[1]


def test_a_caption_is_used() -> None:
    """Where a model made a sentence of the picture."""
    told = replace(FOX, caption="A fox sits in the snow. It looks at the moon.")
    assert prompts(told, Syntax.MIDJOURNEY)[0].startswith("A fox sits in the snow. It looks at the moon")
    for syntax in Syntax:
        assert all("fox" in each for each in prompts(told, syntax))
    assert all(parse(each) for each in prompts(told, Syntax.MIDJOURNEY))


def test_a_picture_of_nothing_has_prompts_too() -> None:
    """A plain colour; nothing recognised at all."""
    blank = Seen("Pocket", 10, 10, subjects=(Guess("", 1.0),), palette=(Swatch("#ffffff", "white", 1.0),))
    for syntax in Syntax:
        assert all(each.strip() for each in prompts(blank, syntax))
        assert all(each.strip() for each in prompts(Seen("Pocket", 10, 10), syntax))


@pytest.mark.parametrize(
    ("size", "shape"),
    [((1024, 1024), "1:1"), ((1456, 816), "16:9"), ((1023, 769), "4:3"), ((800, 1200), "2:3"), ((4000, 40), "100:1")],
)
def test_shapes_are_as_one_would_type_them(size: tuple[int, int], shape: str) -> None:
    """The nearest of small numbers; what is a hundred times as wide is that."""
    assert aspect(replace(FOX, width=size[0], height=size[1])) == shape
