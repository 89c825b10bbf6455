"""What those who wait can expect, reckoned once for all of them and kept for a moment."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.imagine.drawing import Drawing
from bot.jobs.queue import Hold, Position, Queue
from bot.scheduler.forecast import forecast
from bot.store.leases import Leases

KEPT = 2.0  # seconds
MANY = 100  # waiting jobs, above which reckoning leaves the event loop


class Forecasts:
    """Places in the queue, as `Drawing` will hand the jobs out; while the host holds it, nobody knows when."""

    def __init__(self, leases: Leases, drawing: Drawing, host: Callable[[], Hold | None]) -> None:
        self._leases, self._drawing, self._host = leases, drawing, host
        self._places: Mapping[str, Position] = {}
        self._queue = Queue((), ())
        self._known_until = 0.0
        self._reckoning = asyncio.Lock()

    def forget(self) -> None:
        """The queue has moved."""
        self._known_until = 0.0

    async def of(self, job_id: str) -> Position | None:
        """The place of a job; None where it does not wait. Raises StoreError."""
        _, places = await self._reckoned()
        found = places.get(job_id)
        return found and _held(found, self._host())

    async def all(self) -> Mapping[str, Position]:
        """Of all that wait. Raises StoreError."""
        _, places = await self.whole()
        return places

    async def whole(self) -> tuple[Queue, Mapping[str, Position]]:
        """All that wait and run, with the places of those that wait. Raises StoreError."""
        queue, places = await self._reckoned()
        if hold := self._host():
            places = {job_id: _held(place, hold) for job_id, place in places.items()}
        return queue, places

    async def _reckoned(self) -> tuple[Queue, Mapping[str, Position]]:
        loop = asyncio.get_running_loop()
        async with self._reckoning:
            if loop.time() >= self._known_until:
                self._known_until = loop.time() + KEPT
                queue = self._queue = await self._leases.queue()
                work = queue, self._drawing.left(), self._drawing.rate()
                if len(queue.heads) > MANY:
                    self._places = await asyncio.to_thread(forecast, *work)
                else:
                    self._places = forecast(*work)
            return self._queue, self._places


def _held(place: Position, hold: Hold | None) -> Position:
    return replace(place, seconds=None, hold=hold) if hold else place
