"""Trains what a ControlNet begins with: of lines alone it tells what the UNet's first layer would say of the picture,
as far as lines tell that, so that the UNet's own way down can read it.

A network that begins with nothing has to learn both at once, what lines mean and what to do about them, and each only
as fast as it has the other.
"""

from pathlib import Path

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.controlnets.controlnet import ControlNetConditioningEmbedding
from torch.nn.functional import conv2d

from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import new_outlines
from engine.pocket.recipe.train.sketches import Sketches
from engine.pocket.recipe.train.training import Training, averaged, learnt

RATE = 2e-3
BATCH = 64


def train_outlines(
    sketches: Sketches, unet: UNet2DConditionModel, folder: Path, *, minutes: float
) -> ControlNetConditioningEmbedding:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there; the averaged weights."""
    torch.manual_seed(0)
    outlines = new_outlines().to(device(), memory_format=torch.channels_last)
    optimiser = Optimiser(outlines.named_parameters(), plain=("conv_in",), threads=1)
    pace = Pace(minutes, RATE)
    training = Training(folder, outlines, optimiser, Average(outlines, 0.99), pace)
    torch.manual_seed(pace.steps)
    first = unet.conv_in.weight.detach().float().to(device())

    def learn() -> dict[str, float]:
        clean, lines = sketches.draw_alone(BATCH)
        said = conv2d(clean, first, padding="same")
        with halved():
            made = outlines(lines.contiguous(memory_format=torch.channels_last))
        return learnt((made.float() - said).square().mean() / said.square().mean())

    training.run(learn)
    return load_outlines(folder)


def load_outlines(folder: Path) -> ControlNetConditioningEmbedding:
    """The averaged weights of the last checkpoint. Raises FileNotFoundError where there is none."""
    return averaged(folder, new_outlines())
