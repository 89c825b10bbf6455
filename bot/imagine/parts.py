"""What the use cases are handed, and what they have in common."""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from random import Random

from bot.ids import RANDOM_BITS, job_id
from bot.images.looking.looker import UNSEEING, Looker
from bot.images.pictures import Pictures
from bot.imagine.looking import Looking, told_all
from bot.imagine.models import Models
from bot.jobs.job import Job
from bot.jobs.queue import Hold
from bot.policy.decide import CHECKS, Check
from bot.policy.limits import LIMITS, Limits
from bot.prompt.parse import RULES, Rules
from bot.prompt.read import Order, read
from bot.store.store import Store
from engine.client import Client
from engine.protocol import Event

OnChange = Callable[[Job, Event | None], None]
"""Hears of every event of a job, and with None of every new state; never blocks."""


def _always() -> bool:
    return True


def _nobody() -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class Parts:
    """The edges of the use cases; `now` gives the second since 1970, `has_room` is False where none can be kept."""

    store: Store
    engine: Client
    pictures: Pictures
    models: Models
    rules: Rules = RULES
    limits: Limits = LIMITS
    checks: tuple[Check, ...] = CHECKS
    has_room: Callable[[], bool] = _always
    host: Callable[[], Hold | None] = _nobody
    """Why the host has nothing handed to the engine, as long as that is so."""
    looker: Looker = UNSEEING
    is_age_restricted: Callable[[int], bool] = lambda _channel_id: False
    """Of a channel, by what Discord says now."""
    told: Callable[[], Awaitable[None]] = told_all
    """Ends once Discord has said anything of channels."""
    on_alarm: Callable[[], None] = lambda: None
    """Is called when the store has words that moderators are to be told of; never blocks."""
    now: Callable[[], float] = time.time
    random: Random = field(default_factory=random.SystemRandom)

    @property
    def looking(self) -> Looking:
        """What looks at pictures."""
        return Looking(self.store, self.looker, self.is_age_restricted, self.told)

    def new_ids(self, count: int) -> list[str]:
        """Ids of jobs, in their order."""
        milliseconds = int(self.now() * 1000)
        return sorted(job_id(milliseconds, self.random.getrandbits(RANDOM_BITS)) for _ in range(count))

    async def read(self, typed: str, rules: Rules) -> Order:
        """What was typed, its random codes drawn; in a thread, as the worst takes half a second. Raises WrongPrompt."""
        return await asyncio.to_thread(read, typed, rules, draw=self.new_seed)

    def new_seed(self) -> int:
        """A seed, or a style's code: 0 to 2^32 - 1."""
        return self.random.getrandbits(32)
