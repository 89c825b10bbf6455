"""Trains the autoencoder: pictures to latents an eighth of their size and back."""

from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderKL
from torch.nn.functional import avg_pool2d, l1_loss

from engine.pocket.recipe.sources.sprites import Pixels, Sprites
from engine.pocket.recipe.train.kinds import KINDS
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import PIXELS, new_vae
from engine.pocket.recipe.train.training import Training, averaged
from engine.pocket.recipe.train.twins import Twins
from engine.pocket.recipe.world.world import World

RATE = 3e-3
THREADS = 2
"""On a CPU."""
BATCH = 16
DIVERGENCE = 3e-4
"""More than that silences channels of the latents, and colours with them."""
COLOURS = 4.0
"""The weight of how far colours are apart, squared, over cells of so many pixels."""
CELLS = (2, 8)
SOFTNESS = (1, 2, 4)
OTHERS = 0.15
"""The share of pictures that show any concept, beside the chosen ones."""


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


class Pictures:
    """Pictures of every kind, composed anew for each step, half of them mirrored."""

    def __init__(self, sprites: Sprites, drawings: Sprites, seed: int) -> None:
        size = (PIXELS, PIXELS)
        self._worlds = [World(sprites, size=size, mix=kind.mix) for kind in KINDS]
        self._all = World(drawings, size=size)
        self._random = Random(seed)
        self._seed = seed

    def draw(self, count: int) -> torch.Tensor:
        """(count, 3, side, side) in [-1, 1]."""
        return to_tensor(np.stack([self._one() for _ in range(count)]))

    def _one(self) -> Pixels:
        self._seed += 1
        is_chosen = self._random.random() >= OTHERS
        world = self._random.choices(self._worlds, [kind.share for kind in KINDS])[0] if is_chosen else self._all
        picture = world.example(self._seed).picture
        return picture[:, ::-1] if self._random.random() < 1 / 2 else picture


def train_vae(
    pictures: Pictures, folder: Path, *, minutes: float, seed: int = 0, begun: AutoencoderKL | None = None
) -> AutoencoderKL:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights.

    Where there is no checkpoint it goes on from `begun`, or from nothing.
    """
    torch.manual_seed(seed)
    vae = (begun or new_vae()).to(device(), memory_format=torch.channels_last).train()
    twins = Twins(vae, 1 if device().type == "cuda" else THREADS)
    optimiser = Optimiser(vae.named_parameters(), plain=("encoder.conv_in", "decoder.conv_out"))
    training = Training(folder, vae, optimiser, Average(vae, 0.998), Pace(minutes, RATE))

    def learn() -> dict[str, float]:
        wanted = pictures.draw(BATCH).to(device(), memory_format=torch.channels_last)
        return {"loss": twins.backward(_loss, (wanted,))}

    training.run(learn)
    return load_vae(folder)


def _loss(vae: AutoencoderKL, batch: tuple[torch.Tensor, ...]) -> torch.Tensor:
    """How far the pictures are from what they are decoded to, their colours above all, and a little of how far latents
    are from noise.
    """
    (wanted,) = batch
    with halved():
        told = vae.encode(wanted).latent_dist
        made = vae.decode(told.sample()).sample.float()
    colours = torch.stack([(avg_pool2d(made, each) - avg_pool2d(wanted, each)).square().mean() for each in CELLS])
    divergence = 0.5 * (told.mean.float() ** 2 + told.var.float() - 1 - told.logvar.float()).mean()
    loss: torch.Tensor = difference(made, wanted) + COLOURS * colours.sum() + DIVERGENCE * divergence
    return loss


def load_vae(folder: Path) -> AutoencoderKL:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    return averaged(folder, new_vae())
