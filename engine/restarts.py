"""When a process that died is started again, and when that is given up."""

from dataclasses import dataclass

FIRST_DELAY = 0.5  # seconds
LONGEST_DELAY = 15.0
HEALTHY_AFTER = 30.0  # seconds ready, after which an earlier death is forgotten
ATTEMPTS = 5  # starts in a row without becoming ready
NO_USE = 78  # the exit code of a process that says that its configuration has to change first


@dataclass
class Restarts:
    """Counts deaths: each in a row doubles the delay; a process that never becomes ready is given up in the end."""

    deaths: int = 0
    failed_starts: int = 0

    def delay(self, exit_code: int, ready_for: float | None) -> float | None:
        """Seconds to wait after this death, None to give up; `ready_for` is None where it never became ready."""
        if ready_for is not None and ready_for >= HEALTHY_AFTER:
            self.deaths = 0
        self.deaths += 1
        self.failed_starts = self.failed_starts + 1 if ready_for is None else 0
        if exit_code == NO_USE or self.failed_starts >= ATTEMPTS:
            return None
        return float(min(FIRST_DELAY * 2 ** (self.deaths - 1), LONGEST_DELAY))
