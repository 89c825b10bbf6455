"""Hanging in one step, and what only looks like it."""

from engine.progress import AT_LEAST, BEFORE_THE_FIRST, LOOK, Watch, patience


def test_patience_goes_by_what_a_step_takes() -> None:
    """Never less than two minutes, and longer for a job whose model may still be loaded."""
    assert patience(0.01, 16, is_under_way=True) == AT_LEAST
    assert patience(None, 16, is_under_way=True) == AT_LEAST
    assert patience(2.0, 16, is_under_way=True) == 640.0
    assert patience(0.01, 16, is_under_way=False) == BEFORE_THE_FIRST
    assert patience(9.0, 16, is_under_way=False) == 2880.0


def looked(watch: Watch, since: int, until: int, allowed: float) -> list[int]:
    """The seconds at which it is told to hang, looked at each."""
    return [second for second in range(since, until) if watch.hangs(float(second), allowed)]


def test_nothing_for_too_long_is_noticed() -> None:
    """And no sooner; every step begins anew."""
    watch = Watch(0.0)
    assert looked(watch, 1, 12, 10.0) == [11]
    watch.moved(11.0)
    assert looked(watch, 12, 23, 10.0) == [22]


def test_time_in_which_we_stood_still_ourselves_does_not_count() -> None:
    """A machine that slept has no process that hangs."""
    watch = Watch(0.0)
    assert looked(watch, 1, 6, 10.0) == []
    assert not watch.hangs(500.0, 10.0)
    assert looked(watch, 501, 520, 10.0)[0] == 506
    assert LOOK == 1.0
