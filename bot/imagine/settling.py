"""The end of an attempt: pictures stored and recorded, or the reason why there are none."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from bot.images.looking.looker import CannotLook
from bot.imagine.parts import OnChange, Parts
from bot.imagine.patience import patiently
from bot.jobs.errors import Superseded
from bot.jobs.job import Job, Picture, State
from bot.messages.reasons import told
from bot.policy.pictures import Fate
from bot.store.errors import UnknownJob
from bot.words import say
from engine.protocol import Event, Failed, Rendered

FIRST_PAUSE = 5.0  # seconds until an engine that does not start is tried again
LONGEST_PAUSE = 60.0
ATTEMPTS = 10  # after so many, pictures that cannot be stored are not drawn again

_log = logging.getLogger(__name__)


class Settling:
    """Records what became of a job."""

    def __init__(self, parts: Parts, on_change: OnChange) -> None:
        self._parts = parts
        self._store = parts.store
        self._looking = parts.looking
        self._on_change = on_change
        self._pause = FIRST_PAUSE
        self._trouble: Failed | None = None
        self._tried_again_at = 0.0

    @property
    def unavailable(self) -> Failed | None:
        """Why the engine does not start, until it is to be tried again."""
        return self._trouble if asyncio.get_running_loop().time() < self._tried_again_at else None

    async def settle(self, job: Job, event: Event) -> None:
        """Write it down. What cannot be stored is drawn again, and not for ever. Raises StoreError."""
        try:
            if isinstance(event, Rendered):
                self._pause, self._tried_again_at = FIRST_PAUSE, 0.0
                await self._render(job, event)
            elif isinstance(event, Failed):
                await self._fail(job, event)
        except (Superseded, UnknownJob):
            _log.info("job %s went to another, or is not wanted any more", job.id)
        except Exception:  # noqa: BLE001 - it ends this attempt and not the job
            _log.exception("the pictures of job %s could not be stored", job.id)
            kind = "stopped" if job.attempt < ATTEMPTS else "fault"
            await self._fail(job, Failed(job.id, kind, ""))

    async def _render(self, job: Job, event: Rendered) -> None:
        try:
            found, moved_to = await self._looking.fate_of(job, [Path(each.path) for each in event.pictures])
        except CannotLook:
            await self._withhold(job, "picture.unchecked")
            return
        if found is Fate.WITHHELD:
            await self._withhold(job, "picture.withheld")
            return
        blobs = self._parts.pictures.blobs
        keys = await asyncio.gather(*(patiently(partial(blobs.put_file, Path(each.path))) for each in event.pictures))
        pictures = [
            Picture(key, each.width, each.height, each.seed) for key, each in zip(keys, event.pictures, strict=True)
        ]
        rendered = await patiently(lambda: self._store.leases.render(job.lease, pictures, event.gpu_seconds, moved_to))
        self._on_change(rendered, None)

    async def _withhold(self, job: Job, key: str) -> None:
        """The pictures are not kept, and cost nothing."""
        reason = say(key, job.asked.member.locale)
        self._on_change(await patiently(lambda: self._store.leases.fail(job.lease, reason)), None)

    async def _fail(self, job: Job, event: Failed) -> None:
        locale = job.asked.member.locale
        match event.kind:
            case "died":
                reason = say("imagine.blamed", locale)
                await self._again(job, lambda: self._store.leases.lose([job.lease], reason))
            case "unavailable":
                self._hold_back(event)
                await self._again(job, lambda: self._store.leases.hand_back([job.lease]))
                self._on_change(await self._store.jobs.get(job.id), event)
            case "stopped" | "cancelled":
                await self._again(job, lambda: self._store.leases.hand_back([job.lease]))
            case "fault":
                reason = say("error.unexpected", locale, incident=job.id)
                self._on_change(await patiently(lambda: self._store.leases.fail(job.lease, reason)), None)
            case _:
                self._on_change(await patiently(lambda: self._store.leases.fail(job.lease, told(event, locale))), None)

    async def _again(self, job: Job, act: Callable[[], Awaitable[object]]) -> None:
        await patiently(act)
        try:
            changed = await patiently(lambda: self._store.jobs.get(job.id))
        except UnknownJob:
            return  # its author was forgotten
        if changed.state is not State.CANCELLED:
            self._on_change(changed, None)

    def _hold_back(self, event: Failed) -> None:
        """Claim no jobs for a while, each time a longer one."""
        loop = asyncio.get_running_loop()
        if loop.time() >= self._tried_again_at:
            _log.error("the engine does not start, and is tried again in %.0f s: %s", self._pause, event.reason)
            self._trouble, self._tried_again_at = event, loop.time() + self._pause
            self._pause = min(2 * self._pause, LONGEST_PAUSE)
