"""How often one member may ask: nobody needs more than a few answers a minute."""

from collections import OrderedDict, deque
from collections.abc import Callable

MEMBERS = 1000
"""Of so many it is known when they asked last."""


class Tempo:
    """So many questions of each member in so many seconds."""

    def __init__(self, now: Callable[[], float], most: int = 10, seconds: float = 60.0) -> None:
        self._now, self._most, self._seconds = now, most, seconds
        self._asked: OrderedDict[int, deque[float]] = OrderedDict()

    def wait(self, member_id: int) -> float:
        """Count a question of this member's, and give 0; or the seconds until one is answered again."""
        now = self._now()
        times = self._asked.pop(member_id, None) or deque[float]()
        while times and times[0] <= now - self._seconds:
            times.popleft()
        self._asked[member_id] = times
        if len(self._asked) > MEMBERS:
            self._asked.popitem(last=False)
        if len(times) >= self._most:
            return times[0] + self._seconds - now
        times.append(now)
        return 0.0
