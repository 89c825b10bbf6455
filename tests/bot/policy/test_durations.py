"""Times as people write them."""

import pytest

from bot.policy.durations import seconds_of


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        *(
            ("30m", 1800),
            ("2h", 7200),
            ("1d", 86400),
            ("2 weeks", 1209600),
            ("1h 30m", 5400),
            ("1H30M", 5400),
            ("90 sec", 90),
        ),
        *(
            ("", None),
            ("0m", None),
            ("-1h", None),
            ("tomorrow", None),
            ("5", None),
            ("2y", None),
            ("99999d", None),
            ("1h x", None),
        ),
    ],
)
def test_a_time_is_read_or_refused(written: str, seconds: float | None) -> None:
    """Never guessed."""
    assert seconds_of(written) == seconds
