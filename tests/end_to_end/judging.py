"""How a trial is run in a test, told of, and judged."""

import sys

import pytest

from playground import Playground
from tests.end_to_end.lives import Lives
from tests.end_to_end.trial import Outcome, Trial, run


async def tried(trial: Trial, world: Playground, lives: Lives, capsys: pytest.CaptureFixture[str]) -> Outcome:
    """The outcome; what it was, and how to have it again, is told in any case."""
    with capsys.disabled():
        sys.stdout.write(f"\n{trial}\n")
    outcome = await run(trial, world, lives)
    with capsys.disabled():
        sys.stdout.write(f"{outcome}\n")
    return outcome


def assert_nothing_lost(outcome: Outcome, trial: Trial) -> None:
    """All that was asked for stands there, and nothing else is left."""
    assert outcome.jobs >= trial.jobs
    assert outcome.kills == trial.kills
    assert outcome.undelivered == []
    assert outcome.unposted == []
    assert outcome.broken == []
    assert outcome.stale == []
    assert outcome.unreadable == []
    assert outcome.orphans == []
    assert outcome.mischarged == []
    assert outcome.stray == []
    assert outcome.crashes == []
    assert outcome.traces == 0
    assert outcome.is_sound
