"""A fuzzer that is led by coverage finds no text that breaks the prompt language."""

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("atheris") is None, reason="atheris is served for Python 3.11 to 3.13 on Linux"
    ),
    pytest.mark.leaking,  # it has no bot and no token, and a fuzzer may well type 96 digits in a row
]


def fuzz(seconds: int, folder: Path, fuzzers: int = 1) -> list[str]:
    """What the fuzzers said, side by side, having found nothing; each begins otherwise and has a corpus of its own."""
    limits = [f"-max_total_time={seconds}", "-timeout=10", "-max_len=500", f"-artifact_prefix={folder}/"]
    running = []
    for number in range(1, fuzzers + 1):
        command = [sys.executable, "-m", "tests.bot.prompt.fuzz", str(folder / f"corpus-{number}"), f"-seed={number}"]
        log = (folder / f"fuzzer-{number}.log").open("w+b")
        running.append((subprocess.Popen([*command, *limits], stdout=log, stderr=subprocess.STDOUT, cwd=ROOT), log))
    told, broken = [], []
    for process, log in running:
        with process, log:
            process.wait()
            log.seek(0)
            told.append(log.read().decode(errors="replace"))
        if process.returncode != 0:
            broken.append(told[-1][-4000:])
    assert not broken, "\n".join(broken)
    return told


@pytest.mark.timeout(300)
def test_nothing_is_found_in_seconds(tmp_path: Path) -> None:
    """The corpus, and what can be made of it in eight seconds."""
    (told,) = fuzz(8, tmp_path)
    assert "INITED" in told
    assert "Done" in told


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_nothing_is_found_in_ten_minutes(tmp_path: Path) -> None:
    """Two fuzzers for five minutes each."""
    assert all("Done" in told for told in fuzz(300, tmp_path, fuzzers=2))
