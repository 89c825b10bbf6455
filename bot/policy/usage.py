"""What a member has used of the GPU, as far as limits count it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Used:
    """Seconds of the GPU of this day and of this month in this server, and when the member last asked for a job."""

    day: float = 0.0
    month: float = 0.0
    last_asked_at: float | None = None


NOTHING_USED = Used()
