"""Masks as they are kept: PNG of one grey channel, white where a picture is drawn anew, of the picture's own size."""

import io
from collections.abc import Iterable
from enum import StrEnum

from PIL import Image, ImageChops, ImageDraw

from bot.images.places import Box

WHITE = 128
"""From this grey on something is marked."""
SHAPES = 0.02
"""How much wider or narrower a mask may be than the picture to be laid over it all the same."""

Size = tuple[int, int]


class Wrong(StrEnum):
    """What is wrong with a mask, as the key of its sentence."""

    EMPTY = "region.empty"
    FULL = "region.full"
    SHAPE = "region.shape"


class WrongMask(Exception):
    """It marks nothing, or all, or is of another shape than the picture."""

    def __init__(self, wrong: Wrong) -> None:
        super().__init__(wrong)
        self.wrong = wrong


def painted(content: bytes, size: Size) -> bytes:
    """The mask in a picture that came out of the decoder: what is white in it. Raises WrongMask."""
    with Image.open(io.BytesIO(content)) as picture:
        shape, wanted = picture.width / picture.height, size[0] / size[1]
        if abs(shape / wanted - 1) > SHAPES:
            raise WrongMask(Wrong.SHAPE)
        grey = picture.convert("L").resize(size, Image.Resampling.BILINEAR)
    return _kept(grey.point(lambda level: 255 * (level >= WHITE)))


def boxed(boxes: Iterable[Box], size: Size, *, is_inverted: bool) -> bytes:
    """The mask with these boxes white, in parts of width and height; or black, and the rest white. Raises WrongMask."""
    mask = Image.new("L", size, 0)
    drawn = ImageDraw.Draw(mask)
    for left, top, right, bottom in boxes:
        corners = [round(left * size[0]), round(top * size[1]), round(right * size[0]) - 1, round(bottom * size[1]) - 1]
        if corners[0] <= corners[2] and corners[1] <= corners[3]:
            drawn.rectangle(corners, 255)
    return _kept(ImageChops.invert(mask) if is_inverted else mask)


def _kept(mask: Image.Image) -> bytes:
    darkest, lightest = mask.getextrema()
    if not lightest:
        raise WrongMask(Wrong.EMPTY)
    if darkest:
        raise WrongMask(Wrong.FULL)
    content = io.BytesIO()
    mask.save(content, "PNG")
    return content.getvalue()
