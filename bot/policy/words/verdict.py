"""What follows from the words of a prompt: the one door through which every prompt goes before its job is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.policy.words.builtin import BUILTIN, Builtin
from bot.policy.words.lists import Found, WordList
from bot.policy.words.minors import Reason, sexual_with_minor
from bot.policy.words.rules import Weight


@dataclass(frozen=True)
class Texts:
    """What a prompt says: `wanted` is to be seen; `all` has beside it what is not to be seen, each with "no" before."""

    wanted: str
    all: str


@dataclass(frozen=True)
class Verdict:
    """What matched; `minor` is why it is refused always."""

    found: tuple[Found, ...] = ()
    minor: Reason | None = None

    @property
    def weight(self) -> Weight | None:
        """The heaviest; None where nothing matched."""
        if self.minor:
            return Weight.TELL
        return max((each.rule.weight for each in self.found), default=None)

    @property
    def words(self) -> tuple[str, ...]:
        """What was typed of the heaviest, each once."""
        heaviest = self.weight
        return tuple(dict.fromkeys(each.typed for each in self.found if each.rule.weight is heaviest))


def texts_of(wanted: str, unwanted: str) -> Texts:
    """Of a prompt's words, links left out, and what it does not want, with commas between."""
    without = (f"no {each.strip()}" for each in unwanted.split(",") if each.strip())
    return Texts(wanted, ", ".join([wanted, *without]))


def judge(texts: Texts, own: WordList, builtin: Iterable[Builtin] = ()) -> Verdict:
    """By the server's own list and those of ours that it uses. What it allows is allowed by ours too."""
    minor = sexual_with_minor(texts.all)
    found = list(own.find(texts.wanted))
    for name in builtin:
        found += BUILTIN[name].find(texts.wanted, own.allowed)
    return Verdict(tuple(found), minor)
