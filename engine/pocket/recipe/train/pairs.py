"""What adapters learn from: a picture to draw, a text, what the vision encoder sees in the reference, and a text that
says by itself what both say together.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Literal

import numpy as np
import torch
from safetensors.torch import load_file, save_file
from transformers import CLIPVisionModelWithProjection

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.kinds import KINDS, SQUARE, kind_of
from engine.pocket.recipe.train.latents import SHARD, Shard
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.train.tells import UNTOLD, Tells
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.train.vision import seen_by
from engine.pocket.recipe.world.captions import MADE, PLACES, STYLES, WHERE, with_article
from engine.pocket.recipe.world.world import World

Use = Literal["image", "style", "character"]
USES: Final[tuple[Use, ...]] = ("image", "style", "character")
THINGS, MEDIA, TWO, SETTINGS = 0, 1, 2, 3
"""Places of the kinds that are used."""
TARGETS: Final[dict[Use, tuple[tuple[int, float], ...]]] = {
    "image": ((THINGS, 0.33), (MEDIA, 0.07), (TWO, 0.5), (SETTINGS, 0.1)),
    "style": ((THINGS, 0.6), (MEDIA, 0.4)),
    "character": ((THINGS, 0.3), (SETTINGS, 0.7)),
}
"""Kinds of pictures that each use has to draw, and how often."""
UNNAMED: Final[dict[Use, float]] = {"image": 0.6, "style": 0.0, "character": 0.6}
"""How often the caption says nothing of what the reference shows, which therefore has to tell it."""
BATCH = 64
LOOKS: Final = (*STYLES.values(), *MADE.values())
"""How one tells each style, and each medium after them."""
WAYS: Final = [(*ways, PLACES[name]) for name, ways in WHERE.items()]
"""How one tells each setting by itself."""


@dataclass(frozen=True)
class Row:
    """A picture of a shard, with the answers that references are chosen by."""

    shard: Shard
    number: int
    seen: torch.Tensor
    """What the vision encoder makes of it, (width,)."""
    thing: int
    other: int
    """The second thing, where it shows two."""
    style: int
    medium: int
    setting: int


def embedded(
    vision: CLIPVisionModelWithProjection, sprites: Sprites, folder: Path, shards: Sequence[Shard]
) -> dict[int, list[Row]]:
    """The pictures of each kind that is used. They are composed once more, and kept as the encoder sees them."""
    folder.mkdir(parents=True, exist_ok=True)
    rows: dict[int, list[Row]] = defaultdict(list)
    places = {name: place for place, name in enumerate(Tells(()).sizes)}
    for number, shard in enumerate(shards):
        kind = number % len(KINDS)
        if kind not in {THINGS, MEDIA, TWO, SETTINGS}:
            continue
        path = folder / f"{number:05}.safetensors"
        if not path.is_file():
            save_file({"seen": _seen(vision, sprites, number, len(shard.captions))}, path)
        seen = load_file(path)["seen"].float()
        for row, (own, answers) in enumerate(zip(seen, shard.answers.tolist(), strict=True)):
            told = (answers[places[name]] for name in ("first", "second", "style", "medium", "setting"))
            rows[kind].append(Row(shard, row, own, *told))
    return rows


class Pairs:
    """Draws batches for one use, whose references go with the pictures as they will be used."""

    def __init__(self, use: Use, rows: dict[int, list[Row]], concepts: Sequence[Concept]) -> None:
        self._use = use
        self._rows = rows
        self._names = [with_article(each.name) for each in concepts]
        self._looks: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self._drawings: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in (*rows[THINGS], *rows[MEDIA]):
            self._looks[_look(row)].append(row)
        for row in rows[THINGS]:
            self._drawings[row.thing, row.style].append(row)

    def draw(self, count: int, random: Random) -> "Drawn":
        """So many of them."""
        kinds = [kind for kind, _ in TARGETS[self._use]]
        chances = [chance for _, chance in TARGETS[self._use]]
        latents, captions, whole, seen = [], [], [], []
        for kind in random.choices(kinds, chances, k=count):
            row = random.choice(self._rows[kind])
            is_two = kind == TWO and max(row.thing, row.other) < len(self._names)
            told, reference = self._two(row, random) if is_two else self._one(row, random)
            latents.append(row.shard.latents[row.number].float())
            captions.append(told)
            whole.append(self._whole(row, random))
            seen.append(reference.seen)
        return Drawn(torch.stack(latents), captions, whole, torch.stack(seen))

    def _one(self, row: Row, random: Random) -> tuple[str, Row]:
        """A caption; and the reference: the picture itself, one that looks the same, or the same drawing elsewhere."""
        told = random.choice(row.shard.captions[row.number])
        if random.random() < UNNAMED[self._use]:
            told = random.choice(WAYS[row.setting]) if row.setting < len(WAYS) else ""
        if self._use == "image":
            return told, row
        if self._use == "style":  # only the thing is told, since the looks are to come from the reference
            told = self._names[row.thing] if row.thing < len(self._names) else told
            return told, random.choice(self._looks[_look(row)])
        return told, random.choice(self._drawings.get((row.thing, row.style)) or [row])

    def _two(self, row: Row, random: Random) -> tuple[str, Row]:
        """Of two things the text names one, and the reference shows the other by itself: both are to be drawn."""
        told, shown = random.sample([row.thing, row.other], 2)
        return self._names[told], random.choice(self._drawings.get((shown, row.style)) or [row])

    def _whole(self, row: Row, random: Random) -> str:
        """The caption that says most; of a style no more than what text and reference have to say of it."""
        if self._use == "style" and row.thing < len(self._names):
            return f"{self._names[row.thing]}, {random.choice(looks_of(row))}"
        return max(row.shard.captions[row.number], key=len)


@dataclass(frozen=True)
class Drawn:
    """A batch; each picture with what there is to know of it."""

    latents: torch.Tensor
    """(count, channels, height, width)."""
    captions: Sequence[str]
    """What is told beside the reference."""
    whole: Sequence[str]
    """What would have to be told if there were none."""
    seen: torch.Tensor
    """What the vision encoder makes of the references, (count, width)."""


def looks_of(row: Row) -> Sequence[str]:
    """The words for how it is made, or else for how it is drawn."""
    if row.medium < len(MADE):
        return LOOKS[len(STYLES) + row.medium]
    return LOOKS[row.style] if row.style < len(STYLES) else ("",)


def _look(row: Row) -> tuple[int, int]:
    """Its medium where it has one, which hides the style; else its style."""
    return (UNTOLD, row.medium) if row.medium < len(MADE) else (row.style, row.medium)


def _seen(vision: CLIPVisionModelWithProjection, sprites: Sprites, number: int, count: int) -> torch.Tensor:
    world = World(sprites, size=SQUARE, mix=kind_of(number).mix)
    pictures = to_tensor(np.stack([world.example(number * SHARD + each).picture for each in range(count)]))
    with torch.inference_mode():
        parts = [seen_by(vision, each.to(device())).half().cpu() for each in torch.split(pictures, BATCH)]
    return torch.cat(parts)
