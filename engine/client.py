"""How the bot holds the engine: requests go in, events come out; and the engine of this machine."""

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Iterable
from types import TracebackType
from typing import Protocol, Self

from engine.device import Device, Job
from engine.protocol import Capabilities, Event, Failed, Rendered, RenderRequest

CANCELLED = "The job was cancelled."
STOPPED = "Fourup is being stopped."


class AlreadyHeld(Exception):
    """The engine holds a job of this id, which has not ended yet."""


class Client(Protocol):
    """The engine, wherever it is."""

    def submit(self, request: RenderRequest) -> AsyncGenerator[Event, None]:
        """The job's events as they come; the last one is Rendered or Failed. Closing the iterator cancels the job.

        A request that finds no slot waits for one, and is silent so long. Raises AlreadyHeld.
        """

    async def cancel(self, job_id: str) -> None:
        """End the job with Failed `cancelled`, wherever it is; nothing where it is not held."""

    def capabilities(self) -> Capabilities | None:
        """What all devices can take now; None until one of them is ready."""


class LocalClient:
    """The devices of this machine; requests wait here, in their order, until one of the devices has room."""

    def __init__(self, devices: Iterable[Device]) -> None:
        self._devices = tuple(devices)
        self._waiting: deque[Job] = deque()
        self._held: dict[str, Job] = {}
        self._is_resting = False

    async def __aenter__(self) -> Self:
        for device in self._devices:
            device.start(self._admit)
        self._lie_down()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """End all jobs and all processes."""
        self._waiting.clear()
        for job in [*self._held.values()]:
            job.tell(Failed(job.id, "stopped", STOPPED))
        await asyncio.gather(*(device.stop() for device in self._devices))

    def kill(self) -> None:
        """End the processes at once, from whatever thread, before our own ends: one that stands still hears nothing."""
        for device in self._devices:
            device.kill()

    async def submit(self, request: RenderRequest) -> AsyncGenerator[Event, None]:
        """As Client says."""
        if request.job_id in self._held:
            raise AlreadyHeld(request.job_id)
        job = self._held[request.job_id] = Job(request)
        job.on_over = self._forget
        self._waiting.append(job)
        self._admit()
        try:
            while True:
                event = await job.events.get()
                yield event
                if isinstance(event, Rendered | Failed):
                    return
        finally:
            await self.cancel(job.id)

    async def cancel(self, job_id: str) -> None:
        """As Client says."""
        job = self._held.get(job_id)
        if job is None or job.is_over:
            return
        if job in self._waiting:
            self._waiting.remove(job)
            job.tell(Failed(job_id, "cancelled", CANCELLED))
        for device in self._devices:
            device.cancel(job)

    def rest(self) -> None:
        """End the processes as soon as no job is held, so that all of their memory is others'."""
        self._is_resting = True
        self._lie_down()

    def wake(self) -> None:
        """Start them again."""
        self._is_resting = False
        for device in self._devices:
            device.wake()

    def capabilities(self) -> Capabilities | None:
        """As Client says."""
        ready = [told for told in (device.capabilities() for device in self._devices) if told is not None]
        if not ready:
            return None
        speeds = [told.seconds_per_row_step for told in ready if told.seconds_per_row_step is not None]
        return Capabilities(
            models=tuple(dict.fromkeys(name for told in ready for name in told.models)),
            device=", ".join(told.device for told in ready),
            row_budget=sum(told.row_budget for told in ready),
            free_rows=sum(told.free_rows for told in ready),
            seconds_per_row_step=min(speeds, default=None),
            loaded=tuple(dict.fromkeys(name for told in ready for name in told.loaded)),
        )

    def _forget(self, job: Job) -> None:
        self._held.pop(job.id, None)
        self._lie_down()

    def _lie_down(self) -> None:
        if self._is_resting and not self._held:
            for device in self._devices:
                device.rest()

    def _admit(self) -> None:
        """Hand the waiting jobs on, the eldest first, as long as a device has room for it."""
        while self._waiting:
            job = self._waiting[0]
            roomy = [device for device in self._devices if device.has_room(job)]
            if not roomy:
                return
            self._waiting.popleft()
            max(roomy, key=lambda device: device.free_rows).take(job)
