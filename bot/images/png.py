"""Pictures of Pillow's as PNG files, written by engine.png."""

from collections.abc import Mapping
from concurrent.futures import Executor

from PIL import Image, ImageChops

from engine.png import Pixels, TooLarge
from engine.png import write_png as write

__all__ = ["TooLarge", "write_png"]


def write_png(
    picture: Image.Image, texts: Mapping[str, str], limit: int | None = None, threads: Executor | None = None
) -> bytes:
    """The file of a picture of mode L, RGB or RGBA. Raises TooLarge as soon as `limit` (bytes) is passed."""

    def filtered(top: int, bottom: int) -> bytes:
        """Outside of a picture is 0, for Pillow's crop as for PNG."""
        left = picture.crop((-1, top, picture.width - 1, bottom))
        above = picture.crop((0, top - 1, picture.width, bottom - 1))
        average = ImageChops.add(left, above, scale=2)
        return ImageChops.subtract_modulo(picture.crop((0, top, picture.width, bottom)), average).tobytes()

    return write(Pixels(picture.width, picture.height, len(picture.getbands()), filtered), texts, limit, threads)
