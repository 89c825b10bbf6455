"""Has waiting jobs drawn: claims them as the engine has room, and sees each to its end."""

import asyncio
import logging
from collections.abc import Coroutine
from contextlib import aclosing, suppress
from typing import Any

from structlog.contextvars import bind_contextvars

from bot.errors import BotError
from bot.imagine.errors import Refused
from bot.imagine.held import ROWS, Held, HeldJob, end
from bot.imagine.leftovers import Leftovers
from bot.imagine.originals import Originals
from bot.imagine.parts import OnChange, Parts
from bot.imagine.patience import patiently
from bot.imagine.settling import Settling
from bot.imagine.starting import Starting
from bot.scheduler.cost import RATE
from bot.scheduler.fair import Fair
from bot.store.errors import StoreError
from bot.words.phrase import Spoken
from engine.client import AlreadyHeld
from engine.protocol import Event, Failed, Rendered, Started

HOLDER = "bot"
LEASE = 30.0  # seconds that a job stays ours without a sign of life
BEAT = 10.0  # seconds between two of them
LOOK = 2.0  # seconds between two looks at the queue when nobody calls
LET_GO = 0.5  # seconds for the engine to let go of an earlier attempt
STOP = 3.0  # seconds for what is being recorded when the bot stops

_log = logging.getLogger(__name__)


class Drawing:
    """Keeps the engine fed: with what fits it and one job more, so that it need not wait for the database."""

    def __init__(self, parts: Parts, originals: Originals, on_change: OnChange) -> None:
        self._parts = parts
        self._leases = parts.store.leases
        self._originals = originals
        self._on_change = on_change
        self._fair = Fair(parts.limits.running, self.rate, self.loaded)
        self._held = Held()
        self._starting = Starting(parts, originals)
        self._settling = Settling(parts, on_change)
        self._leftovers = Leftovers()
        self._woken = asyncio.Event()

    @property
    def unavailable(self) -> Failed | None:
        """Why the engine does not start, where it was tried of late."""
        return self._settling.unavailable

    def rate(self) -> float:
        """The seconds that the engine takes for a unit of work, whatever the model; guessed until it has measured."""
        told = self._parts.engine.capabilities()
        return (told.seconds_per_row_step if told else None) or RATE

    def loaded(self) -> tuple[str, ...]:
        """The models that the engine can draw with at once."""
        told = self._parts.engine.capabilities()
        return told.loaded if told else ()

    def done(self, job_id: str) -> float:
        """How much of the job is drawn, 0 to 1."""
        return self._held.fraction(job_id)

    def left(self) -> dict[str, float]:
        """The GPU's seconds that the jobs in hand still take, as far as somebody expects a number."""
        return {each.job.id: (1 - each.fraction) * each.job.charged for each in self._held if each.job.charged}

    def wake(self) -> None:
        """There may be something to do."""
        self._woken.set()

    def drop(self, job_id: str) -> None:
        """The job was cancelled."""
        self._held.drop(job_id)
        self.wake()

    async def run(self) -> None:
        """Continue what the last run left, then draw what comes, until cancelled: then all that is held waits again."""
        for job in await patiently(self._leases.recover):
            self._on_change(job, None)
        beat = asyncio.create_task(self._beat())
        try:
            while True:
                await _whole(self._claim())
                with suppress(TimeoutError):
                    async with asyncio.timeout(LOOK):  # wait_for of Python 3.11 may swallow being cancelled
                        await self._woken.wait()
                self._woken.clear()
        finally:
            beat.cancel()
            await self._stop()

    async def _claim(self) -> None:
        """Take jobs while there is room for them."""
        try:
            while self._has_room():
                job = await self._leases.claim(HOLDER, LEASE, self._fair.choose)
                if job is None:
                    return
                held = HeldJob(job)
                self._held.add(held)
                held.task = asyncio.create_task(self._draw(held))
                self._on_change(job, None)
        except Exception:  # noqa: BLE001 - the next look tries again
            _log.exception("no job could be claimed")

    def _has_room(self) -> bool:
        parts = self._parts
        if self.unavailable or not parts.models.catalogue.entries or not parts.has_room() or parts.host():
            return False
        told = parts.engine.capabilities()
        return self._held.rows < (told.row_budget if told else ROWS) + ROWS

    async def _draw(self, held: HeldJob) -> None:
        """See the job to the end of this attempt."""
        bind_contextvars(job=held.job.id)  # whatever is logged in this task is about it
        try:
            outcome = await self._outcome(held)
            held.is_settling = True
            await self._settling.settle(held.job, outcome)
        except Exception:  # noqa: BLE001 - it ends this attempt; the lease runs out, and the job is drawn again
            _log.exception("job %s could not be brought to an end", held.job.id)
        finally:
            self._leftovers.add(held.folder)
        self._held.let_go(held)
        self.wake()

    async def _outcome(self, held: HeldJob) -> Event:
        """The last event of the job; whatever goes wrong before the engine has it is one too."""
        job = held.job
        try:
            request = await self._starting.request(job, lambda: self._make_room(held))
            held.rows = 2 * (request.parameters.count or ROWS // 2)
            async with aclosing(self._parts.engine.submit(request)) as events:
                async for event in events:
                    held.saw(event)
                    self._on_change(job, event)
                    if isinstance(event, Started):
                        self.wake()
                    if isinstance(event, Rendered | Failed):
                        return event
        except Refused as refused:
            return Failed(job.id, "refused", refused.sentence(job.asked.member.locale))
        except AlreadyHeld:
            await self._parts.engine.cancel(job.id)
            await asyncio.sleep(LET_GO)
            return Failed(job.id, "stopped", "An earlier attempt is still being let go.")
        except StoreError as error:
            _log.warning("job %s waits again: %s", job.id, error)
            await asyncio.sleep(LET_GO)
            return Failed(job.id, "stopped", str(error))
        except BotError as error:
            said = error.sentence(job.asked.member.locale) if isinstance(error, Spoken) else str(error)
            return Failed(job.id, "refused", said)
        except Exception:  # noqa: BLE001 - it ends the job and not the others
            _log.exception("job %s could not be drawn", job.id)
        return Failed(job.id, "fault", "")

    def _make_room(self, held: HeldJob) -> None:
        """It waits for a picture of its prompt, and others go by."""
        held.rows = 0
        self.wake()

    async def _beat(self) -> None:
        """Say that we live; let go of what is not ours any more; take back what nobody holds."""
        while True:
            await asyncio.sleep(BEAT)
            try:
                for lease in await self._leases.extend(self._held.leases, LEASE):
                    self._held.drop(lease.job_id, lease.attempt)
                for job in await self._leases.expire():
                    self._on_change(job, None)
                    self.wake()
                await self._leftovers.tidy(self._held)
            except Exception:  # noqa: BLE001 - the next beat tries again
                _log.exception("the leases could not be extended")

    async def _stop(self) -> None:
        """Nobody is to blame: what is held waits again."""
        held = [*self._held]
        await end(held, STOP)
        for each in held:
            self._held.let_go(each)
        await self._originals.close()
        left = [each.job.lease for each in held if not each.is_settling]
        try:
            if left:
                await self._leases.hand_back(left)
        except StoreError:
            _log.exception("%d jobs could not be handed back; the next start does it", len(left))


async def _whole(doing: Coroutine[Any, Any, None]) -> None:
    """To its end, also when we are cancelled meanwhile: what was claimed must be held, or nobody hands it back."""
    task = asyncio.create_task(doing)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
