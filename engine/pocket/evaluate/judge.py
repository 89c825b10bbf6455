"""The judge: a small classifier of pictures, trained on composed originals alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, interpolate

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.kinds import KINDS, SQUARE
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.resuming import keep, resume
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.twins import Twins
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.draw import PLAIN, Mix
from engine.pocket.recipe.world.world import World

COLOURS = 3
RATE = 4e-3
BATCH = 48
POOL = 8192
"""Pictures that are composed before a training starts, anew each time that it goes on."""
UNSEEN = 50_000_000
"""From this seed on no training composes anything."""
THREADS = 2
"""On a CPU."""
WIDTHS = (32, 64, 128, 208)
ASKED = ("style", "medium", "setting")
"""Beside the concepts, of which a picture may show two."""


class Stage(nn.Sequential):
    """Half the side, and one convolution more at the new one, but for the first, which is the largest."""

    def __init__(self, given: int, made: int) -> None:
        more = () if given == COLOURS else (nn.Conv2d(made, made, 3, padding=1), nn.GroupNorm(8, made), nn.SiLU())
        reach = 5 if given == COLOURS else 3
        halved_ = nn.Conv2d(given, made, reach, stride=2, padding=reach // 2)
        super().__init__(halved_, nn.GroupNorm(8, made), nn.SiLU(), *more)


class Judge(nn.Module):
    """Pictures (rows, 3, height, width) in [-1, 1], of any size, to each question's answers."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.stages = nn.Sequential(*(Stage(*each) for each in zip((COLOURS, *WIDTHS), WIDTHS, strict=False)))
        self.ways = nn.ModuleDict({name: nn.Linear(WIDTHS[-1], sizes[name]) for name in ("first", *ASKED)})

    def seen(self, pictures: torch.Tensor) -> torch.Tensor:
        """What it makes of the pictures before it answers, (rows, width): alike for pictures that are."""
        if pictures.shape[-2:] != (PIXELS, PIXELS):
            pictures = interpolate(pictures, (PIXELS, PIXELS), mode="area")
        means: torch.Tensor = self.stages(pictures).mean((2, 3))
        return means

    def forward(self, pictures: torch.Tensor) -> dict[str, torch.Tensor]:
        """Logits by question, (rows, answers)."""
        seen = self.seen(pictures)
        return {name: way(seen) for name, way in self.ways.items()}


@dataclass(frozen=True)
class Accuracy:
    """On pictures that it never saw, each in [0, 1]; a row is what is asked of which kind of picture."""

    rows: dict[str, float]


def train_judge(sprites: Sprites, folder: Path, *, minutes: float, seed: int = 1, threads: int = THREADS) -> Judge:
    """Go on for so many minutes from the checkpoint in `folder`; held-out combinations are never seen."""
    torch.manual_seed(seed)
    tells = Tells(sprites.concepts)
    judge = Judge(tells.sizes).to(device())
    optimiser = Optimiser(judge.named_parameters(), decay=0.02, plain=("ways",), threads=threads)
    average = Average(judge, 0.998)
    pool = _pool(sprites, tells, seed + BATCH * checkpoints.steps(folder)) if minutes else None
    pace = Pace(minutes, RATE)
    resume(folder, judge, optimiser, average, pace)
    if pool:
        twins: Twins[Judge] = Twins(judge, 1 if device().type == "cuda" else threads)
        while not pace.is_over:
            chosen = torch.randint(len(pool[1]), (BATCH,))
            batch = (as_drawn(to_tensor(pool[0][chosen.numpy()])), pool[1][chosen])
            loss = twins.backward(_loss, tuple(each.to(device()) for each in batch))
            optimiser.step(pace.learning_rate())
            average.update(judge)
            pace.step(loss=loss)
            if pace.is_time_to_keep() or pace.is_over:
                keep(folder, judge, optimiser, average, pace)
    judge.load_state_dict(average.tensors)
    judge.eval()
    return judge


def _pool(sprites: Sprites, tells: Tells, seed: int) -> tuple[Pixels, torch.Tensor]:
    """Square pictures of every kind, and their answers."""
    kinds = [kind for kind in KINDS if kind.sizes == (SQUARE,)]
    total = sum(kind.share for kind in kinds)
    parts = []
    for number, kind in enumerate(kinds):
        world = World(sprites, size=SQUARE, mix=kind.mix)
        first = seed + number * POOL
        parts.append(_examples(world, tells, range(first, first + max(1, round(POOL * kind.share / total)))))
    return np.concatenate([pictures for pictures, _ in parts]), torch.cat([answers for _, answers in parts])


@torch.inference_mode()
def accuracy(judge: Judge, sprites: Sprites, count: int = 256) -> Accuracy:
    """Of things on plain backgrounds, and of kinds of pictures whose combinations it never saw, so many each."""
    rows: dict[str, float] = {}
    for name, mix in ASKED_OF.items():
        told, asked = _answered(judge, sprites, mix, count)
        two = asked["second"] < len(sprites.concepts)
        right = told["first"][:, :-1].topk(5).indices == asked["first"][:, None]
        if name == "two things":
            other = (told["first"][:, :-1].topk(5).indices == asked["second"][:, None]).any(1)
            rows["both of two things, top 5"] = _share((right.any(1) & other)[two])
            continue
        if name == "things":
            rows |= {"thing, top 1": _share(right[:, 0]), "thing, top 5": _share(right.any(1))}
        question = {"things": "style", "media": "medium", "settings": "setting"}[name]
        rows[question] = _share(told[question].argmax(1) == asked[question])
    return Accuracy(rows)


ASKED_OF: Final = {
    "things": PLAIN,
    "media": Mix(medium=1, setting=0, gradient=0, colour=0, two=0, nothing=0, varied=0),
    "settings": Mix(medium=0, setting=1, gradient=0, colour=0, two=0, nothing=0, varied=0),
    "two things": Mix(medium=0, setting=0, gradient=0, colour=0, two=1, nothing=0),
}
"""The kinds of pictures that the measures ask for."""


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
    return {name: [part[name].cpu() for part in parts] for name in ("first", *ASKED)}


def _examples(world: World, tells: Tells, seeds: Sequence[int]) -> tuple[Pixels, torch.Tensor]:
    examples = [world.example(seed) for seed in seeds]
    answers = torch.tensor([tells.of(each.scene) for each in examples])
    return np.stack([each.picture for each in examples]), answers


def _loss(judge: Judge, batch: tuple[torch.Tensor, ...]) -> torch.Tensor:
    """Cross-entropy of every question; of two things each is half of the answer (nothing is an answer, too)."""
    pictures, answers = batch
    with halved():
        told = {name: each.float() for name, each in judge(pictures).items()}
    concepts = told["first"].shape[1] - 1
    first, second = answers[:, 0], answers[:, 1]
    wanted = torch.zeros_like(told["first"]).scatter_add_(1, first[:, None], torch.ones_like(told["first"][:, :1]))
    is_two = second < concepts
    wanted[is_two] = wanted[is_two].scatter_add(1, second[is_two][:, None], torch.ones_like(wanted[is_two][:, :1])) / 2
    places = {name: place for place, name in enumerate(Tells(()).sizes)}
    loss = cross_entropy(told["first"], wanted)
    for name in ASKED:
        loss = loss + 0.5 * cross_entropy(told[name], answers[:, places[name]])
    return loss
