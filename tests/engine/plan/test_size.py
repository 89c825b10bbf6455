"""Sizes of pictures."""

import math

import pytest

from engine.plan.plan import CannotDraw
from engine.plan.size import size

RATIOS = [(1, 1), (3, 2), (2, 3), (4, 3), (16, 9), (9, 16), (5, 4), (139, 100), (21, 9), (1, 3), (16, 1), (1, 16)]


@pytest.mark.parametrize("aspect", RATIOS, ids=str)
@pytest.mark.parametrize(("side", "multiple"), [(64, 8), (256, 8), (512, 8), (1024, 64)])
def test_a_picture_has_the_ratio_that_was_asked_for(aspect: tuple[int, int], side: int, multiple: int) -> None:
    """Within 5 %, as far as the multiple lets it; its sides are multiples, its area is about the model's own."""
    width, height = size(aspect, side, multiple)
    assert width % multiple == height % multiple == 0
    shorter = min(width, height)
    assert abs(math.log(width / height / (aspect[0] / aspect[1]))) < max(0.05, 0.6 * multiple / shorter)
    assert 0.6 < width * height / side**2 < 1.6


@pytest.mark.parametrize("aspect", RATIOS[:9], ids=str)
def test_ordinary_ratios_are_within_five_percent(aspect: tuple[int, int]) -> None:
    """Even at the smallest size that is drawn."""
    width, height = size(aspect, 64, 8)
    assert width / height == pytest.approx(aspect[0] / aspect[1], rel=0.05)


def test_without_a_ratio_it_is_the_models_square() -> None:
    """Or so many times its area, as near as the multiple lets it."""
    assert size(None, 512, 8) == (512, 512)
    assert size(None, 512, 8, 4) == (1024, 1024)
    assert size(None, 512, 8, 2) == (728, 728)
    assert size(None, 512, 8, 0.5) == (360, 360)


def test_turning_the_ratio_turns_the_picture() -> None:
    """Portrait is landscape on its side."""
    for across, down in RATIOS:
        assert size((across, down), 512, 8) == size((down, across), 512, 8)[::-1]


def test_ribbons_are_refused() -> None:
    """With the ratios that can be had."""
    with pytest.raises(CannotDraw, match=r"use --ar between 1:16 and 16:1"):
        size((17, 1), 512, 8)
