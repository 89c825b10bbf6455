"""Trains the upscaler: from what the autoencoder makes of a small picture to the same scene composed larger."""

from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderKL

from engine.families.upscaler import Upscaler, load_upscaler
from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.vae import difference, to_tensor
from engine.pocket.recipe.world.draw import Draw, Mix
from engine.pocket.recipe.world.world import World

RATE = 3e-3
BATCH, CROP = 8, 32
POOL = 384
MIX = Mix(medium=0.15, two=0.1, varied=0.5)


def train_upscaler(sprites: Sprites, vae: AutoencoderKL, folder: Path, *, minutes: float, seed: int = 0) -> Upscaler:
    """Go on for so many minutes from the checkpoint in `folder`/upscaler, or where there is none from what lies under
    `folder`/model, and write it there.
    """
    torch.manual_seed(seed)
    upscaler = (load_upscaler(folder / "model") or Upscaler()).to(device()).train()
    small, large = _pairs(sprites, vae.eval().to(device()), upscaler.scale, seed)
    optimiser = Optimiser(upscaler.named_parameters(), plain=("body.0.",))
    pace = Pace(minutes, RATE)
    training = Training(folder / "upscaler", upscaler, optimiser, Average(upscaler, 0.998), pace)
    random = Random(seed + pace.steps)

    def learn() -> dict[str, float]:
        crops = [_crop(small, large, upscaler.scale, random) for _ in range(BATCH)]
        given, wanted = (torch.stack(each).to(device()) for each in zip(*crops, strict=True))
        with halved():
            made = upscaler(given.to(memory_format=torch.channels_last)).float()
        return learnt(difference(made, wanted))

    training.run(learn)
    averaged(folder / "upscaler", upscaler).save(folder / "model")
    return upscaler


@torch.inference_mode()
def _pairs(sprites: Sprites, vae: AutoencoderKL, scale: int, seed: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Decoded pictures and their larger originals, (count, 3, height, width) in [0, 1]."""
    draw = Draw(sprites, mix=MIX)
    scenes = [draw.scene(seed + number) for number in range(POOL)]
    worlds = [World(sprites, size=(side, side)) for side in (PIXELS, PIXELS * scale)]
    small, large = (to_tensor(np.stack([world.picture(scene) for scene in scenes])) for world in worlds)
    parts = torch.split(small, 16)
    decoded = [vae.decode(vae.encode(each.to(device())).latent_dist.mean).sample.cpu() for each in parts]
    return (torch.cat(decoded) / 2 + 0.5).clamp(0, 1), large / 2 + 0.5


def _crop(small: torch.Tensor, large: torch.Tensor, scale: int, random: Random) -> tuple[torch.Tensor, torch.Tensor]:
    number = random.randrange(len(small))
    top, left = (random.randrange(small.shape[-1] - CROP + 1) for _ in range(2))
    rows, columns = slice(top, top + CROP), slice(left, left + CROP)
    wide = [slice(each.start * scale, each.stop * scale) for each in (rows, columns)]
    return small[number][:, rows, columns], large[number][:, wide[0], wide[1]]
