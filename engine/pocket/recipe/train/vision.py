"""Trains the vision encoder against the text encoder: a picture is to say what the captions of it say, and enough of
each thing, look and place by itself that one can be read off in a line.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

import numpy as np
import torch
from torch import nn
from torch.nn.functional import cross_entropy, normalize
from transformers import CLIPTextModel, CLIPTokenizer, CLIPVisionModelWithProjection
from transformers.image_utils import OPENAI_CLIP_MEAN, OPENAI_CLIP_STD

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train.kinds import KINDS, SQUARE
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS, TEXT_WIDTH, new_vision
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.tells import UNTOLD, Tells
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.captions import caption, plainly
from engine.pocket.recipe.world.scenes import Scene
from engine.pocket.recipe.world.world import World

SEED = 2
RATE = 4e-3
BATCH = 96
POOL = 8192
WORDINGS = 2
SPREAD: Final = 8.0
"""What embeddings are made smaller by for those answers."""
SCALE: Final = 20.0
"""Of cosines to logits: that of a temperature of 0.05."""
NEARNESS = 0.5
"""The weight of how near a picture comes to its own captions, beside how well it tells them from others."""
NEW = 16
"""Pictures of the pool that are new at each step."""
ASKED: Final = {"first": 1.0, "style": 1.0, "medium": 0.5, "setting": 0.5, "time": 0.25}
"""Questions that a linear way from the embedding has to answer, as adapters read it, and the weight of each."""


def seen_by(vision: CLIPVisionModelWithProjection, pictures: torch.Tensor) -> torch.Tensor:
    """Embeddings (rows, width) of pictures (rows, 3, side, side) in [-1, 1]."""
    told: torch.Tensor = vision(_scaled(pictures)).image_embeds
    return told


def states_of(vision: CLIPVisionModelWithProjection, pictures: torch.Tensor) -> torch.Tensor:
    """What the last layer but one makes of pictures (rows, 3, side, side) in [-1, 1]: (rows, STATES, width)."""
    states: torch.Tensor = vision(_scaled(pictures), output_hidden_states=True).hidden_states[-2]
    return states


@torch.inference_mode()
def states_of_nothing(vision: CLIPVisionModelWithProjection) -> torch.Tensor:
    """The same of what stands for no picture at all: pixels of nothing after scaling, (STATES, width)."""
    nothing = torch.zeros(1, 3, PIXELS, PIXELS, device=vision.device)
    states: torch.Tensor = vision(nothing, output_hidden_states=True).hidden_states[-2][0]
    return states.clone()


def _scaled(pictures: torch.Tensor) -> torch.Tensor:
    """Colours as CLIP's are."""
    middle, spread = (pictures.new_tensor(each)[:, None, None] for each in (OPENAI_CLIP_MEAN, OPENAI_CLIP_STD))
    return ((pictures / 2 + 0.5) - middle) / spread


@torch.no_grad()
def read_by(encoder: CLIPTextModel, tokenizer: CLIPTokenizer, captions: list[str]) -> torch.Tensor:
    """What the text encoder says at the captions' ends, (rows, width)."""
    end = int(tokenizer.eos_token_id)
    parts = []
    for at in range(0, len(captions), BATCH):
        tokens = tokenised(tokenizer, captions[at : at + BATCH])
        ends = (tokens == end).int().argmax(1)
        with halved():
            hidden = encoder(tokens[:, : int(ends.max()) + 1].to(device()))[0].float().cpu()
        parts.append(hidden[torch.arange(len(ends)), ends])
    return torch.cat(parts)


class Seeing(nn.Module):
    """The vision encoder, and a linear way from what it tells to the answer of each question."""

    def __init__(self, tells: Tells, begun: CLIPVisionModelWithProjection | None = None) -> None:
        super().__init__()
        torch.manual_seed(SEED)
        self.vision = (begun or new_vision()).to(device())
        self.ways = nn.ModuleDict({name: nn.Linear(TEXT_WIDTH, tells.sizes[name]) for name in ASKED}).to(device())

    def missed(self, seen: torch.Tensor, answers: torch.Tensor) -> torch.Tensor:
        """The weighted cross-entropy of embeddings (rows, width) by the answers (rows, questions), things twice: of two
        things each counts as much.
        """
        told = {name: way(seen / SPREAD) for name, way in self.ways.items()}
        total = sum(
            (ASKED[name] * cross_entropy(told[name], answers[:, place]) for place, name in enumerate(ASKED)),
            start=seen.new_zeros(()),
        )
        return total + ASKED["first"] * cross_entropy(told["first"], answers[:, -1])


