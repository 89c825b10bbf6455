"""OpenPose's figure of sticks on black (Cao et al. 2018, arXiv 1812.08008), which ControlNets for poses follow."""

import math
from collections.abc import Sequence
from colorsys import hsv_to_rgb
from typing import Final

from PIL import Image, ImageDraw

Joint = tuple[float, float] | None
"""Where it is, in pixels; None where it cannot be seen."""

_NECK = -1
_OF_COCO: Final = (0, _NECK, 6, 8, 10, 5, 7, 9, 12, 14, 16, 11, 13, 15, 2, 1, 4, 3)
"""OpenPose's joints by COCO's places: nose, neck, right arm, left arm, right leg, left leg, eyes, ears."""
_SHOULDERS: Final = (5, 6)
_LIMBS: Final = (
    *((1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7)),
    *((1, 8), (8, 9), (9, 10), (1, 11), (11, 12), (12, 13)),
    *((1, 0), (0, 14), (14, 16), (0, 15), (15, 17)),
)
"""Between which joints there are sticks."""
_COLOURS: Final = tuple(
    (round(255 * red), round(255 * green), round(255 * blue))
    for red, green, blue in (hsv_to_rgb(joint / len(_OF_COCO), 1, 1) for joint in range(len(_OF_COCO)))
)
"""Once round the hues: a joint's, and a stick's by its place."""
_DIM = 0.6
"""How bright sticks are beside joints."""
_RADIUS = 4 / 512
"""Of joints, and half the width of sticks in their middle, by the picture's shorter side."""
_CORNERS = 24


def figure(people: Sequence[Sequence[Joint]], size: tuple[int, int]) -> Image.Image:
    """Everybody's joints, in COCO's order (17 of them), as sticks in a picture of this width and height."""
    drawn = Image.new("RGB", size)
    draw = ImageDraw.Draw(drawn)
    radius = max(1.0, _RADIUS * min(size))
    bodies = [_body(each) for each in people]
    for body in bodies:
        for colour, (one, other) in zip(_COLOURS, _LIMBS, strict=False):
            if (start := body[one]) and (end := body[other]):
                draw.polygon(_stick(start, end, radius), fill=tuple(round(_DIM * part) for part in colour))
    for body in bodies:
        for colour, joint in zip(_COLOURS, body, strict=True):
            if joint:
                draw.circle(joint, radius, fill=colour)
    return drawn


def _body(joints: Sequence[Joint]) -> list[Joint]:
    """OpenPose's joints: COCO knows no neck, which is between the shoulders."""
    one, other = (joints[place] for place in _SHOULDERS)
    neck = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2) if one and other else None
    return [neck if place == _NECK else joints[place] for place in _OF_COCO]


def _stick(start: tuple[float, float], end: tuple[float, float], radius: float) -> list[tuple[float, float]]:
    """An ellipse from joint to joint."""
    across, down = (end[0] - start[0]) / 2, (end[1] - start[1]) / 2
    half = math.hypot(across, down) or 1.0
    corners = []
    for turn in (2 * math.pi * corner / _CORNERS for corner in range(_CORNERS)):
        along, beside = 1 + math.cos(turn), radius / half * math.sin(turn)
        corners.append((start[0] + across * along - down * beside, start[1] + down * along + across * beside))
    return corners
