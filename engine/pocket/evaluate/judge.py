"""The judge: a small classifier of pictures, trained on composed originals alone."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import nn
from torch.nn.functional import interpolate

from engine.pocket.eye import SIDE, THINGS, WIDTHS, Eye
from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train.eye import Shown, eye_for, train_answering
from engine.pocket.recipe.train.kinds import SQUARE
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.training import Training
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.draw import PLAIN, Mix
from engine.pocket.recipe.world.world import World

SEED = 1
RATE = 2e-3
UNSEEN = 50_000_000
"""From this seed on no training composes anything."""
ASKED = ("style", "medium", "setting")
"""Beside the concepts, of which a picture may show two."""
ASKED_OF: Final = {
    "things": PLAIN,
    "media": Mix(medium=1, setting=0, gradient=0, colour=0, two=0, nothing=0, varied=0),
    "settings": Mix(medium=0, setting=1, gradient=0, colour=0, two=0, nothing=0, varied=0),
    "two things": Mix(medium=0, setting=0, gradient=0, colour=0, two=1, nothing=0),
}
"""The kinds of pictures that the measures ask for."""
SHOWN: Final = tuple(zip(ASKED_OF.values(), (0.2, 0.25, 0.1, 0.45), strict=True))
"""How often it sees each."""


class Judge(nn.Module):
    """Pictures (rows, 3, height, width) in [-1, 1], of any size, to each question's answers.

    Pocket's eye, and beside it a look at each cell by itself: of two things neither has to be told from their mean.
    """

    def __init__(self, eye: Eye) -> None:
        super().__init__()
        self.eye = eye
        self.cells = nn.Conv2d(WIDTHS[-1], len(eye.answers[THINGS]) + 1, 1)
        for own in self.cells.parameters():
            nn.init.zeros_(own)

    def seen(self, pictures: torch.Tensor) -> torch.Tensor:
        """What it makes of the pictures before it answers, (rows, width): alike for pictures that are."""
        return self._stages(pictures).mean((2, 3))

    def forward(self, pictures: torch.Tensor) -> dict[str, torch.Tensor]:
        """Logits by question, (rows, answers and one for none)."""
        seen = self._stages(pictures)
        cells = self.cells(seen).flatten(2)
        told = self.eye.told(seen)
        return told | {THINGS: told[THINGS] + cells.logsumexp(2) - math.log(cells.shape[2])}

    def _stages(self, pictures: torch.Tensor) -> torch.Tensor:
        if pictures.shape[-2:] != (SIDE, SIDE):
            pictures = interpolate(pictures, (SIDE, SIDE), mode="area")
        told: torch.Tensor = self.eye.stages(pictures)
        return told


@dataclass(frozen=True)
class Accuracy:
    """On pictures that it never saw, each in [0, 1]; a row is what is asked of which kind of picture."""

    rows: dict[str, float]


def train_judge(sprites: Sprites, folder: Path, *, minutes: float, threads: int = 1, begun: Eye | None = None) -> Judge:
    """Go on for so many minutes from the checkpoint in `folder`; where there is none from `begun`, if that answers the
    same, or from nothing. Held-out combinations are never seen.
    """
    torch.manual_seed(SEED)
    judge = Judge(eye_for(sprites.concepts, begun)).to(device())
    optimiser = Optimiser(judge.named_parameters(), decay=0.02, plain=("eye.ways", "cells"), threads=threads)
    training = Training(folder, judge, optimiser, Average(judge, 0.998), Pace(minutes, RATE))
    if minutes:
        train_answering(training, Shown(sprites, SEED + training.pace.steps, SHOWN))
    judge.load_state_dict(training.average.tensors)
    return judge.eval()


@torch.inference_mode()
def accuracy(judge: Judge, sprites: Sprites, count: int = 256) -> Accuracy:
    """Of things on plain backgrounds, and of kinds of pictures whose combinations it never saw, so many each."""
    rows: dict[str, float] = {}
    for name, mix in ASKED_OF.items():
        told, asked = _answered(judge, sprites, mix, count)
        two = asked["second"] < len(sprites.concepts)
        best = told[THINGS][:, :-1].topk(5).indices
        right = best == asked["first"][:, None]
        if name == "two things":
            other = (best == asked["second"][:, None]).any(1)
            rows["both of two things, top 5"] = _share((right.any(1) & other)[two])
            continue
        if name == "things":
            rows |= {"thing, top 1": _share(right[:, 0]), "thing, top 5": _share(right.any(1))}
        question = {"things": "style", "media": "medium", "settings": "setting"}[name]
        rows[question] = _share(told[question].argmax(1) == asked[question])
    return Accuracy(rows)


def _answered(
    judge: Judge, sprites: Sprites, mix: Mix, count: int
) -> tuple[dict[str, torch.Tensor], dict[str, torch.Tensor]]:
    """What the judge says and what is so, by question. Things alone combine nothing, so that none are held out."""
    tells = Tells(sprites.concepts)
    world = World(sprites, size=SQUARE, held_out=mix != PLAIN, mix=mix)
    pictures, answers = _examples(world, tells, range(UNSEEN, UNSEEN + count))
    told = _told(judge, to_tensor(pictures))
    return {name: torch.cat(each) for name, each in told.items()}, dict(zip(tells.sizes, answers.T, strict=True))


def _share(claims: torch.Tensor) -> float:
    return float(claims.float().mean())


def _told(judge: Judge, pictures: torch.Tensor) -> dict[str, list[torch.Tensor]]:
    parts = [judge(part.to(device())) for part in torch.split(pictures, 64)]
    return {name: [part[name].cpu() for part in parts] for name in (THINGS, *ASKED)}


def _examples(world: World, tells: Tells, seeds: Sequence[int]) -> tuple[Pixels, torch.Tensor]:
    examples = [world.example(seed) for seed in seeds]
    answers = torch.tensor([tells.of(each.scene) for each in examples])
    return np.stack([each.picture for each in examples]), answers
