"""The light of a time of day: what colour the sky has, what it does to the land and to what stands on it."""

from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from engine.pocket.recipe.world.colours import Rgb


@dataclass(frozen=True)
class Light:
    """The sky from its top to the horizon, the factors of red, green and blue on all below it, and the sun or moon."""

    sky: tuple[Rgb, Rgb, Rgb]
    factor: tuple[float, float, float]
    disc: Rgb
    cloud: Rgb

    def on(self, rgb: Rgb) -> Rgb:
        """A colour in this light."""
        return tuple(min(255, int(each * factor)) for each, factor in zip(rgb, self.factor, strict=True))  # type: ignore[return-value]


LIGHTS = {
    "day": Light(((74, 158, 236), (138, 198, 246), (206, 234, 252)), (1, 1, 1), (255, 244, 190), (255, 255, 255)),
    "golden hour": Light(
        ((150, 176, 206), (250, 214, 140), (255, 190, 84)), (1.1, 0.93, 0.66), (255, 250, 210), (255, 232, 186)
    ),
    "sunset": Light(
        ((66, 46, 122), (222, 84, 112), (255, 148, 72)), (0.8, 0.56, 0.6), (255, 226, 130), (246, 132, 130)
    ),
    "night": Light(((6, 9, 34), (16, 24, 66), (38, 54, 110)), (0.3, 0.36, 0.6), (244, 242, 220), (46, 58, 102)),
}


def sky(size: tuple[int, int], light: Light, horizon: int, random: Random) -> Image.Image:
    """Sky with its sun or moon, clouds by day and stars by night; nothing below the horizon is drawn yet."""
    column = Image.new("RGB", (1, 3))
    for number, colour in enumerate(light.sky):
        column.putpixel((0, number), colour)
    picture = column.resize((size[0], max(horizon, 3)), Image.Resampling.BICUBIC)
    whole = Image.new("RGB", size, light.sky[2])
    whole.paste(picture, (0, 0))
    draw = ImageDraw.Draw(whole)
    unit = min(size) / 100
    if light is LIGHTS["night"]:
        stars(draw, (size[0], horizon), unit, random)
    _disc(draw, size, light, horizon, random)
    if light is not LIGHTS["night"]:
        for _ in range(random.randint(1, 3)):
            _cloud(draw, (random.uniform(0, size[0]), random.uniform(0.1, 0.6) * horizon), unit, light.cloud, random)
    return whole


def stars(draw: ImageDraw.ImageDraw, size: tuple[int, int], unit: float, random: Random) -> None:
    """Points of light, some of them larger."""
    for _ in range(46):
        x, y, wide = random.uniform(0, size[0]), random.uniform(0, size[1]), unit * random.choice((0.35, 0.5, 0.8))
        draw.ellipse((x - wide, y - wide, x + wide, y + wide), fill=(255, 252, 228))


def _disc(draw: ImageDraw.ImageDraw, size: tuple[int, int], light: Light, horizon: int, random: Random) -> None:
    unit = min(size) / 100
    is_low = light in (LIGHTS["sunset"], LIGHTS["golden hour"])
    x = random.uniform(0.15, 0.85) * size[0]
    y = horizon - random.uniform(2, 9) * unit if is_low else random.uniform(0.2, 0.4) * horizon
    wide = (11 if is_low else 7) * unit
    if is_low:
        halo: Rgb = tuple((a + b) // 2 for a, b in zip(light.disc, light.sky[2], strict=True))  # type: ignore[assignment]
        draw.ellipse((x - wide * 1.5, y - wide * 1.5, x + wide * 1.5, y + wide * 1.5), fill=halo)
    draw.ellipse((x - wide, y - wide, x + wide, y + wide), fill=light.disc)
    if light is LIGHTS["night"]:
        draw.ellipse((x - wide * 0.5, y - wide * 1.1, x + wide * 1.4, y + wide * 0.8), fill=light.sky[1])


def _cloud(draw: ImageDraw.ImageDraw, at: tuple[float, float], unit: float, colour: Rgb, random: Random) -> None:
    x, y = at
    for _ in range(4):
        wide, high = random.uniform(5, 10) * unit, random.uniform(2, 4) * unit
        dx = random.uniform(-9, 9) * unit
        draw.ellipse((x + dx - wide, y - high, x + dx + wide, y + high), fill=colour)
