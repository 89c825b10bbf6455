"""The colours that captions name, and how a drawing or a light takes them on."""

from typing import Final

import numpy as np

Array = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Rgb = tuple[int, int, int]

COLOURS: Final[dict[str, Rgb]] = {
    "red": (222, 42, 46),
    "orange": (245, 134, 30),
    "yellow": (250, 212, 48),
    "green": (62, 168, 72),
    "teal": (28, 160, 160),
    "blue": (46, 104, 218),
    "purple": (134, 70, 194),
    "pink": (245, 130, 178),
    "brown": (130, 84, 50),
    "black": (38, 38, 44),
    "white": (246, 246, 244),
    "gray": (142, 146, 152),
}
PAPERS: Final[dict[str, Rgb]] = COLOURS | {
    "light blue": (172, 216, 246),
    "light green": (190, 232, 186),
    "dark blue": (26, 40, 92),
    "beige": (238, 222, 190),
    "lavender": (208, 196, 240),
    "mint": (178, 236, 212),
    "peach": (252, 208, 176),
}
"""What a plain background may be."""
LUMINANCE: Final = np.array([0.299, 0.587, 0.114], np.float32)
KEPT = 0.15
"""The share of its own colours that a recoloured drawing keeps."""


def recoloured(rgb: Array, colour: str) -> Array:
    """The drawing in another colour: (..., 3) in [0, 1], its shading kept, dark lines dark and lights light."""
    light = (rgb @ LUMINANCE)[..., None]
    target = np.array(COLOURS[colour], np.float32) / 255
    own = float(target @ LUMINANCE)
    centred = np.clip(own + (light - 0.62) * (0.55 if colour in {"black", "white"} else 0.75), 0, 1)
    shaded = np.where(
        centred < own,
        target * (centred / max(own, 1e-3)),
        target + (1 - target) * ((centred - own) / max(1 - own, 1e-3)),
    )
    mixed: Array = (KEPT * rgb * target + (1 - KEPT) * shaded).astype(np.float32)
    return mixed


def jittered(rgb: Rgb, by: tuple[float, float, float]) -> Rgb:
    """The colour, each channel moved by so many parts of 255, within what there is."""
    return tuple(int(min(255, max(0, each + move))) for each, move in zip(rgb, by, strict=True))  # type: ignore[return-value]
