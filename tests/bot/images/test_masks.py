"""Masks that members paint or name."""

import io
from fractions import Fraction

import pytest
from PIL import Image

from bot.images.masks import Wrong, WrongMask, boxed, painted
from bot.images.places import place

SIZE = (60, 40)


def picture(size: tuple[int, int], mode: str = "RGB", white: tuple[int, int, int, int] | None = None) -> bytes:
    """A black one, with a white box in it."""
    made = Image.new(mode, size)
    if white:
        made.paste((255, 255, 255) if mode == "RGB" else 255, white)
    content = io.BytesIO()
    made.save(content, "PNG")
    return content.getvalue()


def opened(mask: bytes) -> Image.Image:
    """As the engine opens it."""
    with Image.open(io.BytesIO(mask)) as found:
        found.load()
        assert (found.format, found.mode) == ("PNG", "L")
        return found


@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
@pytest.mark.parametrize("times", [1, 2, 5])
def test_white_is_marked_at_the_pictures_size(mode: str, times: int) -> None:
    """Whatever size and kind of picture was painted."""
    width, height = SIZE[0] * times, SIZE[1] * times
    mask = opened(painted(picture((width, height), mode, (0, 0, width // 2, height)), SIZE))
    assert mask.size == SIZE
    assert mask.getbbox() == (0, 0, 30, 40)
    assert {level for _, level in mask.getcolors() or ()} == {0, 255}


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        (picture(SIZE), Wrong.EMPTY),
        (picture(SIZE, white=(0, 0, *SIZE)), Wrong.FULL),
        (picture((40, 60), white=(0, 0, 9, 9)), Wrong.SHAPE),
        (picture((62, 40), white=(0, 0, 9, 9)), Wrong.SHAPE),
        (picture((1, 1), white=(0, 0, 1, 1)), Wrong.SHAPE),
    ],
)
def test_what_cannot_be_drawn_is_refused(given: bytes, wrong: Wrong) -> None:
    """Nothing marked, all marked, or of another shape."""
    with pytest.raises(WrongMask) as refused:
        painted(given, SIZE)
    assert refused.value.wrong is wrong


def test_a_place_is_a_mask() -> None:
    """To the pixel, and the other way round."""
    assert opened(boxed(place("right third").boxes, SIZE, is_inverted=False)).getbbox() == (40, 0, 60, 40)
    assert opened(boxed(place("right third").boxes, SIZE, is_inverted=True)).getbbox() == (0, 0, 40, 40)


def test_a_place_of_less_than_a_pixel_marks_nothing() -> None:
    """And says so."""
    sliver = (Fraction(0), Fraction(0), Fraction(1, 1000), Fraction(1))
    with pytest.raises(WrongMask, match=Wrong.EMPTY):
        boxed([sliver], SIZE, is_inverted=False)


def test_all_of_it_by_name_is_refused() -> None:
    """Since nothing of the picture would stay."""
    with pytest.raises(WrongMask, match=Wrong.FULL):
        boxed(place("left and right").boxes, SIZE, is_inverted=False)
