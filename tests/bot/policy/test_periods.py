"""Days, months and hours by a time zone."""

from datetime import UTC, datetime

import pytest

from bot.policy.periods import Hours, Period, day_of, is_zone, month_of, zone

BERLIN = "Europe/Berlin"


def at(text: str) -> float:
    """The second of this time in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()


@pytest.mark.parametrize(
    ("now", "timezone", "start", "end"),
    [
        ("2026-09-21T13:46", "UTC", "2026-09-21T00:00", "2026-09-22T00:00"),
        ("2026-09-21T22:30", BERLIN, "2026-09-21T22:00", "2026-09-22T22:00"),
        ("2026-03-29T12:00", BERLIN, "2026-03-28T23:00", "2026-03-29T22:00"),
        ("2026-10-25T12:00", BERLIN, "2026-10-24T22:00", "2026-10-25T23:00"),
        ("2026-12-31T23:30", BERLIN, "2026-12-31T23:00", "2027-01-01T23:00"),
    ],
)
def test_a_day_goes_from_midnight_to_midnight_there(now: str, timezone: str, start: str, end: str) -> None:
    """Also when it has 23 or 25 hours."""
    assert day_of(at(now), timezone) == Period(at(start), at(end))


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        ("2026-01-31T12:00", "2025-12-31T23:00", "2026-01-31T23:00"),
        ("2026-02-28T12:00", "2026-01-31T23:00", "2026-02-28T23:00"),
        ("2026-12-31T23:30", "2026-12-31T23:00", "2027-01-31T23:00"),
    ],
)
def test_a_month_goes_from_first_to_first(now: str, start: str, end: str) -> None:
    """By the clocks of the place."""
    assert month_of(at(now), BERLIN) == Period(at(start), at(end))


@pytest.mark.parametrize(
    ("hours", "now", "until"),
    [
        ("22:00-07:00", "2026-09-21T21:59", None),
        ("22:00-07:00", "2026-09-21T22:00", "2026-09-22T07:00"),
        ("22:00-07:00", "2026-09-22T06:59", "2026-09-22T07:00"),
        ("22:00-07:00", "2026-09-22T07:00", None),
        ("9-17:30", "2026-09-21T12:00", "2026-09-21T17:30"),
        ("9-17:30", "2026-09-21T18:00", None),
    ],
)
def test_hours_of_a_day(hours: str, now: str, until: str | None) -> None:
    """Over midnight too."""
    assert Hours.read(hours).until(at(now), "UTC") == (at(until) if until else None)


@pytest.mark.parametrize("text", ["", "22", "22:00", "25:00-07:00", "22:00-07:60", "9-9", "a-b", "-"])
def test_what_are_no_hours(text: str) -> None:
    """Are refused."""
    with pytest.raises(ValueError):  # noqa: PT011 - any will do
        Hours.read(text)


def test_a_zone_that_this_machine_does_not_know_is_utc() -> None:
    """Nobody is locked out by a machine without time zones."""
    assert not any(map(is_zone, ("", "Nowhere/At_All", "../etc/passwd", "/etc/passwd", "x" * 300)))
    assert (zone("Nowhere/At_All").key, zone(BERLIN).key) == ("UTC", BERLIN)
