"""The bot dies at every single step of a job, from the command to its result: what it had taken on is done, once."""

import asyncio
from itertools import count
from pathlib import Path

import discord
import pytest

from bot.buttons import progress
from playground import Playground
from playground.member import Member
from tests.death import Death
from tests.end_to_end.dying import PRICE, life
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.waiting import until

pytestmark = pytest.mark.failing

PATIENCE = 60.0  # seconds for a life to do its work
STRIDE = 9
"""The short version dies at every so manieth step."""
FEWEST = 15
"""Steps that a job surely takes."""


@pytest.fixture
def death(monkeypatch: pytest.MonkeyPatch) -> Death:
    """Armed by the test; discord.py's own addresses are put back afterwards."""
    gateway = discord.gateway.DiscordWebSocket
    monkeypatch.setattr(discord.http.Route, "BASE", discord.http.Route.BASE)
    monkeypatch.setattr(gateway, "DEFAULT_GATEWAY", gateway.DEFAULT_GATEWAY)
    monkeypatch.setattr(discord.Asset, "BASE", discord.Asset.BASE)
    return Death(monkeypatch)


@pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("patience", [PATIENCE, 0.0], ids=["at once", "thinking"])
@pytest.mark.parametrize(
    "stride",
    [
        pytest.param(STRIDE, marks=pytest.mark.timeout(180)),
        pytest.param(1, marks=[pytest.mark.proof, pytest.mark.timeout(1800)]),
    ],
)
async def test_a_death_at_every_step_of_a_job_loses_and_repeats_nothing(
    world: Playground, tmp_path: Path, death: Death, stride: int, patience: float, is_after: bool
) -> None:
    """At the first step, the next, until a life comes through the whole of it: transactions, requests, files.

    Whether the bot says first that it is at it must not hang on the machine: it would be other steps.
    """
    death.monkeypatch.setattr(progress, "PATIENCE", patience)
    async with Member(world.origin, "ada") as ada:
        for fatal in count(1, stride):
            if not await survived(world, tmp_path / f"{fatal}", death, ada, fatal, is_after=is_after):
                break
    assert fatal > FEWEST


async def survived(world: Playground, folder: Path, death: Death, ada: Member, fatal: int, *, is_after: bool) -> bool:
    """Two lives of a bot; False where the first came through, since it takes fewer steps than that."""
    folder.mkdir()  # noqa: ASYNC240 - takes no time
    ledger = Ledger(world, folder)

    def is_done() -> bool:
        return ledger.delivered() == 1 and not ledger.unfinished() and not ledger.stale() and ledger.is_sound()

    async with asyncio.timeout(PATIENCE), life(world, folder):
        await until(lambda: world.hub.is_online(world.application_id))
        death.arm(fatal, is_after=is_after)
        await ada.slash(ada.channel("pictures"), "imagine", prompt="an owl")
        await until(lambda: death.struck.is_set() or is_done())
        was_struck = death.struck.is_set()
        death.bury()
    death.disarm()
    async with asyncio.timeout(PATIENCE), life(world, folder):
        await until(lambda: world.hub.is_online(world.application_id))
        if not ledger.jobs():  # the bot never took it on, and Discord told the member so
            await ada.slash(ada.channel("pictures"), "imagine", prompt="an owl")
        await until(is_done)
    (job,) = ledger.jobs()
    assert ledger.posted([ada])[job.id] == 1, fatal
    assert ledger.mischarged(PRICE) == [], fatal
    assert ledger.broken_pictures() == [], fatal
    assert await ledger.stray() == [], fatal
    return was_struck


async def test_a_clock_that_jumps_delays_nothing(world: Playground, tmp_path: Path, death: Death) -> None:
    """A day forward and two days back, between any two jobs: each is drawn and posted, once, within moments."""
    offset = 0.0
    loop = asyncio.get_running_loop()
    began = loop.time()

    def now() -> float:
        return 1_790_000_000.0 + loop.time() - began + offset

    ledger = Ledger(world, tmp_path)
    async with Member(world.origin, "ada") as ada, life(world, tmp_path, now):
        await until(lambda: world.hub.is_online(world.application_id))
        for number, jump in enumerate((0.0, 86_400.0, -172_800.0, 86_400.0), start=1):
            await ada.slash(ada.channel("pictures"), "imagine", prompt="an owl")
            offset += jump
            async with asyncio.timeout(PATIENCE):
                await until(lambda number=number: ledger.delivered() == number and not ledger.stale())
    assert set(ledger.posted([ada]).values()) == {1}
    assert ledger.mischarged(PRICE) == []
