"""What buttons look like."""

from dataclasses import replace
from typing import Any

import discord
import pytest

from bot.buttons import ids, views
from bot.ids import job_id
from bot.jobs.job import Asked, Job, Member, New, Picture, Strength

GREY, BLUE = discord.ButtonStyle.secondary, discord.ButtonStyle.primary


def new(number: int) -> New:
    """What the job of this number has of its own."""
    return New(job_id(number, number), number, Asked(number, Member(1, "ada"), 2))


def grid(count: int = 4) -> Job:
    """A grid of so many pictures."""
    job = Job.imagine(new(1), "an apple")
    return replace(job, pictures=tuple(Picture("b", 64, 64, seed) for seed in range(count)))


def rows(view: discord.ui.View) -> list[list[tuple[str, str, discord.ButtonStyle]]]:
    """Each button's words, custom id and style, by rows."""

    def shown(button: dict[str, Any]) -> tuple[str, str, discord.ButtonStyle]:
        label = button.get("label") or button["emoji"]["name"]
        return label, button["custom_id"], discord.ButtonStyle(button["style"])

    return [[shown(button) for button in row["components"]] for row in view.to_components()]


async def test_a_grid_has_midjourneys_two_rows() -> None:
    """U1 to U4 and the reroll above V1 to V4, all grey."""
    job = grid()
    upper, lower = rows(views.of_result(job))
    assert upper == [
        *((f"U{number}", ids.upsample(job.id, number), GREY) for number in range(1, 5)),
        ("🔄", ids.reroll(job.id), GREY),
    ]
    assert lower == [(f"V{number}", ids.variation(job.id, number), GREY) for number in range(1, 5)]


async def test_pressed_buttons_are_blue() -> None:
    """Whatever became of what they gave rise to."""
    job = grid()
    children = [job.upscale(2, new(2)), job.vary(3, Strength.STRONG, new(3)), job.reroll(new(4)).cancel()]
    blue = {label for row in rows(views.of_result(job, children)) for label, _, style in row if style is BLUE}
    assert blue == {"U2", "V3", "🔄"}


async def test_a_picture_by_itself_can_be_varied() -> None:
    """Strongly or subtly."""
    single = grid().upscale(2, new(2))
    assert [label for label, _, _ in rows(views.of_result(single))[0]] == ["Vary (Strong)", "Vary (Subtle)"]
    for strength, label in ((Strength.STRONG, "Vary (Strong)"), (Strength.SUBTLE, "Vary (Subtle)")):
        (row,) = rows(views.of_result(single, [single.vary(1, strength, new(3))]))
        assert [each for each, _, style in row if style is BLUE] == [label]


@pytest.mark.parametrize("count", [2, 3])
async def test_a_smaller_grid_has_fewer_buttons(count: int) -> None:
    """One of each for each picture."""
    upper, lower = rows(views.of_result(grid(count)))
    assert [label for label, _, _ in upper] == [*(f"U{number}" for number in range(1, count + 1)), "🔄"]
    assert len(lower) == count


async def test_a_grid_of_one_needs_no_taking_out() -> None:
    """It can be drawn again and varied."""
    labels = [[label for label, _, _ in row] for row in rows(views.of_result(grid(1)))]
    assert labels == [["🔄"], ["Vary (Strong)", "Vary (Subtle)"]]


async def test_a_job_that_is_not_done_can_be_cancelled() -> None:
    """By the one button on it."""
    job = grid()
    assert rows(views.of_progress(job)) == [[("Cancel Job", ids.cancel(job.id), GREY)]]
