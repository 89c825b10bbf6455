"""From waiting jobs to stored pictures."""

import asyncio
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageStat

from bot.imagine import leftovers
from bot.imagine.asking import Asking
from bot.imagine.errors import Refused
from bot.imagine.imagine import Imagine
from bot.jobs.job import Job, Picture, Speed, State, Strength
from bot.prompt.errors import WrongPrompt
from engine.protocol import Edit, Event, Progress, Rendered, Started
from engine.recipe import read
from tests.bot.imagine.house import House, asked, only
from tests.end_to_end.stand_in import colour_of


async def test_a_job_is_drawn_and_stored(house: House) -> None:
    """Four pictures among the blobs, with their recipe, and a delivery that is due."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "a red apple --ar 3:2")
    assert (job.state, len(job.pictures), job.attempt, job.holder) == (State.RENDERED, 4, 1, None)
    assert job.gpu_seconds
    for picture in job.pictures:
        with Image.open(house.pictures.blobs.path(picture.blob)) as opened:
            assert opened.size == (picture.width, picture.height) == (72, 48)
            recipe = read(opened.info)
        assert recipe is not None
        assert (recipe.job_id, recipe.prompt, recipe.seed) == (job.id, job.prompt, picture.seed)
    assert [each.job_id for each in await house.store.outbox.due()] == [job.id]


async def test_what_happens_is_heard_in_its_order(house: House) -> None:
    """Waiting, running, what the engine says, then the pictures that are stored."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "a red apple")
    told = [(each.state, type(event)) for each, event in house.heard if type(event).__name__ != "Loading"]
    steps = [each for each, after in pairwise([*told, None]) if each != after]
    assert steps == [
        (State.WAITING, type(None)),
        (State.RUNNING, type(None)),
        (State.RUNNING, Started),
        (State.RUNNING, Progress),
        (State.RUNNING, Rendered),
        (State.RENDERED, type(None)),
    ]
    assert house.heard[-1][0] == job


async def test_pictures_are_stored_before_it_is_recorded(house: House) -> None:
    """A job that is rendered never lacks one."""
    missing: list[Job] = []

    def look(job: Job, event: Event | None) -> None:
        house.hear(job, event)
        if job.state is State.RENDERED:
            missing.extend(job for each in job.pictures if not house.pictures.blobs.path(each.blob).is_file())

    imagine = Imagine(house.imagine()._parts, look)
    run = asyncio.create_task(imagine.run())
    job = await house.drawn(imagine, "an apple")
    run.cancel()
    assert job.state is State.RENDERED
    assert missing == []


async def test_the_engine_s_own_files_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """A while after the job has ended, however it did."""
    monkeypatch.setattr(leftovers, "KEPT", 0.0)
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple")
        folder = house.folder / "engine" / job.id
        assert folder.is_dir()
        await imagine._drawing._leftovers.tidy(())
        assert not folder.exists()
    assert house.pictures.blobs.path(job.pictures[0].blob).exists()


async def test_several_are_drawn_side_by_side(house: House) -> None:
    """As many as fit the device."""
    async with house.drawing() as imagine:
        jobs = [only(await imagine.submit(asked(member), "an apple, slowly")) for member in (1, 2, 3, 4, 5)]
        for job in jobs:
            await house.ended(job)
    assert max(len(each["beside"]) for each in house.notes()) == 1, "two grids of eight rows fit sixteen"
    assert [each["job"] for each in house.notes()] == [job.id for job in jobs]


async def test_what_does_not_fit_waits_in_the_database(house: House) -> None:
    """The engine is handed what fits it and one job more."""
    async with house.drawing() as imagine:
        jobs = [only(await imagine.submit(asked(member), "hold on")) for member in (1, 2, 3, 4, 5, 6)]
        for job in jobs[:2]:
            await house.told(job, Started)
        await house.until(lambda: sum(job.state is State.RUNNING and not event for job, event in house.heard) == 3)
        states = [(await house.store.jobs.get(job.id)).state for job in jobs]
    assert states == [State.RUNNING] * 3 + [State.WAITING] * 3


