"""The queue as moderators move it, with what draws."""

import pytest

from bot.imagine.errors import Refused
from bot.imagine.imagine import Imagine
from bot.jobs.job import State
from bot.jobs.queue import Halt, Hold, Position
from bot.store.rulings import By
from engine.protocol import Started
from tests.bot.imagine.house import House, asked, only

BY, ELSEWHERE = By(9, 8, 7), By(9, 99)


async def test_a_paused_queue_hands_nothing_out_and_what_runs_goes_on(house: House) -> None:
    """Who waits is told by whom and why; when it goes on, it is drawn at once."""
    async with house.drawing() as imagine:
        running = only(await imagine.submit(asked(), "hold on"))
        await house.told(running, Started)
        hold = Hold(Halt.PAUSED, 9, "a test")
        assert await imagine.queue.hold(BY, hold)
        waiting = only(await imagine.submit(asked(2), "an apple"))
        assert await imagine.position(waiting) == Position(1, None, hold)
        overview = await imagine.queue.overview()
        assert [place.ticket.job_id for place in overview.places] == [running.id, waiting.id]
        assert (await house.store.jobs.get(running.id)).state is State.RUNNING
        assert await imagine.queue.hold(BY, None)
        await imagine.cancel(running.id, by=1)
        assert (await house.ended(waiting)).state is State.RENDERED


async def test_a_pause_holds_after_a_restart(house: House) -> None:
    """What ran waits again, and is held too."""
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), "hold on"))
        await house.told(job, Started)
        await imagine.queue.hold(BY, Hold(Halt.PAUSED, 9))
    async with house.drawing() as again:
        other = only(await again.submit(asked(2), "an apple --fast"))
        assert (await again.position(job)) == Position(1, None, Hold(Halt.PAUSED, 9))
        assert (await again.position(other)) == Position(2, None, Hold(Halt.PAUSED, 9))


async def test_a_drained_queue_refuses_what_is_new(house: House) -> None:
    """What waits is drawn, and buttons that draw are refused as commands are."""
    async with house.drawing() as imagine:
        waiting = only(await imagine.submit(asked(), "an apple"))
        await imagine.queue.hold(BY, Hold(Halt.DRAINING, 9, "new models"))
        with pytest.raises(Refused) as refused:
            await imagine.submit(asked(2), "a pear")
        assert "new models" in refused.value.sentence("en")
        drawn = await house.ended(waiting)
        with pytest.raises(Refused):
            await imagine.reroll(asked(2), drawn.id)
        assert only(await imagine.upscale(asked(2), drawn.id, 1)).state is State.RENDERED


async def test_a_moved_job_is_next(house: House) -> None:
    """Once; and neither what runs nor what is asked for in another server can be moved."""
    imagine = house.imagine()
    jobs = [only(await imagine.submit(asked(member), "an apple")) for member in (1, 2, 3)]
    assert await numbers(imagine) == {jobs[0].id: 1, jobs[1].id: 2, jobs[2].id: 3}
    await imagine.queue.move(BY, jobs[2].id)
    assert (await numbers(imagine))[jobs[2].id] == 1
    for job_id, by, key in (
        (jobs[2].id, BY, "queue.in_front"),
        (jobs[1].id, ELSEWHERE, "queue.not_here"),
        ("0" * 8, BY, "job.unknown"),
    ):
        with pytest.raises(Refused) as refused:
            await imagine.queue.move(by, job_id)
        assert refused.value.key == key
    await imagine.cancel(jobs[1].id, by=2)
    with pytest.raises(Refused) as refused:
        await imagine.queue.move(BY, jobs[1].id)
    assert refused.value.key == "queue.not_waiting"


async def numbers(imagine: Imagine) -> dict[str, int]:
    """The place of each that waits."""
    places = (await imagine.queue.overview()).waiting
    return {place.ticket.job_id: place.position.number for place in places if place.position}


async def test_a_moderator_cancels_and_the_author_reads_so(house: House) -> None:
    """Nothing is charged for what was not drawn; who cancels an own job needs no reason."""
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), "hold on"))
        await house.told(job, Started)
        with pytest.raises(Refused):
            await imagine.queue.cancel(ELSEWHERE, job.id)
        cancelled = await imagine.queue.cancel(BY, job.id)
        assert cancelled.reason == "A moderator cancelled it. What was not drawn of it costs nothing."
        assert cancelled.charged in {0.0, None}
        own = only(await imagine.submit(asked(2), "hold on"))
        assert (await imagine.cancel(own.id, by=2)).reason is None


async def test_all_that_wait_are_cancelled_at_once(house: House) -> None:
    """One's own, and not what runs."""
    async with house.drawing() as imagine:
        running = only(await imagine.submit(asked(), "hold on"))
        await house.told(running, Started)
        await imagine.queue.hold(BY, Hold(Halt.PAUSED, 9))
        mine = [only(await imagine.submit(asked(), "an apple")) for _ in range(3)]
        other = only(await imagine.submit(asked(2), "an apple"))
        assert await imagine.queue.cancel_waiting(1) == len(mine)
        assert await imagine.queue.cancel_waiting(1) == 0
        assert {(await house.store.jobs.get(job.id)).state for job in mine} == {State.CANCELLED}
        assert (await house.store.jobs.get(other.id)).state is State.WAITING
        assert (await house.store.jobs.get(running.id)).state is State.RUNNING
