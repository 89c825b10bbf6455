"""What kinds of pictures a training sees: each kind has shards of its own, and a share of what is shown."""

from dataclasses import dataclass
from typing import Final

from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.world.draw import PLAIN, Mix

SQUARE: Final = (PIXELS, PIXELS)
WIDE: Final = ((72, 48), (48, 72), (88, 48), (48, 88), (72, 56), (56, 72))
"""What 3:2, 2:3, 16:9, 9:16, 4:3 and 3:4 are of the model's own area."""


@dataclass(frozen=True)
class Kind:
    """Pictures of one mix; `share` is how often they are shown against those of another kind."""

    mix: Mix
    share: float
    sizes: tuple[tuple[int, int], ...] = (SQUARE,)
    """Width and height, of the kind's shards in turn."""


KINDS: Final = (
    Kind(PLAIN, 0.3),
    Kind(Mix(medium=1, setting=0, gradient=0, colour=0.1, two=0, nothing=0, varied=0), 0.15),
    Kind(Mix(medium=0, setting=0, gradient=0.05, colour=0.1, two=1, nothing=0), 0.29),
    Kind(Mix(medium=0, setting=1, gradient=0, colour=0.05, two=0, nothing=0.03, varied=0.15), 0.13),
    Kind(Mix(medium=0, setting=0, gradient=0.2, colour=0.5, two=0, nothing=0, varied=0.3), 0.04),
    Kind(Mix(medium=0.25, setting=0.35, gradient=0.05, colour=0.05, two=0.15, nothing=0.02, varied=0.2), 0.09, WIDE),
)
"""In the shards' order, over and over: things, media, two things, settings, colours, and other shapes than a square."""


def kind_of(number: int) -> Kind:
    """That of a shard."""
    return KINDS[number % len(KINDS)]


def size_of(number: int) -> tuple[int, int]:
    """Width and height of a shard's pictures."""
    sizes = kind_of(number).sizes
    return sizes[number // len(KINDS) % len(sizes)]
