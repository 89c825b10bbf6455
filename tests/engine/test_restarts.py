"""When a bot that died is started again."""

from engine.restarts import ATTEMPTS, LONGEST_DELAY, NO_USE, Restarts


def test_each_death_in_a_row_doubles_the_delay() -> None:
    """A bot that comes online and dies is started for ever, less and less eagerly."""
    history = Restarts()
    delays = [history.delay(1, ready_for=1.0) for _ in range(8)]
    assert delays == [0.5, 1.0, 2.0, 4.0, 8.0, LONGEST_DELAY, LONGEST_DELAY, LONGEST_DELAY]


def test_a_healthy_while_forgets_earlier_deaths() -> None:
    """Half a minute online, and the next death is the first again."""
    history = Restarts()
    assert [history.delay(1, ready_for=length) for length in (1.0, 1.0, 31.0)] == [0.5, 1.0, 0.5]


def test_a_bot_that_never_comes_online_is_given_up() -> None:
    """The last of the attempts has no next one; one success in between starts the count anew."""
    history = Restarts()
    for _ in range(ATTEMPTS - 1):
        assert history.delay(1, ready_for=None) is not None
    history.delay(1, ready_for=0.1)
    for _ in range(ATTEMPTS - 1):
        assert history.delay(1, ready_for=None) is not None
    assert history.delay(1, ready_for=None) is None


def test_a_wrong_configuration_is_given_up_at_once() -> None:
    """Nothing changes by itself between two starts."""
    assert Restarts().delay(NO_USE, ready_for=None) is None
