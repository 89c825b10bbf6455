"""What befalls the bot while it works: its processes are killed, and Discord has a bad day."""

import asyncio
import os
import re
import signal
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from playground import Exchange, Playground
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.lives import BOT, DECODER, WORKER, Lives
from tests.end_to_end.waiting import until

AHEAD = 12
"""Jobs that are under way when it strikes."""
LONGEST_WAIT = 6.0  # seconds for an exchange that may not come any more
ALL = "all"
EFFECTS = (
    r"^POST /channels/\d+/messages$",
    r"^POST /interactions/\d+/[^/]+/callback$",
    r"^PATCH /channels/\d+/messages/\d+$",
    r"^DELETE /channels/\d+/messages/\d+$",
)
"""What the bot asks of Discord, and dies before it hears that it is done."""
POSTED = EFFECTS[0]


@dataclass(frozen=True)
class Blow:
    """One SIGKILL to come, when so many jobs are delivered: after a while, or with an exchange of this form."""

    delivered: int
    victim: str
    seconds: float
    exchange: str | None = None


def blows(random: Random, number: int, jobs: int, effects: Sequence[str] = EFFECTS) -> list[Blow]:
    """So many, spread at random over the delivery of so many jobs; some fall close together."""
    moments = sorted(random.randrange(max(jobs - 5, 1)) for _ in range(number))
    return [_blow(random, moment, effects) for moment in moments]


def _blow(random: Random, moment: int, effects: Sequence[str]) -> Blow:
    if random.random() < 0.5:
        return Blow(moment, random.choice((BOT, ALL)), 0.0, random.choice(effects))
    victim = random.choices((BOT, WORKER, ALL, DECODER), (4, 5, 2, 1))[0]
    return Blow(moment, victim, random.uniform(0.0, 2.5))


class Reaper:
    """Deals the blows, one after the other."""

    def __init__(self, lives: Lives, ledger: Ledger, playground: Playground) -> None:
        self._lives, self._ledger = lives, ledger
        self._awaited: tuple[re.Pattern[str], str] | None = None
        self._fell = asyncio.Event()
        self.kills = 0
        self.horizon = AHEAD
        """So many jobs are to be asked for by now, that there is something to do when it strikes."""
        playground.observe(self._see)

    async def run(self, coming: list[Blow]) -> None:
        """Until all have fallen."""
        for blow in coming:
            self.horizon = blow.delivered + AHEAD
            await until(partial(self._is_time, blow))
            if blow.exchange:
                await self._with_exchange(re.compile(blow.exchange), blow.victim)
            else:
                await asyncio.sleep(blow.seconds)
            if not self._fell.is_set():
                await until(partial(self._strike, blow.victim))
            self._fell.clear()
            self.kills += 1
        self.horizon = sys.maxsize

    def _is_time(self, blow: Blow) -> bool:
        return self._ledger.delivered() >= blow.delivered

    async def _with_exchange(self, pattern: re.Pattern[str], victim: str) -> None:
        self._awaited = pattern, victim
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await self._fell.wait()
        except TimeoutError:
            self._awaited = None

    def _see(self, exchange: Exchange) -> None:
        """It took effect, and nobody was told yet."""
        if self._awaited and exchange.who == "Fourup" and 200 <= exchange.status < 300:
            pattern, victim = self._awaited
            if pattern.search(f"{exchange.method} {exchange.path}") and self._strike(victim):
                self._awaited = None
                self._fell.set()

    def _strike(self, victim: str) -> int:
        """How many processes it hit.

        A job that is alone in a worker when that dies is to blame the second time: who had the first of these spares
        the worker until that job is done.
        """
        if victim == WORKER and any(job.deaths for job in self._ledger.unfinished()):
            victim = BOT
        found = self._lives.by_role()
        if victim == DECODER and not found[DECODER]:
            victim = BOT
        chosen = [pid for pids in found.values() for pid in pids] if victim == ALL else found[victim]
        return self._lives.strike(*chosen)


ROUTES = r"^\w+ /(channels|interactions|webhooks)/"
"""Where Discord may fail without ending the bot's start."""
KINDS: tuple[tuple[int, str, dict[str, Any]], ...] = (
    (3, "rate_limit", {"route": ROUTES, "retry_after": 0.3}),
    (2, "rate_limit_shared", {"route": ROUTES, "retry_after": 0.3}),
    (1, "rate_limit_global", {"route": ROUTES, "retry_after": 0.2}),
    (3, "error_before", {"route": ROUTES, "status": 502}),
    (3, "error_after", {"route": ROUTES, "status": 500}),
    (3, "error_after", {"route": POSTED, "status": 503}),
    (2, "drop_before", {"route": ROUTES}),
    (3, "drop_after", {"route": ROUTES}),
    (3, "drop_after", {"route": POSTED}),
    (1, "slow", {"route": ROUTES, "seconds": 0.5}),
    (2, "gateway_drop", {}),
    (2, "gateway_reconnect", {}),
    (1, "gateway_invalid", {"resumable": True}),
    (4, "gateway_repeat", {}),
)
"""How often, what, and how."""
MOST = 3
"""Faults that wait for their requests: more of them together would be an outage."""


async def bad_day(playground: Playground, random: Random, most: float = 1.0) -> None:
    """One kind of trouble after the other, `most` seconds apart at most; until cancelled, then none is left."""
    weights = [weight for weight, _, _ in KINDS]
    try:
        while True:
            await asyncio.sleep(random.uniform(0.0, most))
            _, kind, values = random.choices(KINDS, weights)[0]
            if len(playground.faults.waiting()) < MOST:
                playground.faults.add(kind, **values)
    finally:
        playground.faults.clear()


async def freeze(seconds: float, *pids: int) -> None:
    """SIGSTOP to these, and SIGCONT so many seconds later."""
    for pid in pids:
        os.kill(pid, signal.SIGSTOP)
    try:
        await asyncio.sleep(seconds)
    finally:
        for pid in pids:
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGCONT)


async def lock(database: Path, seconds: float) -> None:
    """Another process writes to the database, or a copy of it is made by hand, for so long."""
    with closing(sqlite3.connect(database, isolation_level=None, timeout=30)) as other:
        other.execute("BEGIN EXCLUSIVE")
        await asyncio.sleep(seconds)
        other.execute("ROLLBACK")
