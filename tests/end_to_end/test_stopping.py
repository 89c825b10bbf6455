"""A bot that is told to stop ends soon, whatever it is at, and its next life finishes what it was at."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import pytest

from playground import Playground
from playground.member import Member
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.lives import WORKER, Lives, processes
from tests.end_to_end.stand_in import model_in
from tests.end_to_end.trouble import POSTED
from tests.end_to_end.waiting import until
from tests.fourup.running import SCRIPT

pytestmark = pytest.mark.failing

LATER = 15.0  # seconds; a stop takes ten at most, and `Lives.stop` waits for thirty where the machine is busy
PATIENCE = 60.0  # seconds until all has come to its end, on a busy machine
FOR_EVER = 3600.0  # seconds
MANY = 10_000
LARGE = 768
"""Pixels of a side; four of noise are more than the system keeps of a request that nobody reads."""


@dataclass(frozen=True)
class Scene:
    """A bot that is online, what stands around it, and a member."""

    world: Playground
    lives: Lives
    ledger: Ledger
    ada: Member

    async def ask(self, *prompts: str) -> None:
        """All of them are taken on."""
        before = len(self.ledger.jobs())
        for prompt in prompts:
            await self.ada.slash(self.ada.channel("general"), "imagine", prompt=prompt)
        await until(lambda: len(self.ledger.jobs()) == before + len(prompts))

    async def is_(self, *states: str) -> None:
        """Wait for a job in each of these states."""
        await until(lambda: {job.state for job in self.ledger.jobs()} >= {*states})

    async def struck(self) -> None:
        """Wait until what waits for a request has met it."""
        await until(lambda: any(each.left < MANY for each in self.world.faults.waiting()))


async def rests(scene: Scene) -> None:
    """Nothing is asked of it."""


async def jobs_wait(scene: Scene) -> None:
    """More than are drawn at a time."""
    await scene.ask(*["an owl slowly"] * 12)
    await scene.is_("waiting", "running")


async def engine_loads(scene: Scene) -> None:
    """As one that reads a model from a slow disk: it hears nobody, and ends only by force."""
    for pid in scene.lives.by_role()[WORKER]:
        os.kill(pid, signal.SIGSTOP)
    await scene.ask("an owl", "another owl")


async def engine_hangs(scene: Scene) -> None:
    """In the middle of a picture."""
    await scene.ask("an owl slowly")
    await scene.is_("running")
    for pid in scene.lives.by_role()[WORKER]:
        os.kill(pid, signal.SIGSTOP)


async def discord_is_silent(scene: Scene) -> None:
    """It takes every request, and answers none."""
    await scene.ask("an owl slowly", "another owl slowly")
    scene.world.faults.add("slow", count=MANY, seconds=FOR_EVER)
    await scene.struck()
    await scene.is_("rendered")


async def discord_fails(scene: Scene) -> None:
    """Every request, for longer than anybody tries it."""
    await scene.ask("an owl slowly", "another owl slowly")
    scene.world.faults.add("error_before", count=MANY, status=503)
    await scene.struck()
    await scene.is_("rendered")


async def discord_is_away(scene: Scene) -> None:
    """Every line is cut, the gateway's too."""
    await scene.ask("an owl slowly", "another owl slowly")
    scene.world.faults.add("drop_before", count=MANY)
    scene.world.faults.add("gateway_drop")
    await scene.is_("rendered")


async def discord_limits(scene: Scene) -> None:
    """It said to come again later than the bot is to be gone."""
    scene.world.faults.add("rate_limit", route=POSTED, count=MANY, retry_after=LATER)
    await scene.ask("an owl")
    await scene.struck()


async def upload_runs(scene: Scene) -> None:
    """Of twelve megabytes, of which nothing is read."""
    scene.world.faults.add("slow", route=POSTED, count=MANY, seconds=FOR_EVER)
    await scene.ask("an owl, noisy")
    await scene.is_("rendered")
    await scene.struck()


