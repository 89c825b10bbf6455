"""A fuzzer that is led by coverage finds no text that breaks the prompt language."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is served for Python 3.11 to 3.13 on Linux"
)


def fuzz(seconds: int, folder: Path) -> str:
    """What the fuzzer said, having found nothing."""
    command = [sys.executable, "-m", "tests.bot.prompt.fuzz", str(folder / "corpus")]
    limits = [f"-max_total_time={seconds}", "-timeout=10", "-max_len=500", f"-artifact_prefix={folder}/"]
    done = subprocess.run([*command, *limits], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.returncode == 0, done.stderr[-4000:]
    return done.stderr


@pytest.mark.timeout(300)
def test_nothing_is_found_in_seconds(tmp_path: Path) -> None:
    """The corpus, and what can be made of it in eight seconds."""
    told = fuzz(8, tmp_path)
    assert "INITED" in told
    assert "Done" in told


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_nothing_is_found_in_ten_minutes(tmp_path: Path) -> None:
    """The same for longer."""
    assert "Done" in fuzz(600, tmp_path)
