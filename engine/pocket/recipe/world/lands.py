"""What lies below the sky in each setting."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageDraw

from engine.pocket.recipe.world.colours import Rgb
from engine.pocket.recipe.world.skies import Light, sky, stars

GRASS: dict[str | None, Rgb] = {
    None: (104, 178, 78), "spring": (136, 206, 92), "summer": (92, 170, 58), "autumn": (190, 152, 66),
    "winter": (234, 240, 248),
}  # fmt: skip
LEAVES: dict[str | None, tuple[Rgb, ...]] = {
    None: ((44, 118, 60), (58, 138, 66), (34, 98, 54)),
    "spring": ((248, 176, 204), (150, 206, 96), (255, 206, 224)),
    "summer": ((40, 128, 50), (60, 150, 52), (28, 106, 48)),
    "autumn": ((216, 92, 34), (236, 152, 42), (178, 58, 36)),
    "winter": ((226, 236, 246), (206, 220, 236), (240, 246, 252)),
}


@dataclass(frozen=True)
class Ground:
    """Where a land is drawn: twice as large as the picture will be."""

    draw: ImageDraw.ImageDraw
    size: tuple[int, int]
    horizon: int
    light: Light
    season: str | None
    random: Random

    @property
    def unit(self) -> float:
        """A hundredth of the shorter side."""
        return min(self.size) / 100

    def below(self, top: float, rgb: Rgb, waves: float = 0, phase: float = 0) -> None:
        """All below a line that may roll."""
        width, height = self.size
        line = [(x, top + waves * math.sin(phase + x / width * 7)) for x in range(0, width + 1, max(1, width // 24))]
        self.draw.polygon([*line, (width, top), (width, height), (0, height)], fill=self.light.on(rgb))


def setting(name: str, place: Ground) -> None:
    """Draw the land of a setting."""
    LANDS[name](place)


def space(size: tuple[int, int], random: Random) -> Image.Image:
    """Darkness, stars, a haze and a planet."""
    column = Image.new("RGB", (2, 2))
    for number, colour in enumerate(((14, 8, 34), (28, 14, 62), (8, 10, 30), (44, 20, 78))):
        column.putpixel((number % 2, number // 2), colour)
    picture = column.resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(picture)
    unit = min(size) / 100
    stars(draw, size, unit, random)
    x, y = random.choice((0.12, 0.88)) * size[0], random.choice((0.14, 0.86)) * size[1]
    wide = random.uniform(9, 15) * unit
    colour = random.choice(((214, 120, 84), (120, 168, 214), (180, 132, 206), (222, 190, 120)))
    draw.ellipse((x - wide, y - wide, x + wide, y + wide), fill=colour)
    if random.random() < 0.5:
        ring = (x - 1.8 * wide, y - 0.42 * wide, x + 1.8 * wide, y + 0.42 * wide)
        draw.arc(ring, 0, 180, fill=(238, 220, 190), width=max(1, int(1.4 * unit)))
    return picture


def land(name: str, size: tuple[int, int], light: Light, about: tuple[float, str | None, Random]) -> Image.Image:
    """A setting's sky and land; `about` is where the horizon is, the season, and the chance."""
    level, season, random = about
    if name == "space":
        return space(size, random)
    horizon = int(level * size[1])
    picture = sky(size, light, horizon, random)
    setting(name, Ground(ImageDraw.Draw(picture), size, horizon, light, season, random))
    return picture


def _beach(place: Ground) -> None:
    place.below(place.horizon, (42, 150, 198))
    shore = place.horizon + 13 * place.unit
    place.below(shore - 2.5 * place.unit, (232, 248, 250), 1.5 * place.unit, place.random.random() * 6)
    place.below(shore, (240, 214, 158), 1.5 * place.unit, place.random.random() * 6)


def _sea(place: Ground) -> None:
    place.below(place.horizon, (34, 124, 186))
    for number in range(5):
        top = place.horizon + (5 + 9 * number) * place.unit
        shade = 1 - 0.09 * number
        rgb = (int(30 * shade), int(116 * shade), int(180 * shade))
        place.below(top, rgb, 1.7 * place.unit, place.random.random() * 6)


def _desert(place: Ground) -> None:
    for number, rgb in enumerate(((232, 186, 112), (222, 166, 88), (240, 194, 112))):
        place.below(place.horizon + (8 * number) * place.unit, rgb, 4 * place.unit, place.random.random() * 6)
    x, base = place.random.choice((0.1, 0.9)) * place.size[0], place.horizon + 8 * place.unit
    green, unit = place.light.on((58, 128, 74)), place.unit
    place.draw.rounded_rectangle((x - 2 * unit, base - 22 * unit, x + 2 * unit, base), 2 * unit, fill=green)
    place.draw.rounded_rectangle((x + unit, base - 12 * unit, x + 7 * unit, base - 9 * unit), unit, fill=green)
    place.draw.rounded_rectangle((x + 4.5 * unit, base - 18 * unit, x + 7 * unit, base - 9 * unit), unit, fill=green)


def _snow(place: Ground) -> None:
    for _ in range(3):
        _mountain(place)
    place.below(place.horizon, (226, 236, 248), 2.5 * place.unit, place.random.random() * 6)
    place.below(place.horizon + 12 * place.unit, (244, 248, 254), 2.5 * place.unit, place.random.random() * 6)
    for _ in range(3):
        _fir(place, (place.random.choice((0.06, 0.14, 0.86, 0.94)) * place.size[0], place.horizon + 5 * place.unit))
    _flakes(place)


