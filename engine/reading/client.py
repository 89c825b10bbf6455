"""How the bot holds the process that reads: started with the first question, ended after a while without one."""

import asyncio
import contextlib
import itertools
import json
import os
import sys
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from engine.child import Child
from engine.reading.talk import CannotRead, Seen, Weighed

PATIENCE = 180.0
"""Seconds for one question, the start of the process included."""
IDLE = 300.0
"""Seconds after which a process that nobody asks is ended: it holds some 400 MB."""
MOST_WAITING = 16
REMEMBERED = 256
"""Answers that are known without asking again."""


def reader_command(captioner: Path | None = None, device: str = "cpu") -> tuple[str, ...]:
    """How the process is started."""
    more = () if captioner is None else ("--captioner", str(captioner), "--device", device)
    return (sys.executable, "-P", "-m", "engine.reading", *more)


class LocalReader:
    """One process, one question at a time; an async context manager. A process that dies is started again."""

    def __init__(self, command: Sequence[str] | None = None, *, patience: float = PATIENCE, idle: float = IDLE) -> None:
        self._command = tuple(command or reader_command())
        self._patience, self._idle = patience, idle
        self._child: Child | None = None
        self._numbers = itertools.count(1)
        self._waiting: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._turn = asyncio.Semaphore(1)
        self._asking = 0
        self._ending: asyncio.TimerHandle | None = None
        self._watch: asyncio.Task[None] | None = None
        self._known: OrderedDict[tuple[Any, ...], dict[str, Any]] = OrderedDict()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    @property
    def pid(self) -> int | None:
        """The process's; None while there is none."""
        return None if self._child is None else self._child.pid

    async def describe(self, picture: Path) -> Seen:
        """What the picture in this file shows; one that was asked about lately is known. Raises CannotRead."""
        try:
            about = await asyncio.to_thread(picture.stat)
        except OSError as failure:
            raise CannotRead(str(failure)) from None
        key = (str(picture), about.st_size)
        return Seen.from_dict((await self._answer(key, {"picture": str(picture)}))["seen"])

    async def weigh(self, words: Sequence[str]) -> Weighed:
        """Which of the words of a prompt matter. Raises CannotRead."""
        return Weighed.from_dict((await self._answer(tuple(words), {"words": list(words)}))["weighed"])

    async def close(self) -> None:
        """End the process; whoever waits is told."""
        if self._ending:
            self._ending.cancel()
        child, self._child = self._child, None
        if child:
            child.kill()
            await child.wait()
        if self._watch:
            self._watch.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._watch
        self._lose("it was closed")

    async def _answer(self, key: tuple[Any, ...], question: dict[str, Any]) -> dict[str, Any]:
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        if self._asking >= MOST_WAITING:
            raise CannotRead("too many wait already")
        self._asking += 1
        try:
            async with self._turn:
                told = await self._ask(question)
        finally:
            self._asking -= 1
        if "error" in told:
            raise CannotRead(told["error"])
        self._known[key] = told
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return told

    async def _ask(self, question: dict[str, Any]) -> dict[str, Any]:
        if self._ending:
            self._ending.cancel()
        child = await self._running()
        number = next(self._numbers)
        self._waiting[number] = asyncio.get_running_loop().create_future()
        child.tell(json.dumps({"id": number, **question}))
        try:
            return await asyncio.wait_for(self._waiting[number], self._patience)
        except TimeoutError:
            child.kill()  # the next question starts another
            raise CannotRead(f"no answer in {self._patience:.0f} s") from None
        finally:
            self._waiting.pop(number, None)
            self._ending = asyncio.get_running_loop().call_later(self._idle, self._end_idle)

    async def _running(self) -> Child:
        if self._child is None or self._child.process.returncode is not None:
            self._child = child = await Child.start(self._command, _environment(), self._heard, lambda _line: None)
            self._watch = asyncio.create_task(self._lost(child))
        return self._child

    async def _lost(self, child: Child) -> None:
        code = await child.wait()
        if self._child is child:
            self._child = None
        self._lose(child.reason(code))

    def _lose(self, reason: str) -> None:
        for future in self._waiting.values():
            if not future.done():
                future.set_exception(CannotRead(reason))

    def _heard(self, line: str) -> None:
        told = json.loads(line)
        future = self._waiting.get(told.pop("id"))
        if future and not future.done():
            future.set_result(told)

    def _end_idle(self) -> None:
        if self._child and not self._waiting:
            self._child.kill()


def _environment() -> dict[str, str]:
    """Nothing of ours, which may be secret."""
    return {name: value for name, value in os.environ.items() if not name.startswith("FOURUP_")}
