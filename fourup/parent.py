"""Ends a child process with the one that started it, however that one ended."""

import os
import threading
from collections.abc import Callable

_STANDARD_INPUT = 0  # read as a descriptor: a lock on sys.stdin held by a thread breaks the interpreter's own end
PATIENCE = 5.0  # seconds that a clean stop may take once the parent has gone


def when_parent_goes(stop: Callable[[], object]) -> None:
    """Call `stop` from a thread when standard input ends; end the process by force where that does not help.

    The parent holds the other end and never writes, so that its death, SIGKILL included, ends the file.
    """

    def wait() -> None:
        while os.read(_STANDARD_INPUT, 1024):
            pass
        stop()
        timer = threading.Timer(PATIENCE, os._exit, args=(1,))
        timer.daemon = True
        timer.start()

    threading.Thread(target=wait, name="parent", daemon=True).start()
