"""A process that ends with the one that started it."""

import subprocess
import sys

PRELUDE = "import signal, threading; from engine import parent; parent.PATIENCE = 0.2; "


def ended(code: str) -> int:
    """The exit code of a process whose parent's end of the pipe closes."""
    with subprocess.Popen([sys.executable, "-c", PRELUDE + code], stdin=subprocess.PIPE) as process:
        process.communicate(b"ignored", timeout=20)
    return process.returncode


def test_it_is_asked_to_stop_first() -> None:
    """A process that listens ends cleanly."""
    assert ended("stop = threading.Event(); parent.when_parent_goes(stop.set); stop.wait(20)") == 0


def test_what_the_parent_writes_comes_in_whole_lines() -> None:
    """However it was cut on its way, and without what has no end."""
    code = (
        f"{PRELUDE} stop = threading.Event();"
        "parent.when_parent_goes(stop.set, lambda line: print(line.decode(), flush=True)); stop.wait(20)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        said, _ = process.communicate(b"one\n" + b"t" * 200_000 + b"\nthree", timeout=20)
    assert said.decode().splitlines() == ["one", "t" * 200_000]


def test_a_process_that_hangs_is_ended() -> None:
    """Nothing outlives its parent for long."""
    assert ended("parent.when_parent_goes(lambda: None); signal.pause()") == 1
