"""Keeps the bot's process running: starts it again when it died, and obeys restart, stop and start."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

from engine.child import Child, Listener
from engine.restarts import ATTEMPTS, NO_USE, Restarts

Order = Literal["restart", "stop", "start"]
STOP = 12.0
"""Seconds for a stop of the bot, which takes ten at most: what it has in hand is handed back meanwhile."""
ORDERS: tuple[Order, ...] = ("restart", "stop", "start")


@dataclass(frozen=True)
class Report:
    """How the bot's process is; `detail` is a sentence for people, empty where there is nothing to say."""

    state: Literal["starting", "running", "stopped", "crashed"]
    pid: int | None = None
    restarts: int = 0
    detail: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As the playground's page reads it."""
        return asdict(self)


@dataclass(frozen=True)
class Listeners:
    """Who hears of the bot: its states, and the lines that it logs."""

    report: Callable[[Report], None]
    log: Listener


class BotWatch:
    """One bot process at a time, until `run` is cancelled."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], listeners: Listeners) -> None:
        self._command, self._environment, self._listeners = command, environment, listeners
        self._orders: asyncio.Queue[Order] = asyncio.Queue()
        self._child: Child | None = None
        self._online_since: float | None = None
        self._restarts = 0
        self.report = Report("stopped")

    def order(self, order: Order) -> None:
        """Ask for a restart, a stop or a start; carried out in turn."""
        self._orders.put_nowait(order)

    def kill(self) -> None:
        """End the bot at once."""
        if self._child is not None:
            self._child.kill()

    async def run(self) -> None:
        """Start the bot and keep it; stops it when cancelled."""
        history = Restarts()
        detail = ""
        while True:
            child = await self._start(detail)
            try:
                order = await self._end_or_order(child)
            finally:
                exit_code = await child.stop(STOP)
            if order is not None:
                history, detail = Restarts(), ""
                if order == "stop":
                    self._say(Report("stopped", restarts=self._restarts))
                    await self._until_started()
            else:
                detail = await self._after_death(child, exit_code, history)
            self._restarts += 1

    async def _start(self, detail: str) -> Child:
        self._online_since = None
        self._say(Report("starting", restarts=self._restarts, detail=detail))
        child = await Child.start(self._command, self._environment, self._output, self._listeners.log)
        self._child = child
        self._say(Report("starting", child.pid, self._restarts, detail))
        return child

    async def _end_or_order(self, child: Child) -> Order | None:
        """The order that came while the bot ran; None where it ended by itself."""
        ended = asyncio.create_task(child.wait())
        ordered = asyncio.create_task(self._next_order({"restart", "stop"}))
        try:
            await asyncio.wait({ended, ordered}, return_when=asyncio.FIRST_COMPLETED)
            return ordered.result() if ordered.done() else None
        finally:
            ended.cancel()
            ordered.cancel()

    async def _after_death(self, child: Child, exit_code: int, history: Restarts) -> str:
        """Wait for the time to start again, which an order may shorten; what to say about the death meanwhile."""
        online_for = None if self._online_since is None else time.monotonic() - self._online_since
        delay = history.delay(exit_code, online_for)
        reason = child.reason(exit_code)
        if delay is None:
            times = "" if exit_code == NO_USE else f" {ATTEMPTS} times in a row"
            self._say(Report("crashed", restarts=self._restarts, detail=f"The bot could not start{times} ({reason})."))
            await self._until_started()
            history.deaths = history.failed_starts = 0
            return ""
        ended = f"The bot ended ({reason})"
        self._say(Report("crashed", restarts=self._restarts, detail=f"{ended}; it is started again in {delay:g} s."))
        try:
            order = await asyncio.wait_for(self._next_order(set(ORDERS)), delay)
        except TimeoutError:
            return f"{ended} and was started again."
        if order == "stop":
            self._say(Report("stopped", restarts=self._restarts))
            await self._until_started()
        return ""

    async def _until_started(self) -> None:
        await self._next_order({"restart", "start"})

    async def _next_order(self, wanted: set[Order]) -> Order:
        """The next order that changes something; others are read and dropped."""
        while (order := await self._orders.get()) not in wanted:
            pass
        return order

    def _output(self, line: str) -> None:
        """The bot prints a line of JSON when it is online."""
        try:
            is_online = json.loads(line).get("event") == "online"
        except (ValueError, AttributeError):
            self._listeners.log(line)
            return
        if is_online and self._child is not None:
            self._online_since = self._online_since or time.monotonic()
            self._say(Report("running", self._child.pid, self._restarts, self.report.detail))

    def _say(self, report: Report) -> None:
        if report != self.report:
            self.report = report
            self._listeners.report(report)
