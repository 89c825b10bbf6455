"""Trains the vision encoder against the text encoder: a picture is to say what the captions of it say."""

from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Final

import numpy as np
import torch
from torch.nn.functional import cross_entropy, normalize
from transformers import CLIPTextModel, CLIPTokenizer, CLIPVisionModelWithProjection
from transformers.image_utils import OPENAI_CLIP_MEAN, OPENAI_CLIP_STD

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.kinds import KINDS, SQUARE
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.resuming import keep, resume
from engine.pocket.recipe.train.sizes import new_vision
from engine.pocket.recipe.train.softer import as_drawn
from engine.pocket.recipe.train.text import tokenised
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.captions import caption
from engine.pocket.recipe.world.scenes import Scene
from engine.pocket.recipe.world.world import World

SEED = 2
RATE = 4e-3
BATCH = 96
POOL = 8192
WORDINGS = 2
SCALE: Final = 20.0
"""Of cosines to logits: that of a temperature of 0.05."""
NEARNESS = 0.5
"""The weight of how near a picture comes to its own captions, beside how well it tells them from others."""


def seen_by(vision: CLIPVisionModelWithProjection, pictures: torch.Tensor) -> torch.Tensor:
    """Embeddings (rows, width) of pictures (rows, 3, side, side) in [-1, 1], whose colours are scaled as CLIP's are."""
    middle, spread = (pictures.new_tensor(each)[:, None, None] for each in (OPENAI_CLIP_MEAN, OPENAI_CLIP_STD))
    told: torch.Tensor = vision(((pictures / 2 + 0.5) - middle) / spread).image_embeds
    return told


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


def train_vision(
    sprites: Sprites,
    texts: tuple[CLIPTokenizer, CLIPTextModel],
    folder: Path,
    *,
    minutes: float,
    threads: int = 2,
) -> CLIPVisionModelWithProjection:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights."""
    torch.manual_seed(SEED)
    vision = new_vision().to(device())
    optimiser = Optimiser(vision.named_parameters(), decay=0.05, plain=("vision_model.embeddings",), threads=threads)
    average = Average(vision, 0.998)
    pictures, told = _pool(sprites, texts, SEED + BATCH * checkpoints.steps(folder))
    pace = Pace(minutes, RATE)
    resume(folder, vision, optimiser, average, pace)
    while not pace.is_over:
        chosen = torch.randint(len(told), (BATCH,))
        wording = told[chosen, torch.randint(WORDINGS, (BATCH,))].to(device())
        with halved():
            seen = seen_by(vision, as_drawn(to_tensor(pictures[chosen.numpy()])).to(device())).float()
        loss, right = _loss(seen, wording)
        torch.autograd.backward(loss)
        optimiser.step(pace.learning_rate())
        average.update(vision)
        pace.step(loss=loss.item(), right=right.item())
        if pace.is_time_to_keep() or pace.is_over:
            keep(folder, vision, optimiser, average, pace)
    return load_vision(folder)


def load_vision(folder: Path) -> CLIPVisionModelWithProjection:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    if (kept := checkpoints.load(folder)) is None:
        raise FileNotFoundError(folder)
    vision = new_vision()
    vision.load_state_dict(checkpoints.part(kept[0], "average/"))
    return vision.eval()


def _pool(sprites: Sprites, texts: tuple[CLIPTokenizer, CLIPTextModel], seed: int) -> tuple[Pixels, torch.Tensor]:
    """Square pictures of every kind, and what the text encoder says of wordings of each, (count, wordings, width)."""
    kinds = [kind for kind in KINDS if kind.sizes == (SQUARE,)]
    total = sum(kind.share for kind in kinds)
    pictures: list[Pixels] = []
    captions: list[str] = []
    for number, kind in enumerate(kinds):
        world = World(sprites, size=SQUARE, mix=kind.mix)
        for at in range(max(1, round(POOL * kind.share / total))):
            example = world.example(seed + number * POOL + at)
            pictures.append(example.picture)
            captions += _wordings(example.scene, at)
    tokenizer, encoder = texts
    told = read_by(encoder.to(device()).eval(), tokenizer, captions)
    return np.stack(pictures), told.view(len(pictures), WORDINGS, -1)


def _wordings(scene: Scene, seed: int) -> Sequence[str]:
    return [caption(scene, Random(seed * WORDINGS + each)) for each in range(WORDINGS)]


def _loss(seen: torch.Tensor, told: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Of embeddings (rows, width): which caption is whose, both ways, and the cosine of each with its own; and how
    often a picture finds its caption.
    """
    one, other = normalize(seen, dim=-1), normalize(told, dim=-1)
    alike = one @ other.T
    own = torch.arange(len(seen), device=seen.device)
    between = (cross_entropy(SCALE * alike, own) + cross_entropy(SCALE * alike.T, own)) / 2
    return between + NEARNESS * (1 - alike.diagonal()).mean() * SCALE, (alike.argmax(1) == own).float().mean()
