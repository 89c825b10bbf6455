"""Words that are chosen before it is known who reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

from bot.words import SOURCE, say


@dataclass(frozen=True)
class Phrase:
    """The words of a key, or a part of them: what is filled in may be a phrase itself."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def told(self, locale: str = SOURCE) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, **filled(self.values, locale))


@runtime_checkable
class Spoken(Protocol):
    """What is said in the language of its reader, an error above all."""

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""


def filled(values: Mapping[str, Any], locale: str) -> dict[str, Any]:
    """What is filled in, for a reader of this locale."""
    return {name: _told(value, locale) for name, value in values.items()}


def phrase(key: str, /, **values: object) -> Phrase:
    """The words of this key with these values."""
    return Phrase(key, values)


def _told(value: object, locale: str) -> object:
    if isinstance(value, str | int):  # most are: what is asked of others takes longer
        return value
    if isinstance(value, Phrase):
        return value.told(locale)
    return value.sentence(locale) if isinstance(value, Spoken) else value
