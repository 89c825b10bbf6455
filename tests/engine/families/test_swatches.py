"""The pictures that style codes stand for."""

import hashlib
import random

import pytest
from PIL import Image

from engine.families.pixels import to_tensor
from engine.families.swatches import SIDE, swatch

CODES = [*range(12), 2**31, 2**32 - 1, *random.Random(3).sample(range(2**32), 26)]


def test_a_code_is_always_the_same_picture() -> None:
    """To the byte, however often and in whatever order they are asked for."""
    first = {code: hashlib.sha256(swatch(code).tobytes()).hexdigest() for code in CODES}
    swatch.cache_clear()
    again = {code: hashlib.sha256(swatch(code).tobytes()).hexdigest() for code in reversed(CODES)}
    assert again == first
    assert len(set(first.values())) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_there_is_something_to_see(code: int) -> None:
    """Neither black nor of one tone, since both say nothing of a style."""
    picture = swatch(code)
    assert (picture.mode, picture.size) == ("RGB", (SIDE, SIDE))
    pixels = to_tensor(picture)
    assert pixels.amax() > 0.25
    assert float(pixels.std()) > 0.02


def test_neighbouring_codes_have_nothing_in_common() -> None:
    """No closer to each other than any two are."""
    small = {code: to_tensor(swatch(code).resize((32, 32))).flatten() for code in CODES}
    near = [float((small[code] - small[code + 1]).abs().mean()) for code in range(11)]
    far = [float((small[one] - small[other]).abs().mean()) for one, other in zip(CODES[:20], CODES[20:], strict=False)]
    assert sum(near) / len(near) > 0.6 * sum(far) / len(far)
    assert min(near) > 0.02


@pytest.mark.parametrize(
    ("code", "quarters"),
    [
        (0, ((87, 133, 88), (60, 98, 59), (85, 138, 88), (63, 115, 66))),
        (123, ((139, 106, 89), (177, 151, 131), (159, 132, 112), (161, 131, 113))),
        (2**32 - 1, ((131, 133, 129), (122, 125, 120), (121, 123, 118), (116, 121, 115))),
    ],
)
def test_a_code_keeps_its_picture_from_version_to_version(code: int, quarters: tuple[tuple[int, ...], ...]) -> None:
    """People note their codes down: the mean colours of its quarters stay what they are."""
    small = swatch(code).resize((2, 2), Image.Resampling.BOX)
    for place, colour in enumerate(quarters):
        seen = small.getpixel((place % 2, place // 2))
        assert seen == pytest.approx(colour, abs=2)
