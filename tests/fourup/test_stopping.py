"""The end of the bot on request, and its deadline, by a clock that rings when the test says so."""

import re
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot import client
from bot.imagine import drawing
from engine import child
from fourup import stopping
from fourup.play import watch
from fourup.stopping import DEADLINE, Stopping

LONGEST = 10.0  # seconds that a stop may take, as the documents say
CONTRIB = Path(__file__).parents[2] / "contrib"


@dataclass
class Clock:
    """What it was set to, and what it does when it rings."""

    seconds: float = 0.0
    ring: Callable[[], None] = lambda: None
    daemon: bool = False
    said: list[str] = field(default_factory=list)

    def made(self, seconds: float, ring: Callable[[], None]) -> "Clock":
        self.seconds, self.ring = seconds, ring
        return self

    def start(self) -> None:
        self.said.append("start")

    def cancel(self) -> None:
        self.said.append("cancel")


@dataclass
class Ended:
    """A process that notes how it was to end."""

    clock: Clock = field(default_factory=Clock)
    with_: list[object] = field(default_factory=list)

    def stopping(self) -> Stopping:
        made = Stopping(self.with_.append, self.clock.made)
        made.by_force = lambda: self.with_.append("engine")
        return made


async def test_the_first_request_sets_the_clock() -> None:
    """From then on the stop has so many seconds, in a thread that keeps no process alive."""
    ended = Ended()
    with ended.stopping() as asked:
        assert not asked.is_asked_for
        asked.ask()
        await asked.wait()
        assert asked.is_asked_for
        assert (ended.clock.seconds, ended.clock.daemon, ended.clock.said) == (DEADLINE, True, ["start"])
    assert ended.with_ == []


def test_at_the_deadline_the_process_ends_as_one_that_was_stopped() -> None:
    """After the engine's, which might stand still and hear nobody."""
    ended = Ended()
    with ended.stopping() as asked:
        asked.ask()
        ended.clock.ring()
    assert ended.with_ == ["engine", 0]


def test_a_log_that_nobody_reads_holds_up_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last words wait for it, and the end does not."""
    read = threading.Event()

    class Unread:
        def warning(self, *_: object, **__: object) -> None:
            read.wait()

    monkeypatch.setattr(stopping, "log", Unread())
    ended = Ended()
    with ended.stopping() as asked:
        asked.ask()
        ended.clock.ring()
    assert ended.with_ == ["engine", 0]
    read.set()


def test_who_asks_again_does_not_want_to_wait() -> None:
    """A second Ctrl-C ends it at once; a parent that goes meanwhile is no second request."""
    ended = Ended()
    with ended.stopping() as asked:
        asked.ask()
        asked.ask_once()
        assert ended.with_ == []
        asked.ask()
        assert ended.with_ == [1]


def test_a_stop_that_was_over_in_time_takes_its_clock_along() -> None:
    """It rings for nobody; and nobody who did not ask has one."""
    ended, alone = Ended(), Ended()
    with ended.stopping() as asked:
        asked.ask_once()
    with alone.stopping():
        pass
    assert ended.clock.said == ["start", "cancel"]
    assert alone.clock.said == []


def test_what_is_waited_for_in_order_fits_before_the_deadline() -> None:
    """Ends that are being recorded, then the last answers and the engine's process, which go at the same time."""
    assert drawing.STOP + max(client.LAST_MOMENT, child.PATIENCE) < DEADLINE


def test_whoever_waits_for_the_bot_waits_until_its_deadline() -> None:
    """`fourup play`, systemd and Docker end it by force later than it does that itself, in ten seconds at most."""
    service, compose = ((CONTRIB / name).read_text() for name in ("fourup.service", "compose.yaml"))
    given = [
        watch.STOP,
        *map(float, re.findall(r"TimeoutStopSec=(\d+)", service)),
        *map(float, re.findall(r"stop_grace_period: (\d+)s", compose)),
    ]
    assert DEADLINE + stopping._A_MOMENT <= LONGEST
    assert len(given) == 3
    assert min(given) > LONGEST
