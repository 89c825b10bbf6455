"""Edits in words, as members type them, English and German."""

from fractions import Fraction
from typing import Any

import pytest

from bot.images.grade import PLAIN
from bot.images.places import place
from bot.prompt.read import parse
from bot.revising.apply import applied, tame
from bot.revising.looks import LOOKS
from bot.revising.read import read
from bot.revising.revision import Again, BackAgain, NotUnderstood, OneAtATime, Revision
from engine.protocol import Edit

LOOKED = {
    "warm colours": (
        "make the colours warmer",
        "Warmer please!",
        "can you make it a bit warmer?",
        "mach die Farben wärmer",
    ),
    "cool colours": ("cooler", "make it a little colder", "cool tones please", "bitte etwas kühler"),
    "bright light": ("brighter", "make the picture brighter", "more light", "bitte etwas heller"),
    "dim light": ("much darker", "make it darker.", "mach es dunkler"),
    "high contrast": ("more contrast", "mehr Kontrast"),
    "soft light, low contrast": ("softer light", "less contrast"),
    "vivid colours": ("make it more colourful", "more vivid", "bunter"),
    "muted colours": ("less saturated", "weniger bunt"),
    "pastel colours": ("pastel colors",),
    "black and white photograph": ("make it black and white", "remove the colour", "schwarz-weiß"),
    "sepia": ("make it sepia",),
    "at night, dark sky, moonlight": ("make it night", "at night", "mach es Nacht", "bei Nacht"),
    "at dusk, blue hour": ("blue hour", "in the evening"),
    "at sunset, golden hour light": ("change the time of day to sunset", "golden hour", "Sonnenuntergang"),
    "in daylight": ("make it day", "turn it into daylight"),
    "in winter, snow": ("make it winter", "turn it to winter", "im Winter"),
    "in autumn, orange leaves": ("make it look like autumn", "in the fall", "Herbst"),
    "in the rain, wet ground": ("make it rain", "add rain", "im Regen"),
    "snow falling, covered in snow": ("add snow", "covered in snow", "mit Schnee"),
    "in thick fog": ("make it foggy", "add some fog", "im Nebel"),
    "watercolor painting": ("turn it into a watercolor painting", "as a watercolour", "als Aquarell"),
    "oil painting": ("make it look like an oil painting", "in the style of an oil painting"),
    "ukiyo-e woodblock print": ("in the style of ukiyo-e", "in ukiyo-e style"),
    "pixel art": ("turn this into pixel art",),
    "photograph, realistic": ("more realistic", "photorealistic"),
    "dramatic light": ("more dramatic", "dramatischer"),
    "eerie, spooky mood": ("make it spooky", "gruseliger"),
    "highly detailed": ("more detail", "add more details", "mehr Details"),
    "sharp focus": ("sharper", "schärfer", "less blurry"),
}
"""What stands in the prompt then, by what is said: the picture as a whole, over which light and colours are laid."""

