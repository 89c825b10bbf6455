"""The size of a picture: `--ar`, `--draft` and `--hd` to width and height."""

import math

from engine.plan.plan import CannotDraw

LONGEST = 16.0  # how many times its short side a picture's long side may be
_RATIO_COUNTS = 4.0  # a wrong ratio is seen sooner than a wrong area


def size(aspect: tuple[int, int] | None, side: int, multiple: int, area: float = 1.0) -> tuple[int, int]:
    """Width and height in pixels, both multiples of `multiple`: the ratio asked for, and so many times the area of a
    square of `side`.

    Midjourney keeps the area too (1024 x 1024, 1456 x 816 at 16:9, 896 x 1344 at 2:3: docs.midjourney.com, Aspect
    Ratio). Raises CannotDraw for more than 16:1.
    """
    across, down = aspect or (1, 1)
    ratio = across / down
    if not 1 / LONGEST <= ratio <= LONGEST:
        raise CannotDraw("size", across=across, down=down)
    pixels = area * side**2
    pairs = [
        (width, height)
        for width in _near(math.sqrt(pixels * ratio), multiple)
        for height in _near(math.sqrt(pixels / ratio), multiple)
    ]
    return min(pairs, key=lambda pair: _distance(pair, ratio, pixels))


def share(*, draft: bool) -> float:
    """The share of the model's own area that is drawn at first: half of it for `--draft`."""
    return 0.5 if draft else 1.0


def _near(length: float, multiple: int) -> list[int]:
    whole = int(length // multiple)
    return [multiple * max(1, whole + step) for step in (-1, 0, 1, 2)]


def _distance(pair: tuple[int, int], ratio: float, area: float) -> float:
    width, height = pair
    off_ratio = math.log(width / height / ratio)
    off_area = math.log(width * height / area)
    return (_RATIO_COUNTS * off_ratio) ** 2 + off_area**2
