"""What can be wrong with a prompt, in sentences that say what would be right.

BotError
├── WrongPrompt       holds every Mistake of a prompt, so that one answer names them all
└── WrongPreference   a macro or a suffix cannot be kept
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.errors import BotError
from bot.words import SOURCE, say
from bot.words.phrase import Phrase, filled

# Midjourney's own titles: programs that read its messages go by them.
TITLES: Mapping[str, str] = {
    "link": "Invalid link",
    "empty": "Empty prompt",
    "braces": "Invalid prompt",
    "weights": "Invalid prompt",
    "length": "Invalid prompt",
    "jobs": "Invalid prompt",
}
TITLE = "Invalid parameter"
LONGEST_SHOWN = 120
"""Characters of what was typed that a sentence repeats."""


@dataclass(frozen=True)
class Edit:
    """From `start` to `end`, counted in characters of the cleaned prompt, `text` should stand."""

    start: int
    end: int
    text: str = ""


@dataclass(frozen=True)
class Mistake:
    """One thing that is wrong; `corrected` is the whole prompt as it should be, None where nobody can guess it."""

    kind: str
    said: Phrase
    parameter: str | None = None
    value: str | None = None
    suggestion: str | None = None
    corrected: str | None = None
    edits: tuple[Edit, ...] = ()

    @property
    def title(self) -> str:
        """Midjourney's title for it."""
        return TITLES.get(self.kind, TITLE)

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return self.said.told()

    def fixed_by(self, *edits: Edit) -> "Mistake":
        """The same mistake with its cure."""
        return replace(self, edits=edits)

    def to_dict(self) -> dict[str, str | None]:
        """As `fourup explain --json` prints it."""
        return {
            "kind": self.kind,
            "title": self.title,
            "message": self.message,
            "parameter": self.parameter,
            "value": self.value,
            "suggestion": self.suggestion,
            "corrected": self.corrected,
        }


class WrongPrompt(BotError):
    """Everything that is wrong with a prompt, a sentence each; its text says so in English."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(each.message for each in mistakes))
        self.mistakes = tuple(mistakes)

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return "\n".join(each.said.told(locale) for each in self.mistakes)


class WrongPreference(BotError):
    """A macro or a suffix cannot be kept; its text says why in English, `sentence` in other languages."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(say(key, SOURCE, **values))
        self.key, self.values = key, values

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, **filled(self.values, locale))


def mistake(sentence: str, /, **values: str | Phrase) -> Mistake:
    """The mistake of this name; its kind is what stands before the dot."""
    kind, _, more = sentence.partition(".")
    typed = {name: value for name, value in values.items() if isinstance(value, str)}
    return Mistake(
        kind,
        _phrase(f"mistake.{kind}.{more}" if more else f"mistake.{kind}", values),
        parameter=typed.get("parameter"),
        value=typed.get("value") or None,
        suggestion=typed.get("suggestion"),
    )


def notice(sentence: str, /, **values: str) -> Phrase:
    """What its author should know of a prompt that is right."""
    return _phrase(f"notice.{sentence}", values)


def _phrase(key: str, values: Mapping[str, str | Phrase]) -> Phrase:
    is_short = all(len(value) <= LONGEST_SHOWN for value in values.values() if isinstance(value, str))
    return Phrase(key, values if is_short else {name: _short(value) for name, value in values.items()})


def _short(value: str | Phrase) -> str | Phrase:
    if isinstance(value, Phrase) or len(value) <= LONGEST_SHOWN:
        return value
    return f"{value[: LONGEST_SHOWN - 1]}…"
