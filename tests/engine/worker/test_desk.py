"""A device's process while it is still being made ready."""

import signal
import subprocess
import sys
import time

import pytest

LOADS_FOR_EVER = """
import sys, threading
from engine.catalogue import Catalogue
from engine.worker.desk import serve
sys.exit(serve(Catalogue(), lambda emit: threading.Event().wait()))
"""


@pytest.mark.parametrize("way", ["told to stop", "parent gone"])
def test_what_is_still_loading_ends_at_once(way: str) -> None:
    """Nothing is in hand yet, and loading a model may take a minute."""
    command = [sys.executable, "-c", LOADS_FOR_EVER]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        assert b"Beat" in process.stdout.readline()
        before = time.monotonic()
        if way == "told to stop":
            process.send_signal(signal.SIGTERM)
        else:
            process.stdin.close()
        assert process.wait(20) == 0
        assert time.monotonic() - before < 3.0
