"""Pictures as one might come by them: softer, moved, in another light; so that what reads them knows things anyway."""

import torch
from torch.nn.functional import interpolate, pad

REACH = 3
"""Pixels that a picture is moved at most."""


def as_drawn(pictures: torch.Tensor) -> torch.Tensor:
    """(count, 3, side, side) in [-1, 1], each changed by chance."""
    if torch.rand(()) < 0.5:
        small = interpolate(pictures, size=int(torch.randint(36, 60, ())), mode="area")
        pictures = interpolate(small, size=pictures.shape[-2:], mode="bicubic", align_corners=False)
    count, side = len(pictures), pictures.shape[-1]
    gain, shift = 1 + 0.12 * torch.randn(count, 3, 1, 1), 0.08 * torch.randn(count, 3, 1, 1)
    across, down = (REACH + int(torch.randint(-REACH, REACH + 1, ())) for _ in range(2))
    padded = pad(pictures * gain + shift, (REACH,) * 4, mode="replicate")
    moved = padded[..., down : down + side, across : across + side]
    return (moved + 0.04 * torch.randn_like(moved)).clamp(-1, 1)
