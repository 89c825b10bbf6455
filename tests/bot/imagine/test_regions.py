"""A region from what is marked to what the engine is handed."""

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.imagine.asking import Asking, Marked
from bot.imagine.errors import Refused
from bot.imagine.regions import MASK
from bot.jobs.job import Action, Job, State
from engine.protocol import Edit
from tests.bot.imagine.house import House, asked
from tests.pictures import png


def half_white(width: int, height: int) -> bytes:
    """White on the left."""
    made = Image.new("RGB", (width, height))
    made.paste((255, 255, 255), (0, 0, width // 2, height))
    content = io.BytesIO()
    made.save(content, "PNG")
    return content.getvalue()


def masks(house: House, job: Job) -> list[Path]:
    """The files of masks that the drawing process was handed for it."""
    return [Path(each["mask"]) for each in house.notes() if each["job"] == job.id and each["mask"]]


async def test_what_is_marked_reaches_the_engine(house: House) -> None:
    """By words, by a mask, and by a link to one: a mask of the picture's own size, white where it is marked."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a red apple --ar 3:2")
        picture = grid.picture(2)
        for marked in (
            Marked(where="left half"),
            Marked(half_white(picture.width * 2, picture.height * 2)),
        ):
            submission = await imagine.region(asked(), grid.id, 2, marked, "a green pear --ar 3:2")
            job = await house.ended(submission.jobs[0])
            assert (job.state, job.action, job.edit, job.index) == (State.RENDERED, Action.EDIT, Edit.REGION, 2)
            assert (job.prompt, job.is_remix) == ("a green pear --ar 3:2", True)
            (path,) = masks(house, job)
            with Image.open(path) as mask:
                assert mask.size == (picture.width, picture.height)
                assert mask.convert("L").getbbox() == (0, 0, picture.width // 2, picture.height)


async def test_once_more_has_the_same_mask_and_what_comes_of_it_has_none(house: House) -> None:
    """🔄 draws the same region of the same picture; zooming out of the result is another matter."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a red apple")
        region = await house.ended((await imagine.region(asked(), grid.id, 1, Marked(where="top half"))).jobs[0])
        again = await house.ended((await imagine.reroll(asked(), region.id)).jobs[0])
        assert again.state is State.RENDERED
        assert masks(house, again) == masks(house, region) != []
        thrice = await house.ended((await imagine.reroll(asked(), again.id)).jobs[0])
        assert masks(house, thrice) == masks(house, region)
        wider = await house.ended((await imagine.edit(asked(), region.id, 1, Asking(Edit.ZOOM, 2.0))).jobs[0])
        assert wider.state is State.RENDERED
        assert masks(house, wider) == []
        assert MASK not in await house.store.jobs.originals(wider.id)


@pytest.mark.parametrize(
    ("marked", "sentence"),
    [
        (Marked(), "Say where"),
        (Marked(where="the dog"), "“dog” names no place"),
        (Marked(where="left and right"), "All of the picture is marked"),
        (Marked(png(64, 64, "#000000")), "Nothing is marked"),
        (Marked(png(64, 32, "#ffffff")), "The mask has another shape than the picture: make it 64 by 64 pixels"),
        (Marked(b"no picture"), "mask.png"),
    ],
)
async def test_what_cannot_be_drawn_is_told(house: House, marked: Marked, sentence: str) -> None:
    """Before anything is written."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a red apple")
        with pytest.raises(Refused) as refused:
            await imagine.region(asked(), grid.id, 1, marked)
        assert sentence in str(refused.value)
        assert await house.store.jobs.children(grid.id) == ()


async def test_a_press_counts_once(house: House) -> None:
    """However often what belongs to it is sent."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a red apple")
        press = asked(interaction=77)
        first = await imagine.region(press, grid.id, 1, Marked(where="left"))
        second = await imagine.region(press, grid.id, 1, Marked(where="right"))
    assert (first.is_new, second.is_new) == (True, False)
    assert [each.id for each in first.jobs] == [each.id for each in second.jobs]
