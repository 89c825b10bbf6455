"""What a member has used of the GPU and of the disk, as far as limits count it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Used:
    """Seconds of the GPU of this day and of this month in this server, and when the member last asked for a job.

    `disk` is the bytes of the member's pictures there, where a limit counts them.
    """

    day: float = 0.0
    month: float = 0.0
    last_asked_at: float | None = None
    disk: int = 0


NOTHING_USED = Used()
