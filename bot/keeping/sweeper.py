"""Takes away, a little at a time, what is not to be kept: in the background, so that nobody waits for it."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass

import structlog

from bot.images.blobs import GRACE, SHELVES, Blobs
from bot.store.privacy.retention import DAY
from bot.store.store import Store

log = structlog.stdlib.get_logger("bot.keeping")


@dataclass(frozen=True)
class Tempo:
    """Delays, in seconds."""

    breath: float = 0.05
    """Between two steps, in which others come to the database."""
    look: float = 30.0
    """Between two looks at the members who leave, when nobody calls, and from one shelf of files to the next."""
    retention: float = 3600.0
    """Between two looks at what is too old."""
    trouble: float = 30.0
    """After something went wrong."""
    grace: float = GRACE
    """In which a file that nobody names may be about to be named."""


@dataclass(frozen=True)
class Clocks:
    """Two, in seconds: what the machine says that it is, and what has passed."""

    now: Callable[[], float] = time.time
    passed: Callable[[], float] = time.monotonic

    @property
    def apart(self) -> float:
        """The same for as long as nobody sets the first one."""
        return self.now() - self.passed()


class Sweeper:
    """`days` is how long jobs are kept where their server has not said so; None is for ever."""

    def __init__(
        self,
        store: Store,
        blobs: Blobs,
        days: int | None = None,
        tempo: Tempo | None = None,
        clocks: Clocks | None = None,
    ) -> None:
        self._store, self._blobs, self._days = store, blobs, days
        self._tempo, self._clocks = tempo or Tempo(), clocks or Clocks()
        self._apart = self._clocks.apart
        self._woken = asyncio.Event()
        self._shelf = 0
        self._retained_at = float("-inf")

    def wake(self) -> None:
        """A member leaves."""
        self._woken.set()

    async def run(self) -> None:
        """Until cancelled. A crash in it loses nothing: what is to go is in the database, or named nowhere in it."""
        while True:
            self._woken.clear()
            for what, act in (("members", self.forget), ("old jobs", self._retain), ("files", self._next_shelf)):
                await self._calmly(what, act)
            with suppress(TimeoutError):
                async with asyncio.timeout(self._tempo.look):
                    await self._woken.wait()

    async def forget(self) -> int:
        """What members who leave have made, as far as it is at its end; the number of jobs."""
        gone = 0
        while steps := [step for step in await self._store.forgetting.step() if step.jobs or step.is_last]:
            for step in steps:
                gone += step.jobs
                await self._let_go(step.blobs)
                if step.is_last:
                    log.info("a member was forgotten")
            await asyncio.sleep(self._tempo.breath)
        return gone

    async def expire(self) -> int:
        """Jobs that are too old; the number of them."""
        gone, cursor = 0, ""
        while True:
            expired = await self._store.retention.expire(self._days, cursor)
            gone += expired.jobs
            await self._let_go(expired.blobs)
            if expired.cursor is None:
                break
            cursor = expired.cursor
            await asyncio.sleep(self._tempo.breath)
        if gone:
            log.info("jobs expired", jobs=gone)
        return gone

    async def collect(self) -> int:
        """Files that no job names, on all shelves; the number of them."""
        return sum([await self._collect(shelf) for shelf in SHELVES])

    async def _retain(self) -> None:
        """A clock that jumped a day ahead is believed a day later, so that somebody can set it right before."""
        apart, passed = self._clocks.apart, self._clocks.passed()
        jumped, self._apart = apart - self._apart, apart
        if jumped >= DAY:
            log.warning("the clock jumped ahead: no job is deleted for its age until tomorrow", seconds=round(jumped))
            self._retained_at = passed + DAY - self._tempo.retention
        if passed - self._retained_at >= self._tempo.retention:
            await self.expire()
            self._retained_at = passed

    async def _next_shelf(self) -> None:
        await self._collect(SHELVES[self._shelf])
        self._shelf = (self._shelf + 1) % len(SHELVES)

    async def _collect(self, shelf: str) -> int:
        """Only what was old before it was asked for, and still is when it goes: a file found anew counts as new."""
        gone = await self._let_go(await self._blobs.old(shelf, self._tempo.grace))
        if gone:
            log.info("files without a job deleted", files=gone)
        return gone

    async def _let_go(self, keys: Iterable[str]) -> int:
        """Those of these that no job names; one that is too young now is found later, on its shelf."""
        unnamed = await self._store.named.unnamed([*keys])
        return sum([await self._blobs.delete(key, self._tempo.grace) for key in unnamed])

    async def _calmly(self, what: str, act: Callable[[], Awaitable[object]]) -> None:
        try:
            await act()
        except Exception:  # what could not go now goes later
            log.exception("not tidied", what=what)
            await asyncio.sleep(self._tempo.trouble)
