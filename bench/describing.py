"""How well /describe does on pictures of Pocket's world that no training saw, composed from the drawings, never drawn.

Needs the drawings of `make pocket` (--work .pocket). Two kinds of numbers: what stands in the four prompts, and what
is said to be the likeliest. A picture's style is its medium, or without one the style of its drawings.
"""

import argparse
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.table import Table

from bot.syntax.describing import looks, prompts
from bot.syntax.wish import Syntax
from engine.pocket.recipe.sources.sprites import Sprites, load_sprites
from engine.pocket.recipe.world.captions import MADE, STYLES, WHERE, with_article
from engine.pocket.recipe.world.chosen import chosen
from engine.pocket.recipe.world.draw import PLAIN, Mix
from engine.pocket.recipe.world.world import SIDE, Example, World
from engine.reading.pocket import PocketReader
from engine.reading.talk import Seen

UNSEEN = 90_000_000
"""From this seed on no training composes anything."""
KINDS: dict[str, tuple[Mix, float]] = {
    "one thing": (PLAIN, 0.38),
    "in a medium": (Mix(medium=1, setting=0, gradient=0, colour=0.1, two=0, nothing=0, varied=0), 0.22),
    "in a setting": (Mix(medium=0, setting=1, gradient=0, colour=0.05, two=0, nothing=0, varied=0.15), 0.2),
    "two things": (Mix(medium=0, setting=0, gradient=0.05, colour=0.1, two=1, nothing=0), 0.15),
    "in another colour": (Mix(medium=0, setting=0, gradient=0.2, colour=0.5, two=0, nothing=0, varied=0.3), 0.05),
}
"""As Pocket's own training has them; a twentieth of their combinations is held out, and these are shown here."""


@dataclass(frozen=True)
class Right:
    """What was right about one picture."""

    subject: bool
    first_subject: bool
    style: bool
    first_style: bool
    setting: bool
    is_known: bool


def examples(sprites: Sprites, count: int) -> dict[str, list[Example]]:
    """So many of all kinds together. One thing alone combines nothing, so that nothing of it can be held out."""
    found = {}
    for number, (name, (mix, share)) in enumerate(KINDS.items()):
        world = World(sprites, size=(SIDE, SIDE), held_out=mix != PLAIN, mix=mix)
        first = UNSEEN + number * 100_000
        found[name] = [world.example(first + at) for at in range(round(share * count))]
    return found


def judged(seen: Seen, example: Example) -> Right:
    """The reading against what the picture was composed of."""
    scene = example.scene
    names = {with_article(thing.concept.name) for thing in scene.things}
    told = " | ".join(prompts(seen, Syntax.MIDJOURNEY))
    style = MADE[scene.medium][0] if scene.medium else STYLES[scene.style][0]
    setting = WHERE[scene.backdrop.setting][0] if scene.backdrop.setting else ""
    return Right(
        subject=any(name in told for name in names),
        first_subject=seen.subjects[0].name in names,
        style=style in told,
        first_style=looks(seen)[:1] == (style,),
        setting=seen.settings[0].name == setting,
        is_known=seen.is_known,
    )


def row(name: str, found: Sequence[Right]) -> list[str]:
    """Shares, in per cent."""
    columns = ("subject", "first_subject", "style", "first_style", "setting", "is_known")
    return [name, str(len(found)), *(f"{statistics.mean(getattr(each, key) for each in found):.0%}" for key in columns)]


def main() -> None:
    """`python -m bench.describing --work FOLDER`"""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, default=Path(".pocket"), help="where the drawings lie")
    parser.add_argument("--count", type=int, default=200)
    asked = parser.parse_args()
    if not (asked.work / "sprites").is_dir():
        Console().print(f"There are no drawings in {asked.work / 'sprites'}: `make pocket` fetches them.")
        return
    reader = PocketReader.load()
    table = Table(title="What /describe sees in pictures that no training saw")
    for title in ("", "pictures", "subject in the four", "subject first", "style in the four", "style first"):
        table.add_column(title, justify="right" if title else "left")
    table.add_column("setting", justify="right")
    table.add_column("taken for its world", justify="right")
    every: list[Right] = []
    seconds = []
    for name, shown in examples(chosen(load_sprites(asked.work / "sprites")), asked.count).items():
        found = []
        for example in shown:
            start = time.perf_counter()
            seen = reader.describe(Image.fromarray(example.picture))
            seconds.append(time.perf_counter() - start)
            found.append(judged(seen, example))
        table.add_row(*row(name, found))
        every += found
    table.add_row(*row("all", every), style="bold")
    Console(width=150).print(table)
    Console().print(f"one picture, median: {statistics.median(seconds) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
