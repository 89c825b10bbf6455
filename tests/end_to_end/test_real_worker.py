"""The bot as a host starts it, with the real engine on a tiny random model, killed while it draws."""

from pathlib import Path

import pytest

from playground import Playground
from tests.end_to_end.conftest import MODEL
from tests.end_to_end.judging import assert_nothing_lost, tried
from tests.end_to_end.lives import WHOLE, Lives
from tests.end_to_end.trial import Trial

pytestmark = [pytest.mark.failing, pytest.mark.proof, pytest.mark.timeout(2400)]


@pytest.fixture
def real(world: Playground, tmp_path: Path) -> Lives:
    """A host with the tiny model, and no stand-in anywhere."""
    from tests.engine.tiny import make_tiny_sd15  # noqa: PLC0415 - torch, which the other tests here do without

    host = tmp_path / "host"
    make_tiny_sd15(host / "tiny")
    (host / "config.toml").write_text(MODEL.format("tiny"))
    return Lives(world, host, WHOLE, {"OMP_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"})


async def test_with_the_real_engine_each_job_is_posted_once(
    seed: int, world: Playground, real: Lives, capsys: pytest.CaptureFixture[str]
) -> None:
    """Fifty jobs and twenty kills: drawn anew from the start, and posted once."""
    trial = Trial(seed, jobs=50, kills=20, patience=400.0)
    outcome = await tried(trial, world, real, capsys)
    assert_nothing_lost(outcome, trial)
    assert outcome.duplicates == 0
