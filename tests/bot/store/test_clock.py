"""A clock that jumps, a day ahead or two back: nobody waits for it, loses a job or is refused for it."""

from collections.abc import Awaitable, Callable

import pytest

from bot.jobs.job import State
from bot.jobs.scene import Scene
from bot.policy.case import Case, Known
from bot.policy.decide import decide
from bot.policy.errors import Refused
from bot.policy.limits import Limits
from bot.policy.order import Grid, Order
from bot.policy.periods import day_of, month_of
from bot.store.alarms import Alarm
from bot.store.store import Store
from tests.bot.store.conftest import START, Time, claimed, make, rendered

DAY = 86_400.0
SCENE = Scene(1, 7, 8)
GRID = Grid("an apple", "an apple", "", "pocket", 64, 64, 20, 4)


async def a_result(store: Store) -> Callable[[], Awaitable[int]]:
    """Discord did not take it just now."""
    job = await rendered(store)
    await store.outbox.put_off(job.id, START + 60)

    async def due() -> int:
        return len(await store.outbox.due())

    return due


async def an_alarm(store: Store) -> Callable[[], Awaitable[int]]:
    """The same."""
    await store.alarms.sound(Alarm(9, 8, 7, 1, "gun", "a gun"))
    await store.alarms.put_off(9, START + 60)

    async def due() -> int:
        return len(await store.alarms.due())

    return due


async def an_erasure(store: Store) -> Callable[[], Awaitable[int]]:
    """The same, of a message that is to be deleted."""
    job = await rendered(store)
    await store.outbox.deliver(job.id, 7, 5)
    await store.forgetting.ask(1)
    await store.forgetting.step()
    assert await store.erasures.left() == 1
    await store.erasures.put_off(5, START + 60)

    async def due() -> int:
        return len(await store.erasures.due())

    return due


@pytest.mark.parametrize("put_off", [a_result, an_alarm, an_erasure])
async def test_a_clock_that_jumped_delays_nothing(
    store: Store, time: Time, put_off: Callable[[Store], Awaitable[Callable[[], Awaitable[int]]]]
) -> None:
    """What was put off for a minute is due, wherever the clock is."""
    due = await put_off(store)
    assert await due() == 0
    for jump in (-2 * DAY, DAY):
        time.now = START + jump
        assert await due() == 1


async def test_a_clock_that_jumped_takes_no_job_from_its_holder(store: Store, time: Time) -> None:
    """Who lives says so before those are looked for who do not."""
    job = await claimed(store)
    for jump in (DAY, -2 * DAY):
        time.now += jump
        assert await store.leases.extend([job.lease], 30.0) == ()
        assert await store.leases.expire() == ()
    assert (await store.jobs.get(job.id)).state is State.RUNNING


async def test_a_clock_that_jumped_keeps_no_job_from_the_next_life(store: Store, time: Time) -> None:
    """What an earlier life held waits again, though its lease seems to last for days."""
    job = await claimed(store)
    time.now -= 2 * DAY
    assert [each.id for each in await store.leases.recover()] == [job.id]


async def test_a_clock_that_was_put_back_forgets_all_of_a_member(store: Store, time: Time) -> None:
    """What they made while it was ahead, too."""
    job = await rendered(store)
    await store.outbox.deliver(job.id, 7, 5)
    time.now = START - 2 * DAY
    await store.forgetting.ask(1)
    (step,) = await store.forgetting.step()
    assert (step.jobs, step.is_last) == (1, True)


async def asked(store: Store, now: float, limits: Limits) -> None:
    """For another grid. Raises Refused."""
    used = await store.usage.since(SCENE, day_of(now, "UTC"), month_of(now, "UTC"))
    decide(Case(SCENE, Order("imagine", (GRID,)), Known(limits, used), now))


async def test_a_clock_that_was_put_back_ends_a_cooldown(store: Store) -> None:
    """Nobody is told to come again in two days; at the right time it holds."""
    await store.jobs.submit([make(1)])
    limits = Limits(cooldown=60)
    await asked(store, START - 2 * DAY, limits)
    with pytest.raises(Refused, match="again"):
        await asked(store, START + 30, limits)
    await asked(store, START + DAY, limits)


async def test_a_clock_that_jumped_gives_a_day_its_minutes(store: Store) -> None:
    """On another day there are new ones; back on the first they are used, and the sentence says until when."""
    await rendered(store)
    limits = Limits(gpu_day=2.5 / 60)
    with pytest.raises(Refused) as refused:
        await asked(store, START + 60, limits)
    assert f"<t:{int(day_of(START, 'UTC').end)}" in refused.value.sentence("en-US")
    await asked(store, START + DAY, limits)
    with pytest.raises(Refused):
        await asked(store, START + 120, limits)
