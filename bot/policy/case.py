"""A question to the policy: who asks for what, here and now, and what is known of it."""

from dataclasses import dataclass, field

from bot.jobs.queue import Hold
from bot.jobs.scene import Scene
from bot.policy.limits import LIMITS, Limits
from bot.policy.order import Order
from bot.policy.standing import Standing
from bot.policy.usage import NOTHING_USED, Used
from bot.policy.words.used import Used as Words
from bot.policy.words.verdict import Verdict
from bot.words import say


@dataclass(frozen=True)
class Known:
    """What is known of who asks, here and now: whoever adds a check adds what it has to know."""

    limits: Limits = LIMITS
    used: Used = NOTHING_USED
    standing: Standing = field(default_factory=Standing)
    words: Words = field(default_factory=Words)
    verdict: Verdict = field(default_factory=Verdict)
    """What follows from the words of the order, which `bot.imagine.deciding` has looked at."""
    hold: Hold | None = None
    """What moderators have the queue of this server not do."""
    is_confirmed: bool = False
    """The member was asked already whether these words are meant."""


@dataclass(frozen=True)
class Case:
    """Who and where, what, by what is known; `now` is the second since 1970."""

    scene: Scene
    order: Order
    known: Known = field(default_factory=Known)
    now: float = 0.0


@dataclass(frozen=True)
class Notice:
    """A sentence below the answer: a key of bot.words with its values."""

    key: str
    values: dict[str, object] = field(default_factory=dict)

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, **self.values)
