"""What adapters learn from: a picture to draw, a text, what the vision encoder sees in the reference, and a text that
says by itself what both say together.
"""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Final, Literal

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import save_file
from transformers import CLIPVisionModelWithProjection

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.kinds import KINDS
from engine.pocket.recipe.train.latents import Shard, examples_of
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.train.tells import UNTOLD, Tells
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.train.vision import states_of
from engine.pocket.recipe.world.captions import MADE, PLACES, RELATIONS, STYLES, WHERE, plainly, with_article

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
UNREAD = 0.1
"""How often there is no caption at all, as in the half of a guided picture that has none."""
UNNAMED = 0.5
"""How often else a caption tells a setting alone, so that the reference has to tell the rest."""
BESIDE: Final = list(RELATIONS).index("beside")
BATCH = 64
ASKED: Final = ("first", "second", "style", "medium", "setting", "relation")
"""The questions whose answers a row has, in its order."""
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
    """What the vision encoder makes of it in its last layer but one, float16, (STATES, width)."""
    plain: str
    """The caption that leaves nothing out."""
    thing: int
    other: int
    """The second thing, where it shows two."""
    style: int
    medium: int
    setting: int
    relation: int


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
            seen, plain = _seen(vision, sprites, number, len(shard.captions))
            save_file({"seen": seen}, path, {"plain": json.dumps(plain)})
        with safe_open(path, "pt") as opened:
            seen, plain = opened.get_tensor("seen"), json.loads(opened.metadata()["plain"])
        for row, (own, says, answers) in enumerate(zip(seen, plain, shard.answers.tolist(), strict=True)):
            told = (answers[places[name]] for name in ASKED)
            rows[kind].append(Row(shard, row, own, says, *told))
    return rows


class Pairs:
    """Draws batches for one use, whose references go with the pictures as they will be used."""

    def __init__(self, use: Use, rows: dict[int, list[Row]], concepts: Sequence[Concept]) -> None:
        self._use = use
        self._names = [with_article(each.name) for each in concepts]
        self._looks: dict[tuple[int, int], list[Row]] = defaultdict(list)
        self._drawings: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in (*rows[THINGS], *rows[MEDIA]):
            self._looks[_look(row)].append(row)
        for row in rows[THINGS]:
            self._drawings[row.thing, row.style].append(row)
        self._rows = rows | {TWO: [row for row in rows[TWO] if self._is_pair(row)]}

    def draw(self, count: int, random: Random) -> "Drawn":
        """So many of them."""
        kinds, chances = zip(*((kind, chance) for kind, chance in TARGETS[self._use] if self._rows[kind]), strict=True)
        latents, captions, whole, seen = [], [], [], []
        for kind in random.choices(kinds, chances, k=count):
            row = random.choice(self._rows[kind])
            told, every, reference = (self._two if kind == TWO else self._one)(row, random)
            latents.append(row.shard.latents[row.number].float())
            captions.append(told)
            whole.append(every)
            seen.append(reference.seen.float())
        return Drawn(torch.stack(latents), captions, whole, torch.stack(seen))

    def _one(self, row: Row, random: Random) -> tuple[str, str, Row]:
        """What is told; what that says together with the reference, never more; and the reference."""
        ways = {"image": self._image, "style": self._style, "character": self._character}
        return ways[self._use](row, random)

    def _image(self, row: Row, random: Random) -> tuple[str, str, Row]:
        """The reference is the picture itself."""
        told, _ = _caption(row, random)
        return told, max(row.shard.captions[row.number], key=len), row

    def _style(self, row: Row, random: Random) -> tuple[str, str, Row]:
        """The reference is a picture that looks the same, and the text names the thing alone."""
        told = "" if random.random() < UNREAD else self._thing(row)
        return told, _joined(told, random.choice(looks_of(row))), random.choice(self._looks[_look(row)])

    def _character(self, row: Row, random: Random) -> tuple[str, str, Row]:
        """The reference is the same drawing elsewhere."""
        told, names_it = _caption(row, random)
        look = random.choice(looks_of(row))
        every = _joined(told, look) if names_it else _joined(self._thing(row), look, told)
        return told, every, random.choice(self._drawings.get((row.thing, row.style)) or [row])

    def _two(self, row: Row, random: Random) -> tuple[str, str, Row]:
        """The text names the thing on the left, and the reference shows the other by itself: both are to be drawn."""
        told, shown = self._names[row.thing], self._names[row.other]
        reference = random.choice(self._drawings[row.other, row.style])
        return told, _joined(f"{told} and {shown}", random.choice(looks_of(row))), reference

    def _thing(self, row: Row) -> str:
        return self._names[row.thing] if row.thing < len(self._names) else ""

    def _is_pair(self, row: Row) -> bool:
        """Two things side by side, the second of which is there by itself as well."""
        is_two = max(row.thing, row.other) < len(self._names) and row.relation == BESIDE
        return is_two and (row.other, row.style) in self._drawings


@dataclass(frozen=True)
class Drawn:
    """A batch; each picture with what there is to know of it."""

    latents: torch.Tensor
    """(count, channels, height, width)."""
    captions: list[str]
    """What is told beside the reference."""
    whole: list[str]
    """What would have to be told if there were none."""
    seen: torch.Tensor
    """What the vision encoder makes of the references, (count, STATES, width)."""


def looks_of(row: Row) -> Sequence[str]:
    """The words for how it is made, or else for how it is drawn."""
    if row.medium < len(MADE):
        return LOOKS[len(STYLES) + row.medium]
    return LOOKS[row.style] if row.style < len(STYLES) else ("",)


def _look(row: Row) -> tuple[int, int]:
    """Its medium where it has one, which hides the style; else its style."""
    return (UNTOLD, row.medium) if row.medium < len(MADE) else (row.style, row.medium)


def _caption(row: Row, random: Random) -> tuple[str, bool]:
    """What is told of a picture, and whether that names what it shows: nothing, its setting alone, or a caption."""
    if random.random() < UNREAD:
        return "", False
    if random.random() < UNNAMED:
        return random.choice(WAYS[row.setting]) if row.setting < len(WAYS) else "", False
    return random.choice(row.shard.captions[row.number]), True


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))


def _seen(
    vision: CLIPVisionModelWithProjection, sprites: Sprites, number: int, count: int
) -> tuple[torch.Tensor, list[str]]:
    """The states of a shard's pictures, and their plain captions."""
    examples = examples_of(sprites, number, count)
    pictures = to_tensor(np.stack([each.picture for each in examples]))
    with torch.inference_mode():
        parts = [states_of(vision, each.to(device())).half().cpu() for each in torch.split(pictures, BATCH)]
    return torch.cat(parts), [plainly(each.scene) for each in examples]
