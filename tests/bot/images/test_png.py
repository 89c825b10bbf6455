"""PNG as we write it, read back by Pillow."""

import io
import random
from concurrent.futures import ThreadPoolExecutor

import pytest
from PIL import Image

from bot.images.png import TooLarge, write_png
from engine.png import BAND
from tests.bot.images.samples import corners

TEXTS = {"parameters": "a café\nSteps: 4", "fourup": "{}", "Titel": "ein 🦊 \ud800"}


def noise(mode: str, width: int, height: int) -> Image.Image:
    """A picture that cannot be compressed."""
    drawn = random.Random(width * height)
    return Image.frombytes(mode, (width, height), drawn.randbytes(width * height * len(mode)))


def opened(content: bytes) -> Image.Image:
    """Whole, its sums checked."""
    with Image.open(io.BytesIO(content), formats=("PNG",)) as picture:
        picture.verify()
    found = Image.open(io.BytesIO(content))
    found.load()
    return found


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA"])
@pytest.mark.parametrize(
    "size", [(1, 1), (1, 500), (500, 1), (7, BAND), (3, BAND + 1), (33, 2 * BAND), (257, 5 * BAND - 1)]
)
def test_what_is_written_is_what_is_read(mode: str, size: tuple[int, int]) -> None:
    """Bit by bit, with threads and without, whatever the size has to do with the bands."""
    picture = noise(mode, *size)
    with ThreadPoolExecutor(3) as threads:
        contents = {write_png(picture, {}, threads=each) for each in (None, threads)}
    assert len(contents) == 1
    found = opened(contents.pop())
    assert (found.mode, found.size) == (mode, size)
    assert found.tobytes() == picture.tobytes()


def test_texts_are_kept() -> None:
    """Latin-1 as every program reads it, other scripts as UTF-8; half a character becomes a question mark."""
    found = opened(write_png(corners(), TEXTS))
    assert found.info == TEXTS | {"Titel": "ein 🦊 ?"}


def test_a_limit_is_kept_to_the_byte() -> None:
    """What is one byte too large is not written to its end."""
    picture = noise("RGB", 300, 300)
    size = len(write_png(picture, TEXTS))
    assert len(write_png(picture, TEXTS, limit=size)) == size
    with pytest.raises(TooLarge):
        write_png(picture, TEXTS, limit=size - 1)


def test_plain_pictures_are_small() -> None:
    """Runs are found."""
    assert len(write_png(corners(2048, 2048), {})) < 100_000
