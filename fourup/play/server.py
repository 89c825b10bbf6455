"""The playground's server as a process of its own."""

import asyncio
import json
import os
import secrets
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp

from engine.child import Child, Listener
from fourup.errors import PlaygroundFailed, PortBusy

START_LIMIT = 60.0  # seconds until it must listen
PAGE_LIMIT = 10.0  # seconds until the page must answer after that
BUSY = 2  # its exit code where the port is taken


@dataclass(frozen=True)
class Place:
    """Where the playground listens and keeps its data."""

    host: str
    port: int
    data: Path


@dataclass(frozen=True)
class Greeting:
    """What the server prints when it listens."""

    origin: str
    api_base: str
    bot_token: str


class Server:
    """The running server; `control_token` opens its line for supervisors."""

    def __init__(self, child: Child, greeting: asyncio.Future[Greeting], control_token: str) -> None:
        self.child = child
        self.control_token = control_token
        self._greeting = greeting

    @classmethod
    async def start(cls, place: Place, log: Listener) -> "Server":
        """Start the process; `ready` waits for it."""
        greeting: asyncio.Future[Greeting] = asyncio.get_running_loop().create_future()

        def output(line: str) -> None:
            read = None if greeting.done() else _read(line)
            if read is None:
                log(line)
            else:
                greeting.set_result(read)

        control_token = secrets.token_urlsafe(32)
        arguments = ["--host", place.host, "--port", str(place.port), "--data", str(place.data), "--exit-with-parent"]
        child = await Child.start(
            # -P: a folder of the host's that is called playground is not ours
            [sys.executable, "-P", "-m", "playground", *arguments],
            {**os.environ, "PLAYGROUND_CONTROL_TOKEN": control_token},
            output,
            log,
        )
        return cls(child, greeting, control_token)

    async def ready(self) -> Greeting:
        """Wait until the page answers; raises PortBusy or PlaygroundFailed where it does not come to that."""
        ended = asyncio.create_task(self.child.wait())
        awaited: set[asyncio.Future[Any]] = {ended, self._greeting}
        try:
            await asyncio.wait(awaited, timeout=START_LIMIT, return_when=asyncio.FIRST_COMPLETED)
            if ended.done() and not self._greeting.done():
                raise self._failure(ended.result())
        finally:
            ended.cancel()
        if not self._greeting.done():
            raise PlaygroundFailed(f"The playground did not start within {START_LIMIT:g} seconds.")
        greeting = self._greeting.result()
        await _page_answers(greeting.origin)
        return greeting

    def _failure(self, exit_code: int) -> PortBusy | PlaygroundFailed:
        reason = self.child.reason(exit_code)
        if exit_code == BUSY:
            return PortBusy(reason.partition(": ")[2] or reason)
        return PlaygroundFailed(f"The playground could not start ({reason}).")


def _read(line: str) -> Greeting | None:
    try:
        told = json.loads(line)
        return Greeting(told["origin"], told["api_base"], told["bot_token"])
    except (ValueError, KeyError, TypeError):
        return None


async def _page_answers(origin: str) -> None:
    try:
        timeout = aiohttp.ClientTimeout(total=PAGE_LIMIT)
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(origin) as answer:
            answer.raise_for_status()
    except (aiohttp.ClientError, TimeoutError) as failure:
        raise PlaygroundFailed(
            f"The playground listens at {origin}, but its page does not answer: {failure}."
        ) from None
