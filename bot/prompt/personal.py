"""What a member has set for every prompt: macros (`/prefer option`), a suffix (`/prefer suffix`) and settings."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.prompt.combinations import IS_OF_TEXT
from bot.prompt.errors import WrongPreference, WrongPrompt
from bot.prompt.permutations import take_apart
from bot.prompt.read import read
from bot.prompt.table import BY_SPELLING, GATHERED
from bot.prompt.tokens import clean
from bot.prompt.zones import divide

MOST_MACROS = 20  # Midjourney's own limit
LONGEST_VALUE = 1_000

_NAME = re.compile(r"[a-z][a-z0-9_-]{0,31}")
_MACRO = re.compile(r"(?<![^\s{,])(?:--|—)([a-z][a-z0-9_-]*)(?![^\s},])")
_LOOKED_AT = 40


APART = frozenset({"speed", "stealth"})
"""Settings that say nothing of how a picture looks: a suffix leaves them in force."""


class Habit(StrEnum):
    """What a member has turned on for buttons and results."""

    REMIX = "remix"
    """Buttons that draw anew offer the prompt for a change first."""
    LOW_VARIABILITY = "low_variability"
    """V1 to V4 vary subtly instead of strongly."""
    AUTO_DM = "auto_dm"
    """Every result comes by direct message, too."""


@dataclass(frozen=True)
class Personal:
    """A member's own; `settings` are the parameters of the settings panel, which a suffix replaces."""

    macros: Mapping[str, str] = field(default_factory=dict)
    suffix: str = ""
    settings: str = ""
    habits: frozenset[Habit] = frozenset()
    language: str = ""
    """In which they are answered ("fr"); empty for the one that they have set in Discord."""

    def expanded(self, typed: str) -> str:
        """The prompt with its macros replaced, and with what it does not set itself of the suffix or the settings.

        Pictures alone get nothing that they cannot have, since nobody typed it there.
        """
        text = self._replaced(clean(typed))
        own = _set_in(text) | (set(IS_OF_TEXT) if _is_pictures_alone(text) else set())
        added = [each for name, each in self._standing() if name in GATHERED or name not in own]
        return " ".join([text, *added]).strip()

    def replaced(self, typed: str) -> str:
        """The prompt with its macros replaced alone: one that has had its suffix or settings already."""
        return self._replaced(clean(typed))

    def with_macro(self, name: str, value: str) -> "Personal":
        """The same with this macro, without it where the value is empty. Raises WrongPreference."""
        name, value = name.strip().removeprefix("--").lower(), clean(value)
        if not value:
            return replace(self, macros={each: kept for each, kept in self.macros.items() if each != name})
        _check_macro(name, value)
        macros = {**self.macros, name: value}
        if len(macros) > MOST_MACROS:
            raise WrongPreference("prefer.wrong.many", most=MOST_MACROS)
        return replace(self, macros=macros)

    def turned(self, habit: Habit) -> "Personal":
        """The same with this habit turned on where it was off, and off where it was on."""
        return replace(self, habits=self.habits ^ {habit})

    def with_suffix(self, value: str) -> "Personal":
        """The same with this suffix, without one where it is empty. Raises WrongPreference, also for text."""
        return replace(self, suffix=_parameters_alone(value))

    def with_settings(self, value: str) -> "Personal":
        """The same with these parameters of the settings panel, which a suffix replaces. Raises WrongPreference."""
        return replace(self, settings=_parameters_alone(value))

    def _standing(self) -> Iterator[tuple[str, str]]:
        """The parameters that stand behind every prompt."""
        if not self.suffix:
            yield from parameters_in(self.settings)
            return
        own = {name for name, _ in parameters_in(self.suffix)}
        yield from parameters_in(self.suffix)
        yield from (each for each in parameters_in(self.settings) if each[0] in APART - own)

    def _replaced(self, text: str) -> str:
        """Text of a macro goes where the text ends, since none can follow a parameter; its parameters stay in place.

        Within a set the whole of it stays in place.
        """
        if not self.macros or not _MACRO.search(text):
            return text
        border = divide(text).border
        texts: list[str] = []

        def value(found: re.Match[str]) -> str:
            macro = self.macros.get(found[1])
            if macro is None or text.count("{", 0, found.start()) > text.count("}", 0, found.start()):
                return macro or found.group()
            at = divide(macro).border
            texts.append(macro[:at])
            return macro[at:]

        head, tail = text[:border], _MACRO.sub(value, text)
        if not texts:
            return tail
        changed = _MACRO.sub(value, head)
        return clean(" ".join([changed, *texts, tail.removeprefix(changed)]))


def parameters_in(suffix: str) -> Iterator[tuple[str, str]]:
    """The parameters of a suffix by their names in a prompt, each as it is written."""
    zones = divide(suffix)
    starts = [named.start for named in zones.parameters]
    for named, end in zip(zones.parameters, [*starts[1:], len(suffix)], strict=False):
        name = BY_SPELLING[named.name].name if named.name in BY_SPELLING else named.name
        yield name, suffix[named.start : end].strip()


def _set_in(text: str) -> set[str]:
    """The names of what any permutation of a prompt sets. `--v` and `--niji` are one."""
    braces = take_apart(text)
    found: set[str] = set()
    for number in range(min(braces.count, _LOOKED_AT)):
        found |= {name for name, _ in parameters_in(braces.expansion(number).text)}
    return found | ({"version", "niji"} if found & {"version", "niji"} else set())


def _is_pictures_alone(text: str) -> bool:
    """True for links without a text, which cannot have what counts for texts."""
    zone = divide(text).text
    return bool(zone) and all(token.kind == "link" for token in zone)


def _check_macro(name: str, value: str) -> None:
    if not _NAME.fullmatch(name):
        raise WrongPreference("prefer.wrong.name")
    if name in BY_SPELLING:
        raise WrongPreference("prefer.wrong.taken", name=name)
    if len(value) > LONGEST_VALUE:
        raise WrongPreference("prefer.wrong.long", most=LONGEST_VALUE, count=len(value))
    _check_readable(value)


def _parameters_alone(value: str) -> str:
    """What may stand behind every prompt."""
    value = clean(value)
    if value:
        if divide(value).text or "{" in value:
            raise WrongPreference("prefer.wrong.suffix.text")
        if len(value) > LONGEST_VALUE:
            raise WrongPreference("prefer.wrong.suffix.long", most=LONGEST_VALUE, count=len(value))
        _check_readable(value)
    return value


def _check_readable(value: str) -> None:
    """What is wrong with it would be wrong in every prompt."""
    try:
        read(f"text {value}")
    except WrongPrompt as wrong:
        raise WrongPreference("prefer.wrong.unreadable", reason=wrong) from None
