"""`fourup pause` and `fourup resume`: the host has the device for a while, and those who wait see why."""

import asyncio
import json
import logging
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, Self

from rich.console import Console

from bot.jobs.queue import Halt, Hold
from fourup.errors import StorageFailed

FILE = "paused.json"
"""In `storage.folder`, as long as the host wants it."""
HOST = 0
"""Who has the queue stand still, where it is nobody of Discord's."""
LOOK = 1.0  # seconds between two looks at the file
LONGEST = 300
"""Characters of a reason."""
_log = logging.getLogger(__name__)


class Rests(Protocol):
    """An engine that can give everything back that it has of the device."""

    def rest(self) -> None:
        """Once what it holds is drawn."""

    def wake(self) -> None:
        """Be there again."""


@dataclass(frozen=True)
class Paused:
    """Since when, in seconds since 1970, and why, where the host said it."""

    since: float
    reason: str


def read(folder: Path) -> Paused | None:
    """What the host wants; None for drawing. A file that cannot be read still says that somebody paused."""
    file = folder / FILE
    if not file.exists():
        return None
    with suppress(OSError, ValueError, TypeError, KeyError):
        told = json.loads(file.read_text(encoding="utf-8"))
        return Paused(float(told["since"]), str(told["reason"])[:LONGEST])
    return Paused(0.0, "")


def pause_here(folder: Path, reason: str, console: Console) -> None:
    """Say it to the bot that has this folder, and to its next start. Raises StorageFailed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{FILE}.part"
        unfinished.write_text(json.dumps({"since": time.time(), "reason": reason[:LONGEST]}), encoding="utf-8")
        unfinished.replace(folder / FILE)
    except OSError as failure:
        raise StorageFailed(f"{folder / FILE} cannot be written: {failure.strerror}.") from None
    console.print("Paused: what is being drawn is finished, then the engine gives its memory back. What is asked for")
    console.print("meanwhile waits, and its authors see why. `fourup resume` goes on.")


def resume_here(folder: Path, console: Console) -> None:
    """Take it back. Raises StorageFailed."""
    was = read(folder)
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError as failure:
        raise StorageFailed(f"{folder / FILE} cannot be taken away: {failure.strerror}.") from None
    console.print("It was not paused." if was is None else "Drawing goes on; the model is loaded with the next job.")


class Pausing:
    """Looks at the file, and has the engine do what it says."""

    def __init__(self, folder: Path, engine: Rests) -> None:
        self._folder = folder
        self._engine = engine
        self._now: Paused | None = None

    async def __aenter__(self) -> Self:
        """Look again and again."""
        self._task = asyncio.create_task(self._run(), name="pausing")
        return self

    async def __aexit__(self, *_: object) -> None:
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def hold(self) -> Hold | None:
        """Why nothing is to be handed to the engine, as long as that is so."""
        return Hold(Halt.PAUSED, HOST, self._now.reason) if self._now else None

    async def look(self) -> None:
        """Do it now."""
        before, self._now = self._now, await asyncio.to_thread(read, self._folder)
        if self._now is not None and before is None:
            _log.warning("The host has paused drawing; `fourup resume` goes on")
            self._engine.rest()
        elif before is not None and self._now is None:
            _log.info("Drawing goes on")
            self._engine.wake()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            await self.look()