async def test_three_of_one_member_run_at_once(house: House) -> None:
    """The others go by; a fourth begins when one has ended."""
    async with house.drawing() as imagine:
        jobs = [only(await imagine.submit(asked(), "hold on --count 1")) for _ in range(4)]
        other = only(await imagine.submit(asked(2), "hold on --count 1"))
        await house.told(other, Started)
        assert (await house.store.jobs.get(jobs[3].id)).state is State.WAITING
        await imagine.cancel(jobs[0].id, by=1)
        await house.told(jobs[3], Started)


async def test_what_the_engine_refuses_fails_with_its_reason(house: House) -> None:
    """And a fault of its own with one that names the job; others go on."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, f"{house.web.link('apple.png')} an apple")
        assert job.state is State.RENDERED
        blob = (await house.store.jobs.originals(job.id)).popitem()[1]
        house.pictures.blobs.path(blob).write_bytes(b"no picture")
        again = only(await imagine.reroll(asked(), job.id))
        refused = await house.ended(again)
        german = await house.ended(only(await imagine.reroll(asked(2, locale="de"), job.id)))
        fault = await house.drawn(imagine, "a fault")
        after = await house.drawn(imagine, "an apple")
    assert (refused.state, refused.reason) == (
        State.FAILED, "One of the pictures cannot be read: send it as PNG, JPEG or WebP.",
    )  # fmt: skip
    assert german.reason == "Eines der Bilder lässt sich nicht lesen: Schick es als PNG, JPEG oder WebP."
    assert fault.state is State.FAILED
    assert fault.reason is not None
    assert fault.id in fault.reason
    assert after.state is State.RENDERED


async def test_a_reroll_has_another_seed_and_the_same_pictures(house: House) -> None:
    """Also where the prompt names a seed, which is the first grid's."""
    link = house.web.link("apple.png")
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, f"{link} an apple --seed 5")
        again = await house.ended(only(await imagine.reroll(asked(2), job.id)))
    assert (again.parent, again.prompt, again.asked.member.id) == (job.id, job.prompt, 2)
    assert job.pictures[0].seed == 5 != again.pictures[0].seed == again.seed
    assert await house.store.jobs.originals(again.id) == await house.store.jobs.originals(job.id)
    assert house.web.asked_for == ["apple.png"]


async def test_a_variation_starts_from_the_stored_picture(house: House) -> None:
    """A subtle one stays nearer to it than a strong one; one that is rolled again starts from it too."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple --strength 1")
        subtle = await house.ended(only(await imagine.vary(asked(), job.id, 2, Strength.SUBTLE)))
        strong = await house.ended(only(await imagine.vary(asked(), job.id, 2, Strength.STRONG)))
        again = await house.ended(only(await imagine.reroll(asked(), strong.id)))
    noted = {each["job"]: each for each in house.notes()}
    stored = str(house.pictures.blobs.path(job.pictures[1].blob))
    assert [noted[each.id]["start"] for each in (job, subtle, strong, again)] == [None, stored, stored, stored]
    assert [noted[each.id]["strength"] for each in (subtle, strong, again)] == [0.5, 0.85, 0.85]
    shares = [_share(house, job.pictures[1], each) for each in (subtle, strong)]
    assert shares == pytest.approx([0.5, 0.85], abs=0.05)


async def test_a_remix_has_the_pictures_of_both_prompts(house: House) -> None:
    """The parent's are not fetched again, and the suffix that stands in the prompt already is not added again."""
    old, new = house.web.link("apple.png"), house.web.link("another.png")
    await house.store.preferences.change(1, lambda mine: mine.with_macro("mood", "at night").with_suffix("--raw"))
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, f"{old} an apple")
        typed = f"{old} {new} a pear --mood --relax"
        remix = await house.ended(only(await imagine.vary(asked(), job.id, 1, Strength.STRONG, typed)))
    assert remix.prompt == f"<{old}> <{new}> a pear at night --relax"
    assert (remix.is_remix, remix.speed, job.is_remix) == (True, Speed.RELAX, False)
    assert set(await house.store.jobs.originals(remix.id)) == {old, new}
    assert house.web.asked_for == ["apple.png", "another.png"]


