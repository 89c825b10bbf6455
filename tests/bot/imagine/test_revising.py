"""Pictures changed as it was said in words, from what is said to what the engine is handed."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageStat

from bot.imagine.asking import Told
from bot.imagine.errors import Refused
from bot.imagine.imagine import Imagine
from bot.imagine.requests import Start, request_of
from bot.jobs.instruction import Instruction
from bot.jobs.job import Action, Job, State
from bot.prompt.read import parse
from engine.protocol import Edit, Role, Text
from tests.bot.imagine.house import House, asked


async def changed(house: House, imagine: Imagine, job: Job, typed: str, where: str = "") -> Job:
    """What comes of the first picture of the job."""
    submission = await imagine.revise(asked(), job.id, 1, Told(typed, where))
    return await house.ended(submission.jobs[0])


def note_of(house: House, job: Job) -> dict[str, Any]:
    """What the engine was handed for it."""
    return next(each for each in house.notes() if each["job"] == job.id)


def mean(path: str) -> list[float]:
    """Red, green and blue."""
    with Image.open(path) as picture:
        return ImageStat.Stat(picture.convert("RGB")).mean


async def test_light_is_changed_first_and_the_whole_drawn_over_a_little(house: House) -> None:
    """Warmer is more red and less blue before anything is drawn; one picture comes, and it says what was done."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "an apple --ar 3:2")
        job = await changed(house, imagine, grid, "make the colours  warmer")
        assert (job.state, job.action, job.edit, job.parent) == (State.RENDERED, Action.EDIT, None, grid.id), job.reason
        assert (job.prompt, len(job.pictures), job.is_remix) == ("an apple, warm colours --ar 3:2", 1, False)
        assert job.instruction == Instruction(
            "make the colours warmer",
            "The whole picture was drawn over, by 30 %. Light and colours were changed first.",
            0.3,
        )
        note = note_of(house, job)
        before = mean(str(house.pictures.blobs.path(grid.pictures[0].blob)))
        after = mean(note["start"])
        assert note["strength"] == pytest.approx(0.3)
        assert after[0] - after[2] > before[0] - before[2]


async def test_a_place_is_drawn_anew_alone(house: House) -> None:
    """The mask is white there; where nobody named it, that is said to be a guess."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a dog")
        job = await changed(house, imagine, grid, "turn the sky pink")
        assert job.edit is Edit.REGION
        assert job.instruction
        assert "That is a guess" in job.instruction.done
        assert job.prompt == "a dog, pink sky"
        note = note_of(house, job)
        picture = grid.pictures[0]
        with Image.open(note["mask"]) as mask:
            assert mask.convert("L").getbbox() == (0, 0, picture.width, picture.height // 2)
        named = await changed(house, imagine, grid, "remove the hat", "left third")
        assert named.instruction
        assert named.instruction.done.startswith("Drawn anew here alone, by 60 %: left third.")
        assert named.prompt == "a dog --no hat"


async def test_a_chain_of_edits_is_a_chain_of_jobs(house: House) -> None:
    """Each starts from the last; "more" is more of what was said last, through a picture that was taken out."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a dog")
        night = await changed(house, imagine, grid, "make it night")
        warmer = await changed(house, imagine, night, "warmer")
        more = await changed(house, imagine, warmer, "even more")
        assert (warmer.parent, more.parent) == (night.id, warmer.id)
        assert more.prompt == "a dog, at night, dark sky, moonlight, warm colours"
        assert more.instruction
        assert more.instruction.typed == "warmer"
        assert more.instruction.denoising == pytest.approx(0.48)
        back = await changed(house, imagine, more, "make it day")
        assert back.prompt == "a dog, warm colours, in daylight"


async def test_once_more_starts_from_the_same(house: House) -> None:
    """🔄 has the light, the mask and the strength of the edit; what a button makes of the result has none of them."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a dog")
        job = await changed(house, imagine, grid, "make the left half darker")
        again = await house.ended((await imagine.reroll(asked(), job.id)).jobs[0])
        first, second = note_of(house, job), note_of(house, again)
        for name in ("start", "mask", "strength", "edit"):
            assert first[name] == second[name] is not None, name
        assert Path(first["start"]) != house.pictures.blobs.path(grid.pictures[0].blob)
        assert len(again.pictures) == 1


async def test_the_frame_is_changed_as_buttons_do(house: House) -> None:
    """Said in words, it is the same edit of the engine's."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a dog")
        job = await changed(house, imagine, grid, "zoom out a bit")
        assert (job.edit, job.zoom) == (Edit.ZOOM, 1.5)
        assert (await changed(house, imagine, grid, "bigger")).edit is Edit.UPSCALE_SUBTLE


async def test_a_picture_from_elsewhere_is_changed_too(house: House) -> None:
    """It is taken up first, and keeps its shape."""
    async with house.drawing() as imagine:
        brought = await imagine.adopt(asked(), house.web.link("apple.png"))
        job = await changed(house, imagine, brought, "as a watercolor")
        assert (job.state, job.prompt) == (State.RENDERED, "a picture, watercolor painting")


@pytest.mark.parametrize(
    ("typed", "where", "sentence"),
    [
        ("make it nicer", "", "“make it nicer” is no change that I understand. I do: `make the colours warmer`"),
        ("make it night, zoom out", "", "One after the other"),
        ("undo", "", "Nothing is lost"),
        ("more", "", "More of what?"),
        ("warmer", "the dog", "“dog” names no place"),
        ("", "", "is no change that I understand"),
    ],
)
async def test_what_cannot_be_done_is_told(house: House, typed: str, where: str, sentence: str) -> None:
    """In a sentence with examples, and nothing is written."""
    async with house.drawing() as imagine:
        grid = await house.drawn(imagine, "a dog")
        with pytest.raises(Refused) as refused:
            await imagine.revise(asked(), grid.id, 1, Told(typed, where))
        assert sentence in str(refused.value)
        assert await house.store.jobs.children(grid.id) == ()


def test_a_model_that_follows_words_is_handed_them_alone() -> None:
    """With the picture to look at; nothing is drawn over."""
    job = Job("1" * 36, asked(), "a dog, at night", 7, Action.EDIT)
    start = Start("a.png", (64, 48), instruction=Instruction("make it night"))
    request = request_of(job, parse(job.prompt), {}, start)
    assert request.text == (Text("make it night"),)
    assert [(each.role, each.path) for each in request.references] == [(Role.IMAGE, "a.png")]
    assert (request.parameters.count, request.parameters.strength, request.edit) == (1, None, None)
