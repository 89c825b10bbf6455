"""A running `fourup play`, as the host who started it has it before him."""

import asyncio
import json
import os
import select
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

from tests.canary import heard

PATIENCE = 45.0  # seconds until something that has to come must have come
LONGEST = 2**24  # bytes of a line: the chattiest log has all commands in all languages in one


class House:
    """The process, what it printed, and the playground's own view of the bot."""

    def __init__(self, process: asyncio.subprocess.Process, origin: str) -> None:
        self.process, self.origin = process, origin
        self.printed: list[str] = []
        self._news = asyncio.Condition()
        self._is_read = False
        self._reader = asyncio.create_task(self._read())

    async def until_printed(self, text: str) -> None:
        """Wait for a line with this text; a process that ended without it fails the test with what it printed."""
        async with asyncio.timeout(PATIENCE), self._news:
            await self._news.wait_for(lambda: self._is_read or any(text in line for line in self.printed))
        assert any(text in line for line in self.printed), "\n".join(self.printed)

    async def until_bot(self, condition: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The bot as the page sees it, once it fulfils the condition."""
        source = f"{self.origin}/control/events"
        async with asyncio.timeout(PATIENCE), aiohttp.ClientSession() as session, session.get(source) as events:
            async for line in events.content:
                bot = json.loads(line[5:]).get("bot") if line.startswith(b"data:") else None
                if bot and condition(bot):
                    return dict(bot)
        raise AssertionError("the playground ended its events")

    async def until_online(self, restarts: int = 0) -> int:
        """The number of the bot's process, once it is online after so many restarts."""

        def is_online(bot: dict[str, Any]) -> bool:
            process = bot["process"]
            return bool(bot["online"]) and (process["state"], process["restarts"]) == ("running", restarts)

        return int((await self.until_bot(is_online))["process"]["pid"])

    async def order(self, order: str) -> None:
        """What the page's buttons send."""
        button = f"{self.origin}/control/bot"
        async with aiohttp.ClientSession() as session, session.post(button, json={"do": order}) as answer:
            assert answer.status == 202, await answer.text()

    def children(self) -> dict[str, int]:
        """The numbers of the server's and the bot's process, by the module that they run."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        commands = {int(pid): Path(f"/proc/{pid}/cmdline").read_text().split("\0") for pid in listed}
        return {command[command.index("-m") + 1]: pid for pid, command in commands.items() if "-m" in command}

    async def end(self) -> int:
        """The exit code, once the process has ended and all that it printed is read."""
        async with asyncio.timeout(PATIENCE):
            exit_code = await self.process.wait()
            await self._reader
        return exit_code

    async def _read(self) -> None:
        assert self.process.stdout is not None
        async for line in self.process.stdout:
            async with self._news:
                self.printed.append(line.decode().rstrip())
                heard("what `fourup play` printed", self.printed[-1])
                self._news.notify_all()
        async with self._news:
            self._is_read = True
            self._news.notify_all()


async def start(*arguments: str, python: str = sys.executable) -> asyncio.subprocess.Process:
    """`fourup play` in a session of its own, as a terminal gives it one, wide enough for long paths."""
    return await asyncio.create_subprocess_exec(
        *(python, "-P", "-m", "fourup", "play", "--no-browser", *arguments),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
        start_new_session=True,
        env=os.environ | {"COLUMNS": "250"},
        limit=LONGEST,
    )


@asynccontextmanager
async def house(port: int, data: Path, python: str = sys.executable) -> AsyncIterator[House]:
    """`fourup play` with its page answering; ended by force afterwards where the test has not ended it."""
    it = House(await start("--port", str(port), "--data", str(data), python=python), f"http://127.0.0.1:{port}")
    try:
        await it.until_printed(it.origin)
        yield it
    finally:
        if it.process.returncode is None:
            it.process.kill()
        await it.end()


def variables(pid: int) -> dict[str, str]:
    """The environment that a process was given."""
    pairs = (line.partition("=") for line in Path(f"/proc/{pid}/environ").read_text().split("\0"))
    return {name: value for name, _, value in pairs}


def gone(pid: int) -> bool:
    """True once the process has ended, be it waited for or not; False where it lives on."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], PATIENCE)[0])
    finally:
        os.close(descriptor)
