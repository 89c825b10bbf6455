"""What is shown beside what was read of a picture."""

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.images.shown import LONGEST, preview, swatches
from engine.reading.talk import Swatch
from tests.pictures import png


def test_a_preview_is_webp_and_not_too_large(tmp_path: Path) -> None:
    """Of the same shape."""
    path = tmp_path / "wide.png"
    path.write_bytes(png(3000, 1000))
    shown = Image.open(io.BytesIO(preview(path)))
    assert (shown.format, shown.size) == ("WEBP", (LONGEST, round(LONGEST / 3)))


@pytest.mark.parametrize("count", [0, 1, 6])
def test_swatches_fill_the_strip_by_their_shares(count: int) -> None:
    """From left to right; none is too narrow for its number."""
    colours = ["#d8262c", "#fbdc32", "#1a2a5c", "#ffffff", "#111114", "#3ea848"][:count]
    shares = [0.6, 0.2, 0.1, 0.05, 0.03, 0.02]
    palette = [Swatch(colour, "", share) for colour, share in zip(colours, shares, strict=False)]
    drawn = Image.open(io.BytesIO(swatches(palette))).convert("RGB")
    seen = [drawn.getpixel((x, 10)) for x in range(drawn.width)]
    found = ["#{:02x}{:02x}{:02x}".format(*colour) for colour in dict.fromkeys(seen)]
    assert found == (colours or ["#808080"])
    if count == 6:
        assert min(seen.count(colour) for colour in set(seen)) >= 76
