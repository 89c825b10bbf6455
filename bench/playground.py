"""How long members wait in the playground: server, bot and members' clients as processes of their own, as in life."""

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import aiohttp

from bench._bot import EIGHT_MIB, large_picture
from bench._timing import Samples, repeated, show, timed
from playground.member import Member

Json = dict[str, Any]
ROOM = "general"
WARM_UP = 3


@asynccontextmanager
async def process(*arguments: str, **environment: str) -> AsyncIterator[Process]:
    """A Python process that ends with the block."""
    started = await asyncio.create_subprocess_exec(
        sys.executable, *arguments, stdout=PIPE, env=os.environ | environment, limit=1 << 20
    )
    try:
        yield started
    finally:
        if started.returncode is None:
            started.terminate()
        await started.wait()


async def said(started: Process) -> Any:
    """The next line that a process prints, read as JSON."""
    assert started.stdout is not None
    return json.loads(await started.stdout.readline())


class Bench:
    """The measurements, one method each; those who act are `ada`, and a crowd that presses together."""

    def __init__(self, samples: Samples, ada: Member, crowd: list[Member]) -> None:
        self._samples, self._ada, self._crowd = samples, ada, crowd
        self._room = ada.channel(ROOM)
        self._large = ("large.png", large_picture())
        self._message: Json = {}

    async def command(self) -> None:
        with timed(self._samples, "command to answer"):
            nonce = await self._ada.slash(self._room, "answer")
            self._message = await answer_to(self._ada, nonce)

    async def click(self) -> None:
        with timed(self._samples, "click to answer"):
            await answer_to(self._ada, await self._ada.press(self._message, "press"))

    async def take(self) -> None:
        """The member puts the file up, the bot downloads it and tells its size."""
        with timed(self._samples, "8 MiB from the member to the bot"):
            nonce = await self._ada.slash(self._room, "take", image=self._large)
            thinking = await answer_to(self._ada, nonce)
            size = str(EIGHT_MIB)
            await self._ada.wait_message(lambda each: each["id"] == thinking["id"] and each["content"] == size)

    async def give(self) -> None:
        """Until the member knows of the file, and until the member has it."""
        start = time.perf_counter()
        with timed(self._samples, "8 MiB from the bot: answer"):
            message = await answer_to(self._ada, await self._ada.slash(self._room, "give"))
        body = await self._ada.fetch(message["attachments"][0]["url"])
        self._samples.setdefault("8 MiB from the bot: answer and download", []).append(time.perf_counter() - start)
        assert len(body) == EIGHT_MIB

    async def press_together(self) -> None:
        start = time.perf_counter()

        async def press(member: Member) -> float:
            await answer_to(member, await member.press(self._message, "press"))
            return time.perf_counter() - start

        seconds = await asyncio.gather(*(press(member) for member in self._crowd))
        name = f"{len(self._crowd)} members press at once"
        self._samples.setdefault(f"{name}: median answer", []).append(statistics.median(seconds))
        self._samples.setdefault(f"{name}: last answer", []).append(max(seconds))


async def answer_to(member: Member, nonce: str) -> Json:
    return await member.wait_for("MESSAGE_CREATE", lambda each: each.get("nonce") == nonce)


async def gathered(members: AsyncExitStack, origin: str, count: int) -> list[Member]:
    """A crowd that joined for this, logged in."""
    names = await joined(origin, count)
    return [await members.enter_async_context(Member(origin, name)) for name in names]


async def joined(origin: str, count: int) -> list[str]:
    """The names of a crowd that joined for this."""
    names = [f"crowd{number}" for number in range(count)]
    async with aiohttp.ClientSession() as http:
        for name in names:
            async with http.post(f"{origin}/control/members", json={"name": name}) as answer:
                answer.raise_for_status()
    return names


async def measure(runs: int, count: int, folder: str) -> Samples:
    samples: Samples = {}
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(process("-m", "playground", "--port", "0", "--data", folder))
        about = await said(server)
        bot = await stack.enter_async_context(
            process(
                "-m", "bench._bot", str(WARM_UP + runs), DISCORD_API=about["api_base"], DISCORD_TOKEN=about["bot_token"]
            )
        )
        samples["login to READY"] = (await said(bot))[WARM_UP:]
        ada = await stack.enter_async_context(Member(about["origin"], "ada"))
        crowd = await gathered(stack, about["origin"], count)
        await ada.wait_for("PRESENCE_UPDATE", lambda each: each["user"]["id"] == about["application_id"])
        bench = Bench(samples, ada, crowd)
        works: list[Callable[[], Awaitable[None]]] = [
            bench.command, bench.click, bench.take, bench.give, bench.press_together
        ]  # fmt: skip
        for work in works:
            await repeated(runs, work, WARM_UP)
    return {name: values[-runs:] for name, values in samples.items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.playground", description=__doc__)
    parser.add_argument("--runs", type=int, default=30, help="how often each is measured (default: 30)")
    parser.add_argument("--members", type=int, default=50, help="how many press at once (default: 50)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        samples = asyncio.run(measure(given.runs, given.members, folder))
    show("The playground", samples, packages=("discord.py", "aiohttp"))


if __name__ == "__main__":
    main()
