"""A picture as it is shown beside what was read of it, and its colours as swatches."""

import io
from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from engine.reading.talk import Swatch

LONGEST = 1024
"""Pixels of a side of what is shown."""
QUALITY = 88
WIDE, HIGH, LEAST = 660, 96, 76
"""Pixels of the swatches: of all together, and the least that one of them is wide, so that its number fits."""
LIGHT = 150
"""Of 255: on what is lighter, letters are dark."""


def preview(path: Path) -> bytes:
    """The picture as WebP, not larger than LONGEST."""
    with Image.open(path) as opened:
        picture = opened.convert("RGB")
    picture.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    target = io.BytesIO()
    picture.save(target, "WEBP", quality=QUALITY, method=2)
    return target.getvalue()


def swatches(palette: Sequence[Swatch]) -> bytes:
    """A PNG of the colours side by side, each the wider the more it fills and with its number on it."""
    total, room = sum(each.share for each in palette), WIDE - LEAST * len(palette)
    picture = Image.new("RGB", (WIDE, HIGH), "#808080")
    pencil, font = ImageDraw.Draw(picture), ImageFont.load_default(15)
    left = 0.0
    for swatch in palette:
        right = left + LEAST + room * swatch.share / total
        pencil.rectangle((round(left), 0, round(right), HIGH), fill=swatch.colour)
        red, green, blue = (int(swatch.colour[at : at + 2], 16) for at in (1, 3, 5))
        is_light = 0.299 * red + 0.587 * green + 0.114 * blue > LIGHT
        ink = "#1a1a1e" if is_light else "#f6f6f4"
        pencil.text(((left + right) / 2, HIGH - 18), swatch.colour, fill=ink, font=font, anchor="mm")
        left = right
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()
