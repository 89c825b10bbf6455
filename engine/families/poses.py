"""Where ViTPose (Xu et al. 2022, arXiv 2204.12484) looks for a person's joints, and what its heatmaps say of them.

Transformers' own processor needs scipy for both, which diffusers would load at every start, too.
"""

from dataclasses import dataclass
from typing import Self

import torch
from PIL import Image

from engine.families.skeleton import Joint

Box = tuple[float, float, float, float]
"""Left, top, width and height, in pixels."""

AIR = 1.25
"""How much larger than a person's box the frame is, as in its training."""
SURE = 0.3
"""How high a heatmap's peak has to be."""


@dataclass(frozen=True)
class Frame:
    """A part of a picture, which may reach out of it; its corners are the middles of the corner pixels that it has."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def around(cls, box: Box, size: tuple[int, int]) -> Self:
        """Of the shape of `size`, the (width, height) that the model takes, with air around the box."""
        left, top, width, height = box
        across, down = left + width / 2, top + height / 2
        width, height = max(width, height * size[0] / size[1]) * AIR, max(height, width * size[1] / size[0]) * AIR
        return cls(across - width / 2, top=down - height / 2, width=width, height=height)

    def cut(self, picture: Image.Image, size: tuple[int, int]) -> Image.Image:
        """What is in it, in this size; black outside of the picture."""
        across, down = (side / (count - 1) for side, count in zip((self.width, self.height), size, strict=True))
        left, top = self.left + (1 - across) / 2, self.top + (1 - down) / 2
        extent = (left, top, left + across * size[0], top + down * size[1])
        return picture.transform(size, Image.Transform.EXTENT, extent, Image.Resampling.BILINEAR)

    def joints(self, heat: torch.Tensor) -> list[Joint]:
        """Where each of the heatmaps (joints, height, width) has its peak; None where that is too low."""
        _, high, wide = heat.shape
        peaks, places = heat.flatten(1).max(1)
        found: list[Joint] = []
        for own, peak, place in zip(heat, peaks.tolist(), places.tolist(), strict=True):
            row, column = divmod(place, wide)
            across, down = column + _leaning(own[row], column), row + _leaning(own[:, column], row)
            at = self.left + across / (wide - 1) * self.width, self.top + down / (high - 1) * self.height
            found.append(at if peak >= SURE else None)
        return found


def _leaning(line: torch.Tensor, place: int) -> float:
    """A quarter towards the higher of the two neighbours of a peak, which is where it is finer than heatmaps are."""
    if not 0 < place < len(line) - 1:
        return 0.0
    return 0.25 * float(torch.sign(line[place + 1] - line[place - 1]))
