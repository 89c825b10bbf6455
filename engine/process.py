"""The process of one device: started, listened to, ended when it freezes, started again when it has ended."""

import asyncio
import contextlib
import json
import logging
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.child import Child
from engine.protocol import Capabilities, Event, Message, from_dict, to_dict
from engine.restarts import NO_USE, Restarts

LOOK = 0.5  # seconds between two looks at it
STILL = 3.5  # seconds without a sign of life, after which a process that was ready is frozen
STILL_AT_START = 30.0  # the same before it is ready, or while it loads a model: that holds the interpreter
_LATE = 1.0  # a look that comes so much too late tells that we stood still ourselves

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Listeners:
    """Who hears of it; all are called on the event loop."""

    on_event: Callable[[Event], None]
    on_ready: Callable[[Capabilities], None]
    """It can draw; called again with each sign of life."""
    on_loss: Callable[[str], None]
    """It ended, for this reason, and comes back."""
    on_end: Callable[[str], None]
    """It is given up: it never becomes ready."""


class Process:
    """Keeps the process of one device alive."""

    def __init__(self, command: Sequence[str], listeners: Listeners) -> None:
        self._command = tuple(command)
        self._listeners = listeners
        self._child: Child | None = None
        self._stopping = asyncio.Event()
        self._ended_for: str | None = None
        self._heard = 0.0
        self._is_loading = False
        self._begun: float | None = None
        self._ready_at: float | None = None

    @property
    def pid(self) -> int | None:
        """The operating system's number for it; None while there is none."""
        return self._child.pid if self._child else None

    @property
    def is_ready(self) -> bool:
        """True where it takes requests."""
        return self._ready_at is not None

    @property
    def starting_for(self) -> float:
        """Seconds since its start, to its being ready where it is; since its end where it is to be started again."""
        if self._begun is None:
            return 0.0
        now = asyncio.get_running_loop().time() if self._ready_at is None else self._ready_at
        return now - self._begun

    def tell(self, message: Message) -> None:
        """Say something to it; to be asked `is_ready` before."""
        if self._child:
            self._child.tell(json.dumps(to_dict(message)))

    def end(self, reason: str) -> None:
        """End it at once for this reason; it is started again."""
        if self._child:
            self._ended_for = reason
            self._child.kill()

    async def run(self) -> None:
        """Keep it alive until `stop`, or until it is given up."""
        history = Restarts()
        while not self._stopping.is_set():
            exit_code, reason, ready_for = await self._live()
            if self._stopping.is_set():
                return
            delay = history.delay(exit_code, ready_for)
            if delay is None:
                _log.error("the engine's process is given up: %s", reason)
                self._listeners.on_end(reason)
                return
            _log.warning("the engine's process ended (%s) and is started again in %.1f s", reason, delay)
            self._listeners.on_loss(reason)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), delay)

    def stop(self) -> None:
        """Let it end, and `run` with it."""
        self._stopping.set()

    def go_on(self) -> None:
        """Take `stop` back: where the process has ended already, `run` has to be called again."""
        self._stopping.clear()

    async def _live(self) -> tuple[int, str, float | None]:
        """One life: the exit code, the reason of the end, and how long it was ready, None for never."""
        loop = asyncio.get_running_loop()
        self._forget()
        self._begun = self._heard = loop.time()
        try:
            self._child = child = await Child.start(self._command, os.environ, self._hear, _log.info)
        except OSError as failure:
            return NO_USE, f"{failure.strerror} ({self._command[0]})", None
        watch = asyncio.create_task(self._watch())
        stop = asyncio.create_task(self._stop_when_asked(child))
        try:
            exit_code = await child.wait()
        finally:
            watch.cancel()
            stop.cancel()
            child.kill()
            ready_for = self._lay_down()
        return exit_code, self._ended_for or child.reason(exit_code), ready_for

    def _forget(self) -> None:
        """Of the life before."""
        self._ended_for, self._ready_at = None, None

    def _lay_down(self) -> float | None:
        """Note that there is no process now; for how long it was ready, None where it never was."""
        now = asyncio.get_running_loop().time()
        ready_for = None if self._ready_at is None else now - self._ready_at
        self._child, self._ready_at, self._begun = None, None, now
        return ready_for

    async def _stop_when_asked(self, child: Child) -> None:
        await self._stopping.wait()
        await child.stop()

    async def _watch(self) -> None:
        """End it when it gives no sign of life; a stopped process hears nothing but SIGKILL."""
        loop = asyncio.get_running_loop()
        looked = loop.time()
        while True:
            await asyncio.sleep(LOOK)
            now = loop.time()
            if now - looked > LOOK + _LATE:
                self._heard = now
            looked = now
            if now - self._heard > (STILL if self.is_ready and not self._is_loading else STILL_AT_START):
                self.end("it stood still")
                return

    def _hear(self, line: str) -> None:
        self._heard = asyncio.get_running_loop().time()
        try:
            message = from_dict(json.loads(line))
        except ValueError:
            _log.warning("the engine's process says what is no message: %.200s", line)
            return
        if isinstance(message, Capabilities):
            self._ready_at = self._ready_at or self._heard
            self._is_loading = message.loading is not None
            self._listeners.on_ready(message)
        elif isinstance(message, Event):
            self._listeners.on_event(message)
