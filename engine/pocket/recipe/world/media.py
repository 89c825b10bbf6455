"""Media as filters, each visibly itself: a picture of uint8 (height, width, 3) goes in, the same shape comes out."""

from collections.abc import Callable
from functools import cache

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from engine.pocket.recipe.sources.sprites import Pixels
from engine.pocket.recipe.world.colours import LUMINANCE, Array

PRINTED = (
    (38, 44, 62),
    (40, 74, 122),
    (112, 156, 176),
    (232, 214, 174),
    (206, 84, 58),
    (226, 160, 84),
    (122, 132, 82),
    (246, 236, 212),
)
"""The inks of a woodblock print."""


def in_medium(picture: Pixels, medium: str, seed: int) -> Pixels:
    """The picture as the medium would have it. Raises KeyError for one that there is not."""
    made: Pixels = FILTERS[medium](picture, seed)
    return made


def lines(picture: Pixels, width: float = 1.0) -> Array:
    """How much of an edge each pixel is, (height, width) in [0, 1]."""
    radius = 0.7 * width * min(picture.shape[:2]) / 128
    soft = np.asarray(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(radius)), np.float32)
    across = np.zeros(soft.shape[:2], np.float32)
    across[:, 1:-1] += np.abs(soft[:, 2:] - soft[:, :-2]).max(-1)
    across[1:-1] += np.abs(soft[2:] - soft[:-2]).max(-1)
    strength: Array = np.clip((across - 14) / 70, 0, 1)
    return strength


@cache
def _texture(height: int, width: int, down: float, across: float) -> Array:
    """Noise about 0 with a deviation of 1 and no seam, the same one always; each picture shifts it."""
    noise = np.random.default_rng(7).normal(size=(height, width))
    unit = min(height, width) / 128
    y, x = np.fft.fftfreq(height)[:, None], np.fft.fftfreq(width)[None]
    kept = np.exp(-2 * (np.pi * unit) ** 2 * ((down * y) ** 2 + (across * x) ** 2))
    soft = np.fft.ifft2(np.fft.fft2(noise) * kept).real.astype(np.float32)
    made: Array = soft / soft.std()
    return made


