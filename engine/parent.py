"""Ends a child process with the one that started it, however that one ended."""

import os
import threading
from collections.abc import Callable

_STANDARD_INPUT = 0  # read as a descriptor: a lock on sys.stdin held by a thread breaks the interpreter's own end
_CHUNK = 64 * 1024  # bytes
PATIENCE = 5.0  # seconds that a clean stop may take once the parent has gone


def when_parent_goes(stop: Callable[[], object], on_line: Callable[[bytes], object] | None = None) -> None:
    """Call `stop` from a thread when standard input ends; end the process by force where that does not help.

    The parent holds the other end, so that its death, SIGKILL included, ends the file. Whole lines that it writes go
    to `on_line`, in that thread too; without one they are passed over.
    """

    def wait() -> None:
        rest = b""
        while chunk := os.read(_STANDARD_INPUT, _CHUNK):
            *lines, rest = (rest + chunk).split(b"\n")
            if on_line is not None:
                for line in lines:
                    on_line(line)
        stop()
        timer = threading.Timer(PATIENCE, os._exit, args=(1,))
        timer.daemon = True
        timer.start()

    threading.Thread(target=wait, name="parent", daemon=True).start()
