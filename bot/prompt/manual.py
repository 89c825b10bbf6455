"""What a parameter may be, in a line: for the manual, for help and while somebody types."""

from dataclasses import dataclass

from bot.prompt.prompt import plain
from bot.prompt.table import PARAMETERS, Allowed, Kind, Parameter
from bot.prompt.values.asked import within
from bot.prompt.values.numbers import as_ratio
from bot.prompt.versions import DEFAULT, EVERY, NIJIS, NUMBERS, in_words
from bot.words import SOURCE, say

_COUNTED = frozenset({Kind.LINKS, Kind.STYLES})
_TO = "\u2013"
_SHAPES = {
    Kind.RAW: "raw",
    Kind.WORDS: "a, b",
    Kind.LINK: "https://…",
    Kind.LINKS: "https://…",
    Kind.STYLES: "https://… 123 random",
    Kind.NAME: "abc",
    Kind.LORA: "abc:0.8",
}


@dataclass(frozen=True)
class Entry:
    """A row of the table in words. `versions` is empty where all know it."""

    spellings: tuple[str, ...]
    value: str
    default: str
    versions: str
    what: str


@dataclass(frozen=True)
class Line:
    """A parameter that can be used, for a reader of any language: `what` is English, and bot.words has others."""

    typed: str
    shape: str
    """What stands behind it, in figures and examples: "0.25 0.5 1", "https://… 123 random"; "" for a flag."""
    what: str


def lines(version: str = DEFAULT) -> tuple[Line, ...]:
    """Every parameter that can be used, in the order of the table, with the ranges of a version."""
    usable = (parameter for parameter in PARAMETERS if not parameter.refused)
    return tuple(Line(parameter.typed, _shape(parameter, version), parameter.what) for parameter in usable)


def _shape(parameter: Parameter, version: str) -> str:
    allowed = parameter.allowed_with(version) or parameter.allowed[0]
    match parameter.kind:
        case Kind.WHOLE | Kind.NUMBER:
            return " ".join(map(plain, allowed.values)) or f"{plain(allowed.low)}{_TO}{plain(allowed.high)}"
        case Kind.ASPECT:
            return f"{as_ratio(allowed.low)}{_TO}{as_ratio(allowed.high)}"
        case Kind.VERSION:
            return " ".join(NUMBERS)
        case Kind.NIJI:
            return " ".join(NIJIS)
        case Kind.CHOICE | Kind.CONTROL:
            words = " ".join(dict.fromkeys((parameter.words or {}).values()))
            return words if parameter.kind is Kind.CHOICE else f"{words} https://…"
    return _SHAPES.get(parameter.kind, "")


def entry(parameter: Parameter) -> Entry:
    """Its line."""
    known = frozenset[str]().union(*(allowed.versions for allowed in parameter.allowed))
    return Entry(
        tuple(f"--{spelling}" for spelling in parameter.spellings),
        _value(parameter),
        _default(parameter),
        "" if known == EVERY else in_words(known).told(),
        f"Refused: {say(parameter.refused, SOURCE)}." if parameter.refused else parameter.what,
    )


def usage(parameter: Parameter, version: str = DEFAULT) -> str:
    """How it is written with this version, as briefly as can be: "0 to 100", "a ratio such as 3:2"."""
    allowed = parameter.allowed_with(version) or parameter.allowed[0]
    return _of(parameter, allowed)


def _value(parameter: Parameter) -> str:
    told = [_of(parameter, allowed) for allowed in parameter.allowed]
    if len(set(told)) == 1:
        return told[0]
    known = (in_words(allowed.versions).told() for allowed in parameter.allowed)
    return "; ".join(f"{value} with {versions}" for value, versions in zip(told, known, strict=True))


def _of(parameter: Parameter, allowed: Allowed) -> str:
    kind = parameter.kind
    if kind is Kind.FLAG or parameter.refused:
        return ""
    if kind in {Kind.WHOLE, Kind.NUMBER}:
        whole = " (whole)" if kind is Kind.WHOLE else ""
        told = within(allowed).told().replace("between ", "").replace(" and ", " to ")
        return told if allowed.values else f"{told}{whole}"
    if kind is Kind.ASPECT:
        return f"{as_ratio(allowed.low)} to {as_ratio(allowed.high)}"
    if parameter.words:
        return f"{kind.value}: {', '.join(dict.fromkeys(parameter.words.values()))}"
    return f"{kind.value}, {plain(allowed.high)} at most" if kind in _COUNTED else kind.value


def _default(parameter: Parameter) -> str:
    if parameter.kind is Kind.ASPECT:
        return "1:1"
    told = [plain(allowed.default) for allowed in parameter.allowed if allowed.default is not None]
    return " or ".join(dict.fromkeys(told))
