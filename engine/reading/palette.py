"""The colours of a picture: clusters in Lab, with their names and shares."""

from collections.abc import Sequence

import numpy as np

from engine.reading.talk import Swatch

Array = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

MOST = 6
ROUNDS = 12
ALIKE = 13.0
"""Lab distance below which two clusters are one colour to the eye."""
LEAST = 0.015
"""The share below which a colour is no part of the palette."""
NAMES = {
    "white": "#ffffff", "off-white": "#f4f1ea", "light gray": "#c8c8cc", "gray": "#8a8d92", "charcoal": "#43464c",
    "black": "#111114", "cream": "#f3e3c3", "beige": "#dcc7a1", "tan": "#c19a6b", "brown": "#7b4f2d",
    "dark brown": "#43291a", "rust": "#a4461f", "terracotta": "#c9674a", "red": "#d8262c", "crimson": "#991b2f",
    "maroon": "#5e1721", "coral": "#ff7a62", "peach": "#ffc9a8", "orange": "#f5861e", "amber": "#ffb300",
    "gold": "#d4a72c", "yellow": "#fbdc32", "pale yellow": "#fbf0a6", "olive": "#77793a", "lime": "#a4d43c",
    "green": "#3ea848", "dark green": "#1d5a33", "sage": "#9fb58f", "mint": "#b2ecd4", "teal": "#1c9a9a",
    "turquoise": "#45cfc7", "sky blue": "#7cc4f0", "pale blue": "#c9e2f5", "blue": "#2e6cd8", "navy": "#1a2a5c",
    "steel blue": "#5b7f9f", "indigo": "#3f3aa0", "violet": "#8646c2", "lavender": "#cfc3ef", "plum": "#6d2c5f",
    "magenta": "#d3359b", "pink": "#f58fb4", "pale pink": "#fadbe2",
}  # fmt: skip
"""Colours as one says them in a prompt."""


def lab(rgb: Array) -> Array:
    """CIE L*a*b* (D65) of sRGB values (..., 3) in [0, 1]: L in [0, 100]."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    matrix = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    xyz = linear @ matrix.T / np.array([0.95047, 1.0, 1.08883])
    cubic = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    x, y, z = cubic[..., 0], cubic[..., 1], cubic[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], -1)


def palette(rgb: Array) -> tuple[Swatch, ...]:
    """The colours of pixels (count, 3) in [0, 1], the largest first: k-means from far apart, what is alike as one."""
    seen = lab(rgb)
    middles = _far_apart(seen)
    owner = np.zeros(len(seen), np.intp)
    for _ in range(ROUNDS):
        owner = ((seen[:, None] - middles[None]) ** 2).sum(-1).argmin(1)
        middles = np.stack(
            [seen[owner == k].mean(0) if (owner == k).any() else middles[k] for k in range(len(middles))]
        )
    groups = _together(middles, np.bincount(owner, minlength=len(middles)))
    found = []
    for group in groups:
        is_of_it = np.isin(owner, group)
        share = float(is_of_it.mean())
        if share >= LEAST:
            mean = rgb[is_of_it].mean(0)
            found.append(Swatch(_hex(mean), named(mean), round(share, 3)))
    return tuple(sorted(found, key=lambda each: -each.share))


def named(rgb: Array) -> str:
    """The name that is nearest in Lab to a colour (3,) in [0, 1]."""
    return min(_NAMED, key=lambda name: float(((_NAMED[name] - lab(rgb)) ** 2).sum()))


def _far_apart(seen: Array) -> Array:
    """Where clusters begin: the mean's nearest pixel, then again and again the pixel farthest from all."""
    first = seen[((seen - seen.mean(0)) ** 2).sum(1).argmin()]
    middles = [first]
    while len(middles) < MOST + 2:
        apart = np.min([((seen - each) ** 2).sum(1) for each in middles], 0)
        middles.append(seen[apart.argmax()])
    return np.stack(middles)


def _together(middles: Array, sizes: np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> Sequence[list[int]]:
    """The clusters that are one colour, the largest of them first; no more than MOST groups."""
    groups: list[list[int]] = []
    for place in np.argsort(-sizes).tolist():
        near = [group for group in groups if float(np.linalg.norm(middles[group[0]] - middles[place])) < ALIKE]
        if near:
            near[0].append(place)
        elif len(groups) < MOST:
            groups.append([place])
    return groups


def _hex(rgb: Array) -> str:
    return "#" + "".join(f"{round(float(each) * 255):02x}" for each in rgb)


def _of(colour: str) -> Array:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float64) / 255


_NAMED = {name: lab(_of(colour)) for name, colour in NAMES.items()}
