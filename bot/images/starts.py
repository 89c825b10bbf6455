"""Pictures that edits start from: how large they are."""

from pathlib import Path

from PIL import Image

from bot.images.errors import PictureGone
from bot.images.masks import Size


def measured(path: Path) -> Size:
    """Width and height of a picture that came out of the decoder. Raises PictureGone."""
    try:
        with Image.open(path) as picture:
            return picture.size
    except FileNotFoundError:
        raise PictureGone(path.name) from None
