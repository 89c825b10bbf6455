"""Pictures to tensors and back."""

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import torch
from PIL import Image, ImageChops, ImageOps

from engine.png import Pixels, write_png

_threads = ThreadPoolExecutor(os.cpu_count(), thread_name_prefix="png")


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


def to_png(pixels: torch.Tensor, texts: Mapping[str, str]) -> bytes:
    """The PNG file of (3, height, width) in [0, 1], with these texts in it."""
    picture = to_picture(pixels)
    width, height = picture.size

    def filtered(top: int, bottom: int) -> bytes:
        """Pillow's arithmetic, which waits for no other thread as torch's would; what it crops outside is 0."""
        left, above = picture.crop((-1, top, width - 1, bottom)), picture.crop((0, top - 1, width, bottom - 1))
        average = ImageChops.add(left, above, scale=2)
        return ImageChops.subtract_modulo(picture.crop((0, top, width, bottom)), average).tobytes()

    return write_png(Pixels(width, height, 3, filtered), texts, threads=_threads)
