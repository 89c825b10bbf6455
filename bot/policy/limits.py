"""How much a member may have drawn at once."""

from dataclasses import dataclass

from bot.jobs.queue import Counts


@dataclass(frozen=True)
class Limits:
    """Grids of one member that run, those that wait beside them, and the grids of one command (Midjourney's own)."""

    running: int = 3
    waiting: int = 10
    grids: int = 4

    def is_full(self, counts: Counts, more: int) -> bool:
        """True where a member with so many jobs may not add so many."""
        return counts.running + counts.waiting + more > self.running + self.waiting

    def has_to_wait(self, counts: Counts, more: int) -> bool:
        """True where the last of them cannot run before another of the member's ends."""
        return counts.running + counts.waiting + more > self.running


LIMITS = Limits()
