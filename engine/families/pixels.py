"""Pictures to tensors and back."""

from collections.abc import Mapping

import torch
from PIL import Image, ImageOps

from engine.png import Pixels, write_png


def fitted(picture: Image.Image, width: int, height: int) -> Image.Image:
    """Of that size, nothing stretched: what does not fit is cut off evenly at two edges."""
    if picture.size == (width, height):
        return picture
    return ImageOps.fit(picture, (width, height), Image.Resampling.LANCZOS)


def to_tensor(picture: Image.Image) -> torch.Tensor:
    """An RGB picture as (3, height, width), float32 in [0, 1]."""
    values = torch.frombuffer(bytearray(picture.tobytes()), dtype=torch.uint8)
    return values.view(picture.height, picture.width, 3).permute(2, 0, 1).float() / 255


def to_picture(pixels: torch.Tensor) -> Image.Image:
    """The RGB picture of (3, height, width) in [0, 1]."""
    return Image.fromarray(_values(pixels).numpy(), "RGB")


def to_png(pixels: torch.Tensor, texts: Mapping[str, str]) -> bytes:
    """The PNG file of (3, height, width) in [0, 1], with these texts in it."""
    values = _values(pixels)
    height, width, channels = values.shape
    edged = torch.zeros((height + 1, width + 1, channels), dtype=torch.uint8)  # outside of a picture is 0 in PNG
    edged[1:, 1:] = values

    def filtered(top: int, bottom: int) -> bytes:
        left, above = edged[top + 1 : bottom + 1, :-1], edged[top:bottom, 1:]
        average = (left & above) + ((left ^ above) >> 1)  # of two bytes, rounded down, without a carry
        return bytes((values[top:bottom] - average).numpy())

    return write_png(Pixels(width, height, channels, filtered), texts)


def _values(pixels: torch.Tensor) -> torch.Tensor:
    """(height, width, 3), whole numbers in [0, 255]."""
    return (pixels * 255).round().to(torch.uint8).permute(1, 2, 0).contiguous().cpu()
