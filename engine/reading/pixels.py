"""What can be measured of a picture without any model: light, composition, mood, palette."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from PIL import Image

from engine.reading.palette import Array, lab, palette

SIDE = 96
"""Pixels of the longer side that is looked at."""
BRIGHT, DARK = 72.0, 34.0
"""Mean lightness, of 100."""
STRONG, FLAT = 27.0, 11.0
"""The spread of lightness."""
VIVID, MUTED, GRAY = 34.0, 13.0, 4.0
"""The mean chroma."""
WARM, COOL = 7.0, -5.0
"""The mean of b*, from blue to yellow."""
STANDS_OUT = 0.35
"""Of the largest distance from the border's colours: what stands out so much is the main mass."""


@dataclass(frozen=True)
class Measures:
    """Numbers of a picture; all are means over its pixels."""

    lightness: float
    contrast: float
    chroma: float
    warmth: float
    x: float
    """Where the main mass is, from the middle, in parts of the width; y in parts of the height, downwards."""
    y: float
    filled: float
    """How much of the picture's area the main mass takes, with what it encloses."""
    symmetry: float
    """How alike the halves are, 1 for mirrored ones."""


def measured(picture: Image.Image) -> dict[str, Any]:
    """`light`, `composition`, `mood` in words for a prompt, and `palette`."""
    small = picture.convert("RGB")
    small.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    rgb = np.asarray(small, np.float64) / 255
    told = measures(rgb)
    return {
        "light": light(told),
        "composition": composition(told, picture.width, picture.height),
        "mood": mood(told),
        "palette": palette(rgb.reshape(-1, 3)),
    }


def measures(rgb: Array) -> Measures:
    """Of pixels (height, width, 3) in [0, 1]."""
    seen = lab(rgb)
    lightness, chroma = seen[..., 0], np.hypot(seen[..., 1], seen[..., 2])
    x, y, filled = _mass(seen)
    mirrored = np.abs(lightness - lightness[:, ::-1]).mean()
    spread = float(lightness.std())
    return Measures(
        lightness=float(lightness.mean()),
        contrast=spread,
        chroma=float(chroma.mean()),
        warmth=float(seen[..., 2].mean()),
        x=x,
        y=y,
        filled=filled,
        symmetry=1 - float(mirrored) / (2 * spread) if spread > 1 else 1.0,
    )


def light(told: Measures) -> tuple[str, ...]:
    """How the picture is lit."""
    words = []
    if told.lightness >= BRIGHT:
        words.append("bright, high-key lighting")
    elif told.lightness <= DARK:
        words.append("dark, low-key lighting")
    else:
        words.append("even lighting" if told.contrast < STRONG else "directional lighting")
    if told.contrast >= STRONG:
        words.append("strong contrast")
    elif told.contrast <= FLAT:
        words.append("soft contrast")
    if told.chroma > GRAY and (told.warmth >= WARM or told.warmth <= COOL):
        words.append("warm light" if told.warmth >= WARM else "cool light")
    return tuple(words)


def composition(told: Measures, width: int, height: int) -> tuple[str, ...]:
    """Where the main mass stands, how large it is, and the picture's shape."""
    words = [_place(told)]
    if told.filled >= 0.62:
        words.append("close-up")
    elif told.filled <= 0.12:
        words.append("small in the frame, much empty space")
    else:
        words.append("medium shot")
    if told.symmetry >= 0.88 and abs(told.x) < 0.08:
        words.append("symmetrical")
    shape = width / height
    words.append("square format" if 0.95 < shape < 1.05 else "wide format" if shape > 1 else "tall format")
    return tuple(words)


def mood(told: Measures) -> tuple[str, ...]:
    """What light and colour suggest; no model was asked."""
    is_dark, is_bright = told.lightness <= DARK + 8, told.lightness >= BRIGHT - 8
    if told.chroma <= GRAY:
        return ("stark", "graphic") if told.contrast >= STRONG else ("quiet", "restrained")
    if is_dark:
        return ("dramatic", "mysterious") if told.contrast >= STRONG - 6 else ("brooding", "still")
    if told.chroma >= VIVID:
        return ("cheerful", "playful") if is_bright else ("bold", "energetic")
    if told.warmth >= WARM:
        return ("cosy", "inviting") if not is_bright else ("gentle", "sunny")
    if told.warmth <= COOL:
        return ("calm", "airy") if is_bright else ("cool", "pensive")
    return ("clean", "light-hearted") if is_bright else ("calm", "plain")


def _place(told: Measures) -> str:
    across = "left" if told.x < -0.12 else "right" if told.x > 0.12 else ""
    down = "upper" if told.y < -0.14 else "lower" if told.y > 0.14 else ""
    if not across and not down:
        return "centered composition"
    where = " ".join(filter(None, (down, across))) or "center"
    return f"subject in the {where} part" if down and not across else f"subject on the {where}"


def _mass(seen: Array) -> tuple[float, float, float]:
    """Where what differs from the border's colours is, and how much room it takes: its middle and its area."""
    border = np.concatenate([seen[0], seen[-1], seen[:, 0], seen[:, -1]])
    step = max(1, len(border) // 24)
    near = np.min([np.linalg.norm(seen - each, axis=-1) for each in border[::step]], 0)
    most = float(near.max())
    height, width = near.shape
    stands_out = near > max(STANDS_OUT * most, 6.0)
    if not stands_out.any():
        return 0.0, 0.0, 1.0
    weights = np.where(stands_out, near, 0.0)
    total = weights.sum()
    x = float((weights.sum(0) * (np.arange(width) + 0.5)).sum() / total / width - 0.5)
    y = float((weights.sum(1) * (np.arange(height) + 0.5)).sum() / total / height - 0.5)
    columns, rows = (_extent(weights.sum(axis)) for axis in (0, 1))
    return x, y, columns * rows


def _extent(profile: Array) -> float:
    """Which part of a side holds nine tenths of the mass."""
    share = np.cumsum(profile) / profile.sum()
    return float(np.searchsorted(share, 0.95) - np.searchsorted(share, 0.05) + 1) / len(profile)
