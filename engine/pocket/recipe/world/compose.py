"""Scenes to pixels."""

import math
from random import Random

import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.world.colours import PAPERS, Rgb, jittered, recoloured
from engine.pocket.recipe.world.lands import land
from engine.pocket.recipe.world.layout import is_flying
from engine.pocket.recipe.world.media import in_medium
from engine.pocket.recipe.world.scenes import Backdrop, Scene, Thing
from engine.pocket.recipe.world.skies import LIGHTS

FINER = 2
"""Lands are drawn so many times larger, and made smaller with smooth edges."""
LIT = 0.55
"""The share of the light that a thing takes on: it stays what it is, and it belongs there."""


def compose(scene: Scene, sprites: Sprites, size: tuple[int, int]) -> Pixels:
    """The picture of a scene, uint8 (height, width, 3); `size` is width and height."""
    random = Random(scene.seed)
    picture = _behind(scene.backdrop, size, random)
    for thing in sorted(scene.things, key=lambda each: each.y + each.size / 2):
        sprite = _sprite(thing, sprites.of(thing.concept, scene.style), min(size))
        _lit(sprite, scene.backdrop)
        _place(picture, sprite, thing, scene.backdrop)
    pixels = np.asarray(picture)
    return in_medium(pixels, scene.medium, scene.seed) if scene.medium else pixels


def _behind(backdrop: Backdrop, size: tuple[int, int], random: Random) -> Image.Image:
    if backdrop.setting:
        light = LIGHTS[backdrop.time or "day"]
        finer = (size[0] * FINER, size[1] * FINER)
        return land(backdrop.setting, finer, light, (backdrop.horizon, backdrop.season, random)).reduce(FINER)
    papers = [_paper(name, random) for name in backdrop.colours]
    if len(papers) == 1:
        return Image.new("RGB", size, papers[0])
    return _gradient(papers[0], papers[1], backdrop.direction, size)


def _paper(name: str, random: Random) -> Rgb:
    moved = jittered(PAPERS[name], (random.uniform(-9, 9), random.uniform(-9, 9), random.uniform(-9, 9)))
    return (255, 255, 255) if name == "white" else moved


def _gradient(first: Rgb, last: Rgb, direction: float, size: tuple[int, int]) -> Image.Image:
    width, height = size
    x, y = np.meshgrid(np.linspace(0, 1, width, dtype=np.float32), np.linspace(0, 1, height, dtype=np.float32))
    along = math.cos(math.radians(direction)) * x + math.sin(math.radians(direction)) * y
    share = (along / along.max())[..., None]
    mixed = np.array(first, np.float32) * (1 - share) + np.array(last, np.float32) * share
    return Image.fromarray(mixed.astype(np.uint8))


def _sprite(thing: Thing, drawing: Pixels, side: int) -> Image.Image:
    """The drawing at its size, in its colour, turned."""
    if thing.colour:
        rgb = recoloured(np.divide(drawing[..., :3], 255, dtype=np.float32), thing.colour)
        drawing = np.concatenate([(rgb * 255).clip(0, 255).astype(np.uint8), drawing[..., 3:]], -1)
    picture = Image.fromarray(np.ascontiguousarray(drawing))
    if thing.is_mirrored:
        picture = picture.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    wide = max(4, round(thing.size * side))
    picture = picture.resize((wide, wide), Image.Resampling.BILINEAR)
    return picture.rotate(thing.tilt, Image.Resampling.BICUBIC, expand=True) if thing.tilt else picture


def _lit(sprite: Image.Image, backdrop: Backdrop) -> None:
    if backdrop.setting is None or backdrop.time in {None, "day"}:
        return
    factors = LIGHTS[backdrop.time or "day"].factor
    table = [min(255, int(level * (1 - LIT + LIT * factor))) for factor in factors for level in range(256)]
    sprite.paste(sprite.point([*table, *range(256)]))


def _place(picture: Image.Image, sprite: Image.Image, thing: Thing, backdrop: Backdrop) -> None:
    side = min(picture.size)
    left = round(picture.width / 2 + thing.x * side - sprite.width / 2)
    top = round(picture.height / 2 + thing.y * side - sprite.height / 2)
    if backdrop.setting and backdrop.setting != "sea" and not is_flying(thing.concept, backdrop.setting):
        _shadow(picture, (left, top, left + sprite.width, top + sprite.height))
    if backdrop.setting == "sea" and not is_flying(thing.concept, "sea") and thing.measure != "huge":
        sprite = _afloat(sprite)
    picture.paste(sprite, (left, top), sprite)


def _shadow(picture: Image.Image, box: tuple[int, int, int, int]) -> None:
    left, _, right, bottom = box
    wide, high = right - left, max(2, (right - left) // 9)
    mask = Image.new("L", (wide + 2 * high, 3 * high), 0)
    ImageDraw.Draw(mask).ellipse((high + wide // 8, high, high + wide - wide // 8, 2 * high), fill=96)
    picture.paste((20, 22, 40), (left - high, bottom - 2 * high), mask.filter(ImageFilter.GaussianBlur(high / 3)))


def _afloat(sprite: Image.Image) -> Image.Image:
    """Its lowest part under the water."""
    alpha = np.array(sprite.getchannel("A"), np.float32)
    height, width = alpha.shape
    level = 0.86 + 0.02 * np.sin(np.arange(width) / width * 19)
    below = np.clip((np.arange(height)[:, None] / height - level) * height / 2, 0, 1)
    sprite.putalpha(Image.fromarray((alpha * (1 - 0.82 * below)).astype(np.uint8)))
    return sprite
