"""The bot and its engine are killed at any moment, Discord has a bad day: no job is lost, none is posted twice.

All chances are drawn from one seed, which is told; CHAOS_SEED repeats it, as far as processes repeat themselves.
"""

import pytest

from playground import Playground
from tests.end_to_end.judging import assert_nothing_lost, tried
from tests.end_to_end.lives import CAREFUL, STAND_IN, Lives
from tests.end_to_end.trial import Trial
from tests.end_to_end.trouble import POSTED

pytestmark = pytest.mark.failing

PRICE = 4 * 0.02
"""The stand-in's four steps, of STAND_IN_STEP each."""


@pytest.mark.parametrize(
    ("jobs", "kills"),
    [
        pytest.param(24, 5, marks=pytest.mark.timeout(180)),
        pytest.param(200, 45, marks=[pytest.mark.proof, pytest.mark.timeout(900)]),
        pytest.param(1000, 300, marks=[pytest.mark.proof, pytest.mark.timeout(5400)]),
    ],
)
async def test_whatever_is_killed_each_job_is_posted_once(
    seed: int, jobs: int, kills: int, world: Playground, lives: Lives, capsys: pytest.CaptureFixture[str]
) -> None:
    """Bot, engine and decoders by SIGKILL, alone and together, between 429s, 5xx after the effect and cut lines."""
    trial = Trial(seed, jobs, kills, price=PRICE)
    outcome = await tried(trial, world, lives, capsys)
    assert_nothing_lost(outcome, trial)
    assert outcome.duplicates == 0


@pytest.mark.proof
@pytest.mark.timeout(300)
@pytest.mark.parametrize("command", [STAND_IN, CAREFUL], ids=["relies on nonces", "reads what stands there"])
async def test_without_nonces_it_would_be_seen(
    command: tuple[str, ...], seed: int, world: Playground, lives: Lives, capsys: pytest.CaptureFixture[str]
) -> None:
    """So the test above can fail: where Discord forgets nonces at once, some results stand there twice.

    They do not where the bot knows that it may have: it looks at the channel. Nothing is lost either way.
    """
    lives.command = command
    trial = Trial(seed, 60, 20, has_bad_day=False, knows_nonces=False, effects=(POSTED,))
    outcome = await tried(trial, world, lives, capsys)
    assert_nothing_lost(outcome, trial)
    assert (outcome.duplicates > 0) is (command is STAND_IN)