def train_vision(
    seeing: Seeing, pool: "Pool", folder: Path, *, minutes: float, threads: int = 2
) -> CLIPVisionModelWithProjection:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights.

    Where there is no checkpoint it goes on from `seeing` as it is.
    """
    torch.manual_seed(SEED)
    plain = ("vision.vision_model.embeddings", "ways")
    optimiser = Optimiser(seeing.named_parameters(), decay=0.05, plain=plain, threads=threads)
    training = Training(folder, seeing, optimiser, Average(seeing, 0.998), Pace(minutes, RATE))

    def learn() -> dict[str, float]:
        pictures, wording, answers = (each.to(device()) for each in pool.draw())
        with halved():
            seen = seen_by(seeing.vision, as_drawn(pictures)).float()
        apart, right = _loss(seen, wording)
        missed = seeing.missed(seen, answers)
        return learnt(apart + missed, right=right, missed=missed)

    training.run(learn)
    return load_vision(folder)


def load_vision(folder: Path) -> CLIPVisionModelWithProjection:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    return averaged(folder, new_vision(), "vision.")


class Pool:
    """Square pictures of every kind, what the text encoder says of wordings of each, and what there is to answer."""

    def __init__(self, sprites: Sprites, texts: tuple[CLIPTokenizer, CLIPTextModel], steps: int) -> None:
        """`steps` that were taken before, so that what comes now was not seen then."""
        self._worlds = [
            (World(sprites, size=SQUARE, mix=kind.mix), kind.share) for kind in KINDS if kind.sizes == (SQUARE,)
        ]
        self._tells = Tells(sprites.concepts)
        self._tokenizer, self._encoder = texts[0], texts[1].to(device()).eval()
        self._made = SEED + steps * BATCH
        self._at = 0
        self._pictures, self._told, self._answers = self._new(POOL)

    def draw(self) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """A batch of pictures (rows, 3, side, side) in [-1, 1], of wordings (rows, width), and of answers."""
        fresh = self._new(NEW)
        places = (self._at + np.arange(NEW)) % POOL
        self._at += NEW
        self._pictures[places], self._told[places], self._answers[places] = fresh
        chosen = torch.randint(POOL, (BATCH,))
        wording = self._told[chosen, torch.randint(WORDINGS, (BATCH,))]
        return to_tensor(self._pictures[chosen.numpy()]), wording, self._answers[chosen]

    def _new(self, count: int) -> tuple[Pixels, torch.Tensor, torch.Tensor]:
        random = Random(self._made)
        worlds, shares = zip(*self._worlds, strict=True)
        examples = [world.example(self._made + at) for at, world in enumerate(random.choices(worlds, shares, k=count))]
        captions = [each for at, example in enumerate(examples) for each in _wordings(example.scene, self._made + at)]
        self._made += count
        told = read_by(self._encoder, self._tokenizer, captions).view(count, WORDINGS, -1)
        answers = torch.tensor([self._answered(each.scene) for each in examples])
        return np.stack([each.picture for each in examples]), told, answers

    def _answered(self, scene: Scene) -> list[int]:
        """The answers that are asked for, and the second thing where there is one, else the first once more."""
        every = dict(zip(self._tells.sizes, self._tells.of(scene), strict=True))
        if scene.medium:  # which hides the style
            every["style"] = UNTOLD
        return [*(every[name] for name in ASKED), every["second" if len(scene.things) > 1 else "first"]]


def _wordings(scene: Scene, seed: int) -> Sequence[str]:
    """One as captions come, and the one that leaves nothing out, which embeddings are to come near above all."""
    return [caption(scene, Random(seed)), plainly(scene)]


def _loss(seen: torch.Tensor, told: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Of embeddings (rows, width): which caption is whose, both ways, and the cosine of each with its own; and how
    often a picture finds its caption.
    """
    one, other = normalize(seen, dim=-1), normalize(told, dim=-1)
    alike = one @ other.T
    own = torch.arange(len(seen), device=seen.device)
    between = (cross_entropy(SCALE * alike, own) + cross_entropy(SCALE * alike.T, own)) / 2
    return between + NEARNESS * (1 - alike.diagonal()).mean() * SCALE, (alike.argmax(1) == own).float().mean()
