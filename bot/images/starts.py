"""Pictures that edits start from: how large they are, and with their light and colours changed."""

import io
from pathlib import Path

from PIL import Image, ImageEnhance, ImageFilter, ImageOps

from bot.images.errors import PictureGone
from bot.images.grade import Grade
from bot.images.masks import Size

FEATHER = 1 / 32
"""The share of a picture's short side over which a change of light ends at the edge of its mask."""


def measured(path: Path) -> Size:
    """Width and height of a picture that came out of the decoder. Raises PictureGone."""
    with _opened(path) as picture:
        return picture.size


def graded(path: Path, mask: Path | None, grade: Grade) -> bytes:
    """The picture as PNG, of its size, with light, contrast, colours, sharpness, warmth and tint changed in this order;
    where there is a mask, only where that is white. Raises PictureGone.
    """
    with _opened(path) as opened:
        picture = opened.convert("RGB")
    made = picture
    for enhance, factor in (
        (ImageEnhance.Brightness, grade.light),
        (ImageEnhance.Contrast, grade.contrast),
        (ImageEnhance.Color, grade.colour),
        (ImageEnhance.Sharpness, grade.sharpness),
    ):
        made = made if factor == 1 else enhance(made).enhance(factor)
    made = _tinted(_warmed(made, grade.warmth), grade)
    if mask is not None:
        with _opened(mask) as opened:
            soft = opened.convert("L").filter(ImageFilter.GaussianBlur(FEATHER * min(picture.size)))
        made = Image.composite(made, picture, soft)
    content = io.BytesIO()
    made.save(content, "PNG")
    return content.getvalue()


def _warmed(picture: Image.Image, warmth: float) -> Image.Image:
    """More red and less blue as warmth rises above 0, the other way round below."""
    if not warmth:
        return picture
    red, green, blue = picture.split()
    return Image.merge(
        "RGB",
        (
            red.point(lambda level: level * (1 + 0.5 * warmth)),
            green,
            blue.point(lambda level: level * (1 - 0.5 * warmth)),
        ),
    )


def _tinted(picture: Image.Image, grade: Grade) -> Image.Image:
    """In the tint's colour, light and dark as they were, as far as its share goes."""
    if grade.tint is None:
        return picture
    coloured = ImageOps.colorize(ImageOps.autocontrast(picture.convert("L")), "#000000", "#ffffff", mid=grade.tint)
    return Image.blend(picture, coloured, grade.share)


def _opened(path: Path) -> Image.Image:
    try:
        return Image.open(path)
    except FileNotFoundError:
        raise PictureGone(path.name) from None