async def is_answering(scene: Scene) -> None:
    """A member has just asked, and the answer is on its way."""
    scene.world.faults.add("slow", route="/callback$", seconds=FOR_EVER)
    await scene.ask("an owl")
    await until(lambda: not scene.world.faults.waiting())


SHORT = (jobs_wait, engine_hangs, discord_is_silent, upload_runs)
LONG = (rests, engine_loads, discord_fails, discord_is_away, discord_limits, is_answering)
STATES = [*SHORT, *(pytest.param(each, marks=pytest.mark.proof) for each in LONG)]


@pytest.mark.parametrize("brought", STATES, ids=lambda each: each.__name__)
async def test_it_stops_in_time_and_nothing_is_lost(
    brought: Callable[[Scene], Awaitable[None]], world: Playground, lives: Lives
) -> None:
    """With exit code 0, no trace and no process left behind; what was under way is posted by the next life, once."""
    model_in(lives.folder / "small", LARGE if brought is upload_runs else 64)
    ledger = Ledger(world, lives.folder)
    async with Member(world.origin, "ada") as ada:
        async with lives:
            await until(lambda: world.hub.is_online(world.application_id) and lives.by_role()[WORKER])
            await brought(Scene(world, lives, ledger, ada))
            asked = len(ledger.jobs())
            assert await lives.stop() == 0
        assert processes(lives.folder) == {}
        assert "Traceback" not in lives.said
        world.faults.clear()
        async with Lives(world, lives.folder, variables=lives.variables) as later:
            async with asyncio.timeout(PATIENCE):
                await until(lambda: world.hub.is_online(world.application_id))
                await until(lambda: not ledger.unfinished() and not ledger.stale() and ledger.is_sound())
            assert await later.stop() == 0
        assert [job.state for job in ledger.jobs()] == ["delivered"] * asked
        assert ledger.posted([ada]) == {job.id: 1 for job in ledger.jobs()}


_STUCK = """
import asyncio
import fourup.stopping
from bot.client import Fourup
async def close(self):
    await asyncio.Event().wait()
Fourup.close = close
fourup.stopping.DEADLINE = {0}
"""


def stuck(lives: Lives, deadline: float) -> Lives:
    """Its goodbye to Discord never ends, and it has so many seconds for that."""
    lives.command = (sys.executable, "-c", _STUCK.format(deadline) + SCRIPT)
    return lives


async def test_what_does_not_end_is_left_to_the_next_start(world: Playground, lives: Lives) -> None:
    """At the deadline the bot goes all the same, as one that was stopped, with an engine that hears nobody."""
    ledger = Ledger(world, lives.folder)
    async with Member(world.origin, "ada") as ada:
        async with stuck(lives, 0.5):
            await until(lambda: world.hub.is_online(world.application_id) and lives.by_role()[WORKER])
            await engine_hangs(Scene(world, lives, ledger, ada))
            assert await lives.stop() == 0
        await until(lambda: not processes(lives.folder))
        assert "the next start goes on with what is left" in lives.said
        assert "Traceback" not in lives.said
        async with Lives(world, lives.folder, variables=lives.variables) as later:
            async with asyncio.timeout(PATIENCE):
                await until(lambda: not ledger.unfinished() and not ledger.stale() and ledger.is_sound())
            assert await later.stop() == 0
        assert ledger.posted([ada]) == {job.id: 1 for job in ledger.jobs()}


async def test_the_engine_ends_while_discord_is_being_left(world: Playground, lives: Lives) -> None:
    """Neither waits for the other; and whoever asks a second time has the bot end at once."""
    async with stuck(lives, FOR_EVER):
        await until(lambda: world.hub.is_online(world.application_id) and lives.by_role()[WORKER])
        assert lives.process is not None
        lives.process.send_signal(signal.SIGTERM)
        await until(lambda: not lives.by_role()[WORKER])
        assert lives.process.returncode is None
        assert await lives.stop() == 1
        await until(lambda: not processes(lives.folder))
