"""Words that are chosen before it is known who reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.words import SOURCE, say


@dataclass(frozen=True)
class Phrase:
    """The words of a key, or a part of them: what is filled in may be a phrase itself."""

    key: str
    values: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def told(self, locale: str = SOURCE) -> str:
        """For a reader of this locale."""
        values = {
            name: value.told(locale) if isinstance(value, Phrase) else value for name, value in self.values.items()
        }
        return say(self.key, locale, **values)


def phrase(key: str, /, **values: object) -> Phrase:
    """The words of this key with these values."""
    return Phrase(key, values)
