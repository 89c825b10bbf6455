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
from bench.playground import Json, answer_to, joined, process, said
from playground.member import Member

LABELS = ("U1", "V2", "U3", "🔄", "U2", "V4")
"""What is pressed, in turns: pictures that are there by themselves already, and new grids."""
BOUND = 0.05  # seconds
ROWS = 32
"""Pictures that are drawn at the same time: as many as a large GPU takes, not as many as are asked for."""
PATIENCE = 60.0
LOADING = 1 << 7
"""Of a message that will be edited into the answer."""
TAKEN, ANSWERED = "a press to its acknowledgement", "a press to its answer"
UNANSWERED: list[str] = []
"""Presses that the bot did not acknowledge in Discord's three seconds."""


class Client(Member):
    """Opens only what is about its member: in life each has a machine of its own to read the rest on."""

    def read(self, text: str) -> Json:
        """What a frame says; nothing where it is for everybody."""
        is_own = not text.startswith('{"op":0') or self.id in text or '"t":"INTERACTION_' in text[:60]
        return super().read(text) if is_own else {"op": None}

    async def outcome(self, nonce: str) -> tuple[str, Json]:
        """How the interaction of this nonce went."""
        kinds = "INTERACTION_SUCCESS", "INTERACTION_FAILURE"
        return await self._first(
            lambda name, data: name in kinds and data["nonce"] == nonce, "a word of an interaction", PATIENCE
        )

    async def answer(self, interaction_id: str) -> None:
        """Until it is answered by a message, or by a window."""

        def is_answer(name: str, data: Json) -> bool:
            if name == "INTERACTION_MODAL_CREATE":
                return bool(data["id"] == interaction_id)
            asked = data.get("interaction_metadata") or {}
            return asked.get("id") == interaction_id and not data["flags"] & LOADING

        await self._first(is_answer, "an answer", PATIENCE)


async def pressed(samples: Samples, member: Client, grid: Json, label: str) -> None:
    """Press, and wait until the bot has answered; one that it did not acknowledge in time is not answered any more."""
    start = time.perf_counter()
    kind, told = await member.outcome(await member.press(grid, button_of(grid, label)))
    samples[TAKEN].append(time.perf_counter() - start)
    if kind == "INTERACTION_FAILURE":
        UNANSWERED.append(label)
        return
    await member.answer(told["id"])
    samples[ANSWERED].append(time.perf_counter() - start)


async def waves(samples: Samples, members: list[Client], grid: Json, seconds: float) -> None:
    """All press at the same moment, and again when the last has its answer, for so long."""
    labels = itertools.cycle(LABELS)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        await asyncio.gather(*(pressed(samples, each, grid, next(labels)) for each in members))


async def furnished(ada: Member) -> Json:
    """A grid whose pictures stand by themselves as well."""
    await ada.slash(ada.channel(ROOM), "imagine", prompt="a red apple")
    grid = await ada.wait_message(lambda each: len(each["components"]) == 2, timeout=PATIENCE)
    for label in ("U1", "U2", "U3"):
        await ada.press(grid, button_of(grid, label))
        sought = f"Image #{label[1]}"
        await ada.wait_message(lambda each, sought=sought: sought in each["content"], timeout=PATIENCE)  # type: ignore[misc]
    return grid


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


async def measure(count: int, remixing: int, seconds: float, folder: Path) -> Samples:
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(process("-m", "bench._playground", str(folder / "playground")))
        house = House.furnished(await said(server), folder, ROWS)
        samples = house.samples
        samples["delay of a loop that does nothing"] = await quiet(5.0)
        origin = house.about["origin"]
        crowd = [await stack.enter_async_context(Client(origin, name)) for name in await joined(origin, count)]
        await stack.enter_async_context(drawing(house))
        async with Member(origin, "ada") as ada:
            grid = await furnished(ada)
        for member in crowd[:remixing]:
            await answer_to(member, await member.slash(member.channel(ROOM), "prefer remix"))
        samples[TAKEN], samples[ANSWERED] = [], []
        start = time.monotonic()
        await waves(samples, crowd, grid, seconds)
        told = [each.split() for each in house.delays.read_text().splitlines()]
        samples["delay of the bot's loop meanwhile"] = [float(each[1]) for each in told if float(each[0]) >= start]
    del samples["exec to READY"]
    return samples


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.presses", description=__doc__)
    parser.add_argument("--members", type=int, default=200, help="how many press at once (default: 200)")
    parser.add_argument("--remixing", type=int, default=20, help="how many of them have remix mode on (default: 20)")
    parser.add_argument("--seconds", type=float, default=30.0, help="for how long (default: 30)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        samples = asyncio.run(measure(given.members, given.remixing, given.seconds, Path(folder)))
    show("The bot's event loop", samples, packages=("discord.py", "SQLAlchemy"))
    late = p99(samples["delay of the bot's loop meanwhile"])
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    verdict = "within" if late <= BOUND else "beyond"
    pressed_in_all = len(samples[TAKEN])
    Console().print(f"{len(UNANSWERED)} of {pressed_in_all} presses were not acknowledged within three seconds")
    Console().print(f"p99 of the delay is {verdict} {BOUND * 1000:.0f} ms; load of the machine {load}")


if __name__ == "__main__":
    main()
