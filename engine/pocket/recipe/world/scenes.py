"""What a scene shows, as plain values: things, where they are, what is behind them, and how it is made."""

from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

from engine.pocket.recipe.sources.concepts import Concept

SETTINGS: Final = ("beach", "forest", "snow", "city", "desert", "sea", "space", "meadow")
TIMES: Final = ("day", "golden hour", "sunset", "night")
SEASONS: Final = ("spring", "summer", "autumn", "winter")
WITH_SEASONS: Final = ("forest", "meadow", "city")
MEDIA: Final = (
    "pixel art",
    "watercolor",
    "oil painting",
    "pencil sketch",
    "ink",
    "neon",
    "blueprint",
    "woodblock print",
)
Relation = Literal["beside", "left of", "right of", "above", "below"]


@dataclass(frozen=True)
class Thing:
    """A concept in the picture: `x`, `y` its middle, from the picture's middle and y downwards, `size` its longer side.

    All three are parts of the picture's shorter side.
    """

    concept: Concept
    x: float
    y: float
    size: float
    colour: str | None = None
    measure: Literal["tiny", "huge"] | None = None
    is_mirrored: bool = False
    tilt: float = 0
    """Degrees."""


@dataclass(frozen=True)
class Backdrop:
    """One plain colour, a gradient of two (its direction in degrees), or a setting with its light and season."""

    colours: tuple[str, ...] = ()
    direction: float = 0
    setting: str | None = None
    time: str | None = None
    season: str | None = None
    horizon: float = 0.6
    """Where the ground begins, in parts of the height."""


@dataclass(frozen=True)
class Scene:
    """A picture before it is drawn: the same one always gives the same pixels."""

    seed: int
    style: str
    backdrop: Backdrop
    things: tuple[Thing, ...] = ()
    relation: Relation | None = None
    """How the first thing stands to the second."""
    place: str | None = None
    """Where the only thing is, when it is not in the middle: left, right, top, bottom."""
    medium: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """What a judge of pictures learns from, as JSON; concepts by their ids."""
        told = asdict(self)
        told["things"] = [{**each, "concept": each["concept"]["id"]} for each in told["things"]]
        return told
