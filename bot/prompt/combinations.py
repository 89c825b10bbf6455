"""Parameters that exclude each other, or something else in the prompt, though each is right by itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.prompt.errors import Edit, Mistake, mistake
from bot.prompt.prompt import Style, Value
from bot.prompt.versions import BEFORE_SEVEN, as_typed

READ_CODES = (4, 6)
"""The `--sv` that codes have from version 7 on (docs.midjourney.com, Style Reference)."""
IS_OF_TEXT = ("stylize", "weird")


@dataclass(frozen=True)
class Whole:
    """A prompt as far as its parts concern each other."""

    parameters: Mapping[str, Value]
    typed: Mapping[str, str]
    """How each parameter was named."""
    places: Mapping[str, tuple[int, int]]
    """From where to where each stands, name and value."""
    version: str
    is_pictures_alone: bool

    def has(self, *names: str) -> bool:
        """True where all of them are set."""
        return all(name in self.parameters for name in names)


@dataclass(frozen=True)
class _Rule:
    """`parameter` cannot stand where `is_broken`; instead of it goes `cure`, or nothing."""

    parameter: str
    is_broken: Callable[[Whole], bool]
    sentence: str
    cure: str | None = None


def combined(whole: Whole) -> Iterator[Mistake]:
    """Whatever does not go together, each with its cure."""
    for rule in RULES:
        if whole.has(rule.parameter) and rule.is_broken(whole):
            values = {"parameter": whole.typed[rule.parameter], "version": as_typed(whole.version)}
            cure = {"suggestion": rule.cure} if rule.cure else {}
            wrong = mistake(rule.sentence, **values, **cure)
            yield wrong.fixed_by(Edit(*whole.places[rule.parameter], rule.cure or ""))


def _codes_misread(whole: Whole) -> bool:
    styles: Any = whole.parameters.get("sref", ())
    has_code = any(isinstance(each, Style) and each.link is None for each in styles)
    return has_code and whole.version not in BEFORE_SEVEN and whole.parameters["sv"] not in READ_CODES


RULES = (
    _Rule("tile", lambda whole: whole.has("edit"), "together.tile"),
    _Rule("quality", lambda whole: whole.has("oref") and whole.parameters["quality"] == 4, "together.quality", "--q 2"),
    _Rule("draft", lambda whole: whole.has("oref"), "together.draft"),
    _Rule("sv", _codes_misread, "together.sv", "--sv 6"),
    *(_Rule(name, lambda whole: whole.is_pictures_alone, "together.textless") for name in IS_OF_TEXT),
)
