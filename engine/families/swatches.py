"""The pictures that style codes stand for: colours and marks without any thing in them, drawn from the code alone.

An adapter reads one as it reads any picture, so that a code has its place among what the adapter knows, and can be
mixed with pictures and weighed against them.
"""

import colorsys
import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import torch
from PIL import Image
from torch.nn.functional import interpolate

from engine.families.pixels import to_picture

SIDE = 256
"""Pixels; CLIP looks at 224."""
_STREAM = 0x5717ECDE
"""Mixed into a code, so that its swatch and the noise of a picture of that seed are not drawn alike."""
_HUES = ((0, 0, 0, 0), (0, 0.06, 0.12, 0.18), (0, 0.5, 0.03, 0.53), (0, 1 / 3, 2 / 3, 0.05), (0, 0.42, 0.58, 0.1))
"""Of a palette, from its first, in turns: one hue, neighbours, opposites, a triad, a split."""


class _Chance:
    """What is drawn from a code, always in the same order."""

    def __init__(self, code: int) -> None:
        self._generator = torch.Generator().manual_seed(_STREAM ^ code)

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * float(torch.rand((), generator=self._generator, dtype=torch.float64))

    def below(self, count: int) -> int:
        return min(count - 1, int(self.between(0, count)))

    def field(self, *shape: int) -> torch.Tensor:
        """Uniform in [0, 1]."""
        return torch.rand(shape, generator=self._generator)


@lru_cache(maxsize=64)
def swatch(code: int) -> Image.Image:
    """The picture of a code, 0 to 2^32 - 1: RGB, 256 pixels a side, the same wherever it is drawn."""
    chance = _Chance(code)
    palette = _palette(chance)
    marks = _MARKS[chance.below(len(_MARKS))](chance)
    share = chance.between(0.1, 0.45)
    values = _spread((1 - share) * _spread(marks) + share * _spread(_clouds(chance, chance.below(3) + 2)))
    levels = (0, 0, 3, 5, 8)[chance.below(5)]
    colours = _coloured(_posterised(values, levels) if levels else values, palette)
    if chance.between(0, 1) < 0.35:
        colours = colours * (1 - chance.between(0.4, 0.95) * _edges(values))
    light = _clouds(chance, 2) - 0.5
    colours = colours + chance.between(0, 0.3) * light + chance.between(0, 0.16) * (chance.field(SIDE, SIDE) - 0.5)
    return to_picture(colours.clamp(0, 1))


def _palette(chance: _Chance) -> torch.Tensor:
    """(4, 3) in [0, 1], from dark to light."""
    first, hues = chance.between(0, 1), _HUES[chance.below(len(_HUES))]
    saturation, dark, light = chance.between(0.05, 0.95), chance.between(0.03, 0.4), chance.between(0.55, 0.97)
    steps = [dark + (light - dark) * place / 3 for place in range(4)]
    drawn = [
        colorsys.hls_to_rgb((first + hue) % 1, step, min(1.0, saturation * chance.between(0.6, 1.2)))
        for hue, step in zip(hues, steps, strict=True)
    ]
    return torch.tensor(drawn)


def _coloured(values: torch.Tensor, palette: torch.Tensor) -> torch.Tensor:
    """Values in [0, 1] as the palette's colours, (3, side, side)."""
    place = values * (len(palette) - 1)
    below = place.floor().clamp(0, len(palette) - 2).long()
    share = (place - below)[..., None]
    return (palette[below] * (1 - share) + palette[below + 1] * share).permute(2, 0, 1)


def _posterised(values: torch.Tensor, levels: int) -> torch.Tensor:
    return (values * levels).floor().clamp(0, levels - 1) / (levels - 1)


def _edges(values: torch.Tensor) -> torch.Tensor:
    """1 where a value crosses one of a few levels, 0 elsewhere."""
    bands = (values * 6).floor()
    across, down = bands != bands.roll(1, 1), bands != bands.roll(1, 0)
    return (across | down).float()


def _spread(values: torch.Tensor) -> torch.Tensor:
    """From 0 to 1."""
    low, high = values.min(), values.max()
    return (values - low) / (high - low).clamp_min(1e-6)


def _clouds(chance: _Chance, cells: int, octaves: int = 3) -> torch.Tensor:
    """Smooth noise, (side, side): grids of so many cells, each octave finer and fainter."""
    total = torch.zeros(SIDE, SIDE)
    for octave in range(octaves):
        side = cells * 2**octave + 1
        grid = chance.field(1, 1, side, side)
        total += interpolate(grid, (SIDE, SIDE), mode="bicubic", align_corners=True)[0, 0] / 2**octave
    return _spread(total)


def _turned(chance: _Chance, bend: float) -> tuple[torch.Tensor, torch.Tensor]:
    """Coordinates in a direction of their own, from -1 to 1 or so, bent by smooth noise."""
    angle = chance.between(0, math.pi)
    line = torch.linspace(-1, 1, SIDE)
    down, across = torch.meshgrid(line, line, indexing="ij")
    along = across * math.cos(angle) + down * math.sin(angle)
    beside = down * math.cos(angle) - across * math.sin(angle)
    return along + bend * _clouds(chance, 3), beside + bend * _clouds(chance, 3)


def _washes(chance: _Chance) -> torch.Tensor:
    return _clouds(chance, 2 + chance.below(5), 4)


def _strokes(chance: _Chance) -> torch.Tensor:
    """Noise that is long in one direction."""
    fine, coarse = 24 + chance.below(60), 3 + chance.below(6)
    grid = chance.field(1, 1, coarse, fine) if chance.below(2) else chance.field(1, 1, fine, coarse)
    drawn = interpolate(grid, (SIDE, SIDE), mode="bicubic", align_corners=True)[0, 0]
    return drawn + 0.4 * _clouds(chance, 4)


def _marble(chance: _Chance) -> torch.Tensor:
    along, _ = _turned(chance, chance.between(0.3, 1.4))
    return (along * chance.between(4, 22)).sin()


def _facets(chance: _Chance) -> torch.Tensor:
    """Each point has the value of the nearest of some seeds."""
    count = 12 + chance.below(150)
    seeds, values = chance.field(count, 2) * 2 - 1, chance.field(count)
    line = torch.linspace(-1, 1, SIDE)
    points = torch.cartesian_prod(line, line)
    return values[torch.cdist(points, seeds).argmin(1)].view(SIDE, SIDE)


def _dots(chance: _Chance) -> torch.Tensor:
    along, beside = _turned(chance, chance.between(0, 0.2))
    pitch = chance.between(10, 60)
    waves = (along * pitch).sin() * (beside * pitch).sin()
    return (waves > 1.6 * _clouds(chance, 3) - 0.8).float()


def _hatching(chance: _Chance) -> torch.Tensor:
    """Lines in two directions, where it is dark enough for them."""
    shade, drawn = _clouds(chance, 3), torch.zeros(SIDE, SIDE)
    for limit in (0.35, 0.65):
        along, _ = _turned(chance, 0.05)
        drawn += ((along * chance.between(50, 130)).sin() > 0.2).float() * (shade > limit)
    return 1 - drawn / 2


def _blocks(chance: _Chance) -> torch.Tensor:
    side = 4 + chance.below(28)
    return interpolate(chance.field(1, 1, side, side), (SIDE, SIDE), mode="nearest")[0, 0]


_MARKS: Sequence[Callable[[_Chance], torch.Tensor]] = (
    _washes,
    _strokes,
    _marble,
    _facets,
    _dots,
    _hatching,
    _blocks,
)
