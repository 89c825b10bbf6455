"""Pictures to tensors and back."""

import torch
from PIL import Image, ImageOps


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
    values = (pixels * 255).round().to(torch.uint8).permute(1, 2, 0).contiguous()
    return Image.fromarray(values.numpy(), "RGB")
