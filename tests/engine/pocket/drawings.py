"""A handful of drawings that the tests make themselves: discs, bars and frames in five styles."""

import numpy as np

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.sprites import Sprites

SIDE = 32
STYLES = ("flat", "3d", "cartoon", "clipart", "retro")
THINGS = (
    ("cat", "animal"), ("owl", "animal"), ("house", "place"), ("airplane", "vehicle"), ("grapes", "food"),
    ("tulip", "plant"),
    ("key", "object"), ("grinning face", "face"), ("red circle", "shape"), ("cloud", "sky"),
    ("pizza", "food"), ("rocket", "vehicle"),
)  # fmt: skip


def drawings() -> Sprites:
    """Twelve concepts, all of them in every style."""
    concepts = [
        Concept(f"{number:x}", (name, f"the {name}"), ("nice",), kind) for number, (name, kind) in enumerate(THINGS)
    ]
    return Sprites(concepts, {style: {each.id: _drawing(each, style) for each in concepts} for style in STYLES})


def _drawing(concept: Concept, style: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    number = int(concept.id, 16)
    y, x = np.mgrid[0:SIDE, 0:SIDE]
    pixels = np.zeros((SIDE, SIDE, 4), np.uint8)
    pixels[..., :3] = (20 * number, 255 - 20 * number, 40 * STYLES.index(style))
    inside = (x - 16) ** 2 + (y - 16) ** 2 < 200 if number % 2 else abs(x - y) < 12
    pixels[..., 3] = np.where(inside, 255, 0)
    return pixels
