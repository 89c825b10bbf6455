"""What a scheduler sees of the jobs, and the plainest of schedulers."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.jobs.job import Speed


@dataclass(frozen=True)
class Ticket:
    """As much of a job as it takes to decide who is next; `holder` has it where it runs."""

    job_id: str
    member_id: int
    speed: Speed
    is_alone: bool
    holder: str | None = None


@dataclass(frozen=True)
class Queue:
    """`heads` has the oldest waiting job of each member in each class, oldest first; `running` all that run."""

    heads: tuple[Ticket, ...]
    running: tuple[Ticket, ...]


@dataclass(frozen=True)
class Counts:
    """How many jobs of a member wait, and how many run."""

    waiting: int
    running: int


Choose = Callable[[Queue], str | None]
"""A scheduler: the id of the job to be handed out, one of the heads; None where none should be now."""


def oldest(queue: Queue) -> str | None:
    """First come, first served. What has to be alone waits until nothing runs, and nothing starts beside it."""
    if not queue.heads or any(ticket.is_alone for ticket in queue.running):
        return None
    first = queue.heads[0]
    return None if first.is_alone and queue.running else first.job_id
