"""Pictures to send."""

import io
import random

from PIL import Image


def png(side: int = 16) -> bytes:
    """A small picture."""
    target = io.BytesIO()
    Image.new("RGB", (side, side), (200, 40, 80)).save(target, "PNG")
    return target.getvalue()


def png_of(size: int) -> bytes:
    """A picture of exactly `size` bytes: what stands after the end of a PNG is not looked at."""
    head = png()
    return head + random.Random(size).randbytes(size - len(head))