def _meadow(place: Ground) -> None:
    grass = GRASS[place.season]
    far: Rgb = tuple(int(each * 0.88) for each in grass)  # type: ignore[assignment]
    place.below(place.horizon - 4 * place.unit, far, 4 * place.unit, place.random.random() * 6)
    place.below(place.horizon + 5 * place.unit, grass, 3 * place.unit, place.random.random() * 6)
    for x in (0.1, 0.9):
        _tree(place, (x * place.size[0], place.horizon + 6 * place.unit), 0.8)
    if place.season == "winter":
        _flakes(place)
    else:
        _dots(
            place, LEAVES["autumn"] if place.season == "autumn" else ((255, 255, 255), (250, 214, 70), (240, 120, 160))
        )


def _forest(place: Ground) -> None:
    place.below(place.horizon + 4 * place.unit, GRASS[place.season], 1.5 * place.unit, place.random.random() * 6)
    for row in range(3):
        for x in range(-1, 8):
            middle = (x + place.random.uniform(-0.3, 0.3) + 0.5 * row) / 6.5 * place.size[0]
            foot = place.horizon + (2 + 3 * row) * place.unit
            if place.season or (x + row) % 2:
                _tree(place, (middle, foot), 1.35)
            else:
                _fir(place, (middle, foot), 1.6)
    if place.season == "winter":
        _flakes(place)


def _city(place: Ground) -> None:
    random, unit, base = place.random, place.unit, place.horizon + 8 * place.unit
    x = -4 * unit
    while x < place.size[0]:
        wide, high = random.uniform(11, 18) * unit, random.uniform(22, 50) * unit
        wall = place.light.on(random.choice(((124, 140, 166), (164, 142, 136), (104, 120, 150), (186, 172, 158))))
        place.draw.rectangle((x, base - high, x + wide, base), fill=wall)
        glass = (255, 220, 120) if place.light.factor[0] < 0.9 else (206, 228, 244)
        for row in range(int(high / (5.5 * unit))):
            for column in range(int(wide / (4.4 * unit))):
                left, top = x + (1.4 + 4.2 * column) * unit, base - high + (2.4 + 5.2 * row) * unit
                if random.random() < 0.75:
                    place.draw.rectangle((left, top, left + 2 * unit, top + 2.6 * unit), fill=glass)
        x += wide + random.uniform(-1, 2) * unit
    place.below(base, (238, 242, 248) if place.season == "winter" else (112, 116, 126))
    if place.season:
        for at in (0.07, 0.93):
            _tree(place, (at * place.size[0], base + 4 * unit), 0.8)
    if place.season == "winter":
        _flakes(place)


def _mountain(place: Ground) -> None:
    x, high = place.random.uniform(0, place.size[0]), place.random.uniform(18, 34) * place.unit
    top, foot = place.horizon - high, place.horizon + 4 * place.unit
    place.draw.polygon([(x - high * 1.1, foot), (x, top), (x + high * 1.1, foot)], fill=place.light.on((150, 168, 196)))
    cap = [(x - high * 0.38, top + high * 0.35), (x, top), (x + high * 0.38, top + high * 0.35), (x, top + high * 0.26)]
    place.draw.polygon(cap, fill=place.light.on((250, 252, 255)))


def _fir(place: Ground, foot: tuple[float, float], scale: float = 1.0) -> None:
    x, y = foot
    unit = place.unit * scale
    place.draw.rectangle((x - unit, y - 4 * unit, x + unit, y), fill=place.light.on((96, 66, 44)))
    green = place.light.on(place.random.choice(LEAVES[None]))
    for step in range(3):
        wide, low = (8 - 2 * step) * unit, y - (3 + 6 * step) * unit
        place.draw.polygon([(x - wide, low), (x, low - 11 * unit), (x + wide, low)], fill=green)


def _tree(place: Ground, foot: tuple[float, float], scale: float = 1.0) -> None:
    x, y = foot
    unit = place.unit * scale
    place.draw.rectangle((x - 1.2 * unit, y - 12 * unit, x + 1.2 * unit, y), fill=place.light.on((104, 72, 48)))
    colours = LEAVES[place.season]
    for dx, dy, wide in ((-4, -14, 6), (4, -14, 6), (0, -19, 7)):
        box = (x + (dx - wide) * unit, y + (dy - wide) * unit, x + (dx + wide) * unit, y + (dy + wide) * unit)
        place.draw.ellipse(box, fill=place.light.on(place.random.choice(colours)))


def _flakes(place: Ground) -> None:
    for _ in range(36):
        x, y = place.random.uniform(0, place.size[0]), place.random.uniform(0, place.size[1])
        wide = place.random.uniform(0.5, 1.1) * place.unit
        place.draw.ellipse((x - wide, y - wide, x + wide, y + wide), fill=(255, 255, 255))


def _dots(place: Ground, colours: tuple[Rgb, ...]) -> None:
    for _ in range(28):
        x, y = (
            place.random.uniform(0, place.size[0]),
            place.random.uniform(place.horizon + 8 * place.unit, place.size[1]),
        )
        colour, wide = place.light.on(place.random.choice(colours)), 0.9 * place.unit
        place.draw.ellipse((x - wide, y - wide, x + wide, y + wide), fill=colour)


LANDS: dict[str, Callable[[Ground], None]] = {
    "beach": _beach, "forest": _forest, "snow": _snow, "city": _city, "desert": _desert, "sea": _sea, "meadow": _meadow,
}  # fmt: skip
