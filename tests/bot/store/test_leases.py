"""Jobs as workers meet them."""

import asyncio

import pytest

from bot.jobs.errors import Superseded, WrongState
from bot.jobs.job import Lease, State
from bot.jobs.queue import Choice, Queue, Ticket
from bot.store.errors import UnknownJob
from bot.store.store import Store
from tests.bot.store.conftest import PICTURES, START, Time, claimed, make, rendered


async def test_jobs_are_handed_out_oldest_first(store: Store) -> None:
    """Each once, in a first attempt; then none is left."""
    for number in (3, 1, 2):
        await store.jobs.submit([make(number, member=number)])
    claims = [await store.leases.claim("one", 30.0) for _ in range(4)]
    assert [job and (job.seed, job.attempt, job.holder) for job in claims] == [
        (1, 1, "one"),
        (2, 1, "one"),
        (3, 1, "one"),
        None,
    ]
    assert [job and job.held_until for job in claims] == [START + 30] * 3 + [None]


async def test_claims_at_once_never_get_the_same_job(store: Store) -> None:
    """Within one process."""
    for number in range(1, 21):
        await store.jobs.submit([make(number)])
    claims = await asyncio.gather(*(store.leases.claim("one", 30.0) for _ in range(30)))
    ids = [job.id for job in claims if job]
    assert len(ids) == len(set(ids)) == 20


async def test_a_scheduler_sees_the_first_of_each_member_and_all_that_run(store: Store) -> None:
    """And what it takes is handed out."""
    for number, member in ((1, 1), (2, 1), (3, 1), (4, 2), (5, 2)):
        await store.jobs.submit([make(number, member)])
    await store.leases.claim("one", 30.0)
    seen: list[Queue] = []

    def last(queue: Queue) -> Choice:
        seen.append(queue)
        return Choice(queue.heads[-1].job_id)

    job = await store.leases.claim("two", 30.0, last)
    assert job == await store.jobs.get(make(4).id)
    assert seen[0].heads == tuple(Ticket(make(n).id, m, make(n).speed, False, guild_id=8) for n, m in ((2, 1), (4, 2)))
    assert seen[0].running == (Ticket(make(1).id, 1, make(1).speed, False, "one", guild_id=8),)


async def test_a_scheduler_that_is_wrong_breaks_nothing(store: Store) -> None:
    """What runs already is not handed out again, what is not there neither."""
    job = await claimed(store)
    with pytest.raises(WrongState):
        await store.leases.claim("two", 30.0, lambda queue: Choice(queue.running[0].job_id))
    with pytest.raises(UnknownJob):
        await store.leases.claim("two", 30.0, lambda _queue: Choice("nobody's"))
    assert await store.jobs.get(job.id) == job


async def test_pictures_are_recorded_with_the_delivery(store: Store) -> None:
    """Nothing is rendered that nobody posts."""
    job = await rendered(store)
    assert await store.jobs.get(job.id) == job
    assert (job.state, job.pictures) == (State.RENDERED, PICTURES)
    assert [each.job_id for each in await store.outbox.due()] == [job.id]


async def test_a_late_finisher_changes_nothing(store: Store, time: Time) -> None:
    """The worker froze, its job went to another; whatever it then says is thrown away."""
    late = (await claimed(store)).lease
    time.now += 31
    assert [job.id for job in await store.leases.expire()] == [late.job_id]
    current = await store.leases.claim("two", 30.0)
    assert current is not None
    for act in (store.leases.render(late, PICTURES, 1.0), store.leases.fail(late, "cannot")):
        with pytest.raises(Superseded):
            await act
    assert await store.leases.extend([late], 30.0) == (late,)
    assert await store.leases.hand_back([late]) == (late,)
    assert await store.leases.lose([late], "died") == (late,)
    assert await store.jobs.get(late.job_id) == current
    assert await store.outbox.due() == ()
    assert (await store.leases.render(current.lease, PICTURES, 1.0)).state is State.RENDERED


async def test_a_finisher_comes_late_for_what_was_cancelled(store: Store) -> None:
    """And it learns of it when it says that it lives."""
    lease = (await claimed(store)).lease
    await store.jobs.cancel(lease.job_id, by=1)
    assert await store.leases.extend([lease], 30.0) == (lease,)
    with pytest.raises(Superseded):
        await store.leases.render(lease, PICTURES, 1.0)
    assert (await store.jobs.get(lease.job_id)).state is State.CANCELLED


async def test_a_result_is_recorded_once(store: Store) -> None:
    """The second time is late too."""
    lease = (await claimed(store)).lease
    await store.leases.render(lease, PICTURES, 1.0)
    with pytest.raises(Superseded):
        await store.leases.render(lease, PICTURES, 1.0)
    assert len(await store.outbox.due()) == 1


async def test_a_holder_that_says_that_it_lives_keeps_its_job(store: Store, time: Time) -> None:
    """To the last moment and not beyond."""
    lease = (await claimed(store)).lease
    time.now += 29
    assert await store.leases.extend([lease], 30.0) == ()
    time.now += 30
    assert await store.leases.expire() == ()
    time.now += 1
    assert [job.state for job in await store.leases.expire()] == [State.WAITING]


async def test_a_dead_worker_s_jobs_run_alone(store: Store) -> None:
    """One by one; nothing starts beside them, and what waits comes after."""
    for number in (1, 2, 3):
        await store.jobs.submit([make(number)])
    held = [await store.leases.claim("one", 30.0) for _ in range(2)]
    await store.leases.lose([job.lease for job in held if job], "died")
    first = await store.leases.claim("one", 30.0)
    assert first is not None
    assert (first.seed, first.is_alone, first.attempt) == (1, True, 2)
    assert await store.leases.claim("one", 30.0) is None
    await store.leases.render(first.lease, PICTURES, 1.0)
    second = await store.leases.claim("one", 30.0)
    assert second is not None
    assert second.seed == 2
    await store.leases.fail(second.lease, "cannot")
    third = await store.leases.claim("one", 30.0)
    assert third is not None
    assert (third.seed, third.is_alone) == (3, False)


async def test_a_job_that_brings_workers_down_blocks_nobody(store: Store) -> None:
    """It fails with the reason, and the next is handed out."""
    await store.jobs.submit([make(1)])
    await store.jobs.submit([make(2)])
    for _ in range(3):
        job = await store.leases.claim("one", 30.0)
        assert job is not None
        await store.leases.lose([job.lease], "It brought the engine down.")
    failed = await store.jobs.get(make(1).id)
    assert (failed.state, failed.reason) == (State.FAILED, "It brought the engine down.")
    job = await store.leases.claim("one", 30.0)
    assert job is not None
    assert job.seed == 2


async def test_recovery_hands_back_all_that_ran(store: Store) -> None:
    """Whoever held it, for however long; the rest stays as it is."""
    done = await rendered(store, 1)
    running = await claimed(store, 2)
    await store.jobs.submit([make(3)])
    (back,) = await store.leases.recover()
    assert (back.id, back.state, back.is_alone, back.deaths) == (running.id, State.WAITING, False, 0)
    assert await store.jobs.get(done.id) == done
    assert await store.leases.recover() == ()


async def test_a_lease_of_a_job_that_is_not_there_holds_no_more(store: Store) -> None:
    """Its author was forgotten; the other leases of the same holder are extended all the same."""
    gone = Lease("nobody's", 1)
    assert await store.leases.extend([gone], 30.0) == (gone,)