async def test_a_remix_that_is_wrong_makes_nothing(house: House) -> None:
    """One press is one grid."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple")
        for typed in ("a pear --chaos 101", "a {red, green} pear"):
            with pytest.raises(WrongPrompt):
                await imagine.reroll(asked(), job.id, typed)
    assert await house.store.jobs.children(job.id) == ()


async def test_an_edit_starts_from_the_stored_picture(house: House) -> None:
    """What it does reaches the engine; a pan's prompt has the shape of its pictures, which are varied in that shape."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple")
        panned = await house.ended(only(await imagine.edit(asked(), job.id, 2, Asking(Edit.PAN_LEFT))))
        typed = "a pear --zoom 1.5"
        zoomed = await house.ended(only(await imagine.edit(asked(), panned.id, 1, Asking(Edit.ZOOM, 2.0, typed))))
        large = await house.ended(only(await imagine.edit(asked(), zoomed.id, 1, Asking(Edit.UPSCALE_SUBTLE))))
    noted = {each["job"]: each for each in house.notes()}
    stored = str(house.pictures.blobs.path(job.pictures[1].blob))
    assert (noted[panned.id]["start"], noted[panned.id]["edit"]) == (stored, "pan_left")
    assert panned.prompt == "an apple --ar 3:2"
    assert {(each.width, each.height) for each in panned.pictures} == {(96, 64)}
    assert (zoomed.prompt, zoomed.zoom, zoomed.is_remix) == ("a pear", 1.5, True)
    assert (noted[zoomed.id]["edit"], noted[zoomed.id]["zoom"]) == ("zoom", 1.5)
    (picture,) = large.pictures
    assert (picture.width, picture.height) == tuple(2 * each for each in _size(zoomed))


async def test_an_edit_that_cannot_be_is_refused(house: House) -> None:
    """A square is not made square, and a picture that is not there is not enlarged."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple")
        for index, edit in ((1, Edit.SQUARE), (5, Edit.UPSCALE_SUBTLE)):
            with pytest.raises(Refused) as refused:
                await imagine.edit(asked(), job.id, index, Asking(edit))
            if edit is Edit.SQUARE:
                assert "L'image est déjà carrée" in refused.value.sentence("fr")
    assert await house.store.jobs.children(job.id) == ()


async def test_an_upscale_is_there_at_once(house: House) -> None:
    """Without the engine, and once: who presses it again gets the first."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple")
    imagine = house.imagine()
    first = await imagine.upscale(asked(), job.id, 3)
    again = await imagine.upscale(asked(2), job.id, 3)
    assert (only(first).state, only(first).pictures) == (State.RENDERED, (job.pictures[2],))
    assert (first.is_new, again.is_new, again.jobs) == (True, False, first.jobs)
    assert only(first).id in {each.job_id for each in await house.store.outbox.due()}
    assert house.heard[-1] == (only(first), None)


async def test_buttons_of_what_is_not_there_are_refused(house: House) -> None:
    """A job that is unknown, a number that it has not, one that is still waiting."""
    imagine = house.imagine()
    waiting = only(await imagine.submit(asked(), "an apple"))
    for act in (
        imagine.vary(asked(), "nobody's", 1, Strength.STRONG),
        imagine.reroll(asked(), "nobody's"),
        imagine.upscale(asked(), "nobody's", 1),
        imagine.cancel("nobody's", by=1),
        imagine.vary(asked(), waiting.id, 1, Strength.STRONG),
        imagine.upscale(asked(), waiting.id, 5),
    ):
        with pytest.raises(Refused):
            await act
    assert await house.store.jobs.of(1) == (waiting,)


def _share(house: House, start: Picture, varied: Job) -> float:
    """How far the first variation went from the picture to what its seed alone would have given, 0 to 1."""
    with (
        Image.open(house.pictures.blobs.path(start.blob)) as one,
        Image.open(house.pictures.blobs.path(varied.pictures[0].blob)) as other,
    ):
        alone = Image.new("RGB", one.size, colour_of(varied.pictures[0].seed))
        went, whole = (sum(ImageStat.Stat(ImageChops.difference(one, each)).mean) for each in (other, alone))
    return went / whole


def _size(job: Job) -> tuple[int, int]:
    return job.pictures[0].width, job.pictures[0].height
