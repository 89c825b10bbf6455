"""When a process that gives signs of life and none of progress is taken to hang in one step."""

STEPS = 20
"""How many times the usual duration of a step one may take: pictures are decoded between steps now and then."""

AT_LEAST = 120.0  # seconds, for a job that has taken a step
BEFORE_THE_FIRST = 900.0  # seconds, for one that has not: a model may have to be loaded, or compiled

LOOK = 1.0  # seconds between two looks
LATE = 1.0  # a look that comes so much too late tells that we stood still ourselves


def patience(seconds_per_row_step: float | None, rows: int, *, is_under_way: bool) -> float:
    """Seconds without an event after which jobs of so many rows in all are taken to hang.

    `seconds_per_row_step` is what the device was measured to take, None where it was not yet; `is_under_way` is True
    where one of the jobs has taken a step.
    """
    least = AT_LEAST if is_under_way else BEFORE_THE_FIRST
    return max(least, STEPS * rows * (seconds_per_row_step or 0.0))


class Watch:
    """Tells when nothing has moved for too long; `now` is a clock that never goes back, in seconds."""

    def __init__(self, now: float) -> None:
        self._moved = self._looked = now
        self.is_under_way = False

    def moved(self, now: float, *, is_under_way: bool = False) -> None:
        """Something happened: a job was handed over, began, took a step, ended."""
        self._moved = now
        self.is_under_way = is_under_way

    def hangs(self, now: float, patience: float) -> bool:
        """To be asked every LOOK seconds. Time in which nobody could ask does not count."""
        if now - self._looked > LOOK + LATE:
            self._moved += now - self._looked
        self._looked = now
        return now - self._moved > patience
