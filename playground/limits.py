"""Rate limits: fixed windows by route and place, one global window a bot, told in Discord's headers.

Source: Discord's documentation, "Rate Limits". Its numbers are not published and may change at any time; those here are
what clients commonly meet.
"""

import math
from dataclasses import dataclass
from hashlib import sha256

from playground.clock import Clock

GLOBAL_PER_SECOND = 50
VIA = {"Via": "1.1 playground"}
"""Discord's own answers carry it. A 429 without it comes from Cloudflare, and clients then stop."""


@dataclass(frozen=True)
class Limit:
    """So many requests in a window of so many seconds."""

    requests: int
    seconds: float


DEFAULT = Limit(50, 1.0)


@dataclass
class _Window:
    ends: float
    used: int = 0


@dataclass(frozen=True)
class Verdict:
    """Whether a request may pass, and the headers that its answer carries."""

    headers: dict[str, str]
    retry_after: float | None = None
    scope: str = "user"


class Limits:
    """Counts requests. `enabled` False lets all pass, with the headers still there."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._windows: dict[tuple[str, ...], _Window] = {}
        self.enabled = True

    def take(self, who: str, route: str, place: str, limit: Limit, *, counts_globally: bool) -> Verdict:
        """Count one request by `who` on `route` at `place`, the channel, guild or webhook that it is about."""
        self._forget_old()
        if counts_globally:
            window = self._window((who,), 1.0)
            if self.enabled and window.used > GLOBAL_PER_SECOND:
                return Verdict({}, self._left(window), "global")
        window = self._window((who, route, place), limit.seconds)
        left = self._left(window)
        headers = {
            "X-RateLimit-Limit": str(limit.requests),
            "X-RateLimit-Remaining": str(max(limit.requests - window.used, 0) if self.enabled else limit.requests),
            "X-RateLimit-Reset": f"{self._clock.now() + left:.3f}",
            "X-RateLimit-Reset-After": f"{left:.3f}",
            "X-RateLimit-Bucket": sha256(route.encode()).hexdigest()[:32],
        }
        over = self.enabled and window.used > limit.requests
        return Verdict(headers, left if over else None)

    def _window(self, key: tuple[str, ...], seconds: float) -> _Window:
        now = self._clock.elapsed()
        window = self._windows.get(key)
        if window is None or window.ends <= now:
            window = self._windows[key] = _Window(now + seconds)
        window.used += 1
        return window

    def _left(self, window: _Window) -> float:
        return max(window.ends - self._clock.elapsed(), 0.001)

    def _forget_old(self) -> None:
        if len(self._windows) > 10_000:
            now = self._clock.elapsed()
            self._windows = {key: window for key, window in self._windows.items() if window.ends > now}


def headers_429(retry_after: float, scope: str) -> dict[str, str]:
    headers = {"Retry-After": str(math.ceil(retry_after)), "X-RateLimit-Scope": scope}
    return headers | ({"X-RateLimit-Global": "true"} if scope == "global" else {})


def body_429(retry_after: float, scope: str) -> dict[str, object]:
    return {
        "message": "You are being rate limited.",
        "retry_after": round(retry_after, 3),
        "global": scope == "global",
        "code": 0,
    }
