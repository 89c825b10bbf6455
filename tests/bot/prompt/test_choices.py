"""What the settings panel makes of a member's settings."""

import pytest

from bot.prompt.choices import chosen, holds, model_of, turned, without
from bot.prompt.personal import Habit, Personal


@pytest.mark.parametrize(
    ("settings", "written", "becomes"),
    [
        ("", "--s 250", "--s 250"),
        ("--s 50 --raw", "--s 250", "--raw --s 250"),
        ("--s 50", "--s 100", ""),
        ("--relax", "--fast", ""),
        ("--relax --s 50", "--turbo", "--s 50 --turbo"),
        ("--stealth", "--public", ""),
        ("--v 7", "--niji 6", "--niji 6"),
        ("--niji 6 --raw", "--model photo", "--raw --model photo"),
        ("--count 1", "--count 4", ""),
    ],
)
def test_a_choice_takes_the_place_of_what_it_excludes(settings: str, written: str, becomes: str) -> None:
    """What holds anyway is not written down."""
    assert chosen(settings, written) == becomes
    assert holds(becomes, written)


def test_a_flag_is_turned_on_and_off() -> None:
    """By the same press."""
    assert turned("--s 50", "--raw") == "--s 50 --raw"
    assert turned("--s 50 --raw", "--raw") == "--s 50"


def test_the_model_is_found_however_it_was_chosen() -> None:
    """By version, niji or name; and taken away likewise."""
    for written in ("--v 7", "--niji 6", "--model photo"):
        assert model_of(f"--raw {written}") == written
        assert without(f"--raw {written}", "model") == "--raw"
    assert model_of("--raw") == ""


def test_a_suffix_leaves_speed_and_stealth_in_force() -> None:
    """It replaces how pictures look; what it says of speed itself counts."""
    mine = Personal(settings="--s 250 --relax --stealth").with_suffix("--no people")
    assert mine.expanded("a cat") == "a cat --no people --relax --stealth"
    assert mine.with_suffix("--turbo").expanded("a cat") == "a cat --turbo --stealth"
    assert mine.expanded("a cat --fast") == "a cat --fast --no people --stealth"


def test_a_habit_is_turned_on_and_off() -> None:
    """Each by itself."""
    mine = Personal().turned(Habit.AUTO_DM).turned(Habit.LOW_VARIABILITY)
    assert mine.habits == {Habit.AUTO_DM, Habit.LOW_VARIABILITY}
    assert mine.turned(Habit.AUTO_DM).habits == {Habit.LOW_VARIABILITY}
