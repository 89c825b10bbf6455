"""What `--iw` does to Pocket's pictures: how alike they are to the picture and to the text, and where both count alike.

With --calibrate the adapter's scale at `--iw 1` becomes the one at which both count alike there, and is written into
the model's settings. With --picture it draws docs/pictures/weight.svg, which docs/pocket.md shows.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Self

import torch
from PIL import Image
from rich.console import Console
from rich.table import Table
from torch.nn.functional import cosine_similarity

from engine.checkpoint import SETTINGS
from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.evaluate.sheet import THINGS
from engine.protocol import Role

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "weight.svg"
MODEL = Path(__file__).parents[1] / "engine" / "pocket" / "weights"
WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
SCALES = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0)
"""Of the adapter at `--iw 1`, as they are tried."""
INK, OF_PICTURE, OF_TEXT = "#1d2433", "#5b8def", "#e0a53c"
WIDTH, HEIGHT, LEFT, TOP, BASE = 760, 400, 70, 60, 320


@dataclass(frozen=True)
class Curve:
    """Of each weight: how far pictures have come towards the picture, and how much of the text's is left, each 0 to 1.

    Each is a mean of cosines, as likeness to what is drawn without a picture and to the picture itself is 0 and 1.
    """

    picture: tuple[float, ...]
    text: tuple[float, ...]

    @property
    def crossing(self) -> float | None:
        """The weight at which both are alike; None where they are never."""
        return crossing(WEIGHTS, [text - picture for picture, text in zip(self.picture, self.text, strict=True)])


@dataclass(frozen=True)
class Cases:
    """Pairs of things, one as the text and one as the picture; and how alike pictures of both are to each other."""

    artist: Artist
    pairs: tuple[tuple[str, str], ...]
    images: tuple[Image.Image, ...]
    shown: torch.Tensor
    """What the vision model makes of the pictures, (cases, width)."""
    plain: torch.Tensor
    """The same of what is drawn without them."""

    @classmethod
    def of(cls, artist: Artist, count: int) -> Self:
        """So many, always the same."""
        random = Random(0)
        pairs = tuple((text, picture) for text, picture in (random.sample(THINGS, 2) for _ in range(count)))
        shown = artist.draw(Wish(picture, 100 + seed) for seed, (_, picture) in enumerate(pairs))
        plain = artist.draw(Wish(text, seed) for seed, (text, _) in enumerate(pairs))
        images = tuple(to_picture(each / 2 + 0.5) for each in shown)
        return cls(artist, pairs, images, artist.sights(shown), artist.sights(plain))

    def likeness(self, weight: float) -> tuple[float, float]:
        """To the picture and to the text, each 0 for the other and 1 for itself, at this `--iw`."""
        if weight == 0:
            return 0.0, 1.0
        drawn = self.artist.draw(
            Wish(text, seed, sights=((Role.IMAGE, image),), iw=weight)
            for seed, ((text, _), image) in enumerate(zip(self.pairs, self.images, strict=True))
        )
        seen, least = self.artist.sights(drawn), _alike(self.shown, self.plain)
        picture, text = ((_alike(seen, each) - least) / (1 - least) for each in (self.shown, self.plain))
        return picture, text


def curve(cases: Cases) -> Curve:
    """Drawn with every weight."""
    picture, text = zip(*(cases.likeness(weight) for weight in WEIGHTS), strict=True)
    return Curve(picture, text)


def balanced(cases: Cases) -> float | None:
    """The adapter's scale with which picture and text count alike at `--iw 1`; None where they never do."""
    gaps = []
    for scale in SCALES:
        picture, text = louder(cases, scale).likeness(1.0)
        gaps.append(text - picture)
        Console().print(f"scale {scale:g}: {picture:.2f} of the picture, {text:.2f} of the text")
    return crossing(SCALES, gaps)


def crossing(places: Sequence[float], gaps: Sequence[float]) -> float | None:
    """Where the straight lines between the gaps first fall below 0; None where they never do."""
    for (low, before), (high, after) in pairwise(zip(places, gaps, strict=True)):
        if before >= 0 > after:
            return low + (high - low) * before / (before - after)
    return None


def keep(folder: Path, scale: float) -> None:
    """Write it among the settings of the model."""
    file = folder / SETTINGS
    told = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    file.write_text(json.dumps(told | {"image_scale": round(scale, 2)}), encoding="utf-8")


def _alike(one: torch.Tensor, other: torch.Tensor) -> float:
    return float(cosine_similarity(one, other).mean())


