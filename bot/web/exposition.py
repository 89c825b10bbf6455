"""Measurements in Prometheus' text format; a label has the values that it was made with, and no others.

Source: Prometheus, "Exposition formats", text format 0.0.4.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Family(Protocol):
    """One measurement with all its values."""

    @property
    def name(self) -> str:
        """As it is asked for."""

    def lines(self) -> Iterator[str]:
        """As it is told."""


class _Values:
    """Numbers by the value of one label; one number where there is no label."""

    kind = "untyped"

    def __init__(self, name: str, told: str, label: str | None = None, values: Sequence[str] = ()) -> None:
        self.name, self._told, self._label = name, told, label
        self._numbers: dict[str, float] = dict.fromkeys(values if label else ("",), 0.0)

    def of(self, value: str = "") -> float:
        """The number. Raises KeyError for a value that the label does not have."""
        return self._numbers[value]

    def lines(self) -> Iterator[str]:
        """As it is told."""
        yield from _head(self.name, self.kind, self._told)
        for value, number in self._numbers.items():
            label = f'{{{self._label}="{_escaped(value)}"}}' if self._label else ""
            yield f"{self.name}{label} {_number(number)}"

    def _set(self, value: str, number: float) -> None:
        if value not in self._numbers:
            raise KeyError(f"{self.name} has no {self._label} {value!r}")
        self._numbers[value] = number


class Counter(_Values):
    """What only grows, until the bot starts anew."""

    kind = "counter"

    def add(self, amount: float = 1.0, value: str = "") -> None:
        """So much more."""
        self._set(value, self.of(value) + amount)


class Cross:
    """What only grows, by two labels, each with the values that it was made with."""

    def __init__(
        self, name: str, told: str, first: tuple[str, Sequence[str]], second: tuple[str, Sequence[str]]
    ) -> None:
        self.name, self._told, self._labels = name, told, (first[0], second[0])
        self._numbers = {(one, other): 0.0 for one in first[1] for other in second[1]}

    def of(self, first: str, second: str) -> float:
        """The number. Raises KeyError for values that the labels do not have."""
        return self._numbers[first, second]

    def add(self, first: str, second: str) -> None:
        """One more."""
        self._numbers[first, second] = self.of(first, second) + 1

    def lines(self) -> Iterator[str]:
        """As it is told, without what never was."""
        yield from _head(self.name, "counter", self._told)
        for values, number in self._numbers.items():
            labels = ",".join(f'{label}="{_escaped(value)}"' for label, value in zip(self._labels, values, strict=True))
            if number:
                yield f"{self.name}{{{labels}}} {_number(number)}"


class Gauge(_Values):
    """What goes up and down."""

    kind = "gauge"

    def set(self, number: float, value: str = "") -> None:
        """It is this now."""
        self._set(value, number)


class Histogram:
    """How often something took how long; `bounds` are in seconds and rise."""

    def __init__(self, name: str, told: str, bounds: Sequence[float]) -> None:
        self.name, self._told, self._bounds = name, told, tuple(bounds)
        self._counts = [0] * (len(bounds) + 1)
        self._sum = 0.0

    @property
    def count(self) -> int:
        """How often in all."""
        return sum(self._counts)

    def observe(self, seconds: float) -> None:
        """Once more, so long."""
        self._counts[bisect_left(self._bounds, seconds)] += 1
        self._sum += seconds

    def lines(self) -> Iterator[str]:
        """As it is told: each bound has all that took no longer."""
        yield from _head(self.name, "histogram", self._told)
        so_far = 0
        for bound, count in zip((*map(_number, self._bounds), "+Inf"), self._counts, strict=True):
            so_far += count
            yield f'{self.name}_bucket{{le="{bound}"}} {so_far}'
        yield f"{self.name}_sum {_number(self._sum)}"
        yield f"{self.name}_count {so_far}"


def text(families: Iterable[Family]) -> str:
    """All of them."""
    return "".join(f"{line}\n" for family in families for line in family.lines())


def _head(name: str, kind: str, told: str) -> Iterator[str]:
    escaped = told.replace("\\", "\\\\").replace("\n", "\\n")
    yield f"# HELP {name} {escaped}"
    yield f"# TYPE {name} {kind}"


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')


def _number(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(float(number))
