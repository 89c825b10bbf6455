"""How much a member may have drawn at once."""

import pytest

from bot.jobs.queue import Counts
from bot.policy.limits import Limits

LIMITS = Limits(running=3, waiting=10)


@pytest.mark.parametrize(
    ("waiting", "running", "more", "is_full", "has_to_wait"),
    [
        (0, 0, 1, False, False),
        (0, 0, 3, False, False),
        (0, 0, 4, False, True),
        (0, 3, 1, False, True),
        (2, 0, 2, False, True),
        (9, 3, 1, False, True),
        (10, 3, 1, True, True),
        (9, 3, 2, True, True),
        (13, 0, 1, True, True),
    ],
)
def test_three_run_and_ten_wait(waiting: int, running: int, more: int, *, is_full: bool, has_to_wait: bool) -> None:
    """All together count: what is claimed already and what is about to be."""
    counts = Counts(waiting, running)
    assert (LIMITS.is_full(counts, more), LIMITS.has_to_wait(counts, more)) == (is_full, has_to_wait)
