"""Trains Pocket's eye: what is in a picture of the world, how it is made, where and in which light."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

import numpy as np
import torch
from torch.nn.functional import cross_entropy, interpolate

from engine.pocket.eye import SIDE, THINGS, Eye
from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.captions import MADE, STYLES, WHEN, WHERE, with_article
from engine.pocket.recipe.world.draw import PLAIN, Mix
from engine.pocket.recipe.world.scenes import SEASONS, Scene
from engine.pocket.recipe.world.world import World

SEED = 3
RATE = 2.5e-3
BATCH = 64
POOL = 4096
"""Pictures that are shown, a few of which are new at each step."""
NEW = 16
KINDS: Final = (
    (PLAIN, 0.15),
    (Mix(medium=1, setting=0, gradient=0, colour=0.1, two=0, nothing=0, varied=0), 0.25),
    (Mix(medium=0, setting=1, gradient=0, colour=0.05, two=0, nothing=0.03, varied=0.15), 0.22),
    (Mix(medium=0, setting=0, gradient=0.05, colour=0.1, two=1, nothing=0), 0.13),
    (Mix(medium=0, setting=0, gradient=0.2, colour=0.4, two=0, nothing=0, varied=0.3), 0.1),
    (Mix(), 0.15),
)
"""What it is shown, and how often."""
SIDES: Final = (SIDE, SIDE, SIDE, 2 * SIDE)
"""Of the pictures before they are made as small as it sees them."""
WEIGHTS: Final = {"style": 0.7, "medium": 0.5, "setting": 0.5, "time": 0.25, "season": 0.2}
"""Of each question beside that of things."""


def answers_of(concepts: Sequence[Concept]) -> dict[str, list[str]]:
    """The questions, with what may be answered, as a prompt says it."""
    return {
        THINGS: [with_article(each.name) for each in concepts],
        "style": [ways[0] for ways in STYLES.values()],
        "medium": [ways[0] for ways in MADE.values()],
        "setting": [ways[0] for ways in WHERE.values()],
        "time": [ways[0] for ways in WHEN.values()],
        "season": [f"in {season}" for season in SEASONS],
    }


def answered(scene: Scene, places: Mapping[str, int]) -> list[int]:
    """Numbers of the right answers: of two things (the same twice where there is one), then of each other question.

    `places` has those of things, by their concepts' ids.
    """
    things = [places[thing.concept.id] for thing in scene.things] or [len(places)]
    backdrop = scene.backdrop
    asked: tuple[tuple[Iterable[str], str | None], ...] = (
        (STYLES, scene.style),
        (MADE, scene.medium),
        (WHERE, backdrop.setting),
        (WHEN, backdrop.time),
        (SEASONS, backdrop.season),
    )
    return [things[0], things[-1], *(_among([*answers], answer) for answers, answer in asked)]


def _among(answers: Sequence[str], answer: str | None) -> int:
    return len(answers) if answer is None else answers.index(answer)


class Shown:
    """A pool of pictures with their answers, part of which is drawn anew at each step."""

    def __init__(self, sprites: Sprites, seed: int, kinds: Sequence[tuple[Mix, float]] = KINDS) -> None:
        self._places = {concept.id: place for place, concept in enumerate(sprites.concepts)}
        self._examples = self._endless(sprites, Random(seed), kinds)
        drawn = [next(self._examples) for _ in range(POOL)]
        self._pictures = np.stack([picture for picture, _ in drawn])
        self._told = torch.tensor([told for _, told in drawn])

    def batch(self) -> tuple[torch.Tensor, torch.Tensor]:
        """Pictures (rows, 3, side, side) in [-1, 1], and the numbers of their answers (rows, questions and one)."""
        for place in torch.randint(len(self._told), (min(NEW, len(self._told)),)).tolist():
            self._pictures[place], told = next(self._examples)
            self._told[place] = torch.tensor(told)
        chosen = torch.randint(len(self._told), (BATCH,))
        return as_drawn(to_tensor(self._pictures[chosen.numpy()])), self._told[chosen]

    def _endless(
        self, sprites: Sprites, random: Random, kinds: Sequence[tuple[Mix, float]]
    ) -> Iterator[tuple[Pixels, list[int]]]:
        worlds = [{side: World(sprites, size=(side, side), mix=mix) for side in SIDES} for mix, _ in kinds]
        while True:
            (world,) = random.choices(worlds, [share for _, share in kinds])
            example = world[random.choice(SIDES)].example(random.getrandbits(31))
            yield _small(example.picture), answered(example.scene, self._places)


def train_eye(sprites: Sprites, folder: Path, *, minutes: float, threads: int = 2, begun: Eye | None = None) -> Eye:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights.

    Where there is no checkpoint it goes on from `begun`, if that answers the same, or from nothing.
    """
    torch.manual_seed(SEED)
    eye = eye_for(sprites.concepts, begun).to(device())
    optimiser = Optimiser(eye.named_parameters(), decay=0.02, plain=("ways",), threads=threads)
    training = Training(folder, eye, optimiser, Average(eye, 0.999), Pace(minutes, RATE))
    train_answering(training, Shown(sprites, SEED + training.pace.steps))
    return load_eye(sprites, folder)


def train_answering(training: Training, shown: Shown) -> None:
    """Let a model that answers what is in pictures learn from what is shown."""

    def learn() -> dict[str, float]:
        pictures, told = (each.to(device()) for each in shown.batch())
        loss, right = missed(training.model(pictures), told)
        return learnt(loss, right=right)

    training.run(learn)


def eye_for(concepts: Sequence[Concept], begun: Eye | None) -> Eye:
    """One that answers with these concepts: `begun`, where it does, or a new one."""
    answers = answers_of(concepts)
    is_usable = begun is not None and {name: list(each) for name, each in begun.answers.items()} == answers
    return begun if begun is not None and is_usable else Eye(answers)


def load_eye(sprites: Sprites, folder: Path) -> Eye:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    return averaged(folder, Eye(answers_of(sprites.concepts)))


def _small(picture: Pixels) -> Pixels:
    if picture.shape[0] == SIDE:
        return picture
    tensor = torch.tensor(picture).permute(2, 0, 1)[None].float()
    small: Pixels = interpolate(tensor, (SIDE, SIDE), mode="area")[0].permute(1, 2, 0).byte().numpy()
    return small


def missed(logits: Mapping[str, torch.Tensor], told: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Cross-entropy of every question, and how often the likeliest thing is there; of two, each is half of the answer.

    In which style the things are drawn is asked where no medium covers it.
    """
    things = logits[THINGS]
    wanted = torch.zeros_like(things)
    for column in (0, 1):
        wanted = wanted.scatter_add(1, told[:, column, None], torch.full_like(things[:, :1], 0.5))
    loss = cross_entropy(things, wanted)
    for column, (name, weight) in enumerate(WEIGHTS.items(), start=2):
        asked = told[:, column]
        if name == "style":
            asked = asked.where(told[:, 3] == logits["medium"].shape[1] - 1, -100)
        if (asked >= 0).any():
            loss = loss + weight * cross_entropy(logits[name], asked)
    right = (things.argmax(1)[:, None] == told[:, :2]).any(1).float().mean()
    return loss, right
