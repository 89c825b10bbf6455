"""Trains the autoencoder: pictures to latents an eighth of their size and back."""

import sys
from pathlib import Path

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch.nn.functional import avg_pool2d, l1_loss

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS, new_vae
from engine.pocket.recipe.train.twins import Twins
from engine.pocket.recipe.world.world import World

RATE = 6e-3
THREADS = 2
"""On a CPU."""
BATCH = 8
DIVERGENCE = 2e-3
POOL = 4000
SOFTNESS = (1, 2, 4)


def to_tensor(pictures: Pixels) -> torch.Tensor:
    """uint8 (count, height, width, 3) as float32 (count, 3, height, width) in [-1, 1]."""
    return torch.tensor(pictures).permute(0, 3, 1, 2).float() / 127.5 - 1


def difference(made: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """How far pictures are apart: of colours and of their steps from pixel to pixel, fine and coarse."""
    total = made.new_zeros(())
    for softness in SOFTNESS:
        one, other = (avg_pool2d(each, softness) if softness > 1 else each for each in (made, wanted))
        total = total + l1_loss(one, other)
        for dimension in (2, 3):
            total = total + l1_loss(one.diff(dim=dimension), other.diff(dim=dimension))
    return total / len(SOFTNESS)


def train_vae(sprites: Sprites, folder: Path, *, minutes: float, seed: int = 0) -> AutoencoderKL:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights."""
    torch.manual_seed(seed)
    vae = new_vae().to(device(), memory_format=torch.channels_last)
    twins = Twins(vae, 1 if device().type == "cuda" else THREADS)
    optimiser = Optimiser(vae.named_parameters(), plain=("encoder.conv_in", "decoder.conv_out"))
    average = Average(vae, 0.998)
    pace = Pace(minutes, RATE)
    if (kept := checkpoints.load(folder)) is not None:
        tensors, facts = kept
        vae.load_state_dict(checkpoints.part(tensors, "model/"))
        optimiser.restore(checkpoints.part(tensors, "optimiser/"))
        average.restore(checkpoints.part(tensors, "average/"), facts["steps"])
        pace.go_on(facts["steps"])
    world = World(sprites, size=(PIXELS, PIXELS))
    pool = np.stack([world.example(seed + number).picture for number in range(POOL)])
    random = np.random.default_rng(seed + pace.steps)
    sys.stderr.write(f"{len(pool)} pictures\n")
    while not pace.is_over:
        wanted = _some(pool, random).to(device(), memory_format=torch.channels_last)
        loss = twins.backward(_loss, (wanted,))
        norm = optimiser.step(pace.learning_rate())
        average.update(vae)
        pace.step(loss=loss, norm=norm)
        if pace.is_time_to_keep() or pace.is_over:
            groups = {"model": vae.state_dict(), "average": average.tensors, "optimiser": optimiser.to_tensors()}
            checkpoints.save(folder, checkpoints.joined(groups), {"steps": pace.steps})
    return load_vae(folder)


def _loss(vae: AutoencoderKL, batch: tuple[torch.Tensor, ...]) -> torch.Tensor:
    """How far the pictures are from what they are decoded to, and a little of how far latents are from noise."""
    (wanted,) = batch
    with halved():
        told = vae.encode(wanted).latent_dist
        made = vae.decode(told.sample()).sample.float()
    divergence = 0.5 * (told.mean.float() ** 2 + told.var.float() - 1 - told.logvar.float()).mean()
    loss: torch.Tensor = difference(made, wanted) + DIVERGENCE * divergence
    return loss


def load_vae(folder: Path) -> AutoencoderKL:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    if (kept := checkpoints.load(folder)) is None:
        raise FileNotFoundError(folder)
    vae = new_vae()
    vae.load_state_dict(checkpoints.part(kept[0], "average/"))
    return vae.eval()


def _some(pool: Pixels, random: np.random.Generator) -> torch.Tensor:
    """(count, 3, side, side) of the pool, half of them mirrored."""
    chosen = pool[random.integers(len(pool), size=BATCH)]
    is_mirrored = random.random(BATCH) < 0.5
    chosen[is_mirrored] = chosen[is_mirrored, :, ::-1]
    return to_tensor(chosen)
