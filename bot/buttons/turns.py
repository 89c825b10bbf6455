"""Whose press is worked on: so many at once, in the order in which they came, and when whoever comes can expect it."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

AT_ONCE = 8
"""Presses that are worked on; the others wait, and Discord is told so in time."""
PACE = 0.03
"""Seconds from one that is done to the next, guessed until it has been measured."""
WEIGHT = 0.2
"""How much of the pace the latest measurement is."""


class Turns:
    """Of presses that come together the first are answered first, instead of all of them at last."""

    def __init__(self, at_once: int = AT_ONCE, now: Callable[[], float] = time.monotonic) -> None:
        """`now` gives seconds that only grow."""
        self._at_once, self._now = at_once, now
        self._places = asyncio.Semaphore(at_once)
        self._present = 0  # in line or worked on
        self.pace = PACE  # seconds from one that is done to the next, as of late
        self._last: float | None = None  # when one was done while others waited

    def expected(self) -> float:
        """Seconds until whoever comes now is worked on to the end, at the pace of late; none where a place is free."""
        return 0.0 if self._present < self._at_once else (self._present + 1) * self.pace

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """A place among those that are worked on, after all who came before."""
        self._present += 1
        try:
            async with self._places:
                try:
                    yield
                finally:
                    self._done()
        finally:
            self._present -= 1

    def _done(self) -> None:
        """Others measure the pace only where somebody waited for this one's place."""
        if self._present <= self._at_once:
            self._last = None
            return
        last, self._last = self._last, self._now()
        if last is not None:
            self.pace += WEIGHT * (self._last - last - self.pace)
