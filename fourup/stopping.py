"""The end of the bot on request: in order where that goes soon, by force where it does not."""

import asyncio
import os
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Protocol, Self

import structlog

DEADLINE = 9.0
"""Seconds from the request to the end by force; a stop takes ten at most. Whoever waits for it waits for longer."""
_A_MOMENT = 0.5  # seconds for the last words, where somebody reads the log

log = structlog.stdlib.get_logger("fourup.stopping")


class Alarm(Protocol):
    """A clock that rings once, in a thread of its own."""

    daemon: bool

    def start(self) -> None:
        """From now on."""

    def cancel(self) -> None:
        """It is not wanted any more."""


class Stopping:
    """Whether the bot is to stop; a context manager around all that it does.

    What is not over at the deadline is left to the next start, which takes it up as it does after a crash. That
    depends neither on the event loop nor on any thread that waits for the network or a disk.
    """

    def __init__(
        self,
        end: Callable[[int], object] = os._exit,
        alarm: Callable[[float, Callable[[], None]], Alarm] = threading.Timer,
    ) -> None:
        """`end` ends the process with this exit code, `alarm` makes a clock."""
        self._asked, self._end, self._make_alarm = asyncio.Event(), end, alarm
        self._alarm: Alarm | None = None
        self.by_force: Callable[[], None] = lambda: None
        """Ends at once what would not end with this process."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._alarm:
            self._alarm.cancel()

    def ask(self) -> None:
        """The first time, in order; whoever asks again does not want to wait. The engine's processes go with us."""
        if self._alarm:
            self._end(1)
            return
        self._alarm = self._make_alarm(DEADLINE, self._too_late)
        self._alarm.daemon = True
        self._alarm.start()
        self._asked.set()

    def ask_once(self) -> None:
        """As `ask`, where nobody has asked yet."""
        if not self._alarm:
            self.ask()

    @property
    def is_asked_for(self) -> bool:
        """True once somebody asked."""
        return self._asked.is_set()

    async def wait(self) -> None:
        """Until somebody asks."""
        await self._asked.wait()

    def _too_late(self) -> None:
        self.by_force()
        last_words = threading.Thread(target=self._say, daemon=True)  # who reads the log may stand still too
        last_words.start()
        last_words.join(_A_MOMENT)
        self._end(0)

    def _say(self) -> None:
        log.warning("not all ended in time: the next start goes on with what is left", seconds=DEADLINE)
