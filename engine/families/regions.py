"""Where in the picture a reference acts: masks of rows, made as small as each layer sees the picture."""

from collections.abc import Sequence

import torch
from diffusers.image_processor import IPAdapterMaskProcessor
from PIL import Image


def region_of(mask: Image.Image, width: int, height: int) -> torch.Tensor:
    """1 where the mask is white and 0 elsewhere, (1, height, width), as diffusers prepares it."""
    processor = IPAdapterMaskProcessor()
    made: torch.Tensor = processor.preprocess([mask.convert("L")], height=height, width=width)[0]
    return made


class Regions:
    """Those of the lines of a batch, None for a line whose reference acts everywhere."""

    def __init__(self, regions: Sequence[torch.Tensor | None]) -> None:
        self._regions = tuple(regions)
        self._seen: dict[int, torch.Tensor] = {}

    def seen(self, queries: int, like: torch.Tensor) -> torch.Tensor:
        """(lines, queries, 1), for a layer that sees the picture as so many points; what it was made for is kept."""
        if queries not in self._seen:
            whole = torch.ones(1, queries, 1)
            each = [
                whole if region is None else IPAdapterMaskProcessor.downsample(region, 1, queries, 1)
                for region in self._regions
            ]
            self._seen[queries] = torch.cat(each).to(like)
        return self._seen[queries]
