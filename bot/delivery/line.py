"""A progress message: what is known of its job, what it says, and when it may be edited."""

import math
from dataclasses import dataclass, field
from pathlib import Path

from bot import messages
from bot.delivery.parts import Pace
from bot.jobs.job import Job, State
from bot.jobs.queue import Position
from bot.messages.reasons import told
from bot.store.messages import Message
from engine.protocol import Event, Failed, Loading, Progress

OLD = 3600.0
"""Seconds after which Discord takes few edits of a message."""


@dataclass
class Line:
    """Times are those of the event loop's clock, in seconds."""

    job: Job
    message: Message
    notices: tuple[str, ...] = ()
    """Sentences that stand below until the job ends."""
    said: str | None = None
    """Its text; None where nobody knows it."""
    born_at: float = -math.inf
    event: Event | None = None
    preview: Path | None = None
    previews: int = 0
    """How many there were."""
    shown: int = 0
    """The number of the preview that it shows."""
    edited_at: float = -math.inf
    not_before: float = -math.inf
    """After an edit that failed."""
    tries: int = 0
    """Edits that failed, one after the other."""
    is_changed: bool = True
    is_busy: bool = False
    """It is being edited."""
    is_closed: bool = False
    """The bot may not edit it; the end is tried all the same."""
    marks: int = field(default=0)
    """Counts what was heard, so that an edit knows whether more was heard meanwhile."""

    def hear(self, job: Job, event: Event | None) -> None:
        """The job is now this, or this happened to it."""
        if event is None or job.state is not self.job.state:
            self.event = None if job.state is not State.RUNNING else self.event
        self.job = job
        if event is not None:
            self.event = event
        if isinstance(event, Progress) and event.preview:
            self.preview, self.previews = Path(event.preview), self.previews + 1
        if job.state is State.WAITING:
            self.preview, self.previews = None, 0
        self.touch()

    def touch(self) -> None:
        """What it says may be old."""
        self.is_changed = True
        self.marks += 1

    def text(self, position: Position | None) -> str:
        """What it should say."""
        job = self.job
        match job.state:
            case State.WAITING:
                reasons = (told(self.event, job.asked.member.locale),) if isinstance(self.event, Failed) else ()
                return messages.waiting(job, position, (*reasons, *self.notices))
            case State.RUNNING:
                return self._running()
            case State.RENDERED | State.DELIVERED:
                return messages.running(job, 1.0, self.notices)
            case State.FAILED | State.CANCELLED:
                return messages.stopped(job)

    def _running(self) -> str:
        match self.event:
            case None:  # the engine has it, and other jobs before it
                return messages.waiting(self.job, None, self.notices)
            case Progress(fraction=fraction):
                return messages.running(self.job, fraction, self.notices)
            case Loading() as told:
                return messages.loading(self.job, told, self.notices)
            case _:
                return messages.running(self.job, 0.0, self.notices)

    @property
    def has_new_preview(self) -> bool:
        """True where it should show another picture, or none any more."""
        return self.shown != self.previews

    @property
    def rank(self) -> tuple[int, float]:
        """The lower, the sooner: an end, a first preview, then whoever has waited the longest."""
        return (0 if self.job.state.is_final else 1 if self._is_first_preview else 2), self.edited_at

    def due_at(self, pace: Pace, now: float) -> float:
        """When it may be edited."""
        if not self.is_changed or self.job.state is State.RENDERED or (self.is_closed and not self.job.state.is_final):
            return math.inf
        if self.job.state.is_final or self._is_first_preview:
            return self.not_before
        pause = pace.positions if self.job.state is State.WAITING and self.said is not None else pace.edits
        if now - self.born_at > OLD:
            pause = max(pause, pace.old_edits)
        return max(self.not_before, self.edited_at + pause)

    @property
    def _is_first_preview(self) -> bool:
        return self.shown == 0 and self.previews > 0
