"""Trains what adapters begin with: of what the vision encoder sees in a picture it makes what the text encoder says of
the caption, token by token, so that the UNet's own attention to texts can read it.

Captions are told for the use: of the whole picture, of its looks alone, or of the thing and its looks.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

import torch
from diffusers.models.embeddings import IPAdapterPlusImageProjection
from transformers import CLIPTextModel, CLIPTokenizer

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.pairs import MEDIA, SETTINGS, THINGS, TWO, Row, Use, looks_of
from engine.pocket.recipe.train.sizes import SIGHTS, new_resampler
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.world.captions import with_article

RATE = 3e-3
BATCH = 128
UNSEEN = 0.02
"""The share of rows that show nothing, of which nothing is said."""
READ_FROM: Final[Mapping[Use, Mapping[int, float]]] = {
    "image": {THINGS: 0.5, MEDIA: 0.15, TWO: 0.15, SETTINGS: 0.2},
    "style": {THINGS: 0.5, MEDIA: 0.5},
    "character": {THINGS: 0.7, SETTINGS: 0.3},
}
"""Kinds of pictures that are read, and how often."""


class Readings:
    """Draws what is seen in pictures with what is to be said of them for one use; now and then of no picture at all."""

    def __init__(
        self, use: Use, rows: Mapping[int, Sequence[Row]], nothing: torch.Tensor, concepts: Sequence[Concept]
    ) -> None:
        """`nothing` (STATES, width) are the states where no picture is shown."""
        self._use, self._rows, self._nothing = use, rows, nothing.float()
        self._names = [with_article(each.name) for each in concepts]

    def draw(self, count: int, random: Random) -> tuple[torch.Tensor, list[str]]:
        """States (count, STATES, width), and captions."""
        shares = {kind: share for kind, share in READ_FROM[self._use].items() if self._rows[kind]}
        seen, captions = [], []
        for kind in random.choices(list(shares), list(shares.values()), k=count):
            row = random.choice(self._rows[kind])
            is_shown = random.random() >= UNSEEN
            seen.append(row.seen.float() if is_shown else self._nothing)
            captions.append(told(self._use, row, self._names) if is_shown else "")
        return torch.stack(seen), captions


def train_resampler(
    readings: Readings, texts: tuple[CLIPTokenizer, CLIPTextModel], folder: Path, *, minutes: float
) -> IPAdapterPlusImageProjection:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights."""
    torch.manual_seed(0)
    resampler = new_resampler().to(device())
    tokenizer, encoder = texts[0], texts[1].to(device()).eval()
    optimiser = Optimiser(resampler.named_parameters(), plain=("latents",), threads=1)
    pace = Pace(minutes, RATE)
    training = Training(folder, resampler, optimiser, Average(resampler, 0.99), pace)
    random = Random(pace.steps)

    def learn() -> dict[str, float]:
        seen, captions = readings.draw(BATCH, random)
        with torch.no_grad(), halved():
            said = encoder(tokenised(tokenizer, captions)[:, :SIGHTS].to(device()))[0].float()
        with halved():
            made = resampler(seen.to(device()))
        return learnt((made.float() - said).square().mean())

    training.run(learn)
    return load_resampler(folder)


def load_resampler(folder: Path) -> IPAdapterPlusImageProjection:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    return averaged(folder, new_resampler())


def told(use: Use, row: Row, names: Sequence[str]) -> str:
    """The caption that says of the picture what the use is after, always in the same words."""
    if use == "image":
        return row.plain
    looks = looks_of(row)[0]
    if use == "style":
        return looks
    return f"{names[row.thing]}, {looks}" if row.thing < len(names) else looks
