"""Days, months and hours of a day, by a time zone: when they began, and when the next begin."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY = 24 * 60  # minutes


@dataclass(frozen=True)
class Period:
    """From this second since 1970 up to that."""

    start: float
    end: float


def is_zone(name: str) -> bool:
    """True for a time zone of the machine's, such as "Europe/Berlin"."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def zone(name: str) -> ZoneInfo:
    """The zone; UTC where this machine does not know it."""
    return ZoneInfo(name if is_zone(name) else "UTC")


def day_of(now: float, timezone: str) -> Period:
    """The day that this second is in: from midnight to midnight there, also where clocks change between."""
    midnight = _midnight(now, timezone)
    return Period(midnight.timestamp(), _next_day(midnight).timestamp())


def month_of(now: float, timezone: str) -> Period:
    """The month that this second is in."""
    first = _midnight(now, timezone).replace(day=1)
    later = first + timedelta(days=31)
    return Period(first.timestamp(), later.replace(day=1).timestamp())


def _midnight(now: float, timezone: str) -> datetime:
    return datetime.fromtimestamp(now, zone(timezone)).replace(hour=0, minute=0, second=0, microsecond=0)


def _next_day(midnight: datetime) -> datetime:
    """By the calendar: adding a day to a time with a zone adds no hours."""
    return midnight + timedelta(days=1)


@dataclass(frozen=True)
class Hours:
    """Hours of each day, from the minute `start` up to the minute `end`; over midnight where that is earlier."""

    start: int
    end: int

    @classmethod
    def read(cls, text: str) -> "Hours":
        """Of "22:00-07:30". Raises ValueError."""
        first, dash, last = text.replace(" ", "").replace("–", "-").partition("-")  # noqa: RUF001 - phones write it
        found = cls(_minute(first), _minute(last))
        if not dash or found.start == found.end:
            raise ValueError(text)
        return found

    def __str__(self) -> str:
        return f"{_clock(self.start)}-{_clock(self.end)}"

    @property
    def minutes(self) -> int:
        """How long they are."""
        return (self.end - self.start) % DAY

    def until(self, now: float, timezone: str) -> float | None:
        """When they end, where this second is in them; else None."""
        there = datetime.fromtimestamp(now, zone(timezone))
        minute = there.hour * 60 + there.minute
        if (minute - self.start) % DAY >= self.minutes:
            return None
        end = there.replace(hour=self.end // 60, minute=self.end % 60, second=0, microsecond=0)
        return (end if end > there else _next_day(end)).timestamp()


def _minute(text: str) -> int:
    hour, _, minute = text.partition(":")
    found = int(hour) * 60 + int(minute or 0)
    if not (0 <= int(hour) < 24 and 0 <= int(minute or 0) < 60):
        raise ValueError(text)
    return found


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
