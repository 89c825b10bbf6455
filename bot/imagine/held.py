"""The jobs that the bot holds a lease of: what each fills of the engine, and the task that draws it."""

import asyncio
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.jobs.job import Job, Lease
from engine.protocol import Event, Progress, Rendered

ROWS = 8
"""Rows of a grid of four with their unguided twins; what a job fills until its own number is known."""

_log = logging.getLogger(__name__)


@dataclass(eq=False)
class HeldJob:
    """One of them. While `is_settling`, its end is being recorded, and nothing may come between."""

    job: Job
    task: "asyncio.Task[None] | None" = None
    rows: int = ROWS
    is_settling: bool = False
    fraction: float = 0.0
    """How much of it is drawn."""
    folder: Path | None = None
    """Where the engine put its files."""

    def saw(self, event: Event) -> None:
        """Note where its files are, and how far it is."""
        if isinstance(event, Progress):
            self.fraction = event.fraction
        if isinstance(event, Progress) and event.preview:
            self.folder = Path(event.preview).parent
        elif isinstance(event, Rendered):
            self.folder = Path(event.pictures[0].path).parent

    def stop(self) -> None:
        """Draw it no further."""
        if self.task is not None and not self.is_settling:
            self.task.cancel()


class Held:
    """All of them, by the id of the job."""

    def __init__(self) -> None:
        self._jobs: dict[str, HeldJob] = {}

    def __iter__(self) -> Iterator[HeldJob]:
        return iter([*self._jobs.values()])

    @property
    def rows(self) -> int:
        """What they fill together."""
        return sum(each.rows for each in self._jobs.values())

    def __contains__(self, job_id: object) -> bool:
        return job_id in self._jobs

    def fraction(self, job_id: str) -> float:
        """How much of the job is drawn, 0 to 1; nothing where it is not held."""
        held = self._jobs.get(job_id)
        return held.fraction if held else 0.0

    @property
    def leases(self) -> list[Lease]:
        """Those of all of them."""
        return [each.job.lease for each in self._jobs.values()]

    def add(self, held: HeldJob) -> None:
        """Hold it."""
        self._jobs[held.job.id] = held

    def let_go(self, held: HeldJob) -> None:
        """Its end is recorded, or it is another's."""
        if self._jobs.get(held.job.id) is held:
            del self._jobs[held.job.id]

    def drop(self, job_id: str, attempt: int | None = None) -> None:
        """Stop drawing this job, which is not wanted or is another's; by its attempt where one is named."""
        held = self._jobs.get(job_id)
        if held is not None and attempt in {None, held.job.attempt} and not held.is_settling:
            self.let_go(held)
            held.stop()


async def end(held: Iterable[HeldJob], seconds: float) -> None:
    """Stop drawing, and wait for the ends that are being recorded, so long at most."""
    tasks = [each.task for each in held if each.task is not None]
    for each in held:
        each.stop()
    if tasks:
        _, late = await asyncio.wait(tasks, timeout=seconds)
        for task in late:
            _log.warning("a job's end was not recorded in time; it is drawn again")
            task.cancel()
