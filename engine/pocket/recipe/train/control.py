"""Trains a ControlNet (Zhang et al. 2023, arXiv 2302.05543) beside the finished UNet, for sketches and line art."""

from pathlib import Path

import torch
from diffusers import ControlNetModel, UNet2DConditionModel
from diffusers.models.controlnets.controlnet import ControlNetConditioningEmbedding
from torch import nn

from engine.checkpoint import CONTROLS
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import new_control
from engine.pocket.recipe.train.sketches import Sketches
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.unet import Levels

RATE = 1e-3
BATCH = 32
UNTOLD = 0.5
"""The share of captions that are left out, as in Zhang et al.: what lines say alone is half of a guided picture."""
LINES = "control.controlnet_cond_embedding"
"""What reads them."""
LEVEL = 1.3
"""Of noise, as the UNet's: more of it than there, since lines say what is to be seen before anything is."""


def begun_control(unet: UNet2DConditionModel, outlines: ControlNetConditioningEmbedding) -> ControlNetModel:
    """The UNet's way down, with its weights; it reads lines as `outlines` do, and at first adds nothing."""
    control = new_control()
    kept = control.state_dict()
    control.load_state_dict(kept | {name: each for name, each in unet.state_dict().items() if name in kept})
    control.controlnet_cond_embedding.load_state_dict(outlines.state_dict())
    return control


class Controlled(nn.Module):
    """A UNet that is fixed, and the network, which alone is to be trained and kept."""

    def __init__(self, unet: UNet2DConditionModel, control: ControlNetModel) -> None:
        super().__init__()
        unet.requires_grad_(requires_grad=False)
        self.control = control
        self.unet = (unet,)  # in a tuple, so that its weights are not of this module

    def forward(
        self, noisy: torch.Tensor, steps: torch.Tensor, texts: torch.Tensor, lines: torch.Tensor
    ) -> torch.Tensor:
        """The velocity; `lines` (rows, 3, 8 * height, 8 * width) are white on black."""
        down, middle = self.control(noisy, steps, encoder_hidden_states=texts, controlnet_cond=lines, return_dict=False)
        told: torch.Tensor = self.unet[0](
            noisy,
            steps,
            encoder_hidden_states=texts,
            down_block_additional_residuals=down,
            mid_block_additional_residual=middle,
            return_dict=False,
        )[0]
        return told


def train_control(
    sketches: Sketches,
    parts: tuple[UNet2DConditionModel, ControlNetConditioningEmbedding],
    folder: Path,
    *,
    minutes: float,
) -> None:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there.

    The network is begun by the UNet and by what `train_outlines` made.
    """
    torch.manual_seed(0)
    controlled = Controlled(parts[0].to(device()), begun_control(*parts)).to(device())
    plain = ("control.controlnet_down", "control.controlnet_mid", "control.conv_in", f"{LINES}.conv_in")
    optimiser = Optimiser(controlled.named_parameters(), plain=plain, threads=1)
    pace = Pace(minutes, RATE)
    training = Training(folder, controlled, optimiser, Average(controlled, 0.99), pace)
    torch.manual_seed(pace.steps)
    levels = Levels.of_training()

    def learn() -> dict[str, float]:
        clean, texts, lines = sketches.draw(BATCH, UNTOLD)
        steps = levels.draw(BATCH, LEVEL)
        noisy, velocity = levels.noised(clean, torch.randn_like(clean), steps)
        with halved():
            made = controlled(noisy, steps.to(device()), texts, lines)
        return learnt((made.float() - velocity).square().mean())

    training.run(learn)


def load_control(folder: Path) -> ControlNetModel | None:
    """The averaged weights of the last checkpoint; None where there is none."""
    return averaged(folder, new_control(), "control.") if checkpoints.exist(folder) else None


def export_control(control: ControlNetModel, folder: Path) -> None:
    """Write it beside a model, where `engine.checkpoint` finds it for every kind of lines, in half precision."""
    control.half().save_pretrained(folder / CONTROLS)
