"""Queues of servers that moderators have stopped, and jobs that they moved to the front."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.jobs.job import Job, State
from bot.jobs.queue import Halt, Hold
from bot.store.audit import Act, Entry
from bot.store.errors import CannotUndo, Undoing
from bot.store.holds import QUEUE, value_of
from bot.store.rulings import By
from bot.store.store import Store, open_store
from tests.bot.store.conftest import START, make

PAUSED = Hold(Halt.PAUSED, 3, "a test")
BY = By(3, 8, 7)


async def hold(store: Store, value: Hold | None, guild_id: int = 8) -> Entry | None:
    """A moderator decides it."""
    return await store.rulings.decide(By(3, guild_id), QUEUE, "", value_of(value))


def elsewhere(number: int, member: int = 1, guild_id: int | None = 9) -> Job:
    """A job of another server."""
    job = make(number, member)
    return replace(job, asked=replace(job.asked, channel_id=70 + (guild_id or 0), guild_id=guild_id))


async def test_nothing_of_a_paused_server_is_handed_out(store: Store) -> None:
    """Jobs of other servers and of direct messages are, even where the same member has older ones that are held."""
    for job in (make(1), elsewhere(2), elsewhere(3, 2, None), make(4, 3)):
        await store.jobs.submit([job])
    await hold(store, PAUSED)
    queue = await store.leases.queue()
    assert [each.job_id for each in queue.heads] == [make(2).id, make(3).id]
    assert [each.job_id for each in queue.held] == [make(1).id, make(4).id]
    assert queue.holds == {8: PAUSED}
    claims = [await store.leases.claim("one", 30.0) for _ in range(3)]
    assert [job and job.id for job in claims] == [make(2).id, make(3).id, None]
    await hold(store, None)
    claims = [await store.leases.claim("one", 30.0) for _ in range(3)]
    assert [job and job.id for job in claims] == [make(1).id, make(4).id, None]


async def test_a_drained_server_is_handed_out(store: Store) -> None:
    """It only takes nothing in, which the policy looks at."""
    await store.jobs.submit([make(1)])
    await hold(store, Hold(Halt.DRAINING, 3))
    assert (await store.leases.queue()).held == ()
    assert await store.rulings.hold(8) == Hold(Halt.DRAINING, 3)
    assert await store.leases.claim("one", 30.0)


async def test_a_pause_outlives_the_bot(path: Path) -> None:
    """And is taken back in the log."""
    async with open_store(path, lambda: START) as store:
        await store.jobs.submit([make(1)])
        entry = await hold(store, PAUSED)
        assert await hold(store, PAUSED) is None, "pressed twice, it is one entry"
    async with open_store(path, lambda: START) as store:
        assert await store.leases.claim("one", 30.0) is None
        assert await store.rulings.hold(8) == PAUSED
        assert await store.rulings.hold(None) is None
        assert entry
        await store.audit.undo(entry.number, Act(4, "", guild_id=8))
        assert await store.leases.claim("one", 30.0)


async def moved(store: Store, job: Job, before: float | None = None) -> Entry:
    """A moderator moves it."""
    act = Act(3, "front", "", 8, 7, job.id, before, START)
    return await store.audit.do(act)


async def test_a_job_is_moved_and_put_back(store: Store) -> None:
    """It is the next one whoever has waited longer; undone, it stands where it came."""
    for number in (1, 2, 3):
        await store.jobs.submit([make(number)])
    entry = await moved(store, make(3))
    assert [each.job_id for each in (await store.leases.queue()).heads if each.moved_at] == [make(3).id]
    undone = await store.audit.undo(entry.number, Act(4, "", guild_id=8))
    assert (await store.jobs.get(make(3).id)).moved_at is None
    await store.audit.undo(undone.number, Act(4, "", guild_id=8))
    assert (await store.jobs.get(make(3).id)).moved_at == START


async def test_what_does_not_wait_is_not_moved(store: Store) -> None:
    """Nor what was moved already, nor what is not there; and nothing is written then."""
    await store.jobs.submit([make(1)])
    await moved(store, make(1))
    with pytest.raises(CannotUndo) as cannot:
        await moved(store, make(1))
    assert cannot.value.why is Undoing.CHANGED
    with pytest.raises(CannotUndo):
        await moved(store, make(2))
    job = await store.leases.claim("one", 30.0)
    assert job
    assert job.state is State.RUNNING
    with pytest.raises(CannotUndo):
        await store.audit.undo(1, Act(4, "", guild_id=8))
    assert len(await store.audit.of(8)) == 1
