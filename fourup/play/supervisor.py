"""Starts the playground's server and the bot, looks after both, and stops both."""

import asyncio
import os
import signal
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from fourup.complaints import variable
from fourup.errors import PlaygroundFailed
from fourup.play.browser import open_browser
from fourup.play.link import Link
from fourup.play.server import Greeting, Place, Server
from fourup.play.terminal import Terminal
from fourup.play.watch import BotWatch, Listeners, Report

T = TypeVar("T")


@dataclass(frozen=True)
class Wishes:
    """What the host asked for."""

    place: Place
    config: Path | None = None
    opens_browser: bool = True


class Stop:
    """SIGINT or SIGTERM: the first asks for a clean stop, the second kills what is left."""

    def __init__(self) -> None:
        self.asked = asyncio.Event()
        self.kills: list[Callable[[], None]] = []
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._signalled)

    def _signalled(self) -> None:
        if self.asked.is_set():
            for kill in self.kills:
                kill()
        self.asked.set()


async def play(wishes: Wishes, terminal: Terminal) -> None:
    """Run until told to stop; raises PortBusy or PlaygroundFailed where the server does not start or ends by itself."""
    stop = Stop()
    server = await Server.start(wishes.place, lambda line: terminal.log("playground", line))
    stop.kills.append(server.child.kill)
    try:
        greeting = await _unless_stopped(stop, server.ready())
        if greeting is not None:
            terminal.address(greeting.origin, wishes.place.data.absolute())
            link = Link(greeting.origin, server.control_token)
            watch = _watch(wishes, greeting, link, terminal)
            stop.kills.append(watch.kill)
            page = open_browser(greeting.origin) if wishes.opens_browser else asyncio.sleep(0)
            await _keep(server, stop, watch.run(), link.run(watch), page)
        terminal.say("Stopped.", "dim")
    finally:
        await server.child.stop()


def _watch(wishes: Wishes, greeting: Greeting, link: Link, terminal: Terminal) -> BotWatch:
    def report(news: Report) -> None:
        terminal.report(news)
        link.report(news)

    config = ["--config", str(wishes.config)] if wishes.config else []
    return BotWatch(
        # -P: a folder of the host's that is called bot is not ours
        [sys.executable, "-P", "-m", "fourup", "run", "--exit-with-parent", *config],
        os.environ | _for_the_bot(greeting, wishes.place.data),
        Listeners(report, lambda line: terminal.log("bot", line)),
    )


def _for_the_bot(greeting: Greeting, data: Path) -> dict[str, str]:
    """Its Discord is the playground, and what it keeps lies beside what the playground keeps."""
    settings = {
        "discord.token": greeting.bot_token,
        "discord.api_base": greeting.api_base,
        "discord.guilds": "",
        "storage.folder": str(data.absolute() / "bot"),
    }
    return {variable(key): value for key, value in settings.items()}


async def _keep(server: Server, stop: Stop, *work: Coroutine[Any, Any, None]) -> None:
    """Do the work until told to stop; an end of the server or a failure in the work ends it all."""
    tasks = [asyncio.create_task(each) for each in work]
    ended = asyncio.create_task(server.child.wait())
    asked = asyncio.create_task(stop.asked.wait())
    failed = asyncio.gather(*tasks)
    awaited: set[asyncio.Future[Any]] = {ended, asked, failed}
    try:
        await asyncio.wait(awaited, return_when=asyncio.FIRST_COMPLETED)
        if failed.done():
            failed.result()
        if ended.done() and not stop.asked.is_set():
            reason = server.child.reason(ended.result())
            raise PlaygroundFailed(f"The playground ended by itself ({reason}), so the bot was stopped too.")
    finally:
        for task in (failed, ended, asked):
            task.cancel()
        await asyncio.gather(failed, *tasks, return_exceptions=True)


async def _unless_stopped(stop: Stop, work: Coroutine[Any, Any, T]) -> T | None:
    """The outcome of the work; None where the host stopped before it was there."""
    task, asked = asyncio.create_task(work), asyncio.create_task(stop.asked.wait())
    try:
        await asyncio.wait({task, asked}, return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else None
    finally:
        task.cancel()
        asked.cancel()
