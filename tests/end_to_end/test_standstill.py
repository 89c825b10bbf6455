"""Something stands still for a while: the bot, its engine, the database. Nothing is lost, and nothing comes twice."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest

from playground import Playground
from playground.member import Member
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.lives import BOT, WORKER, Lives
from tests.end_to_end.trouble import freeze, lock
from tests.end_to_end.waiting import until

pytestmark = [pytest.mark.failing, pytest.mark.timeout(180)]

PATIENCE = 60.0  # seconds
EACH = 3
"""Jobs before, during and after."""
for_a_while = pytest.mark.parametrize("seconds", [2.0, pytest.param(10.0, marks=pytest.mark.proof)])


@pytest.fixture
async def ledger(world: Playground, lives: Lives) -> AsyncIterator[Ledger]:
    """Of a bot that is online, and is stopped at the end of the test as it should be."""
    async with lives:
        await until(lambda: world.hub.is_online(world.application_id))
        yield Ledger(world, lives.folder)
        assert await lives.stop() == 0
    assert lives.exit_codes == []
    assert lives.said.count("Traceback") == 0


async def went_on(ledger: Ledger, ada: Member, trouble: Callable[[], Awaitable[None]]) -> None:
    """Jobs are asked for before, during and after it: all that were taken on are posted, once."""
    room = ada.channel("general")
    for _ in range(EACH):
        await ada.slash(room, "imagine", prompt="an owl")
    await until(lambda: len(ledger.jobs()) == EACH)
    standing = asyncio.create_task(trouble())
    for _ in range(EACH):
        await ada.slash(room, "imagine", prompt="an owl")
    await standing
    await ada.slash(room, "imagine", prompt="a last owl")
    async with asyncio.timeout(PATIENCE):
        await until(lambda: any("a last owl" in each for each in ledger.prompts()))
        await until(lambda: not ledger.unfinished() and not ledger.stale() and ledger.is_sound())
    assert len(ledger.jobs()) > EACH
    assert {job.state for job in ledger.jobs()} == {"delivered"}
    assert ledger.posted([ada]) == {job.id: 1 for job in ledger.jobs()}
    assert ledger.promised([ada]) <= {job.id for job in ledger.jobs()}


@for_a_while
async def test_a_bot_that_stood_still_goes_on(ledger: Ledger, lives: Lives, ada: Member, seconds: float) -> None:
    """A laptop that slept, a machine that swapped: the same process goes on, its leases are its own, no job fails.

    The log says that it stood still.
    """
    await went_on(ledger, ada, lambda: freeze(seconds, *lives.by_role()[BOT]))
    assert "the bot stood still, as on a machine that slept" in lives.said


@for_a_while
async def test_an_engine_that_stood_still_draws_each_job_once(
    ledger: Ledger, lives: Lives, ada: Member, seconds: float
) -> None:
    """Whether it is waited for or replaced: what it says late changes nothing."""
    await went_on(ledger, ada, lambda: freeze(seconds, *lives.by_role()[WORKER]))


@pytest.mark.parametrize("seconds", [1.0, pytest.param(6.0, marks=pytest.mark.proof)])
async def test_a_database_that_another_keeps_locked_is_waited_for(
    ledger: Ledger, lives: Lives, ada: Member, seconds: float
) -> None:
    """For longer than the bot waits at a time, in the proof: whoever asks meanwhile is told to try again."""
    await went_on(ledger, ada, lambda: lock(lives.folder / "fourup-data" / "fourup.db", seconds))


@pytest.fixture
async def ada(world: Playground) -> AsyncIterator[Member]:
    """A member of the world."""
    async with Member(world.origin, "ada") as member:
        yield member
