"""How long something takes, as people read it."""

import pytest

from bot.messages.durations import about


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        *((0.0, "5 s"), (12.6, "15 s"), (57.0, "55 s"), (58.0, "1 min"), (89.0, "1 min"), (91.0, "2 min")),
        *((3569.0, "59 min"), (3590.0, "1 h"), (4000.0, "1 h 5 min"), (90_000.0, "25 h")),
    ],
)
def test_it_is_said_in_round_numbers(seconds: float, said: str) -> None:
    """So that it changes seldom, and promises nothing that it does not know."""
    assert about(seconds) == said
