"""What was asked for: a prompt that has been read, and its canonical text."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.prompt.permutations import escaped
from bot.prompt.table import BY_NAME, PARAMETERS, Kind, Parameter
from bot.prompt.versions import DEFAULT


@dataclass(frozen=True)
class Image:
    """A picture by its link; `weight` is relative to the others, above 0."""

    link: str
    weight: float = 1.0

    def __str__(self) -> str:
        return f"<{self.link}>{_weight(self.weight)}"

    def to_dict(self) -> dict[str, Any]:
        """As `fourup explain --json` prints it."""
        return {"url": self.link, "weight": self.weight}


@dataclass(frozen=True)
class Style:
    """A style by a link or by a code; one with neither is yet to be drawn at random."""

    link: str | None = None
    code: int | None = None
    weight: float = 1.0

    @property
    def is_random(self) -> bool:
        """True where a code has still to be drawn."""
        return self.link is None and self.code is None

    def __str__(self) -> str:
        body = f"<{self.link}>" if self.link else "random" if self.is_random else str(self.code)
        return body + _weight(self.weight)

    def to_dict(self) -> dict[str, Any]:
        """The same, with `code` in the place of `url` for those without a link."""
        which = {"url": self.link} if self.link else {"code": "random" if self.is_random else self.code}
        return {**which, "weight": self.weight}


@dataclass(frozen=True)
class Part:
    """A piece of the text with its weight as typed; below 0 it is pushed away."""

    text: str
    weight: float = 1.0


Value = bool | int | float | str | tuple[Any, ...]


@dataclass(frozen=True, eq=False)
class Prompt:
    """A prompt that is right. `parameters` has those that were set, by the names of the table; `--no` is `negative`.

    Two prompts are equal when they ask for the same: a parameter at its default equals none.
    `parse(str(prompt)) == prompt`.
    """

    images: tuple[Image, ...] = ()
    text: tuple[Part, ...] = ()
    negative: tuple[str, ...] = ()
    parameters: Mapping[str, Value] = field(default_factory=dict)
    read_by: str = DEFAULT
    """The version whose rules held, and so whose defaults."""

    @property
    def version(self) -> str | None:
        """The version that was asked for, as the rules name it: "7", "niji 6"."""
        niji = self.parameters.get("niji")
        version = self.parameters.get("version")
        return f"niji {niji}" if niji else str(version) if version else None

    @property
    def repeat(self) -> int:
        """How many grids."""
        return int(self.parameters.get("repeat", 1))  # type: ignore[arg-type]

    def asked(self) -> dict[str, Value]:
        """The parameters without those that stand at their default."""
        return {name: value for name, value in self.parameters.items() if not self._is_default(name, value)}

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Prompt):
            return NotImplemented
        return self._meaning() == other._meaning()

    def __hash__(self) -> int:
        return hash(str(self))

    def __str__(self) -> str:
        """The canonical text: pictures, text, parameters in the order of the table without defaults."""
        pieces = [*map(str, self.images), *_texts(self.text)]
        asked: dict[str, Value] = self.asked() | ({"no": self.negative} if self.negative else {})
        for parameter in PARAMETERS:
            value = asked.get(parameter.name)
            if value is not None and _prints(parameter, value):
                pieces.extend(_printed(parameter, value))
        return escaped(" ".join(pieces))

    def to_dict(self) -> dict[str, Any]:
        """As `fourup explain --json` prints it."""
        return {
            "images": [image.to_dict() for image in self.images],
            "text": [{"text": part.text, "weight": part.weight} for part in self.text],
            "negative": ", ".join(self.negative),
            "parameters": {name: _json(name, value) for name, value in self.parameters.items()},
        }

    def _meaning(self) -> tuple[Any, ...]:
        return self.images, self.text, self.negative, self.asked()

    def _is_default(self, name: str, value: Value) -> bool:
        if name == "aspect":
            return value == (1, 1) and "edit" not in self.parameters
        allowed = BY_NAME[name].allowed_with(self.read_by) or BY_NAME[name].allowed[0]
        return allowed.default is not None and value == allowed.default


def plain(value: float) -> str:
    """A number without a needless point, never with an exponent."""
    return str(int(value)) if value == int(value) else f"{value:.4f}".rstrip("0")


def _weight(weight: float) -> str:
    return "" if weight == 1 else f"::{plain(weight)}"


def _texts(parts: tuple[Part, ...]) -> list[str]:
    """Each part but a last one of weight 1 ends with `::` and its weight; a colon before it keeps its distance."""
    printed = []
    for place, part in enumerate(parts, start=1):
        if place == len(parts) and part.weight == 1:
            printed.append(part.text)
        else:
            gap = " " if part.text.endswith(":") else ""
            printed.append(f"{part.text}{gap}::{_weight(part.weight)[2:]}")
    return printed


def _prints(parameter: Parameter, value: Value) -> bool:
    """True for the row that prints this value: a name may have several flags, and aliases of other kinds."""
    if parameter.refused or parameter.kind is Kind.RAW:
        return False
    return parameter.kind is not Kind.FLAG or parameter.value == value


def _printed(parameter: Parameter, value: Value) -> list[str]:
    match parameter.kind, value:
        case Kind.FLAG, _:
            return [parameter.typed]
        case Kind.LORA, tuple(loras):
            return [f"{parameter.typed} {name}:{plain(weight)}" for name, weight in loras]
        case _:
            return [f"{parameter.typed} {_value(parameter.kind, value)}"]


def _value(kind: Kind, value: Value) -> str:
    match kind, value:
        case Kind.ASPECT, (width, height):
            return f"{width}:{height}"
        case Kind.WORDS, tuple(items):
            return ", ".join(items)
        case Kind.CONTROL, (control, link):
            return f"{control} <{link}>"
        case _, tuple(items):
            return " ".join(map(str, items))
        case _, str():
            return value
        case _, number:
            return plain(number)


def _json(name: str, value: Value) -> Any:
    match BY_NAME[name].kind, value:
        case Kind.ASPECT, (width, height):
            return f"{width}:{height}"
        case Kind.LORA, tuple(loras):
            return [{"name": lora, "weight": weight} for lora, weight in loras]
        case Kind.CONTROL, (kind, link):
            return {"kind": kind, "url": link}
        case _, tuple(items):
            return [item.to_dict() for item in items]
        case _:
            return value
