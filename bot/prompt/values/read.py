"""What stands after a parameter, read by its kind and held against its range."""

from collections.abc import Callable, Mapping

from bot.prompt.prompt import Value, plain
from bot.prompt.table import Kind
from bot.prompt.values.asked import Asked, wanted
from bot.prompt.values.links import control, links
from bot.prompt.values.numbers import apart, aspect, number, version
from bot.prompt.values.words import choice, lora, name, no, raw


def read_value(asked: Asked) -> tuple[Value, int]:
    """The value, and how many of the words it takes; the words after those are strays. Raises Unfit."""
    if not asked.words and asked.parameter.kind not in {Kind.FLAG, Kind.NIJI}:
        default = asked.allowed.default
        suggestion = plain(default) if default is not None else "1:1" if asked.parameter.kind is Kind.ASPECT else None
        raise asked.unfit("missing", 0, suggestion, wanted=wanted(asked))
    if asked.words and asked.parameter.kind in _OF_FIGURES:
        apart(asked)
    return _READERS[asked.parameter.kind](asked)


def flag(asked: Asked) -> tuple[Value, int]:
    """A flag has no value of its own."""
    return asked.parameter.value, 0


_OF_FIGURES = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.ASPECT, Kind.VERSION, Kind.NIJI})
_READERS: Mapping[Kind, Callable[[Asked], tuple[Value, int]]] = {
    Kind.FLAG: flag,
    Kind.WHOLE: number,
    Kind.NUMBER: number,
    Kind.ASPECT: aspect,
    Kind.VERSION: version,
    Kind.NIJI: version,
    Kind.RAW: raw,
    Kind.WORDS: no,
    Kind.LINK: links,
    Kind.LINKS: links,
    Kind.STYLES: links,
    Kind.CHOICE: choice,
    Kind.NAME: name,
    Kind.LORA: lora,
    Kind.CONTROL: control,
}
