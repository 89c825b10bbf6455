"""How long members wait for the bot: the playground, the bot and its drawer as processes of their own, as in life.

What the GPU takes is left out: the drawer hands out pictures that are as large as real ones.
"""

import argparse
import asyncio
import json
import re
import tempfile
import time
from asyncio.subprocess import Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console

from bench._drawer import SIDE
from bench._timing import Samples, repeated, show, timed
from bench.playground import answer_to, gathered, process, said
from playground.member import Member
from tests.end_to_end.stand_in import model_in

Json = dict[str, Any]
ROOM = "general"
WARM_UP = 3
AT_ONCE = 3  # jobs of a member that run


@dataclass
class House:
    """The playground, what the bot is to find in its folder, and where both write what is measured."""

    about: Json
    folder: Path
    samples: Samples = field(default_factory=dict)

    @classmethod
    def furnished(cls, about: Json, folder: Path, rows: int = 1024) -> "House":
        """With a small model, and one whose grids are four times SIDE by SIDE; so many pictures are drawn at a time."""
        model_in(folder / "small")
        model_in(folder / "large", SIDE)
        models = "".join(f'[models.{name}]\nfamily = "sd15"\npath = "{name}"\n' for name in ("small", "large"))
        (folder / "config.toml").write_text(f"[engine]\nrows = {rows}\n{models}")
        return cls(about, folder)

    @asynccontextmanager
    async def bot(self, **variables: str) -> AsyncIterator[Process]:
        """`fourup run`, online; how long that took is measured."""
        with timed(self.samples, "exec to READY"):
            stack = AsyncExitStack()
            running = await stack.enter_async_context(
                process(
                    *("-m", "bench._fourup"),
                    FOURUP_CONFIG=str(self.folder / "config.toml"),
                    FOURUP_DISCORD__TOKEN=self.about["bot_token"],
                    FOURUP_DISCORD__API_BASE=self.about["api_base"],
                    FOURUP_LOG__LEVEL="error",
                    BENCH_RENDERED=str(self.rendered),
                    **variables,
                )
            )
            await said(running)
        async with stack:
            yield running

    @property
    def rendered(self) -> Path:
        """When the drawer told of which job."""
        return self.folder / "rendered"

    @property
    def delays(self) -> Path:
        """By how much the bot's loop was late, and when."""
        return self.folder / "delays"


class Bench:
    """The measurements of a running bot, by a member."""

    def __init__(self, house: House, ada: Member) -> None:
        self._house, self._ada, self._samples = house, ada, house.samples
        self._room = ada.channel(ROOM)

    async def imagine(self) -> None:
        """Until the answer; then wait for the grid, so that each is measured alone."""
        with timed(self._samples, "/imagine to answer"):
            answer = await self._ask("a red apple")
        await self._grid(answer)

    async def wrong(self) -> None:
        """Until the sentence that says what is wrong with a prompt."""
        with timed(self._samples, "wrong prompt to answer"):
            answer = await self._ask("a red apple --ar 16x9 --s 2000")
        assert answer["embeds"]

    async def upscale(self) -> None:
        """Until the picture by itself is there."""
        grid = await self._grid(await self._ask("a red apple"))
        with timed(self._samples, "U2 to its picture"):
            await self._ada.press(grid, button_of(grid, "U2"))
            await self._ada.wait_message(
                lambda each: (each.get("message_reference") or {}).get("message_id") == grid["id"]
            )

    async def large(self) -> None:
        """From the drawer's word that a grid is there to the message with it."""
        grid = await self._grid(await self._ask("a photograph --model large"))
        posted = time.monotonic()
        last = json.loads(self._house.rendered.read_text().splitlines()[-1])
        assert _job(grid) == last["job"]
        name = f"pictures there to grid posted, {2 * SIDE} x {2 * SIDE}"
        self._samples.setdefault(name, []).append(posted - last["at"])

    async def _ask(self, prompt: str) -> Json:
        return await answer_to(self._ada, await self._ada.slash(self._room, "imagine", prompt=prompt))

    async def _grid(self, answer: Json) -> Json:
        """The result of the job that this answer is about."""
        return await self._ada.wait_message(lambda each: len(each["components"]) == 2 and _job(each) == _job(answer))


def _job(message: Json) -> str:
    """The job that the message's first button is about."""
    return str(re.findall(r"[0-9a-f-]{36}", message["components"][0]["components"][0]["custom_id"])[0])


def button_of(message: Json, label: str) -> str:
    """The custom id of the button with this label or emoji."""
    rows = (each for row in message["components"] for each in row["components"])
    return next(
        str(each["custom_id"]) for each in rows if label in {each.get("label"), each.get("emoji", {}).get("name")}
    )


async def crowded(house: House, members: list[Member], seconds: float) -> None:
    """All run as many jobs as they may, for so long; how late the bot's loop is meanwhile."""
    room = members[0].channel(ROOM)
    asking = (each.slash(room, "imagine", prompt="a busy town") for each in members for _ in range(AT_ONCE))
    await asyncio.gather(*asking)
    start = time.monotonic()
    await asyncio.sleep(seconds)
    late = [float(delay) for at, delay in map(str.split, house.delays.read_text().splitlines()) if float(at) >= start]
    house.samples[f"loop's delay, {AT_ONCE * len(members)} jobs running"] = late


def memory(process_id: int) -> tuple[float, float]:
    """Resident now and at most, in MiB."""
    status = Path(f"/proc/{process_id}/status").read_text()
    now, most = (int(re.search(rf"{name}:\s+(\d+)", status)[1]) / 1024 for name in ("VmRSS", "VmHWM"))  # type: ignore[index]
    return now, most


async def measure(runs: int, count: int, seconds: float, folder: Path) -> tuple[House, dict[str, tuple[float, float]]]:
    used: dict[str, tuple[float, float]] = {}
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(process("-m", "bench._playground", str(folder / "playground")))
        house = House.furnished(await said(server), folder)
        ada = await stack.enter_async_context(Member(house.about["origin"], "ada"))

        async def start() -> None:
            async with house.bot():
                pass

        await repeated(runs, start, WARM_UP)
        async with house.bot() as bot:
            bench = Bench(house, ada)
            used["after the start"] = memory(bot.pid)
            for work in (bench.imagine, bench.wrong, bench.upscale):
                await repeated(runs, work, WARM_UP)
            used["after small grids"] = memory(bot.pid)
            await repeated(runs, bench.large, WARM_UP)
            used[f"after grids of {2 * SIDE} x {2 * SIDE}"] = memory(bot.pid)
        crowd = await gathered(stack, house.about["origin"], count)
        slow = {"STAND_IN_STEPS": "10000", "STAND_IN_STEP": "0.05", "BENCH_DELAYS": str(house.delays)}
        async with house.bot(**slow) as bot:
            await crowded(house, crowd, seconds)
            used[f"with {AT_ONCE * count} jobs running"] = memory(bot.pid)
    return house, used


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.bot", description=__doc__)
    parser.add_argument("--runs", type=int, default=30, help="how often each is measured (default: 30)")
    parser.add_argument("--members", type=int, default=17, help="how many run three jobs each (default: 17)")
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they do (default: 30)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        house, used = asyncio.run(measure(given.runs, given.members, given.seconds, Path(folder)))
    runs = {name: values if "delay" in name else values[-given.runs :] for name, values in house.samples.items()}
    show("The bot", runs, packages=("discord.py", "SQLAlchemy", "Pillow"))
    for when, (now, most) in used.items():
        Console().print(f"Memory {when}: {now:.0f} MiB, at most {most:.0f} MiB until then")


if __name__ == "__main__":
    main()
