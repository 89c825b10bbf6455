"""What is read, as values: the face of this package that knows no torch, and how it goes over a pipe."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Protocol, Self


class CannotRead(Exception):
    """The picture or the prompt could not be read just now; the text says why, for the log."""


@dataclass(frozen=True)
class Guess:
    """One answer, and how likely it is, in [0, 1]."""

    name: str
    share: float


@dataclass(frozen=True)
class Swatch:
    """A colour of the picture: as "#a0b1c2", by a name, and the share of the picture that it fills."""

    colour: str
    name: str
    share: float


@dataclass(frozen=True)
class Seen:
    """A picture taken apart. What stands in guesses was recognised, the likeliest first; all else was measured."""

    by: str
    """The name of what recognised it."""
    width: int
    height: int
    subjects: tuple[Guess, ...] = ()
    media: tuple[Guess, ...] = ()
    styles: tuple[Guess, ...] = ()
    settings: tuple[Guess, ...] = ()
    times: tuple[Guess, ...] = ()
    seasons: tuple[Guess, ...] = ()
    caption: str = ""
    """A sentence of a model that makes sentences."""
    is_known: bool = True
    """False where the picture is most likely outside of the world that the model knows."""
    world: int = 0
    """How many things the model can name; 0 where nobody counted."""
    light: tuple[str, ...] = ()
    composition: tuple[str, ...] = ()
    mood: tuple[str, ...] = ()
    palette: tuple[Swatch, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> Self:
        """What `to_dict` wrote."""
        values: dict[str, Any] = {}
        for field in fields(cls):
            value = told[field.name]
            if field.name == "palette":
                value = tuple(Swatch(**each) for each in value)
            elif value and isinstance(value, list | tuple) and isinstance(value[0], dict):
                value = tuple(Guess(**each) for each in value)
            values[field.name] = tuple(value) if isinstance(value, list) else value
        return cls(**values)


@dataclass(frozen=True)
class Weighed:
    """A prompt's words, what leaving each out changes, and shorter prompts: places of the words that stay, each.

    A change is the angle between the embeddings with the word and without, in degrees.
    """

    words: tuple[str, ...]
    changes: tuple[float, ...]
    shorter: tuple[tuple[int, ...], ...]
    by: str = ""

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        return asdict(self)

    @classmethod
    def from_dict(cls, told: dict[str, Any]) -> Self:
        """What `to_dict` wrote."""
        shorter = tuple(tuple(each) for each in told["shorter"])
        return cls(tuple(told["words"]), tuple(told["changes"]), shorter, told["by"])


class Reader(Protocol):
    """Reads for the bot, wherever it is."""

    async def describe(self, picture: Path) -> Seen:
        """What the picture in this file shows. Raises CannotRead."""

    async def weigh(self, words: Sequence[str]) -> Weighed:
        """Which of the words of a prompt matter. Raises CannotRead."""
