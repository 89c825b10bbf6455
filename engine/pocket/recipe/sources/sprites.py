"""The rendered drawings: one atlas a style on disk, arrays in memory."""

import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from PIL import Image

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.originals import Originals

Pixels = np.ndarray[tuple[int, ...], np.dtype[np.uint8]]
INDEX = "sprites.json"
ACROSS_AT_LEAST = 0.02
"""A drawing that covers less of its square than this is no drawing (a part that was left empty)."""


class Sprites:
    """Drawings by concept and style: RGBA squares of `size` pixels, uint8, alpha not multiplied in."""

    def __init__(self, concepts: Iterable[Concept], drawings: Mapping[str, Mapping[str, Pixels]]) -> None:
        self.drawings = drawings
        """Of a style's name, of a concept's id."""
        self.styles = tuple(drawings)
        drawn = {each.id: tuple(style for style in drawings if each.id in drawings[style]) for each in concepts}
        self.concepts = tuple(each for each in concepts if drawn[each.id])
        self._styles_of = drawn

    def styles_of(self, concept: Concept) -> tuple[str, ...]:
        """The styles in which the concept was drawn: one at least."""
        return self._styles_of[concept.id]

    def of(self, concept: Concept, style: str) -> Pixels:
        """The drawing, (size, size, 4). Raises KeyError where there is none."""
        return self.drawings[style][concept.id]

    def __len__(self) -> int:
        return sum(map(len, self.drawings.values()))

    def save(self, folder: Path) -> None:
        """An atlas a style as WebP without loss, and an index."""
        folder.mkdir(parents=True, exist_ok=True)
        size = next(iter(next(iter(self.drawings.values())).values())).shape[0]
        for style, drawings in self.drawings.items():
            across = math.ceil(math.sqrt(len(drawings)))
            atlas = np.zeros((across * size, across * size, 4), np.uint8)
            for number, pixels in enumerate(drawings.values()):
                row, column = divmod(number, across)
                atlas[row * size : (row + 1) * size, column * size : (column + 1) * size] = pixels
            Image.fromarray(atlas).save(folder / f"{style}.webp", lossless=True, quality=20, method=2)
        index = {
            "size": size,
            "concepts": [each.to_dict() for each in self.concepts],
            "styles": {style: list(drawings) for style, drawings in self.drawings.items()},
        }
        (folder / INDEX).write_text(json.dumps(index, ensure_ascii=False, indent=1), encoding="utf-8")


def load_sprites(folder: Path) -> Sprites:
    """What `save` wrote. Raises FileNotFoundError where nothing was rendered into the folder."""
    index = json.loads((folder / INDEX).read_text(encoding="utf-8"))
    size = index["size"]
    drawings: dict[str, dict[str, Pixels]] = {}
    for style, ids in index["styles"].items():
        with Image.open(folder / f"{style}.webp") as picture:
            atlas = np.asarray(picture.convert("RGBA"))
        across = atlas.shape[1] // size
        cells = atlas.reshape(across, size, across, size, 4).swapaxes(1, 2).reshape(-1, size, size, 4)
        drawings[style] = dict(zip(ids, cells, strict=False))
    return Sprites([Concept.from_dict(each) for each in index["concepts"]], drawings)


def render_sprites(concepts: Iterable[Concept], originals: Mapping[str, Originals], size: int) -> Sprites:
    """Every concept in every style in which it was drawn."""
    concepts = tuple(concepts)
    drawings: dict[str, dict[str, Pixels]] = {}
    for style, maker in originals.items():
        rendered = ((each.id, maker.render(each, size)) for each in concepts)
        arrays = {code: np.asarray(picture) for code, picture in rendered if picture is not None}
        drawings[style] = {code: pixels for code, pixels in arrays.items() if _covers(pixels)}
    return Sprites(concepts, drawings)


def _covers(pixels: Pixels) -> bool:
    return float((pixels[..., 3] > 127).mean()) >= ACROSS_AT_LEAST
