"""What `--iw` does to Pocket's pictures: how alike they are to the picture and to the text, and where both count alike.

With --picture it draws docs/pictures/weight.svg, which docs/pocket.md shows.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from random import Random

import torch
from PIL import Image
from rich.console import Console
from rich.table import Table
from torch.nn.functional import cosine_similarity

from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.evaluate.sheet import THINGS
from engine.protocol import Role

PICTURE = Path(__file__).parents[1] / "docs" / "pictures" / "weight.svg"
MODEL = Path(__file__).parents[1] / "engine" / "pocket" / "weights"
WEIGHTS = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 2.5, 3.0)
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
        """The weight at which both are alike, between two measured ones; None where they are never."""
        gaps = [text - picture for picture, text in zip(self.picture, self.text, strict=True)]
        for (low, before), (high, after) in pairwise(zip(WEIGHTS, gaps, strict=True)):
            if before >= 0 > after:
                return low + (high - low) * before / (before - after)
        return None


def curve(artist: Artist, cases: int) -> Curve:
    """Pairs of things, one as the text and one as the picture, drawn with every weight."""
    random = Random(0)
    pairs = [random.sample(THINGS, 2) for _ in range(cases)]
    shown = artist.draw(Wish(picture, 100 + seed) for seed, (_, picture) in enumerate(pairs))
    images = [to_picture(each / 2 + 0.5) for each in shown]
    wanted, plain = artist.sights(shown), artist.sights(_drawn(artist, pairs, images, 0.0))
    like_picture, like_text = [], []
    for weight in WEIGHTS:
        seen = artist.sights(_drawn(artist, pairs, images, weight))
        like_picture.append(float(cosine_similarity(seen, wanted).mean()))
        like_text.append(float(cosine_similarity(seen, plain).mean()))
    low_picture, low_text = like_picture[0], float(cosine_similarity(wanted, plain).mean())
    return Curve(
        tuple((each - low_picture) / (1 - low_picture) for each in like_picture),
        tuple((each - low_text) / (1 - low_text) for each in like_text),
    )


def _drawn(
    artist: Artist, pairs: Sequence[Sequence[str]], images: Sequence[Image.Image], weight: float
) -> torch.Tensor:
    return artist.draw(
        Wish(text, seed, sights=((Role.IMAGE, image),), iw=weight)
        for seed, ((text, _), image) in enumerate(zip(pairs, images, strict=True))
    )


def louder(artist: Artist, scale: float) -> Artist:
    """The same with another scale of the adapter at `--iw 1`."""
    adapters = tuple(replace(each, scale=scale) if each.role is Role.IMAGE else each for each in artist.facts.adapters)
    artist.facts = replace(artist.facts, adapters=adapters)
    return artist


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
    given = parser.parse_args()
    artist = Artist(given.model, "cpu")
    adapter = artist.facts.adapter(Role.IMAGE)
    if adapter is None:
        parser.error("this model has no adapter for pictures")
    found = {f"{adapter.scale:g}, its own": curve(artist, given.cases)}
    if given.picture:
        PICTURE.write_text(plot(next(iter(found.values()))), encoding="utf-8")
        Console().print(str(PICTURE))
    found |= {f"{scale:g}": curve(louder(artist, scale), given.cases) for scale in given.scales}
    show(found)


if __name__ == "__main__":
    main()
