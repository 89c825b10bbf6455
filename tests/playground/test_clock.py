"""Time that can be moved, and the ids that are drawn from it."""

import asyncio

import pytest

from playground.clock import Clock, Snowflakes, seconds_of


def test_a_given_start_stands_still() -> None:
    """The clock of a test shows the same second until the test moves it."""
    clock = Clock(start=1_790_000_000.0)
    assert clock.now() == clock.now() == 1_790_000_000.0
    clock.advance(90)
    assert clock.now() == 1_790_000_090.0
    assert clock.iso() == "2026-09-21T14:14:50.000+00:00"


def test_a_clock_never_goes_back() -> None:
    """Moving it back would make ids that were given already."""
    with pytest.raises(ValueError, match="forward"):
        Clock().advance(-1)


async def test_sleepers_wake_when_the_clock_is_moved() -> None:
    """Who waits for 3 seconds wakes when 3 seconds are skipped, and not a moment before."""
    clock = Clock(start=0.0)
    sleeper = asyncio.create_task(clock.sleep(3))
    await asyncio.sleep(0)
    clock.advance(2.9)
    await asyncio.sleep(0)
    assert not sleeper.done()
    clock.advance(0.2)
    await asyncio.wait_for(sleeper, 1)


async def test_sleepers_wake_by_themselves_in_the_machines_time() -> None:
    """Without a start the clock is the machine's, and nobody has to move it."""
    await asyncio.wait_for(Clock().sleep(0.01), 5)


def test_ids_grow_and_tell_their_second() -> None:
    """Each id is greater than the one before, within one millisecond too, and names the time of its making."""
    clock = Clock(start=1_790_000_000.0)
    ids = Snowflakes(clock)
    drawn = [int(ids.next()) for _ in range(10_000)]
    assert drawn == sorted(set(drawn))
    assert seconds_of(str(drawn[0])) == pytest.approx(clock.now(), abs=0.001)


def test_ids_are_the_same_in_each_run() -> None:
    """Two worlds at the same second count alike."""
    first, second = (Snowflakes(Clock(start=5e9)) for _ in range(2))
    assert [first.next() for _ in range(5)] == [second.next() for _ in range(5)]


def test_ids_go_on_after_those_of_an_earlier_run() -> None:
    """What a loaded world holds is never given twice, though the clock may stand before it."""
    ids = Snowflakes(Clock(start=1_500_000_000.0))
    ids.after("9" * 18)
    assert int(ids.next()) > int("9" * 18)