CHANGED: dict[str, dict[str, Any]] = {
    "remove the hat": {"gone": ("hat",), "unseen": ("hat",)},
    "entferne den Hut": {"gone": ("hut",), "unseen": ("hut",)},
    "mach den Hut weg": {"gone": ("hut",), "unseen": ("hut",)},
    "take off the glasses": {"gone": ("glasses",), "unseen": ("glasses",)},
    "remove the hat and the scarf": {"gone": ("hat", "scarf"), "unseen": ("hat", "scarf")},
    "remove the hat in the top third": {"gone": ("hat",), "where": "top third"},
    "remove the people in the background": {"gone": ("people",), "where": "not the center", "is_guess": True},
    "remove the background": {"words": ("plain background",), "where": "not the center", "is_guess": True},
    "more detail in the background": {
        "words": ("highly detailed",),
        "axes": ("detail",),
        "where": "not the center",
        "is_guess": True,
    },
    "blur the background": {
        "words": ("soft focus, blurred",),
        "axes": ("focus",),
        "where": "not the center",
        "is_guess": True,
    },
    "make the left half darker": {"words": ("dim light",), "axes": ("light",), "where": "left half"},
    "darken the corners": {"words": ("dim light",), "axes": ("light",), "where": "edge", "is_guess": True},
    "turn the sky pink": {"words": ("pink sky",), "where": "top half", "is_guess": True},
    "change the sky to pink": {"words": ("pink sky",), "where": "top half", "is_guess": True},
    "the sky should be pink": {"words": ("pink sky",), "where": "top half", "is_guess": True},
    "der Himmel soll dunkelblau sein": {"words": ("dark blue sky",), "where": "top half", "is_guess": True},
    "make the sky pink and the grass blue": {
        "words": ("pink sky", "blue grass"),
        "where": "top half, bottom half",
        "is_guess": True,
    },
    "paint the house red": {"swaps": (("house", "red house"),), "unseen": ("house",)},
    "make her hair blonde": {"swaps": (("hair", "blonde hair"),), "unseen": ("hair",)},
    "change the colour of the hat to green": {"swaps": (("hat", "green hat"),), "unseen": ("hat",)},
    "change the hat's colour to green": {"swaps": (("hat", "green hat"),), "unseen": ("hat",)},
    "make everything blue": {"words": ("blue tones",), "axes": ("colour",)},
    "replace the dog with a cat": {"swaps": (("dog", "a cat"),), "unseen": ("dog",)},
    "a cat instead of the dog": {"swaps": (("dog", "a cat"),), "unseen": ("dog",)},
    "mach aus dem Hund eine Katze": {"swaps": (("hund", "eine katze"),), "unseen": ("hund",)},
    "replace the background with a beach": {
        "words": ("beach background",),
        "where": "not the center",
        "is_guess": True,
    },
    "add a balloon": {"words": ("a balloon",), "unseen": ("balloon",)},
    "add a balloon in the top left": {"words": ("a balloon",), "where": "top left"},
    "füge einen Ballon oben links hinzu": {"words": ("einen ballon",), "where": "oben links"},
    "add a moon to the sky": {"words": ("a moon",), "where": "top half", "is_guess": True},
    "give the man a beard": {"words": ("man with a beard",), "unseen": ("beard",)},
    "give him sunglasses": {"words": ("sunglasses",), "unseen": ("sunglasses",)},
    "make the dog fluffy": {"swaps": (("dog", "fluffy dog"),), "unseen": ("dog",)},
    "make it look like a children's book": {"words": ("a children's book",)},
    "make it night and remove the hat": {
        "words": ("at night, dark sky, moonlight",),
        "axes": ("time",),
        "gone": ("hat",),
        "unseen": ("hat",),
    },
    "replace the dog with a cat, make it rainy and dark": {
        "words": ("in the rain, wet ground", "dim light"),
        "axes": ("weather", "light"),
        "swaps": (("dog", "a cat"),),
        "unseen": ("dog",),
    },
    "zoom out": {"edit": Edit.ZOOM, "zoom": 2.0},
    "zoom out a bit": {"edit": Edit.ZOOM, "zoom": 1.5},
    "extend it to the left": {"edit": Edit.PAN_LEFT},
    "show more on the right": {"edit": Edit.PAN_RIGHT},
    "make it square": {"edit": Edit.SQUARE},
    "quadratisch": {"edit": Edit.SQUARE},
    "bigger": {"edit": Edit.UPSCALE_SUBTLE},
    "upscale it": {"edit": Edit.UPSCALE_SUBTLE},
}
"""What is to be done, as far as it is not plain, beside strength, light and boxes."""

FOREIGN = (
    *(
        "hello",
        "what is this?",
        "nice picture",
        "I love it",
        "make it better",
        "make it nicer",
        "asdf qwer",
        "remove",
        "add",
    ),
    *(
        "remove everything",
        "",
        "???",
        "/imagine a cat",
        "make",
        "make it",
        "who are you and what can you do",
        "mach es besser",
    ),
)


def told(revision: Revision | Again) -> dict[str, Any]:
    """What is not plain of it."""
    assert isinstance(revision, Revision)
    fields = {name: value for name, value in vars(revision).items() if name not in {"strength", "grade", "place"}}
    return {name: value for name, value in fields.items() if value not in {None, (), "", False}}


@pytest.mark.parametrize(("words", "typed"), [(words, each) for words, said in LOOKED.items() for each in said])
def test_looks_are_read(words: str, typed: str) -> None:
    """Said in one way or another, the picture is drawn over as a whole, and the word is in the prompt."""
    revision = read(typed)
    look = next(each for each in LOOKS if each.words == words)
    assert told(revision) == {"words": (words,), "axes": (look.axis,)}
    assert isinstance(revision, Revision)
    assert (revision.place, revision.grade != PLAIN) == (None, look.grade != PLAIN)
    assert 0.2 <= revision.strength <= 0.9


@pytest.mark.parametrize("typed", CHANGED)
def test_changes_are_read(typed: str) -> None:
    """Things go, come, become others or take another colour, in their place or in whatever place they are."""
    revision = read(typed)
    assert told(revision) == CHANGED[typed]
    assert isinstance(revision, Revision)
    assert (revision.place is not None) == bool(revision.where)
    assert revision.edit or 0.2 <= revision.strength <= 1


@pytest.mark.parametrize("typed", FOREIGN)
def test_what_is_no_edit_is_not_taken_for_one(typed: str) -> None:
    """Nobody's small talk is drawn."""
    with pytest.raises(NotUnderstood):
        read(typed)


