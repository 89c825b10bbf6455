"""What a scheduler sees of the jobs, what it decides, and the plainest of schedulers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from bot.jobs.job import Speed

Flow = tuple[int, Speed]
"""A member in a class: those that the GPU's time is shared between."""

WEIGHTS: Mapping[Speed, float] = {Speed.TURBO: 4.0, Speed.FAST: 2.0, Speed.RELAX: 1.0}
"""What a member's share in each class is proportional to, before boosts."""


@dataclass(frozen=True)
class Ticket:
    """As much of a job as it takes to decide who is next; `holder` has it where it runs."""

    job_id: str
    member_id: int
    speed: Speed
    is_alone: bool
    holder: str | None = None
    model: str | None = None
    work: float = 0.0
    """Pictures times steps, each picture in squares of the model's own side and twice where it has a twin."""
    boost: float = 1.0
    moved_at: float | None = None
    """When a moderator moved it to the front."""
    charged: float | None = None
    """The GPU seconds that it was expected to take when it was handed out."""
    guild_id: int | None = None
    """The server that it was asked for in."""
    most_running: int | None = None
    """How many jobs of its member may run at once for it to be handed out; None is what the host has."""

    @property
    def flow(self) -> Flow:
        """Whose it is."""
        return self.member_id, self.speed

    @property
    def weight(self) -> float:
        """What its member's share is proportional to."""
        return WEIGHTS[self.speed] * self.boost


@dataclass(frozen=True)
class Share:
    """A member in a class: the virtual time at which the next job may start, and whether one waited when last seen."""

    tag: float
    is_waiting: bool


@dataclass(frozen=True)
class Shares:
    """What the scheduler remembers: the virtual time, who has used more than that, and the model drawn with last."""

    virtual: float = 0.0
    model: str | None = None
    of: Mapping[Flow, Share] = field(default_factory=dict)


class Halt(StrEnum):
    """What the queue of a server does not do any more."""

    PAUSED = "paused"
    """Nothing is handed out; what runs goes on."""
    DRAINING = "draining"
    """Nothing is taken in; what waits is drawn."""


@dataclass(frozen=True)
class Hold:
    """Moderators of a server have its queue stand still: who, and why if they said it; 0 is the host."""

    halt: Halt
    by: int
    reason: str = ""


@dataclass(frozen=True)
class Queue:
    """`heads` has the oldest waiting job of each member in each class, and those that were moved; the oldest first.

    `running` has all that run; `rates` the seconds that a model was measured to take for one unit of work. Jobs of
    servers whose queue is paused are no heads; `held` has them where the whole queue is asked for, `holds` says why.
    """

    heads: tuple[Ticket, ...]
    running: tuple[Ticket, ...]
    shares: Shares = Shares()
    rates: Mapping[str, float] = field(default_factory=dict)
    held: tuple[Ticket, ...] = ()
    holds: Mapping[int, Hold] = field(default_factory=dict)


@dataclass(frozen=True)
class Choice:
    """The job to be handed out, the GPU seconds that its member is charged until they are measured, and what is
    remembered from now on; None for what it was.
    """

    job_id: str
    charged: float | None = None
    shares: Shares | None = None


@dataclass(frozen=True)
class Counts:
    """How many jobs of a member wait, and how many run."""

    waiting: int
    running: int


@dataclass(frozen=True)
class Position:
    """A place among those that wait, from 1 for the next, and in how many seconds the pictures can be expected.

    Where its server's queue is paused, the place is one among that server's, and nobody knows the seconds.
    """

    number: int
    seconds: float | None = None
    hold: Hold | None = None


Choose = Callable[[Queue], Choice | None]
"""A scheduler: which of the heads is handed out; None where none should be now."""


def oldest(queue: Queue) -> Choice | None:
    """First come, first served. What has to be alone waits until nothing runs, and nothing starts beside it."""
    if not queue.heads or any(ticket.is_alone for ticket in queue.running):
        return None
    first = min(queue.heads, key=lambda ticket: ticket.job_id)
    return None if first.is_alone and queue.running else Choice(first.job_id)
