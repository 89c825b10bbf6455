"""A parameter as it is asked for, and the complaint about a value that it cannot take."""

from dataclasses import replace
from typing import NamedTuple

from bot.prompt.errors import Edit, Mistake, mistake
from bot.prompt.prompt import plain
from bot.prompt.table import Allowed, Kind, Parameter
from bot.prompt.tokens import Word
from bot.prompt.versions import as_typed
from bot.words.phrase import Phrase, phrase


class Unfit(Exception):
    """The value cannot be taken; `mistake` says why."""

    def __init__(self, found: Mistake) -> None:
        super().__init__(found.message)
        self.mistake = found


class Asked(NamedTuple):
    """A parameter as it stands in a prompt: from `start`, its name up to `end`, the words behind it."""

    parameter: Parameter
    typed: str
    allowed: Allowed
    version: str
    start: int
    end: int
    words: tuple[Word, ...]

    def taken_out(self) -> Edit:
        """The cure for what nobody can guess."""
        return Edit(self.start, self.words[-1].end if self.words else self.end)

    def unfit(self, sentence: str, used: int = 1, suggestion: str | None = None, **more: str | Phrase) -> Unfit:
        """The complaint about the first `used` words, which the suggestion should replace."""
        typed = self.words[:used]
        values: dict[str, str | Phrase] = {
            "parameter": self.parameter.long,
            "value": " ".join(word.text for word in typed),
            "version": as_typed(self.version),
            **more,
        }
        found = mistake(sentence, **values, **({"suggestion": suggestion} if suggestion else {}))
        found = replace(found, parameter=self.typed)
        if suggestion is None:
            return Unfit(found.fixed_by(self.taken_out()))
        if not typed:
            return Unfit(found.fixed_by(Edit(self.end, self.end, f" {suggestion}")))
        return Unfit(found.fixed_by(Edit(typed[0].start, typed[-1].end, suggestion)))


def wanted(asked: Asked) -> Phrase:
    """What the value should be, in words: "a whole number between 0 and 100"."""
    kind, allowed = asked.parameter.kind, asked.allowed
    if kind in {Kind.WHOLE, Kind.NUMBER}:
        key = "wanted.whole" if kind is Kind.WHOLE else "wanted.number"
        return phrase("wanted.one", range=within(allowed)) if allowed.values else phrase(key, range=within(allowed))
    words = ", ".join(dict.fromkeys((asked.parameter.words or {}).values()))
    return phrase(f"wanted.kind.{kind.name.lower()}", words=words)


def within(allowed: Allowed) -> Phrase:
    """Its range in words: "between 0 and 100", "0.25, 0.5 or 1"."""
    if allowed.values:
        *others, last = (plain(value) for value in allowed.values)
        return phrase("wanted.or", others=", ".join(others), last=last)
    return between(plain(allowed.low), plain(allowed.high))


def between(low: str, high: str) -> Phrase:
    """From the one to the other, both included."""
    return phrase("wanted.between", low=low, high=high)
