"""The options of a command: their kinds, names, choices and limits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Annotated, Self

from pydantic import AfterValidator, Field, model_validator

from playground.forms.fields import ChannelKinds, Kind, Length, Typed
from playground.forms.tree import Form, Path, Problem, refuse

EXACT = 2**53 - 1
"""The largest whole number that JavaScript, and so Discord, holds exactly."""
MOST_TEXT = 6000
SUB_COMMAND, SUB_GROUP = 1, 2

# fmt: off
LOCALES = frozenset({
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu",
    "id", "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN",
    "zh-TW",
})
# fmt: on


def is_chat_name(name: str) -> bool:
    """Letters and numbers of any script, Devanagari and Thai signs, - _ and ', without capitals."""
    signs = all(
        each in "-_'"
        or unicodedata.category(each)[0] in "LN"
        or "\u0900" <= each <= "\u097f"
        or "\u0e00" <= each <= "\u0e7f"
        for each in name
    )
    return signs and name == name.lower()


def _chat_name(name: str) -> str:
    if not is_chat_name(name):
        refuse([Problem((), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid")])
    return name


def _locales(texts: dict[str, str]) -> dict[str, str]:
    words = "Value must be one of {" + ", ".join(map(repr, sorted(LOCALES))) + "}."
    refuse(Problem((key,), "BASE_TYPE_CHOICES", words) for key in texts if key not in LOCALES)
    return texts


ChatName = Annotated[str, Length(32, least=1), AfterValidator(_chat_name)]
Names = Annotated[dict[str, ChatName], Length(len(LOCALES)), AfterValidator(_locales)]
Descriptions = Annotated[
    dict[str, Annotated[str, Length(100, least=1)]], Length(len(LOCALES)), AfterValidator(_locales)
]
Whole = Annotated[int, Field(ge=-EXACT, le=EXACT)]
Real = Annotated[float, Field(ge=-EXACT, le=EXACT, allow_inf_nan=False)]


def longest(text: str, localized: Mapping[str, str] | None) -> int:
    """What a text counts towards the 8,000 characters of a command: its longest translation does."""
    return max(map(len, (text, *(localized or {}).values())))


class Choice(Form):
    """A value that a member may pick."""

    name: Annotated[str, Length(100, least=1)]
    name_localizations: Descriptions | None = None


class TextChoice(Choice):
    """A text to pick."""

    value: Annotated[str, Length(100)]


class WholeChoice(Choice):
    """A whole number to pick."""

    value: Whole


class RealChoice(Choice):
    """A number to pick."""

    value: Real


class Option(Typed):
    """Something that a member fills in after a command, or a command below it."""

    name: ChatName
    name_localizations: Names | None = None
    description: Annotated[str, Length(100, least=1)]
    description_localizations: Descriptions | None = None
    required: bool | None = None

    def size(self) -> int:
        """The characters that count towards the limit of the command."""
        return longest(self.name, self.name_localizations) + longest(self.description, self.description_localizations)


class Picked(Option):
    """An option with choices or autocomplete, never both."""

    autocomplete: bool | None = None

    def picks(self) -> Sequence[TextChoice | WholeChoice | RealChoice]:
        """Its choices."""
        raise NotImplementedError

    def bounds(self) -> tuple[str, float | None, float | None]:
        """The name of the lower bound, and both bounds."""
        raise NotImplementedError

    def size(self) -> int:
        chosen = sum(
            longest(each.name, each.name_localizations) + (len(each.value) if isinstance(each.value, str) else 0)
            for each in self.picks()
        )
        return super().size() + chosen

    @model_validator(mode="after")
    def agrees(self) -> Self:
        refuse(self._disagreements())
        return self

    def _disagreements(self) -> Iterator[Problem]:
        if self.autocomplete and self.picks():
            words = "Autocomplete and choices cannot be used together"
            yield Problem(("autocomplete",), "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID", words)
        seen: set[str] = set()
        for index, each in enumerate(self.picks()):
            if each.name in seen:
                words = f"Choice name {each.name} is already used in these choices"
                yield Problem(("choices", index, "name"), "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_INVALID", words)
            seen.add(each.name)
        name, least, most = self.bounds()
        if least is not None and most is not None and least > most:
            yield Problem((name,), "NUMBER_TYPE_MAX", f"int value should be less than or equal to {most}.")


class TextOption(Picked):
    """Text."""

    kind = 3
    choices: Annotated[list[TextChoice], Length(25)] | None = None
    min_length: Annotated[int, Field(ge=0, le=MOST_TEXT)] | None = None
    max_length: Annotated[int, Field(ge=1, le=MOST_TEXT)] | None = None

    def picks(self) -> Sequence[TextChoice]:
        return self.choices or ()

    def bounds(self) -> tuple[str, float | None, float | None]:
        return "min_length", self.min_length, self.max_length


class WholeOption(Picked):
    """A whole number."""

    kind = 4
    choices: Annotated[list[WholeChoice], Length(25)] | None = None
    min_value: Whole | None = None
    max_value: Whole | None = None

    def picks(self) -> Sequence[WholeChoice]:
        return self.choices or ()

    def bounds(self) -> tuple[str, float | None, float | None]:
        return "min_value", self.min_value, self.max_value


class RealOption(Picked):
    """A number."""

    kind = 10
    choices: Annotated[list[RealChoice], Length(25)] | None = None
    min_value: Real | None = None
    max_value: Real | None = None

    def picks(self) -> Sequence[RealChoice]:
        return self.choices or ()

    def bounds(self) -> tuple[str, float | None, float | None]:
        return "min_value", self.min_value, self.max_value


class ChannelOption(Option):
    """A channel, of some kinds if it says so."""

    kind = 7
    channel_types: ChannelKinds | None = None


class TruthOption(Option):
    """Yes or no."""

    kind = 5


class UserOption(Option):
    """A member."""

    kind = 6


class RoleOption(Option):
    """A role."""

    kind = 8


class MentionableOption(Option):
    """A member or a role."""

    kind = 9


class AttachmentOption(Option):
    """A file."""

    kind = 11


LEAVES = (
    TextOption,
    WholeOption,
    TruthOption,
    UserOption,
    ChannelOption,
    RoleOption,
    MentionableOption,
    RealOption,
    AttachmentOption,
)


class SubCommand(Option):
    """A command below a command."""

    kind = SUB_COMMAND
    options: Annotated[list[Annotated[Option, Kind(*LEAVES)]], Length(25)] | None = None

    def size(self) -> int:
        return super().size() + sum(each.size() for each in self.options or ())


class SubGroup(Option):
    """Commands below a command, under one name."""

    kind = SUB_GROUP
    options: Annotated[list[Annotated[Option, Kind(SubCommand)]], Length(25)] | None = None

    def size(self) -> int:
        return super().size() + sum(each.size() for each in self.options or ())


TopOption = Annotated[Option, Kind(*LEAVES, SubCommand, SubGroup)]


def disagreements(options: Sequence[Option], at: Path = ()) -> Iterator[Problem]:
    """What must hold between options: names differ, needed ones come first, commands below stand alone."""
    seen: set[str] = set()
    is_optional = False
    for index, each in enumerate(options):
        path = (*at, "options", index)
        if each.name in seen:
            words = f"Option name {each.name} is already used in these options"
            yield Problem(path, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID", words)
        if each.required and is_optional:
            words = "Required options must be placed before non-required options"
            yield Problem(path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", words)
        seen.add(each.name)
        is_optional = is_optional or not each.required
        if isinstance(each, SubCommand | SubGroup):
            yield from disagreements(each.options or (), path)
    below = sum(isinstance(each, SubCommand | SubGroup) for each in options)
    if below not in {0, len(options)}:
        words = "Sub-command and sub-command group option types are mutually exclusive to all other types"
        yield Problem((*at, "options"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", words)