def louder(cases: Cases, scale: float) -> Cases:
    """The same with another scale of the adapter at `--iw 1`, from now on."""
    facts = cases.artist.facts
    adapters = tuple(replace(each, scale=scale) if each.role is Role.IMAGE else each for each in facts.adapters)
    cases.artist.facts = replace(facts, adapters=adapters)
    return cases


def show(curves: dict[str, Curve]) -> None:
    """Print a table."""
    table = Table(
        title="--iw with Pocket: how far from the text's picture (0) to the picture (1) | what is left of the text"
    )
    table.add_column("scale at --iw 1")
    for weight in WEIGHTS:
        table.add_column(f"{weight:g}", justify="right")
    table.add_column("alike at", justify="right")
    for name, each in curves.items():
        cells = [f"{picture:.2f} | {text:.2f}" for picture, text in zip(each.picture, each.text, strict=True)]
        table.add_row(name, *cells, "-" if each.crossing is None else f"{each.crossing:.2f}")
    Console(width=220).print(table)


def plot(found: Curve) -> str:
    """Both lines over the weight, and where they cross."""
    return "\n".join([*_frame(), *_lines(found), "</svg>\n"])


def _x(weight: float) -> float:
    return LEFT + (WIDTH - LEFT - 30) * weight / WEIGHTS[-1]


def _y(part: float) -> float:
    return BASE - (BASE - TOP) * min(1.0, max(0.0, part))


def _frame() -> Iterator[str]:
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield _text(LEFT, 30, "What --iw makes of a picture beside a text", 17)
    for part in range(0, 101, 25):
        y = _y(part / 100)
        yield f'<line x1="{LEFT}" x2="{WIDTH - 30}" y1="{y:.1f}" y2="{y:.1f}" stroke="#e3e6ec"/>'
        yield _text(LEFT - 8, y + 4, f"{part} %", 12, "end")
    for weight in (0, 0.5, 1, 1.5, 2, 2.5, 3):
        yield _text(_x(weight), BASE + 20, f"{weight:g}", 12, "middle")


def _lines(found: Curve) -> Iterator[str]:
    told = ((found.picture, OF_PICTURE, "likeness to the picture"), (found.text, OF_TEXT, "likeness to the text's"))
    for number, (parts, colour, words) in enumerate(told):
        points = " ".join(f"{_x(weight):.1f},{_y(part):.1f}" for weight, part in zip(WEIGHTS, parts, strict=True))
        yield f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2.5"/>'
        x = float(LEFT + number * 230)
        yield f'<rect x="{x}" y="{BASE + 44}" width="14" height="14" fill="{colour}"/>'
        yield _text(x + 22, BASE + 56, words, 13)
    if found.crossing is not None:
        x = _x(found.crossing)
        yield f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{BASE}" stroke="{INK}" stroke-dasharray="4 4"/>'
        yield _text(x + 6, TOP + 12, f"both alike at {found.crossing:.2f}", 12)


def _text(x: float, y: float, words: str, size: int = 12, anchor: str = "start") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{INK}" text-anchor="{anchor}">{words}</text>'


def main() -> None:
    """Measure the model as it ships, or with other scales beside."""
    parser = argparse.ArgumentParser(prog="python -m bench.weight", description=__doc__)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--cases", type=int, default=12, help="pairs of a text and a picture")
    parser.add_argument("--scales", type=float, nargs="*", default=[], help="of the adapter at --iw 1, beside its own")
    parser.add_argument("--picture", action="store_true", help="draw the picture of the documentation")
    parser.add_argument("--calibrate", action="store_true", help="let both count alike at --iw 1, and keep the scale")
    given = parser.parse_args()
    artist = Artist(given.model, "cpu")
    adapter = artist.facts.adapter(Role.IMAGE)
    if adapter is None:
        parser.error("this model has no adapter for pictures")
    cases, scale = Cases.of(artist, given.cases), adapter.scale
    if given.calibrate:
        if (found := balanced(cases)) is None:
            parser.error("at no scale do picture and text count alike: train the adapter on")
        scale = round(found, 2)
        keep(given.model, scale)
    curves = {f"{scale:g}, its own": curve(louder(cases, scale))}
    if given.picture:
        PICTURE.write_text(plot(next(iter(curves.values()))), encoding="utf-8")
        Console().print(str(PICTURE))
    show(curves | {f"{each:g}": curve(louder(cases, each)) for each in given.scales})


if __name__ == "__main__":
    main()
