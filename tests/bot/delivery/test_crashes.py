"""The bot dies between any two steps: what was begun is continued, and nothing is repeated."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from bot.store.messages import Kind
from playground.member import Member
from playground.world.permissions import Permission
from tests.bot.delivery.house import House, Json, until
from tests.bot.delivery.test_trouble import deny
from tests.death import Death

DONE = ["**bad** - <@{0}> (Stopped)\nNo memory.", "**good** - <@{0}> (fast)", "**single** - <@{0}> (fast)"]
STEPS = 26
"""More than there are in one life."""
SHORT = {1, 6, 11, 16}
"""The steps of the short version."""
at_any_step = pytest.mark.parametrize(
    "fatal", [pytest.param(n, marks=() if n in SHORT else pytest.mark.proof) for n in range(1, STEPS + 1)]
)
before_and_after = pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])


@before_and_after
@at_any_step
async def test_a_death_at_any_step_loses_and_repeats_nothing(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch, fatal: int, is_after: bool
) -> None:
    """The n-th step towards the database or Discord is the last one of the first life."""
    good = await house.answered(ada, pictures, "good")
    bad = await house.answered(ada, pictures, "bad")
    single = await house.submitted(ada, pictures, "single")
    for job, count in ((good, 4), (single, 1)):
        await house.rendered(job, count=count)
    await house.failed(bad, "No memory.")
    done = [each.format(ada.id) for each in DONE]

    async def is_done() -> bool:
        return sorted(each["content"] for each in house.standing(str(pictures["id"]))) == done

    death = Death(monkeypatch)
    await two_lives(house, death, lambda: death.arm(fatal, is_after=is_after), is_done)
    assert await house.store.outbox.next_due_at() is None
    assert len(ada.heard("MESSAGE_CREATE")) == 4, "two answers and two results"
    await house.ends(single)
    await until(lambda: house.shows(bad.id, Kind.ENDED))
    await until(lambda: house.shows(good.id, Kind.RESULT))


@before_and_after
@at_any_step
async def test_a_death_on_the_way_elsewhere_loses_and_repeats_nothing(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch, fatal: int, is_after: bool
) -> None:
    """The channel takes no pictures any more: the author gets one direct message."""
    job = await house.answered(ada, pictures, "good")
    dm = await ada.dm(house.playground.application_id)
    deny(house.playground, pictures["id"], Permission.SEND_MESSAGES)
    await house.rendered(job)

    async def is_done() -> bool:
        there = [each["content"].partition("\n")[0] for each in house.standing(dm["id"])]
        return there == [DONE[1].format(ada.id)] and not house.standing(str(pictures["id"]))

    death = Death(monkeypatch)
    await two_lives(house, death, lambda: death.arm(fatal, is_after=is_after), is_done)
    assert len(ada.heard("MESSAGE_CREATE")) == 2, "the answer and the result"
    await until(lambda: house.shows(job.id, Kind.RESULT))


async def two_lives(
    house: House, death: Death, arm: Callable[[], None], is_done: Callable[[], Awaitable[bool]]
) -> None:
    """Until it strikes, or is all done; then from there on."""
    house.fresh()
    arm()
    async with house.delivering():
        ways = [asyncio.create_task(until(is_done)), asyncio.create_task(death.struck.wait())]
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        for way in ways:
            way.cancel()
    death.disarm()
    house.fresh()
    async with house.delivering():
        await until(is_done)
        await until(lambda: nothing_is_left(house))


async def nothing_is_left(house: House) -> bool:
    """Whether everything is recorded."""
    return not await house.store.messages.in_progress() and await house.store.outbox.next_due_at() is None
