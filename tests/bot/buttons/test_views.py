"""What buttons look like."""

from dataclasses import replace
from typing import Any

import discord
import pytest

from bot.buttons import ids, views
from bot.buttons.edits import ASKED
from bot.buttons.ids import Act
from bot.ids import job_id
from bot.jobs.job import Asked, Job, Member, New, Picture, Strength
from engine.protocol import Edit

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
    """U1 to U4 and the reroll above V1 to V4, all grey; what else there is of it is behind the last."""
    job = grid()
    upper, lower = rows(views.of_result(job))
    assert upper == [
        *((f"U{number}", ids.upsample(job.id, number), GREY) for number in range(1, 5)),
        ("🔄", ids.reroll(job.id), GREY),
    ]
    assert lower == [
        *((f"V{number}", ids.variation(job.id, number), GREY) for number in range(1, 5)),
        ("ℹ️", ids.about(job.id), GREY),
    ]


async def test_pressed_buttons_are_blue() -> None:
    """Whatever became of what they gave rise to."""
    job = grid()
    children = [job.upscale(2, new(2)), job.vary(3, Strength.STRONG, new(3)), job.reroll(new(4)).cancel()]
    assert blue(job, *children) == {"U2", "V3", "🔄"}


ENLARGE, VARY = ["Upscale (Subtle)", "Upscale (Creative)"], ["Vary (Strong)", "Vary (Subtle)"]
VARIED = [*VARY, "Vary (Region)"]
KEPT = ["❤️", "ℹ️", "✏️", "🗑️"]
ZOOM, PAN = ["Zoom Out 2x", "Zoom Out 1.5x", "Custom Zoom"], ["⬅️", "➡️", "⬆️", "⬇️"]


def labels(job: Job, *children: Job) -> list[list[str]]:
    """What its buttons are called."""
    return [[label for label, _, _ in row] for row in rows(views.of_result(job, children))]


def blue(job: Job, *children: Job) -> set[str]:
    """What has been pressed."""
    return {label for row in rows(views.of_result(job, children)) for label, _, style in row if style is BLUE}


async def test_a_picture_by_itself_can_be_gone_on_from() -> None:
    """Enlarged, varied, zoomed out, panned; made square where it is not."""
    single = grid().upscale(2, new(2))
    wide = replace(single, pictures=(Picture("b", 96, 64, 1),))
    assert labels(single) == [ENLARGE, VARIED, ZOOM, PAN, KEPT]
    assert labels(wide) == [ENLARGE, VARIED, [*ZOOM, "Make Square"], PAN, KEPT]


async def test_what_was_pressed_under_a_picture_is_blue() -> None:
    """A zoom of no button's factor came of Custom Zoom."""
    single = grid().upscale(2, new(2))
    assert blue(single, single.vary(1, Strength.STRONG, new(3))) == {"Vary (Strong)"}
    assert blue(single, single.vary(1, Strength.SUBTLE, new(3))) == {"Vary (Subtle)"}
    for act, label in ((Act.PAN_UP, "⬆️"), (Act.UPSCALE_CREATIVE, "Upscale (Creative)"), (Act.ZOOM_2, "Zoom Out 2x")):
        assert blue(single, single.edited(1, ASKED[act].edit, new(3), ASKED[act].zoom)) == {label}
    assert blue(single, single.edited(1, Edit.ZOOM, new(3), 1.7)) == {"Custom Zoom"}


async def test_an_enlarged_picture_is_the_last_step() -> None:
    """It is enlarged once more otherwise, or varied."""
    enlarged = replace(grid(1).edited(1, Edit.UPSCALE_SUBTLE, new(2)), pictures=(Picture("b", 128, 128, 1),))
    assert labels(enlarged) == [["Redo Upscale (Subtle)"], VARY, KEPT]


@pytest.mark.parametrize("count", [2, 3])
async def test_a_smaller_grid_has_fewer_buttons(count: int) -> None:
    """One of each for each picture."""
    upper, lower = rows(views.of_result(grid(count)))
    assert [label for label, _, _ in upper] == [*(f"U{number}" for number in range(1, count + 1)), "🔄"]
    assert len(lower) == count + 1


async def test_a_grid_of_one_needs_no_taking_out() -> None:
    """It can be drawn again, and has what a picture by itself has."""
    assert labels(grid(1)) == [[*ENLARGE, "🔄"], VARIED, ZOOM, PAN, KEPT]


async def test_a_favourite_shows_how_many_have_it() -> None:
    """In blue."""
    single = grid().upscale(2, new(2))
    last = rows(views.of_result(single, favourites=3))[-1]
    assert last[0] == ("3", ids.favourite(single.id), BLUE)


async def test_a_job_that_is_not_done_can_be_cancelled() -> None:
    """By the one button on it."""
    job = grid()
    assert rows(views.of_progress(job)) == [[("Cancel Job", ids.cancel(job.id), GREY)]]
