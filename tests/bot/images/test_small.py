"""Small pictures for panels and pages."""

import io
from pathlib import Path

import pytest
from PIL import Image

from bot.images.blobs import Blobs
from bot.images.errors import PictureGone
from bot.images.small import KEPT, SIDE, Small
from tests.pictures import png


async def test_a_picture_keeps_its_shape(tmp_path: Path) -> None:
    """And a grid of four that of one."""
    blobs = Blobs(tmp_path)
    keys = [await blobs.put(png(600, 400, colour)) for colour in ("#ff0000", "#00ff00", "#0000ff", "#ffffff")]
    for wanted in (keys[:1], keys):
        with Image.open(io.BytesIO(await Small(blobs).of(wanted))) as made:
            assert (made.format, made.size) == ("WEBP", (SIDE, SIDE * 2 // 3))


async def test_what_was_made_stays_for_a_while(tmp_path: Path) -> None:
    """In memory, a bounded number of them."""
    blobs = Blobs(tmp_path)
    small = Small(blobs)
    keys = [await blobs.put(png(8, 8, f"#0000{number:02x}")) for number in range(KEPT // 2)]
    first = await small.of(keys[:1])
    await blobs.delete(keys[0], grace=0.0)
    assert await small.of(keys[:1]) == first
    for key in keys[1:]:
        await small.of([key, key])
        await small.of([key])
        await small.of([key, key, key])
    with pytest.raises(PictureGone):
        await small.of(keys[:1])


async def test_what_is_gone_or_no_picture_is_said_to_be(tmp_path: Path) -> None:
    """And has no texts."""
    blobs = Blobs(tmp_path)
    small = Small(blobs)
    key = await blobs.put(b"no picture")
    for each in (key, "0" * 64):
        with pytest.raises(PictureGone):
            await small.of([each])
        assert await small.texts(each) == {}
