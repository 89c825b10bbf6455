"""Pictures as somebody would sketch them, for a ControlNet: found in the drawings once, and drawn by many pencils."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import torch
from PIL import Image
from safetensors.torch import load_file, save_file
from torch.nn.functional import max_pool2d

from engine.families.edges import LOW, hint
from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.latents import Shard, examples_of
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.train.unet import Captioned, latents_of

PLAIN, CUTS = 0.6, (0.15, 0.45)
"""The share of pictures whose lines are white alone, and from which strength of an edge on."""
THICKER = 0.25
"""The share of pictures whose lines are those of a thicker pencil."""
GAPS = 0.3
"""The share of pictures of which a part of the lines is left out, as in a sketch that is not finished."""
FAINTEST = 0.4
"""How bright lines are at least."""


def lines_of(sprites: Sprites, folder: Path, shards: Sequence[Shard]) -> dict[int, torch.Tensor]:
    """Of these shards, by their numbers: uint8 (pictures, height, width). The pictures are composed once
    more, and what is found in them is kept.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = {}
    for shard in shards:
        path = folder / f"{shard.number:05}.safetensors"
        if not path.is_file():
            fresh = path.with_suffix(".new")
            save_file({"lines": _found(sprites, shard)}, fresh)
            fresh.rename(path)
        lines[shard.number] = load_file(path)["lines"]
    return lines


def _found(sprites: Sprites, shard: Shard) -> torch.Tensor:
    pictures = (Image.fromarray(each.picture) for each in examples_of(sprites, shard.number, len(shard.captions)))
    return torch.stack([(hint(each, "lineart", each.size)[0] * 255).round().to(torch.uint8) for each in pictures])


class Sketches:
    """Draws pictures with texts and sketches of them."""

    def __init__(self, captioned: Captioned, lines: Mapping[int, torch.Tensor]) -> None:
        """`lines` are those of each of the shards that are drawn from, by their numbers."""
        self._captioned, self._lines = captioned, lines

    def draw(self, count: int, untold: float) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Latents and texts as `Captioned` has them, and lines (count, 3, height, width), white on black in [0, 1]."""
        picked = self._captioned.pick(count)
        return *self._captioned.told(picked, untold), self._drawn(picked)

    def draw_alone(self, count: int) -> tuple[torch.Tensor, torch.Tensor]:
        """The same without texts."""
        picked = self._captioned.pick(count)
        return latents_of(picked), self._drawn(picked)

    def _drawn(self, picked: Sequence[tuple[Shard, int]]) -> torch.Tensor:
        found = torch.stack([self._lines[shard.number][row] for shard, row in picked]).float() / 255
        return sketched(found).to(device())


def sketched(lines: torch.Tensor) -> torch.Tensor:
    """The lines (count, height, width) as pencils of many kinds would draw them, (count, 3, height, width)."""
    count, height, width = lines.shape
    drawn = lines / lines.amax((1, 2), keepdim=True).clamp(min=LOW)
    cut = torch.empty(count, 1, 1).uniform_(*CUTS)
    drawn = torch.where(_some(count, PLAIN), (drawn > cut).float(), drawn)
    drawn = torch.where(_some(count, THICKER), max_pool2d(drawn, 3, stride=1, padding=1), drawn)
    top, left = (torch.randint(side, (count, 1, 1)) for side in (height, width))
    down, across = torch.arange(height)[:, None], torch.arange(width)[None]
    gap = (down >= top) & (down < top + height // 2) & (across >= left) & (across < left + width // 2)
    drawn = drawn.masked_fill(gap & _some(count, GAPS), 0)
    drawn = drawn * (FAINTEST + (1 - FAINTEST) * torch.rand(count, 1, 1))
    return drawn[:, None].expand(-1, 3, -1, -1)


def _some(count: int, share: float) -> torch.Tensor:
    return torch.rand(count, 1, 1) < share
