"""A clock that jumps, and what is deleted for its age."""

from dataclasses import dataclass

import pytest
from structlog.testing import capture_logs

from bot.images.blobs import Blobs
from bot.keeping import Clocks, Sweeper
from bot.store.privacy.retention import DAY
from bot.store.store import Store
from tests.bot.keeping.conftest import QUICK, drawn
from tests.bot.store.conftest import Time


@dataclass
class House:
    """A job ten seconds old, jobs being kept for thirty days, and the machine's two clocks."""

    store: Store
    time: Time
    sweeper: Sweeper
    job_id: str
    passed: list[float]

    async def goes_by(self, seconds: float, jump: float = 0.0) -> bool:
        """The time passes, the clock is set, and what is too old goes; True where the job is still there."""
        self.passed[0] += seconds
        self.time.now += seconds + jump
        await self.sweeper._retain()
        return bool(await self.store.jobs.of(1))


@pytest.fixture
async def house(store: Store, blobs: Blobs, time: Time) -> House:
    """At rest."""
    passed = [0.0]
    sweeper = Sweeper(store, blobs, 30, QUICK, Clocks(lambda: time.now, lambda: passed[0]))
    return House(store, time, sweeper, (await drawn(store, blobs, 1, b"picture")).id, passed)


async def test_a_clock_that_jumped_ahead_deletes_nothing_for_a_day(house: House) -> None:
    """The log says so; whoever sets it right in that day has lost nothing."""
    with capture_logs() as logs:
        assert await house.goes_by(60.0, jump=40 * DAY)
        assert await house.goes_by(DAY / 2)
    assert [each["event"] for each in logs] == ["the clock jumped ahead: no job is deleted for its age until tomorrow"]
    assert await house.goes_by(60.0, jump=-40 * DAY)
    assert await house.goes_by(2 * DAY)


async def test_a_clock_that_stays_ahead_is_believed_at_last(house: House) -> None:
    """It was wrong before."""
    assert await house.goes_by(60.0, jump=40 * DAY)
    assert not await house.goes_by(DAY)


async def test_a_clock_that_was_put_back_deletes_nothing(house: House) -> None:
    """Everything is younger then."""
    assert await house.goes_by(60.0, jump=-40 * DAY)


async def test_thirty_days_that_passed_are_thirty_days(house: House) -> None:
    """Nobody set the clock."""
    assert await house.goes_by(29 * DAY)
    assert not await house.goes_by(2 * DAY)