def _noise(picture: Pixels, softness: float, seed: int, across: float | None = None) -> Array:
    height, width = picture.shape[:2]
    texture = _texture(height, width, softness, softness if across is None else across)
    return np.roll(texture, (seed % height, seed // 97 % width), (0, 1))


def _bytes(values: Array) -> Pixels:
    return np.clip(values, 0, 255).astype(np.uint8)


def _pixels(picture: Pixels, _seed: int) -> Pixels:
    height, width = picture.shape[:2]
    block = max(2, round(min(height, width) / 32))
    small = Image.fromarray(picture).resize((width // block, height // block), Image.Resampling.BOX)
    few = small.quantize(14, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")
    return np.asarray(few.resize((width, height), Image.Resampling.NEAREST))


def _watercolor(picture: Pixels, seed: int) -> Pixels:
    unit = min(picture.shape[:2]) / 128
    soft = Image.fromarray(picture).filter(ImageFilter.MedianFilter(2 * round(2 * unit) + 1))
    wash = np.asarray(soft, np.float32)
    wash = 255 - (255 - wash) * 0.74
    pools = _noise(picture, 6, seed)[..., None] * 11 + _noise(picture, 0.7, seed)[..., None] * 5
    rims = lines(np.asarray(soft), 1.4)[..., None] * 34
    height, width = picture.shape[:2]
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    rim = np.minimum(np.minimum(x, width - 1 - x), np.minimum(y, height - 1 - y)) / unit
    paint = np.clip((rim - 6 + 3.5 * _noise(picture, 3, seed)) / 3, 0, 1)[..., None]
    return _bytes(250 * (1 - paint) + (wash + pools - rims) * paint)


def _oil(picture: Pixels, seed: int) -> Pixels:
    unit = min(picture.shape[:2]) / 128
    height, width = picture.shape[:2]
    field = _noise(picture, 2.2, seed)
    away = 3.2 * unit
    y, x = np.mgrid[0:height, 0:width]
    angle = field * 1.6
    xs = np.clip(x + np.cos(angle) * away, 0, width - 1).astype(np.intp)
    ys = np.clip(y + np.sin(angle) * away, 0, height - 1).astype(np.intp)
    smeared = Image.fromarray(picture[ys, xs]).filter(ImageFilter.ModeFilter(2 * round(2 * unit) + 1))
    rich: Array = np.asarray(smeared, np.float32)
    grey = (rich @ LUMINANCE)[..., None]
    rich = (grey + (rich - grey) * 1.25).astype(np.float32)
    ridges = np.sin(field * 5 + rich.mean(-1) / 30)
    relief = np.zeros_like(ridges)
    relief[1:, 1:] = ridges[1:, 1:] - ridges[:-1, :-1]
    return _bytes(rich * 0.94 + relief[..., None] * 10)


def _pencil(picture: Pixels, seed: int) -> Pixels:
    height, width = picture.shape[:2]
    unit = min(height, width) / 128
    grey = picture.astype(np.float32) @ LUMINANCE
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    hatch = (np.sin((x + y) / unit * 1.25 + _noise(picture, 3, seed) * 0.7) + 1) / 2
    dark = np.clip((205 - grey) / 205, 0, 1)
    drawn = 246 - dark * hatch * 120 - dark * 34 - lines(picture, 0.8) * 150
    return _bytes((drawn + _noise(picture, 0, seed) * 6)[..., None] * np.array((1, 0.995, 0.97), np.float32))


def _ink(picture: Pixels, seed: int) -> Pixels:
    grey = Image.fromarray(picture).convert("L")
    if np.asarray(grey).mean() < 84:
        grey = ImageOps.invert(grey)
    blurred = grey.filter(ImageFilter.GaussianBlur(1.0 * min(picture.shape[:2]) / 128))
    level = np.asarray(blurred, np.float32) + _noise(picture, 1, seed) * 3
    black = np.maximum(np.clip((82 - level) / 14, 0, 1), np.clip(lines(picture, 1.6) * 2.4 - 0.4, 0, 1))
    paper = np.array((250, 248, 240), np.float32)
    return _bytes(paper * (1 - black[..., None]) + 14 * black[..., None])


def _neon(picture: Pixels, seed: int) -> Pixels:
    edge = lines(picture, 1.1)
    hsv = np.array(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(1.5)).convert("HSV"))
    plain = hsv[..., 1] < 50
    hsv[..., 0] = np.where(plain, 130 + seed % 90, hsv[..., 0])
    hsv[..., 1:] = 235
    hsv[..., 2] = 255
    glowing = _hue(hsv)
    tube = glowing * edge[..., None]
    radius = 4 * min(picture.shape[:2]) / 128
    glow = np.asarray(Image.fromarray(_bytes(tube)).filter(ImageFilter.GaussianBlur(radius)), np.float32)
    return _bytes(np.array((10, 6, 26), np.float32) + tube + glow * 1.5 + 90 * np.clip(edge - 0.7, 0, 1)[..., None])


def _hue(hsv: Pixels) -> Array:
    bands = Image.merge("HSV", [Image.fromarray(np.ascontiguousarray(hsv[..., band])) for band in range(3)])
    return np.asarray(bands.convert("RGB"), np.float32)


def _blueprint(picture: Pixels, seed: int) -> Pixels:
    height, width = picture.shape[:2]
    step = max(4, round(min(height, width) / 12))
    paper = np.full((height, width, 3), (24, 66, 150), np.float32)
    paper[seed % step :: step] += 26
    paper[:, seed // 7 % step :: step] += 26
    drawn = np.clip(lines(picture, 0.8) * 1.5, 0, 1)[..., None]
    return _bytes(paper * (1 - drawn) + np.array((232, 242, 255), np.float32) * drawn)


def _woodblock(picture: Pixels, seed: int) -> Pixels:
    unit = min(picture.shape[:2]) / 128
    palette = Image.new("P", (1, 1))
    palette.putpalette([channel for ink in PRINTED for channel in ink])
    smooth = Image.fromarray(picture).filter(ImageFilter.MedianFilter(2 * round(1.5 * unit) + 1))
    flat = np.asarray(smooth.quantize(palette=palette, dither=Image.Dither.NONE).convert("RGB"), np.float32)
    wood = _noise(picture, 0.4, seed, across=8)[..., None] * 9
    key = np.clip(lines(picture, 1.2) * 1.8 - 0.2, 0, 1)[..., None]
    return _bytes((flat + wood) * (1 - key) + np.array((30, 34, 48), np.float32) * key)


FILTERS: dict[str, Callable[[Pixels, int], Pixels]] = {
    "pixel art": _pixels,
    "watercolor": _watercolor,
    "oil painting": _oil,
    "pencil sketch": _pencil,
    "ink": _ink,
    "neon": _neon,
    "blueprint": _blueprint,
    "woodblock print": _woodblock,
}
