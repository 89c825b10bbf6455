"""What is offered while a prompt is typed."""

import pytest

from bot.prompt.completion import LONGEST, MOST, Choice, Known, completions
from bot.prompt.parse import Rules

KNOWN = Known({"mood": "dark and gloomy"}, recent=("a cat on a mat", "a dog", "x" * 101))


def values(typed: str) -> list[str]:
    """What would be filled in."""
    return [choice.value for choice in completions(typed, KNOWN)]


@pytest.mark.parametrize("typed", ["a", "a cat", "a cat --", "a cat --arr 3:2", "a {b", "a cat ", "x" * 100, "--"])
def test_the_first_choice_is_the_text_as_typed(typed: str) -> None:
    """Whoever chooses nothing else sends what they wrote."""
    assert completions(typed, KNOWN)[0] == Choice(typed, typed)


def test_parameters_are_completed_with_their_ranges() -> None:
    """By their long names; macros too."""
    labels = {choice.value: choice.label for choice in completions("a cat --st", KNOWN)}
    assert labels["a cat --stylize"] == "a cat --stylize  0 to 1000 (whole)"
    assert {"a cat --stop", "a cat --style", "a cat --steps", "a cat --strength", "a cat --stealth"} <= set(labels)
    assert values("a cat --moo") == ["a cat --moo", "a cat --mood"]
    (_, iw) = completions("a cat --iw"[:-1], KNOWN, Rules(version="5.2"))
    assert iw.label == "a cat --iw  0 to 2"


def test_what_is_refused_is_not_offered() -> None:
    """Nor what has its effect elsewhere."""
    assert not {"a --video", "a --profile", "a --zoom"} & {value for each in "vpz" for value in values(f"a --{each}")}


def test_words_are_offered_where_there_is_a_choice() -> None:
    """Of samplers and kinds of control."""
    assert values("a cat --sampler eu") == ["a cat --sampler eu", "a cat --sampler euler", "a cat --sampler euler_a"]
    assert "a cat --control depth" in values("a cat --control ")


def test_what_the_host_has_is_offered() -> None:
    """Models and LoRAs by their names."""
    known = Known({}, installed={"model": ("photo", "pocket"), "lora": ("Ink", "clay")})
    assert [each.value for each in completions("a cat --lora i", known)] == ["a cat --lora i", "a cat --lora Ink"]
    assert {"a cat --model photo", "a cat --model pocket"} <= {
        each.value for each in completions("a cat --model p", known)
    }


def test_a_mistake_is_told_and_changes_nothing() -> None:
    """Both choices fill in the text as typed."""
    typed, told = completions("a cat --arr 3:2", KNOWN)
    assert typed.value == told.value == "a cat --arr 3:2"
    assert told.label == "✗ Unrecognized parameter(s): `arr`. Did you mean `--ar`?"


def test_a_macro_is_no_mistake() -> None:
    """Nor what stands beside one; what is wrong beside it is."""
    assert values("a cat --mood") == ["a cat --mood"]
    assert [choice.label for choice in completions("a cat --mood --arr 3:2", KNOWN)][1].startswith("✗ Unrecognized")
    assert len(completions("a cat --mood", Known({}))) == 2


def test_recent_prompts_are_offered() -> None:
    """Those that fit, and begin as what is typed."""
    assert values("") == ["a cat on a mat", "a dog"]
    assert values("a cat") == ["a cat", "a cat on a mat"]


def test_choices_fit_what_discord_takes() -> None:
    """25 of 100 characters each; a longer text has no choices at all."""
    for typed in ("--", "a" * 95 + " --", "a" * 80 + " --sampler ", "a cat --qqqq " + "b" * 80, "x" * 101, "x" * 6000):
        found = completions(typed, KNOWN)
        assert len(found) <= MOST
        assert all(0 < len(text) <= LONGEST for choice in found for text in (choice.label, choice.value))
    assert completions("x" * 101, KNOWN) == []
