"""What a parameter may be, in a line: for the manual, for help and while somebody types."""

from dataclasses import dataclass

from bot.prompt.prompt import plain
from bot.prompt.table import Allowed, Kind, Parameter
from bot.prompt.values.asked import within
from bot.prompt.values.numbers import as_ratio
from bot.prompt.versions import DEFAULT, EVERY, in_words

_COUNTED = frozenset({Kind.LINKS, Kind.STYLES})


@dataclass(frozen=True)
class Entry:
    """A row of the table in words. `versions` is empty where all know it."""

    spellings: tuple[str, ...]
    value: str
    default: str
    versions: str
    what: str


def entry(parameter: Parameter) -> Entry:
    """Its line."""
    known = frozenset[str]().union(*(allowed.versions for allowed in parameter.allowed))
    return Entry(
        tuple(f"--{spelling}" for spelling in parameter.spellings),
        _value(parameter),
        _default(parameter),
        "" if known == EVERY else in_words(known),
        f"Refused: {parameter.refused}." if parameter.refused else parameter.what,
    )


def usage(parameter: Parameter, version: str = DEFAULT) -> str:
    """How it is written with this version, as briefly as can be: "0 to 100", "a ratio such as 3:2"."""
    allowed = parameter.allowed_with(version) or parameter.allowed[0]
    return _of(parameter, allowed)


def _value(parameter: Parameter) -> str:
    told = [_of(parameter, allowed) for allowed in parameter.allowed]
    if len(set(told)) == 1:
        return told[0]
    return "; ".join(
        f"{value} with {in_words(allowed.versions)}" for value, allowed in zip(told, parameter.allowed, strict=True)
    )


def _of(parameter: Parameter, allowed: Allowed) -> str:
    kind = parameter.kind
    if kind is Kind.FLAG or parameter.refused:
        return ""
    if kind in {Kind.WHOLE, Kind.NUMBER}:
        whole = " (whole)" if kind is Kind.WHOLE else ""
        return within(allowed).replace("between ", "").replace(" and ", " to ") + ("" if allowed.values else whole)
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
