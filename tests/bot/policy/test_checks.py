"""What limits refuse."""

from dataclasses import replace
from typing import Any

import pytest

from bot.jobs.queue import Halt, Hold
from bot.jobs.scene import Scene
from bot.policy.case import Case, Known
from bot.policy.decide import decide
from bot.policy.errors import Refused
from bot.policy.limits import Limits
from bot.policy.order import Grid, Order
from bot.policy.periods import Hours
from bot.policy.usage import Used

NOW = 1_790_000_000.0  # 2026-09-21, 14:13 in UTC
GRID = Grid("an apple", "an apple", "", "pocket", 1024, 1024, 20, 4)
USED = Used(day=540.0, month=5_400.0, last_asked_at=NOW - 20, disk=3_000_000)


def case(limits: Limits, used: Used = USED, *grids: Grid, command: str = "imagine") -> Case:
    """Somebody asks for an apple."""
    order = Order(command, grids or (GRID,))
    return Case(Scene(1, 7, 8), order, Known(limits, used), NOW)


REFUSED: list[tuple[dict[str, Any], str, str]] = [
    ({"drawing": False}, "Job action restricted", "not made here"),
    ({"commands": frozenset({"blend"})}, "Job action restricted", "`imagine` is not open to you here"),
    ({"quiet": Hours(14 * 60, 15 * 60)}, "Job action restricted", "14:00-15:00 (UTC): ask again at <t:1790002800:t>"),
    ({"models": frozenset({"photo"})}, "Invalid parameter", "name one of photo with `--model`"),
    ({"megapixels": 1.0}, "Invalid parameter", "1024x1024 pixels are too large"),
    ({"steps": 19}, "Invalid parameter", "write `--steps 19`"),
    ({"cooldown": 21}, "Slow Down!", "ask again at <t:1790000001:t>"),
    ({"gpu_day": 9.0}, "Credits exhausted", "used 9.0 of your 9 GPU minutes of today"),
    ({"gpu_day": 0}, "Credits exhausted", "midnight in UTC"),
    ({"gpu_month": 90.0}, "Credits exhausted", "of this month"),
    ({"disk": 3}, "Credits exhausted", "take 3.0 of the 3 megabytes"),
]


@pytest.mark.parametrize(("limits", "title", "told"), REFUSED)
def test_what_is_above_a_limit_is_refused(limits: dict[str, Any], title: str, told: str) -> None:
    """By Midjourney's titles, with a sentence that names the cure and when it is open again."""
    with pytest.raises(Refused) as refused:
        decide(case(Limits(**limits)))
    assert refused.value.title == title
    assert told in refused.value.sentence("en")
    assert refused.value.sentence("de")


@pytest.mark.parametrize(
    "limits",
    [
        {},
        {"commands": frozenset({"imagine"})},
        {"quiet": Hours(15 * 60, 14 * 60)},
        {"models": frozenset({"pocket"})},
        {"megapixels": 1.05},
        {"steps": 20},
        {"cooldown": 20},
        {"gpu_day": 9.1},
        {"gpu_month": 90.1},
        {"disk": 4},
    ],
)
def test_what_is_within_a_limit_is_not(limits: dict[str, Any]) -> None:
    """Up to the limit itself."""
    assert decide(case(Limits(**limits))) == ()


def test_what_is_expected_counts() -> None:
    """Where it is known: 540 s are used, 600 s are open."""
    fits, does_not = (replace(GRID, gpu_seconds=seconds) for seconds in (30.0, 30.1))
    assert decide(case(Limits(gpu_day=10), USED, fits, fits)) == ()
    with pytest.raises(Refused):
        decide(case(Limits(gpu_day=10), USED, fits, does_not))


@pytest.mark.parametrize("limits", [each for each, title, _ in REFUSED if title in {"Slow Down!", "Credits exhausted"}])
def test_what_draws_nothing_costs_nothing(limits: dict[str, Any]) -> None:
    """U and /show need no time of the GPU."""
    nothing = Case(Scene(1, 7, 8), Order("upscale"), Known(Limits(**limits), USED), NOW)
    assert decide(nothing) == ()


@pytest.mark.parametrize("reason", ["", "we move"])
def test_a_drained_queue_takes_nothing_in(reason: str) -> None:
    """Whoever asks reads who set it, and why; a picture by itself takes nothing of the GPU, and a paused one takes."""
    drained = replace(case(Limits()), known=Known(hold=Hold(Halt.DRAINING, 3, reason)))
    with pytest.raises(Refused) as refused:
        decide(drained)
    assert "<@3>" in refused.value.sentence("en")
    assert reason in refused.value.sentence("de")
    assert decide(replace(drained, order=Order("upscale"))) == ()
    assert decide(replace(drained, known=Known(hold=Hold(Halt.PAUSED, 3, reason)))) == ()
