"""Time and ids as the playground sees them: a clock that can be moved, and snowflakes drawn from it."""

import asyncio
import time
from datetime import UTC, datetime

DISCORD_EPOCH = 1_420_070_400.0
"""The first second of 2015, from which Discord counts the milliseconds in a snowflake."""


class Clock:
    """Seconds since 1970, which a test can move forward.

    Without `start` it is the machine's clock. With `start` it stands still there until `advance` moves it, so that
    every id and time stamp of a test is the same in each run.
    """

    def __init__(self, start: float | None = None) -> None:
        self._start = start
        self._ahead = 0.0
        self._moved = asyncio.Event()

    @property
    def ahead(self) -> float:
        """How many seconds this clock was moved forward."""
        return self._ahead

    def now(self) -> float:
        return (time.time() if self._start is None else self._start) + self._ahead

    def elapsed(self) -> float:
        """Seconds that pass even while the clock stands still: what rate limits are counted in."""
        return time.monotonic() + self._ahead

    def iso(self, at: float | None = None) -> str:
        moment = datetime.fromtimestamp(self.now() if at is None else at, UTC)
        return moment.isoformat(timespec="milliseconds")

    def advance(self, seconds: float) -> None:
        if seconds < 0:
            raise ValueError("a clock goes forward only")
        self._ahead += seconds
        self._moved.set()
        self._moved = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Wait until this clock shows `seconds` more, by passing or by being moved."""
        deadline = self.now() + seconds
        while (left := deadline - self.now()) > 0:
            moved = self._moved
            try:
                await asyncio.wait_for(moved.wait(), left if self._start is None else None)
            except TimeoutError:
                continue


class Snowflakes:
    """Ids as Discord makes them: milliseconds since 2015 shifted by 22 bits; later ids are always greater."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = 0

    def next(self) -> str:
        milliseconds = int((self._clock.now() - DISCORD_EPOCH) * 1000)
        self._last = max(milliseconds << 22, self._last + 1)
        return str(self._last)

    def after(self, snowflake: str) -> None:
        """Draw only ids greater than `snowflake` from now on."""
        self._last = max(self._last, int(snowflake))


def seconds_of(snowflake: str) -> float:
    """When `snowflake` was drawn, in seconds since 1970."""
    return (int(snowflake) >> 22) / 1000 + DISCORD_EPOCH
