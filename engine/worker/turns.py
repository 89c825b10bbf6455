"""Who computes on the device: the loop tick by tick, and in between whoever needs the device for themselves."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Turns:
    """A lock that is handed over: the loop, which lets it go for a moment only, does not take it again before those who
    wait had it.
    """

    def __init__(self) -> None:
        self._next, self._own = threading.Lock(), threading.Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """The device is ours."""
        with self._next:
            self._own.acquire()
        try:
            yield
        finally:
            self._own.release()
