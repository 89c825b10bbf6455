"""Pictures to what a ControlNet follows: lines found in photographs, and what is a drawing of its kind already.

Networks were taught white lines on black, depth as grey (near is white), and poses as coloured sticks on black.
"""

import math
from collections.abc import Callable

import torch
from PIL import Image
from torch.nn.functional import conv2d, max_pool2d, pad

from engine.families.pixels import fitted, to_tensor
from engine.plan.controls import LINES
from engine.plan.plan import CannotDraw

LOW, HIGH = 100 / 255, 200 / 255
"""Canny's two thresholds, those that the authors' demonstration uses (lllyasviel/ControlNet)."""
_GREYS = torch.tensor([0.299, 0.587, 0.114])[:, None, None]
_PLAIN = 0.06  # how far from black or white a pixel of a drawing may be
_SHARE_OF_A_DRAWING = 0.85
_SHARE_OF_BLACK = 0.6


def hint(picture: Image.Image, kind: str, size: tuple[int, int]) -> torch.Tensor:
    """The picture as a network of this kind reads it, (3, height, width) in [0, 1], for a `size` of (width, height).

    Lines for small pictures are found in larger ones, and stay as bright. Raises CannotDraw for a photograph of which
    depth or a pose is wanted: to find these takes a model (engine/families/preprocessors.py).
    """
    times = finer(size) if kind in LINES else 1
    width, height = (side * times for side in size)
    return max_pool2d(HINTS[kind](to_tensor(fitted(picture, width, height))), times)


def finer(size: tuple[int, int]) -> int:
    """How many times larger pictures are in which lines are found: what is small is blurred away."""
    return math.ceil(FINE / min(size))


def canny(pixels: torch.Tensor) -> torch.Tensor:
    """Canny's edges (1986), one pixel wide; a drawing of lines as it stands."""
    grey = _grey(pixels)
    if _is_drawing(grey):
        return _lines(grey)
    strength, direction = _gradient(_blurred(grey, 1.0))
    thin = torch.where(strength >= _neighbours(strength, direction), strength, 0)
    return _colours(_connected(thin))


def lineart(pixels: torch.Tensor) -> torch.Tensor:
    """Lines as strong as the edges are; a drawing of lines as it stands."""
    grey = _grey(pixels)
    if _is_drawing(grey):
        return _lines(grey)
    strength, _ = _gradient(_blurred(grey, 1.0))
    most = strength.flatten().quantile(0.995).clamp(min=HIGH) if strength.numel() < _MOST else strength.max()
    return _colours((strength / most).clamp(0, 1))


def scribble(pixels: torch.Tensor) -> torch.Tensor:
    """Thick strokes along the strong edges of what is left when details are blurred; a sketch as it stands."""
    grey = _grey(pixels)
    if _is_drawing(grey):
        return (_lines(grey) > 0.5).float()
    strength, direction = _gradient(_blurred(grey, 3.0))
    thin = torch.where(strength >= _neighbours(strength, direction), strength, 0)
    return _colours(max_pool2d(_connected(thin)[None, None], 5, stride=1, padding=2)[0, 0])


def depth(pixels: torch.Tensor) -> torch.Tensor:
    """A depth map as it stands."""
    if not _is_grey(pixels):
        raise CannotDraw("depth")
    return pixels


def pose(pixels: torch.Tensor) -> torch.Tensor:
    """A figure of sticks as it stands."""
    if not _is_on_black(pixels):
        raise CannotDraw("pose")
    return pixels


def is_drawn(picture: Image.Image, kind: str) -> bool:
    """True for what is a depth map already, or a figure of sticks: nothing has to be found in it."""
    return {"depth": _is_grey, "pose": _is_on_black}[kind](to_tensor(picture))


FINE = 256
"""Pixels of the shorter side in which lines are found, at least."""
HINTS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "canny": canny,
    "lineart": lineart,
    "scribble": scribble,
    "depth": depth,
    "pose": pose,
}
_MOST = 16_000_000  # of values, that torch finds a quantile of


def _grey(pixels: torch.Tensor) -> torch.Tensor:
    return (pixels * _GREYS).sum(0)


def _colours(grey: torch.Tensor) -> torch.Tensor:
    return grey[None].repeat(3, 1, 1)


def _is_grey(pixels: torch.Tensor) -> bool:
    return bool((pixels.amax(0) - pixels.amin(0)).mean() <= _PLAIN)


def _is_on_black(pixels: torch.Tensor) -> bool:
    return bool((pixels.amax(0) < _PLAIN).float().mean() >= _SHARE_OF_BLACK)


def _is_drawing(grey: torch.Tensor) -> bool:
    """True where nearly all of it is black or white, and most of it ground."""
    plain = ((grey < _PLAIN) | (grey > 1 - _PLAIN)).float().mean()
    ground = (grey > 0.5).float().mean()
    return bool(plain > _SHARE_OF_A_DRAWING and not 0.25 < ground < 0.75)


def _lines(grey: torch.Tensor) -> torch.Tensor:
    """White on black, whichever way it was drawn."""
    return _colours(1 - grey if grey.mean() > 0.5 else grey)


def _blurred(grey: torch.Tensor, sigma: float) -> torch.Tensor:
    reach = math.ceil(2 * sigma)
    line = torch.exp(-(torch.arange(-reach, reach + 1) ** 2) / (2 * sigma**2))
    line /= line.sum()
    wide = pad(grey[None, None], (reach,) * 4, mode="replicate")
    return conv2d(conv2d(wide, line[None, None, None]), line[None, None, :, None])[0, 0]


def _gradient(grey: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Sobel's: its strength, and which way it points, in eighths of a turn (0 across, 1 down right, 2 down, ...)."""
    sobel = torch.tensor([[-1.0, 0, 1], [-2, 0, 2], [-1, 0, 1]])
    wide = pad(grey[None, None], (1, 1, 1, 1), mode="replicate")
    across, down = (conv2d(wide, each[None, None])[0, 0] for each in (sobel, sobel.T))
    eighth = torch.round(torch.atan2(down, across) / (math.pi / 4)).long() % 4
    return across.abs() + down.abs(), eighth


def _neighbours(strength: torch.Tensor, direction: torch.Tensor) -> torch.Tensor:
    """The greater of the two strengths that lie beside each pixel in the direction of its gradient."""
    wide = pad(strength[None, None], (1, 1, 1, 1))[0, 0]
    greater = torch.zeros_like(strength)
    for way, (down, across) in enumerate(((0, 1), (1, 1), (1, 0), (1, -1))):
        sides = [_shifted(wide, by * down, by * across, strength.shape) for by in (1, -1)]
        greater = torch.where(direction == way, torch.maximum(*sides), greater)
    return greater


def _shifted(wide: torch.Tensor, down: int, across: int, shape: torch.Size) -> torch.Tensor:
    """What lies so far from each pixel; `wide` has one pixel more on each side."""
    return wide[1 + down : 1 + down + shape[0], 1 + across : 1 + across + shape[1]]


def _connected(thin: torch.Tensor) -> torch.Tensor:
    """The edges above HIGH, and those above LOW that hang together with them."""
    weak, kept = (thin > LOW).float(), (thin > HIGH).float()
    for _ in range(sum(thin.shape)):
        grown = max_pool2d(kept[None, None], 3, stride=1, padding=1)[0, 0] * weak
        if torch.equal(grown, kept):
            break
        kept = grown
    return kept
