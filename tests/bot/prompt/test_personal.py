"""What a member has set for every prompt."""

from collections.abc import Callable

import pytest

from bot.prompt.errors import WrongPreference
from bot.prompt.personal import MOST_MACROS, Personal
from bot.prompt.read import read
from bot.words import LOCALES

MINE = Personal(
    macros={"mood": "dark and gloomy --s 750", "wide": "--ar 16:9", "oil": "oil on canvas", "cats": "{red, blue} cats"},
    settings="--s 250 --raw --v 6.1",
)


@pytest.mark.parametrize(
    ("typed", "expanded"),
    [
        ("a cat", "a cat --s 250 --raw --v 6.1"),
        ("a cat --wide", "a cat --ar 16:9 --s 250 --raw --v 6.1"),
        ("a cat --mood", "a cat dark and gloomy --s 750 --raw --v 6.1"),
        ("a cat --oil --wide --oil", "a cat oil on canvas oil on canvas --ar 16:9 --s 250 --raw --v 6.1"),
        ("a cat --c 5 --mood --no dog", "a cat dark and gloomy --c 5 --s 750 --no dog --raw --v 6.1"),
        ("a cat —wide", "a cat --ar 16:9 --s 250 --raw --v 6.1"),
        ("--cats", "{red, blue} cats --s 250 --raw --v 6.1"),
        ("a cat {--oil, --wide}", "a cat {oil on canvas, --ar 16:9} --s 250 --raw --v 6.1"),
        ("a cat --niji 6", "a cat --niji 6 --s 250 --raw"),
        ("a cat --{v 7, stylize 5}", "a cat --{v 7, stylize 5} --raw"),
        ("a cat --style raw --s 1", "a cat --style raw --s 1 --v 6.1"),
        ("a cat--wide --widely", "a cat--wide --widely --s 250 --raw --v 6.1"),
        ("", "--s 250 --raw --v 6.1"),
    ],
)
def test_macros_then_the_prompt_then_the_settings(typed: str, expanded: str) -> None:
    """What the prompt sets itself is not set again."""
    assert MINE.expanded(typed) == expanded


def test_what_is_expanded_is_read() -> None:
    """Without a notice that something is given twice."""
    order = read(MINE.expanded("--cats --mood --chaos 5"))
    assert [str(prompt) for prompt in order.prompts] == [
        "red cats dark and gloomy --c 5 --s 750 --raw --v 6.1",
        "blue cats dark and gloomy --c 5 --s 750 --raw --v 6.1",
    ]
    assert not order.notices


def test_a_suffix_replaces_the_settings() -> None:
    """And gathers with what the prompt leaves out."""
    mine = MINE.with_suffix("--no people --c 10")
    assert mine.expanded("a cat --no dog --c 5") == "a cat --no dog --c 5 --no people"
    assert mine.with_suffix("").expanded("a cat --wide") == "a cat --ar 16:9 --s 250 --raw --v 6.1"


@pytest.mark.parametrize(
    "suffix",
    ["cat::1", "oil on canvas", "--no cat oil::2", "--s 2000", "--arr 3:2", "{--s 5, --s 6}", "--no " + "x" * 1000],
)
def test_a_suffix_holds_right_parameters_only(suffix: str) -> None:
    """Text would change every prompt, a mistake would spoil it; so it is with settings."""
    for keep in (MINE.with_suffix, MINE.with_settings):
        with pytest.raises(WrongPreference):
            keep(suffix)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ar", "--s 5"),
        ("no", "x"),
        ("A b", "x"),
        ("1x", "x"),
        ("", "x"),
        ("x", "--s 2000"),
        ("x", "a {b"),
        ("x", "a" * 1001),
    ],
)
def test_a_macro_is_a_new_word_for_something_right(name: str, value: str) -> None:
    """No parameter's name, and a value that can be read."""
    with pytest.raises(WrongPreference):
        Personal().with_macro(name, value)


def test_pictures_alone_get_nothing_that_is_of_texts() -> None:
    """Nobody typed it there, so nobody should be refused for it."""
    pictures = "https://x.org/a.png <https://x.org/b.png>"
    mine = MINE.with_suffix("--s 250 --ar 3:2 --w 10")
    assert mine.expanded(pictures) == f"{pictures} --ar 3:2"
    assert read(mine.expanded(pictures)).prompts
    assert mine.expanded(f"{pictures} a cat --ar 1:2") == f"{pictures} a cat --ar 1:2 --s 250 --w 10"


def test_settings_can_be_changed() -> None:
    """They hold where there is no suffix."""
    mine = Personal().with_settings("--s  750 --relax")
    assert mine.expanded("a cat") == "a cat --s 750 --relax"
    assert mine.with_settings("").expanded("a cat") == "a cat"


def test_a_macro_can_be_changed_and_deleted() -> None:
    """An empty value deletes it."""
    mine = Personal().with_macro("--Mood", "gloomy").with_macro("mood", "bright")
    assert mine.macros == {"mood": "bright"}
    assert mine.with_macro("mood", " ").macros == {}


def test_there_are_twenty_at_most() -> None:
    """As with Midjourney; the twentieth can still be changed."""
    mine = Personal()
    for number in range(MOST_MACROS):
        mine = mine.with_macro(f"m{number}", "x")
    mine = mine.with_macro("m3", "y")
    with pytest.raises(WrongPreference, match="20"):
        mine.with_macro("one-more", "x")


@pytest.mark.parametrize(
    "step",
    [
        lambda mine: mine.with_macro("Ä", "x"),
        lambda mine: mine.with_macro("ar", "x"),
        lambda mine: mine.with_macro("mood", "x" * 1001),
        lambda mine: mine.with_macro("mood", "--s 2000"),
        lambda mine: mine.with_suffix("a cat"),
        lambda mine: mine.with_suffix("--no " + "x" * 1001),
    ],
)
def test_a_refusal_is_told_in_the_language_of_its_reader(step: Callable[[Personal], Personal]) -> None:
    """Its own text is the English one."""
    with pytest.raises(WrongPreference) as caught:
        step(Personal())
    told = {caught.value.sentence(locale) for locale in LOCALES}
    assert len(told) == len(LOCALES)
    assert str(caught.value) == caught.value.sentence("en-US") in told
