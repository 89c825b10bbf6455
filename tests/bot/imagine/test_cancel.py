"""Jobs that are not wanted any more."""

import pytest

from bot.imagine import originals
from bot.imagine.errors import Refused
from bot.jobs.job import Job, State
from engine.protocol import Started
from tests.bot.imagine.house import House, asked, only


async def test_a_waiting_job_is_never_drawn(house: House) -> None:
    """It is cancelled at once, and heard of."""
    imagine = house.imagine()
    job = only(await imagine.submit(asked(), "an apple"))
    cancelled = await imagine.cancel(job.id, by=1)
    assert cancelled.state is State.CANCELLED
    assert house.heard[-1] == (cancelled, None)
    async with house.drawing() as running:
        await house.drawn(running, "a pear")
    assert [each["job"] for each in house.notes()] != [job.id]
    assert len(house.notes()) == 1


async def test_a_running_job_frees_the_engine(house: House) -> None:
    """The next one starts where it was."""
    async with house.drawing() as imagine:
        jobs = [only(await imagine.submit(asked(member), "hold on")) for member in (1, 2, 3, 4)]
        await house.told(jobs[1], Started)
        await imagine.cancel(jobs[0].id, by=1)
        await house.told(jobs[2], Started)
        assert (await house.store.jobs.get(jobs[0].id)).state is State.CANCELLED
    assert (await house.store.jobs.get(jobs[0].id)).state is State.CANCELLED, "stopping the bot changes nothing"


async def test_a_job_that_waits_for_its_picture_can_be_cancelled(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not fetched to the end."""
    monkeypatch.setattr(originals, "SOON", 0.05)
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), f"{house.web.link('slow.png')} an apple"))
        await house.until(lambda: house.heard[-1][0].state is State.RUNNING)
        await imagine.cancel(job.id, by=1)
        await house.drawn(imagine, "a pear")
    assert (await house.store.jobs.get(job.id)).state is State.CANCELLED
    assert len(house.notes()) == 1


async def test_what_has_ended_cannot_be_cancelled(house: House) -> None:
    """Its pictures are there; and what is cancelled stays so, however often it is asked."""
    async with house.drawing() as imagine:
        done = await house.drawn(imagine, "an apple")
        with pytest.raises(Refused) as refused:
            await imagine.cancel(done.id, by=1)
        assert (refused.value.title, refused.value.key) == ("Job action restricted", "cancel.too_late")
        held = only(await imagine.submit(asked(), "hold on"))
        first: Job = await imagine.cancel(held.id, by=1)
        assert await imagine.cancel(held.id, by=1) == first


async def test_only_the_author_and_moderators_cancel(house: House) -> None:
    """What a moderator does is on record."""
    imagine = house.imagine()
    job = only(await imagine.submit(asked(), "an apple"))
    with pytest.raises(Refused) as refused:
        await imagine.cancel(job.id, by=2)
    assert refused.value.key == "cancel.not_yours"
    assert (await imagine.cancel(job.id, by=2, is_moderator=True)).state is State.CANCELLED
    (entry,) = await house.store.audit.of_job(job.id)
    assert (entry.act.member_id, entry.act.action) == (2, "cancel")
