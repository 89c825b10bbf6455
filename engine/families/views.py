"""What a row sees of its reference pictures, where a transformer reads them itself: none, some or all, by their scales.

A row whose references all stand at scale 1 sees them all, in one view. Else its estimate is put together from several,
as InstructPix2Pix (Brooks et al. 2023, arXiv 2211.09800, equation 3) does with one picture: from the view without any,
and from one for each role that joins, by as much as that role's scale says.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import fmean

import torch
from PIL import Image

from engine.families.pixels import fitted
from engine.plan.plan import PlannedReference

_MOST_PIXELS = 1024 * 1024
_LEAST_SIDE = 64
_LONGEST = 8
"""Times its short side, that a picture's long side may be; these are the bounds of diffusers' pipeline."""
_APART = 10
"""Steps of the time axis from one picture to the next."""


@dataclass(frozen=True, eq=False)
class View:
    """Some of the reference pictures, and how much what is drawn with them counts; all views of a row add up to 1."""

    counts: float
    sizes: tuple[tuple[int, int], ...]
    """Height and width of each picture in tokens."""
    tokens: torch.Tensor
    """(tokens, channels) of all pictures."""
    bias: torch.Tensor
    """(tokens,), added to the attention's logits; 0 where pictures weigh the same."""

    def places(self) -> torch.Tensor:
        """(tokens, 4): each picture at a time of its own, the row itself being at 0."""
        each = [
            torch.cartesian_prod(
                torch.tensor([_APART * (number + 1)]), torch.arange(height), torch.arange(width), torch.arange(1)
            )
            for number, (height, width) in enumerate(self.sizes)
        ]
        return torch.cat(each) if each else torch.zeros((0, 4), dtype=torch.int64)


def views_of(references: Sequence[PlannedReference], latents: Sequence[torch.Tensor]) -> tuple[View, ...]:
    """The views for these references, which stand role by role; `latents` has each one's (channels, height, width)."""
    paired = [pair for pair in zip(references, latents, strict=True) if pair[0].scale]
    roles = [list(each) for _, each in groupby(paired, key=lambda pair: pair[0].role)]
    scales = [1.0, *(group[0][0].scale for group in roles), 0.0]
    counts = [before - after for before, after in pairwise(scales)]
    return tuple(
        _view(count, [pair for group in roles[:number] for pair in group])
        for number, count in enumerate(counts)
        if count
    )


def _view(counts: float, seen: Sequence[tuple[PlannedReference, torch.Tensor]]) -> View:
    if not seen:
        return View(counts, (), torch.zeros((0, 0)), torch.zeros(0))
    tokens = [latents.flatten(1).T for _, latents in seen]
    means = [fmean(other.weight for other, _ in seen if other.role is each.role) for each, _ in seen]
    bias = [
        torch.full((len(own),), math.log(each.weight / mean))
        for (each, _), own, mean in zip(seen, tokens, means, strict=True)
    ]
    sizes = tuple((latents.shape[1], latents.shape[2]) for _, latents in seen)
    return View(counts, sizes, torch.cat(tokens), torch.cat(bias))


def pixels_of(picture: Image.Image, multiple: int) -> Image.Image:
    """As the model takes it: a megapixel at most, its sides multiples of `multiple`, by cutting off a little."""
    width, height = picture.size
    longest = _LONGEST * min(width, height)
    if max(width, height) > longest:
        width, height = min(width, longest), min(height, longest)
        picture = fitted(picture, width, height)
    if min(width, height) < _LEAST_SIDE:
        by = _LEAST_SIDE / min(width, height)
        picture = picture.resize((math.ceil(width * by), math.ceil(height * by)), Image.Resampling.LANCZOS)
    elif width * height > _MOST_PIXELS:
        by = math.sqrt(_MOST_PIXELS / (width * height))
        picture = picture.resize((int(width * by), int(height * by)), Image.Resampling.LANCZOS)
    width, height = (side // multiple * multiple for side in picture.size)
    left, top = (picture.width - width) // 2, (picture.height - height) // 2
    return picture.crop((left, top, left + width, top + height))
