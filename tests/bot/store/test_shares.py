"""What the scheduler remembers: handed out, measured, refunded, and there after a restart."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.jobs.job import Job, Speed
from bot.jobs.queue import Position, Queue, Share
from bot.scheduler.fair import PATIENCE, Fair
from bot.scheduler.forecast import forecast
from bot.store.store import Store, open_store
from tests.bot.store.conftest import PICTURES, START, make

FAST = Speed.FAST
FAIR = Fair(9, lambda: 0.1).choose
CHARGED = 10.0
FIRST = PATIENCE[FAST]


def planned(number: int, member: int = 1) -> Job:
    """A job of 100 units of work, ten seconds as long as nothing was measured."""
    return replace(make(number, member), model="small", work=100.0)


async def begun(store: Store, *numbers: int) -> Job:
    """The first of these jobs, handed out."""
    for number in numbers:
        await store.jobs.submit([planned(number)])
    job = await store.leases.claim("one", 30.0, FAIR)
    assert job is not None
    return job


async def tag(store: Store, member: int = 1) -> float:
    """Where the member's next job may start."""
    return (await store.leases.queue()).shares.of[member, FAST].tag


async def test_what_is_handed_out_is_charged(store: Store) -> None:
    """What is expected of it, by the member's weight."""
    job = await begun(store, 1, 2)
    assert job.charged == CHARGED
    queue = await store.leases.queue()
    assert queue.shares.of == {(1, FAST): Share(FIRST + CHARGED / 2, is_waiting=True)}
    assert (queue.shares.virtual, queue.shares.model) == (FIRST, "small")
    assert [ticket.job_id for ticket in queue.heads] == [make(2).id]


async def test_what_was_measured_counts_in_the_end(store: Store) -> None:
    """For the member, and for what the next job of that model is expected to take."""
    job = await begun(store, 1, 2)
    drawn = await store.leases.render(job.lease, PICTURES, 30.0)
    assert drawn.charged == 30.0
    assert await tag(store) == FIRST + 30.0 / 2
    assert (await store.leases.queue()).rates == {"small": 0.3}
    second = await store.leases.claim("one", 30.0, FAIR)
    assert second is not None
    assert second.charged == pytest.approx(30.0)
    await store.leases.render(second.lease, PICTURES, 10.0)
    assert (await store.leases.queue()).rates == {"small": pytest.approx(0.8 * 0.3 + 0.2 * 0.1)}


@pytest.mark.parametrize("end", ["failed", "handed back", "lost", "taken back", "cancelled", "half drawn"])
async def test_what_was_not_drawn_is_refunded(store: Store, end: str) -> None:
    """Once, however it came to an end; of what was cancelled, all that was not drawn yet."""
    job = await begun(store, 1, 2)
    match end:
        case "failed":
            await store.leases.fail(job.lease, "no reason")
        case "handed back":
            await store.leases.hand_back([job.lease, job.lease])
        case "lost":
            await store.leases.lose([job.lease], "no reason")
        case "taken back":
            await store.leases.recover()
            await store.leases.recover()
        case "cancelled":
            await store.jobs.cancel(job.id, by=1)
        case "half drawn":
            await store.jobs.cancel(job.id, by=1, used=0.5)
    assert await tag(store) == FIRST + (CHARGED / 4 if end == "half drawn" else 0.0)


async def test_a_late_worker_is_paid_nothing(store: Store) -> None:
    """An attempt that holds the job no more changes nobody's share."""
    job = await begun(store, 1, 2)
    await store.leases.hand_back([job.lease])
    before = await tag(store)
    assert await store.leases.hand_back([job.lease]) == (job.lease,)
    assert await tag(store) == before


async def test_cancelling_what_waits_costs_nothing(store: Store) -> None:
    """It was never handed out."""
    await begun(store, 1, 2)
    before = await tag(store)
    await store.jobs.cancel(make(2).id, by=1)
    assert await tag(store) == before


async def test_everything_is_there_after_a_restart(path: Path) -> None:
    """The same job is next, by the same shares."""
    queues: list[Queue] = []
    for _ in range(2):
        async with open_store(path, lambda: START) as store:
            if not queues:
                await begun(store, 1, 2, 3)
                await store.jobs.submit([planned(4, member=2)])
            queues.append(await store.leases.queue())
    assert queues[0] == queues[1]
    choices = [FAIR(queue) for queue in queues]
    assert choices[0] == choices[1]


async def test_a_job_from_before_its_plan_was_kept_is_drawn(store: Store) -> None:
    """It counts as a usual one."""
    await store.jobs.submit([make(1)])
    job = await store.leases.claim("one", 30.0, FAIR)
    assert job is not None
    assert job.charged == pytest.approx(24.0)


async def test_the_whole_queue_tells_everybodys_place(store: Store) -> None:
    """Whoever they are; what runs has none."""
    running = await begun(store, 1, 2, 3)
    await store.jobs.submit([planned(4, member=2)])
    places = forecast(await store.leases.queue(), {running.id: 4.0}, 0.1)
    assert places == {
        make(4).id: Position(1, pytest.approx(14.0)),
        make(2).id: Position(2, pytest.approx(24.0)),
        make(3).id: Position(3, pytest.approx(34.0)),
    }
