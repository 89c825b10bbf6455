"""Pictures for tests, made as they are needed."""

import io

from PIL import Image


def png(width: int = 64, height: int = 64, colour: str = "#c04060") -> bytes:
    """A picture of one colour."""
    target = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(target, "PNG")
    return target.getvalue()
