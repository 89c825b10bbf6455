"""Discord may deliver an interaction more than once: the whole bot takes it for one, in one life and across lives."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from playground import Exchange, Playground
from playground.member import Member
from tests.end_to_end.ledger import YES, Ledger, result_of
from tests.end_to_end.lives import BOT, Lives
from tests.end_to_end.waiting import until

Json = dict[str, Any]
AGAIN = 3


@pytest.fixture
async def kim(world: Playground) -> AsyncIterator[Member]:
    """A member of that world."""
    async with Member(world.origin, "ada") as member:
        yield member


def delivered_last(world: Playground) -> Json:
    """The latest interaction, as the bot got it."""
    session = next(world.hub.sessions(world.application_id))
    payload: Json = next(each for each in reversed(session._log) if each["t"] == "INTERACTION_CREATE")["d"]
    return payload


def refused(world: Playground) -> list[Exchange]:
    """Fills with the answers that Discord had already."""
    found: list[Exchange] = []

    def note(exchange: Exchange) -> None:
        if exchange.path.endswith("/callback") and exchange.status == 400:
            found.append(exchange)

    world.observe(note)
    return found


async def online(world: Playground) -> None:
    """Wait for the bot."""
    await until(lambda: world.hub.is_online(world.application_id))


async def test_an_order_that_comes_again_is_one_order(world: Playground, lives: Lives, kim: Member) -> None:
    """With one message and a result each, though its Yes comes again at once and again to the next life of the bot."""
    late = refused(world)
    async with lives:
        await online(world)
        await kim.slash(kim.channel("pictures"), "imagine", prompt="an owl --repeat 2")
        question = await kim.wait_message(lambda each: YES.search(str(each["components"])) is not None)
        (yes,) = YES.findall(str(question["components"]))
        nonce = await kim.press(question, yes)
        for _ in range(AGAIN):
            world.faults.add("gateway_repeat")
        await kim.wait_for("INTERACTION_SUCCESS", lambda data: data["nonce"] == nonce)
        payload = delivered_last(world)
        await until(lambda: len(late) >= AGAIN)
        lives.strike(*lives.by_role()[BOT])
        await until(lambda: len(lives.exit_codes) == 1)
        await online(world)
        world.hub.to_bot(payload["guild_id"], "INTERACTION_CREATE", payload)
        await until(lambda: len(late) > AGAIN)
        ledger = Ledger(world, lives.folder)
        await until(lambda: ledger.delivered() == 2 and not ledger.stale())
        assert await lives.stop() == 0
    jobs = ledger.jobs()
    assert len({job.interaction_id for job in jobs}) == 1
    assert len(jobs) == 2
    assert ledger.posted([kim]) == {job.id: 1 for job in jobs}
    told = [each for each in kim.heard("MESSAGE_CREATE") if "An order of 2 grids" in each["content"]]
    assert len(told) == 1
    assert ledger.stale() == []


async def test_a_press_that_comes_again_is_one_picture(world: Playground, lives: Lives, kim: Member) -> None:
    """U2 under a grid, and V3 beside it."""
    late = refused(world)
    async with lives:
        await online(world)
        await kim.slash(kim.channel("pictures"), "imagine", prompt="an owl")
        grid = await kim.wait_message(lambda each: bool(result_of(each)), timeout=30)
        ledger = Ledger(world, lives.folder)
        for number, act in enumerate(("upsample::2", "variation::3"), start=1):
            nonce = await kim.press(grid, f"MJ::JOB::{act}::{result_of(grid)}")
            world.faults.add("gateway_repeat")
            await kim.wait_for("INTERACTION_SUCCESS", lambda data, nonce=nonce: data["nonce"] == nonce)
            await until(lambda number=number: len(late) >= number)
        await until(lambda: ledger.delivered() == 3 and not ledger.stale())
        assert await lives.stop() == 0
    assert len(ledger.jobs()) == 3
    assert set(ledger.posted([kim]).values()) == {1}
    assert not [each for each in kim.heard("MESSAGE_CREATE") if each["flags"] & 1 << 6]
