"""The judge: a small classifier of pictures, trained on composed originals alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, interpolate

from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.twins import Twins
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.world import World

RATE = 4e-3
BATCH = 32
THREADS = 2
"""On a CPU."""
WIDTHS = (48, 96, 160, 192)
ASKED = ("style", "medium", "setting")
"""Beside the concepts, of which a picture may show two."""


class Stage(nn.Sequential):
    """Half the side, and one convolution more at the new one."""

    def __init__(self, given: int, made: int) -> None:
        super().__init__(
            nn.Conv2d(given, made, 3, stride=2, padding=1),
            nn.GroupNorm(8, made),
            nn.SiLU(),
            nn.Conv2d(made, made, 3, padding=1),
            nn.GroupNorm(8, made),
            nn.SiLU(),
        )


class Judge(nn.Module):
    """Pictures (rows, 3, height, width) in [-1, 1], of any size, to each question's answers."""

    def __init__(self, sizes: dict[str, int]) -> None:
        super().__init__()
        self.stages = nn.Sequential(*(Stage(*each) for each in zip((3, *WIDTHS), WIDTHS, strict=False)))
        self.ways = nn.ModuleDict({name: nn.Linear(WIDTHS[-1], sizes[name]) for name in ("first", *ASKED)})

    def forward(self, pictures: torch.Tensor) -> dict[str, torch.Tensor]:
        """Logits by question, (rows, answers)."""
        if pictures.shape[-2:] != (PIXELS, PIXELS):
            pictures = interpolate(pictures, (PIXELS, PIXELS), mode="area")
        seen = self.stages(pictures).mean((2, 3))
        return {name: way(seen) for name, way in self.ways.items()}


@dataclass(frozen=True)
class Accuracy:
    """On held-out combinations, each in [0, 1]. `top` are of one thing asked for, best and best five."""

    top: tuple[float, float]
    others: dict[str, float]


def train_judge(sprites: Sprites, folder: Path, *, minutes: float, seed: int = 1) -> Judge:
    """Go on for so many minutes from the checkpoint in `folder`; held-out combinations are never seen."""
    torch.manual_seed(seed)
    tells = Tells(sprites.concepts)
    judge = Judge(tells.sizes).to(device())
    optimiser = Optimiser(judge.named_parameters(), decay=0.02, plain=("ways",))
    average = Average(judge)
    twins: Twins[Judge] = Twins(judge, 1 if device().type == "cuda" else THREADS)
    pace = Pace(minutes, RATE)
    if (kept := checkpoints.load(folder)) is not None:
        tensors, facts = kept
        judge.load_state_dict(checkpoints.part(tensors, "model/"))
        optimiser.restore(checkpoints.part(tensors, "optimiser/"))
        average.restore(checkpoints.part(tensors, "average/"), facts["steps"])
        pace.go_on(facts["steps"])
    world = World(sprites, size=(PIXELS, PIXELS))
    while not pace.is_over:
        at = seed + pace.steps * BATCH
        batch = _examples(world, tells, range(at, at + BATCH))
        loss = twins.backward(_loss, tuple(each.to(device()) for each in batch))
        optimiser.step(pace.learning_rate())
        average.update(judge)
        pace.step(loss=loss)
        if pace.is_time_to_keep() or pace.is_over:
            groups = {"model": judge.state_dict(), "average": average.tensors, "optimiser": optimiser.to_tensors()}
            checkpoints.save(folder, checkpoints.joined(groups), {"steps": pace.steps})
    judge.load_state_dict(average.tensors)
    judge.eval()
    return judge


@torch.inference_mode()
def accuracy(judge: Judge, sprites: Sprites, count: int = 512) -> Accuracy:
    """On so many pictures of combinations that the judge never saw."""
    tells = Tells(sprites.concepts)
    world = World(sprites, size=(PIXELS, PIXELS), held_out=True)
    pictures, answers = _examples(world, tells, range(count))
    told = {name: torch.cat(each) for name, each in _told(judge, pictures).items()}
    asked = dict(zip(tells.sizes, answers.T, strict=True))
    nothing, single = len(sprites.concepts), asked["second"] == len(sprites.concepts)
    single &= asked["first"] != nothing
    top = tuple(
        float((told["first"][single].topk(best).indices == asked["first"][single][:, None]).any(1).float().mean())
        for best in (1, 5)
    )
    others = {name: float((told[name].argmax(1) == asked[name]).float().mean()) for name in ASKED}
    return Accuracy((top[0], top[1]), others)


def _told(judge: Judge, pictures: torch.Tensor) -> dict[str, list[torch.Tensor]]:
    parts = [judge(part.to(device())) for part in torch.split(pictures, 64)]
    return {name: [part[name].cpu() for part in parts] for name in ("first", *ASKED)}


def _examples(world: World, tells: Tells, seeds: Sequence[int]) -> tuple[torch.Tensor, torch.Tensor]:
    examples = [world.example(seed) for seed in seeds]
    answers = torch.tensor([tells.of(each.scene) for each in examples])
    return to_tensor(np.stack([each.picture for each in examples])), answers


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
