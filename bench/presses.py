"""How late the bot's event loop is while two hundred members press buttons at once, and the engine draws."""

import argparse
import asyncio
import itertools
import os
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from rich.console import Console

from bench._timing import Samples, p99, show
from bench.bot import ROOM, House, button_of
from bench.playground import Json, gathered, process, said
from playground.member import Member

LABELS = ("U1", "V2", "U3", "🔄", "U2", "V4")
"""What is pressed, in turns: pictures by themselves and new grids."""
BOUND = 0.05  # seconds
ROWS = 32
"""Pictures that are drawn at the same time: as many as a large GPU takes, not as many as are asked for."""
PATIENCE = 60.0
UNANSWERED: list[str] = []
"""Presses that the bot did not answer in Discord's three seconds."""
ANSWERED = ("INTERACTION_SUCCESS", "INTERACTION_FAILURE")


async def pressed(member: Member, grid: Json, label: str) -> float:
    """The seconds until the bot has answered this press; one that it did not answer ends the measurement."""
    start = time.perf_counter()
    nonce = await member.press(grid, button_of(grid, label))
    ways = {
        kind: asyncio.create_task(member.wait_for(kind, lambda each: each["nonce"] == nonce, timeout=PATIENCE))
        for kind in ANSWERED
    }
    await asyncio.wait(ways.values(), timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
    is_answered = ways[ANSWERED[0]].done()
    for way in ways.values():
        way.cancel()
    if not is_answered:
        UNANSWERED.append(label)
    return time.perf_counter() - start


async def waves(members: list[Member], grid: Json, seconds: float) -> list[float]:
    """All press at the same moment, and again when the last has its answer, for so long."""
    labels, taken = itertools.cycle(LABELS), list[float]()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        taken += await asyncio.gather(*(pressed(each, grid, next(labels)) for each in members))
    return taken


async def quiet(seconds: float, tick: float = 0.01) -> list[float]:
    """How late an event loop is that does nothing: what this machine's load alone does, just before."""
    late, end = list[float](), time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.perf_counter()
        await asyncio.sleep(tick)
        late.append(time.perf_counter() - start - tick)
    return late


@asynccontextmanager
async def drawing(house: House) -> AsyncIterator[None]:
    """The bot, with an engine that never has nothing to do."""
    async with house.bot(STAND_IN_STEP="0.05", STAND_IN_STEPS="40", BENCH_DELAYS=str(house.delays)):
        yield


async def measure(count: int, seconds: float, folder: Path) -> Samples:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(process("-m", "bench._playground", str(folder / "playground")))
        house = House.furnished(await said(server), folder, ROWS)
        samples = house.samples
        samples["delay of a loop that does nothing"] = await quiet(5.0)
        crowd = await gathered(stack, house.about["origin"], count)
        await stack.enter_async_context(drawing(house))
        first = crowd[0]
        await first.slash(first.channel(ROOM), "imagine", prompt="a red apple")
        grid = await first.wait_message(lambda each: len(each["components"]) == 2, timeout=PATIENCE)
        start = time.monotonic()
        samples[f"a press to its answer, {count} at once"] = await waves(crowd, grid, seconds)
        told = [each.split() for each in house.delays.read_text().splitlines()]
        samples["delay of the bot's loop meanwhile"] = [float(each[1]) for each in told if float(each[0]) >= start]
    del samples["exec to READY"]
    return samples


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.presses", description=__doc__)
    parser.add_argument("--members", type=int, default=200, help="how many press at once (default: 200)")
    parser.add_argument("--seconds", type=float, default=30.0, help="for how long (default: 30)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        samples = asyncio.run(measure(given.members, given.seconds, Path(folder)))
    show("The bot's event loop", samples, packages=("discord.py", "SQLAlchemy"))
    late = p99(samples["delay of the bot's loop meanwhile"])
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    verdict = "within" if late <= BOUND else "beyond"
    Console().print(f"{len(UNANSWERED)} presses were not answered within three seconds")
    Console().print(f"p99 of the delay is {verdict} {BOUND * 1000:.0f} ms; load of the machine {load}")


if __name__ == "__main__":
    main()
