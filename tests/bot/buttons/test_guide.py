"""The table of docs/after.md is what stands below messages."""

import re
from dataclasses import replace
from pathlib import Path

from bot.jobs.job import Job, Picture
from engine.protocol import Edit
from tests.bot.buttons.test_views import grid, labels, new

GUIDE = Path(__file__).parents[3] / "docs" / "after.md"


def told() -> dict[str, list[list[str]]]:
    """The rows of each kind of message, by what the guide says."""
    found: dict[str, list[list[str]]] = {}
    for under, number, buttons, _ in re.findall(
        r"^\| (.+?) \| (\d) \| (.+?) \| (.+?) \|$", GUIDE.read_text(), re.MULTILINE
    ):
        found.setdefault(under, []).append(buttons.split(" · " if "·" in buttons or "(" in buttons else " "))
        assert len(found[under]) == int(number)
    return found


async def test_the_guide_tells_which_buttons_there_are() -> None:
    """In their rows, at most five of five."""
    single = replace(grid().upscale(2, new(2)), pictures=(Picture("b", 96, 64, 1),))
    enlarged = replace(grid(1).edited(1, Edit.UPSCALE_SUBTLE, new(2)), pictures=(Picture("b", 128, 128, 1),))
    kinds: dict[str, Job] = {"four pictures": grid(), "one picture": single, "an enlarged picture": enlarged}
    assert told() == {name: labels(job) for name, job in kinds.items()}
    assert all(len(rows) <= 5 and all(len(row) <= 5 for row in rows) for rows in told().values())


async def test_a_grid_of_one_has_room_for_all_that_it_needs() -> None:
    """The widest there is: made square, drawn again, and kept."""
    one = replace(grid(1), pictures=(Picture("b", 96, 64, 1),))
    assert [len(row) for row in labels(one)] == [3, 3, 4, 4, 4]
