"""What can be wrong with a prompt, in sentences that say what would be right.

BotError
├── WrongPrompt       holds every Mistake of a prompt, so that one answer names them all
└── WrongPreference   a macro or a suffix cannot be kept
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.errors import BotError
from bot.words import SOURCE, say

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

SENTENCES: Mapping[str, str] = {
    "unknown": "Unrecognized parameter(s): `{name}`. Did you mean `{suggestion}`?",
    "unknown.far": "Unrecognized parameter(s): `{name}`. Nothing that is known is spelled like it; text goes before "
    "the parameters, without dashes.",
    "case": "Unrecognized parameter(s): `{name}`. Parameters are written in small letters: `{suggestion}`.",
    "glued": "Unrecognized parameter(s): `{name}`. A space belongs between a parameter and its value: `{suggestion}`.",
    "space": "There is a space after `{dashes}`. A parameter is written in one: `{suggestion}`.",
    "dash": "`{parameter}` starts with a dash that is no parameter's ({dash}): write two hyphens, `{suggestion}`.",
    "hyphen": "`{parameter}` has one hyphen where a parameter has two: `{suggestion}`.",
    "glued.after": "`{value}` runs into the next parameter: put a space before `{suggestion}`.",
    "missing": "`{parameter}` needs {wanted} after it.",
    "value": "Invalid value provided for argument `{parameter}`: `{value}`. It needs {wanted}.",
    "aspect": "Invalid aspect ratio `{value}`. `{parameter}` needs {wanted}.",
    "range": "`{parameter}` must be {wanted} with `{version}`; `{value}` is not.",
    "many": "`{parameter}` takes {wanted}; here are {value}.",
    "stray": "Unrecognized parameter(s): `{value}`. Nothing can follow `{after}` but another parameter; text and "
    "links go before the first one.",
    "stray.name": "Unrecognized parameter(s): `{value}`. It stands after `{after}` without its dashes: `{suggestion}`.",
    "version": "`{parameter}` is not compatible with `{version}`; it goes with {wanted}.",
    "version.weights": "`::` is not compatible with `{version}`; it goes with {wanted}.",
    "refused": "`{parameter}` cannot be used here: {reason}.",
    "lonely": "Cannot use `{version}` with only a single image prompt. Please add another image prompt, or a text "
    "prompt.",
    "textless": "Cannot use `{parameter}` without a text prompt. Please say in words what is to be seen.",
    "together.tile": "`{parameter}` cannot be used with `--edit`: a picture that is edited keeps its edges. Leave one "
    "of them out.",
    "together.quality": "`{parameter} 4` cannot be used with `--oref`: use `{suggestion}`, or leave the reference out.",
    "together.draft": "`{parameter}` cannot be used with `--oref`: a draft is too quick to keep a thing as it is. "
    "Leave one of them out.",
    "together.sv": "`{parameter}` must be 4 or 6 for style codes with `{version}`: use `{suggestion}`, or a picture.",
    "together.textless": "`{parameter}` cannot be used with pictures alone: add a text, or leave it out.",
    "together.relax": "You can not submit batch jobs in relax mode: use `{suggestion}` for more than one grid, or ask "
    "for one.",
    "empty": "There is nothing to draw: write what is to be seen, or give links to two pictures.",
    "weights": "The weights after `::` add up to {value}; together they must be above 0.",
    "weights.size": "The weight `{value}` is too large: weights are numbers from -{most} to {most}.",
    "weights.whole": "The weight `{value}` must be a whole number with `{version}`.",
    "weights.image": "The weight `{value}` of a picture must be above 0.",
    "braces.open": "The `{{` after `{value}` is never closed. Write `\\{{` where a brace is meant as text.",
    "braces.close": "The `}}` after `{value}` was never opened. Write `\\}}` where a brace is meant as text.",
    "braces.deep": "The braces are nested deeper than {most}.",
    "length": "The prompt has {value} characters; it may have {most}.",
    "jobs": "The prompt makes {value} grids; one command may make {most}.",
    "link.glued": "The link in `{value}` touches other words: put a space before and after it.",
    "link.scheme": "`{value}` looks like a link and is none: a link to a picture starts with https://.",
    "link.local": "`{value}` is a link that only your own device can open. Send the picture first, then copy its link.",
    "link.broken": "`{value}` is no complete link: it names no server.",
}

NOTICES: Mapping[str, str] = {
    "again": "`{parameter}` is given more than once; once is enough.",
    "twice": "`{parameter}` is given more than once: the last one counts, `{value}`.",
    "replaced": "`{first}` and `{last}` exclude each other: the last one counts.",
    "translated": "`{parameter}` is read as `{other}`, its name with `{version}`.",
    "glued": "`{value}` is read as text: a parameter needs a space before its dashes.",
    "nothing": "The weight `{value}` has no text before it, so it has no effect.",
    "zoom": "`--zoom` has an effect in the Custom Zoom window, and with `--edit` and a picture.",
}


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
    message: str
    parameter: str | None = None
    value: str | None = None
    suggestion: str | None = None
    corrected: str | None = None
    edits: tuple[Edit, ...] = ()

    @property
    def title(self) -> str:
        """Midjourney's title for it."""
        return TITLES.get(self.kind, TITLE)

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
    """Everything that is wrong with a prompt, a sentence each."""

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(each.message for each in mistakes))
        self.mistakes = tuple(mistakes)


class WrongPreference(BotError):
    """A macro or a suffix cannot be kept; its text says why in English, `sentence` in other languages."""

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(say(key, SOURCE, **values))
        self.key, self.values = key, values

    def sentence(self, locale: str) -> str:
        """For a reader of this locale."""
        return say(self.key, locale, **self.values)


def mistake(sentence: str, /, **values: str) -> Mistake:
    """The mistake that one of SENTENCES tells; its kind is what stands before the dot."""
    shown = {key: _short(value) for key, value in values.items()}
    return Mistake(
        sentence.partition(".")[0],
        SENTENCES[sentence].format(**shown),
        parameter=values.get("parameter"),
        value=values.get("value") or None,
        suggestion=values.get("suggestion"),
    )


def notice(sentence: str, /, **values: str) -> str:
    """One of NOTICES."""
    return NOTICES[sentence].format(**{key: _short(value) for key, value in values.items()})


def _short(value: str, most: int = 120) -> str:
    return value if len(value) <= most else f"{value[: most - 1]}…"
