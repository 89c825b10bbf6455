"""The bot and its engine are killed at any moment, Discord has a bad day: no job is lost, none is posted twice.

All chances are drawn from one seed, which is told; CHAOS_SEED repeats it, as far as processes repeat themselves.
"""

import pytest

from playground import Playground
from tests.end_to_end.judging import assert_nothing_lost, tried
from tests.end_to_end.lives import Lives
from tests.end_to_end.trial import Trial

pytestmark = pytest.mark.failing


@pytest.mark.parametrize(
    ("jobs", "kills"),
    [
        pytest.param(24, 5, marks=pytest.mark.timeout(180)),
        pytest.param(200, 45, marks=[pytest.mark.proof, pytest.mark.timeout(900)]),
    ],
)
async def test_whatever_is_killed_each_job_is_posted_once(
    seed: int, jobs: int, kills: int, world: Playground, lives: Lives, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bot, engine and decoders by SIGKILL, alone and together, between 429s, 5xx after the effect and cut lines."""
    trial = Trial(seed, jobs, kills)
    outcome = await tried(trial, world, lives, capsys)
    assert_nothing_lost(outcome, trial)
    assert outcome.duplicates == 0


@pytest.mark.proof
@pytest.mark.timeout(300)
async def test_without_nonces_it_would_be_seen(
    seed: int, world: Playground, lives: Lives, capsys: pytest.CaptureFixture[str]
) -> None:
    """So the test above can fail: where Discord forgets nonces, some results stand there twice, and nothing is lost."""
    trial = Trial(seed, 60, 15, knows_nonces=False)
    outcome = await tried(trial, world, lives, capsys)
    assert_nothing_lost(outcome, trial)
    assert outcome.duplicates > 0