def test_a_bit_is_less_and_much_is_more() -> None:
    """Of the drawing, and of what is laid over."""
    bit, plain, much = (read(f"{word}brighter") for word in ("a bit ", "", "much "))
    assert isinstance(bit, Revision)
    assert isinstance(plain, Revision)
    assert isinstance(much, Revision)
    assert bit.strength < plain.strength < much.strength
    assert 1 < bit.grade.light < plain.grade.light < much.grade.light


@pytest.mark.parametrize(
    ("typed", "factor"), [("more", 1.6), ("a bit more", 0.7), ("again", 1.0), ("a bit less", 0.55)]
)
def test_what_was_asked_last_is_asked_again(typed: str, factor: float) -> None:
    """As much of it, or more, or less."""
    assert read(typed) == Again(factor)


@pytest.mark.parametrize("typed", ["undo", "undo that", "go back", "mach rückgängig"])
def test_going_back_is_no_drawing(typed: str) -> None:
    """The picture before stands there already."""
    with pytest.raises(BackAgain):
        read(typed)


def test_the_frame_changes_by_itself() -> None:
    """Nothing else is drawn beside it."""
    with pytest.raises(OneAtATime):
        read("make it night, zoom out")


def test_a_colour_is_laid_over_no_other_place() -> None:
    """Of two places none has the other's, and what is asked of the whole picture holds for all of it."""
    both = read("make the sky pink and the grass blue")
    assert isinstance(both, Revision)
    assert both.grade == PLAIN
    assert both.place
    assert both.place.boxes == (*place("top half").boxes, *place("bottom half").boxes)
    mixed = read("make the picture darker and the sky pink")
    assert isinstance(mixed, Revision)
    assert (mixed.place, mixed.grade.tint) == (None, None)
    assert mixed.grade.light < 1
    sky = read("turn the sky pink")
    assert isinstance(sky, Revision)
    assert sky.grade.tint
    assert sky.place
    assert sky.place.boxes == ((Fraction(0), Fraction(0), Fraction(1), Fraction(1, 2)),)


CHAINS = {
    "a man with a red hat, studio light --ar 3:2": (
        ("make it night", "a man with a red hat, studio light, at night, dark sky, moonlight --ar 3:2"),
        ("remove the hat", "a man, studio light, at night, dark sky, moonlight --ar 3:2 --no hat"),
        ("warmer", "a man, studio light, at night, dark sky, moonlight, warm colours --ar 3:2 --no hat"),
        ("cooler", "a man, studio light, at night, dark sky, moonlight, cool colours --ar 3:2 --no hat"),
        ("make it day", "a man, studio light, cool colours, in daylight --ar 3:2 --no hat"),
        ("add a hat", "a man, studio light, cool colours, in daylight, a hat --ar 3:2"),
        ("replace the man with a woman", "a woman, studio light, cool colours, in daylight, a hat --ar 3:2"),
    ),
    "a dog on a meadow": (
        ("replace the dog with a cat", "a cat on a meadow"),
        ("make the cat fluffy", "a fluffy cat on a meadow"),
        ("turn the cat into a lion", "a fluffy lion on a meadow"),
        ("turn the zebra into a horse", "a fluffy lion on a meadow, a horse"),
    ),
    "hat": (("remove the hat", "hat --no hat"), ("add a hat", "hat, a hat")),
    "a cat::2 a dog::1 --no tree": (("add a tree", "a cat::2 a dog, a tree"),),
    "a cat::2 rain::-0.5": (("warmer", "a cat, warm colours::2 rain::-0.5"),),
}
"""Prompts, and what becomes of them one edit after the other."""


@pytest.mark.parametrize("prompt", CHAINS)
def test_a_prompt_follows_what_is_said(prompt: str) -> None:
    """Each edit goes on from the last: what it says takes the place of what says the opposite."""
    now = parse(prompt)
    for said, expected in CHAINS[prompt]:
        revision = read(said)
        assert isinstance(revision, Revision)
        now = applied(now, revision)
        assert str(now) == expected
        assert parse(str(now)) == now


@pytest.mark.parametrize(
    "typed",
    [
        "add {a, b} --v 5",
        "add a dog -- hd",
        "add a dog ::3",
        "add <http://127.0.0.1/x.png>",
        "replace the dog with —v 3 x",
        "add [[x]] \\",
    ],
)
def test_nothing_that_is_said_speaks_the_language_of_prompts(typed: str) -> None:
    """No parameter, weight, permutation or link comes of an edit in words."""
    before = parse("a dog --ar 3:2")
    revision = read(typed)
    assert isinstance(revision, Revision)
    after = applied(before, revision)
    assert parse(str(after)) == after
    assert (after.parameters, after.images, len(after.text)) == (before.parameters, (), 1)


def test_only_words_are_left() -> None:
    """Of what a member said."""
    assert tame("a {big} -- dog's <tail>:: 3,") == "a big dog's tail 3"
