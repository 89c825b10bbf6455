"""Rough pictures of latents at hardly any cost, for previews: a linear map to colours, learnt from the decoder."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import torch

_SAMPLES_EACH = 12
"""For each channel."""
_SIDE = 2


@dataclass(frozen=True)
class Rough:
    """`colours` is (channels + 1, 3): what each latent channel adds to red, green and blue, and the colour of zeros."""

    colours: torch.Tensor

    @classmethod
    def of(cls, channels: int, decode: Callable[[torch.Tensor], torch.Tensor]) -> Self:
        """The least-squares fit to what the decoder makes of a few small flat latents."""
        latents = torch.randn((_SAMPLES_EACH * channels, channels), generator=torch.Generator().manual_seed(0))
        decoded = decode(latents[:, :, None, None].expand(-1, -1, _SIDE, _SIDE))
        return cls(torch.linalg.lstsq(_with_one(latents), decoded.mean((2, 3))).solution)

    def pictures(self, latents: torch.Tensor) -> torch.Tensor:
        """(rows, channels, height, width) to (rows, 3, height, width) in [0, 1]."""
        return (_with_one(latents.movedim(1, -1)) @ self.colours).movedim(-1, 1).clamp(0, 1)


def _with_one(latents: torch.Tensor) -> torch.Tensor:
    return torch.cat([latents, torch.ones_like(latents[..., :1])], -1)
