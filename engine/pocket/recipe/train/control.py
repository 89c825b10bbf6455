"""Trains a ControlNet (Zhang et al. 2023, arXiv 2302.05543) beside the finished UNet, for sketches and line art."""

from collections import deque
from pathlib import Path

import torch
from diffusers import AutoencoderKL, ControlNetModel, UNet2DConditionModel
from torch import nn
from torch.nn.functional import interpolate, max_pool2d

from engine.checkpoint import CONTROLS
from engine.families.edges import LOW, finer, lineart
from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace
from engine.pocket.recipe.train.sizes import new_unet
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.unet import Captioned, Levels

RATE = 1e-3
BATCH = 32
KEPT, NEW = 64, 0.3
"""Batches whose lines are kept, and how often one is drawn anew: that takes as long as a step."""
UNTOLD = 0.5
"""The share of captions that are left out, as in Zhang et al.: what lines say alone is half of a guided picture."""
LEVEL = 1.3
"""Of noise, as the UNet's: more of it than there, since lines say what is to be seen before anything is."""
EMBEDDED = (16, 32, 64, 128)
"""Channels of what makes a picture of lines as small as the latents."""
PLAIN, CUTS = 0.6, (0.15, 0.45)
"""The share of pictures whose lines are white alone, and from which strength of an edge on."""
THICKER = 0.25
"""The share of pictures whose lines are those of a thicker pencil."""
GAPS = 0.3
"""The share of pictures of which a part of the lines is left out, as in a sketch that is not finished."""
FAINTEST = 0.4
"""How bright lines are at least."""


def new_control(unet: UNet2DConditionModel) -> ControlNetModel:
    """The way down of the UNet, with its weights, that at first adds nothing."""
    return ControlNetModel.from_unet(unet, conditioning_embedding_out_channels=EMBEDDED)


class Controlled(nn.Module):
    """A UNet that is fixed, and the network, which alone is to be trained and kept."""

    def __init__(self, unet: UNet2DConditionModel) -> None:
        super().__init__()
        unet.requires_grad_(requires_grad=False)
        self.control = new_control(unet)
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
    captioned: Captioned, parts: tuple[UNet2DConditionModel, AutoencoderKL], folder: Path, *, minutes: float
) -> None:
    """Go on for so many minutes from the checkpoint in `folder`, and write one there."""
    torch.manual_seed(0)
    unet, vae = parts[0].to(device()), parts[1].to(device(), memory_format=torch.channels_last)
    controlled = Controlled(unet).to(device())
    plain = ("control.controlnet_", "control.conv_in")
    optimiser = Optimiser(controlled.named_parameters(), plain=plain, threads=1)
    pace = Pace(minutes, RATE)
    training = Training(folder, controlled, optimiser, Average(controlled, 0.99), pace)
    torch.manual_seed(pace.steps)
    levels = Levels.of_training()
    sketched: deque[tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = deque(maxlen=KEPT)

    def learn() -> dict[str, float]:
        if not sketched or torch.rand(()) < NEW:
            clean, texts = captioned.draw(BATCH, UNTOLD)
            sketched.append((clean, texts, drawn_lines(vae, clean)))
        clean, texts, lines = sketched[int(torch.randint(len(sketched), ()))]
        steps = levels.draw(BATCH, LEVEL)
        noisy, velocity = levels.noised(clean, torch.randn_like(clean), steps)
        with halved():
            made = controlled(noisy, steps.to(device()), texts, lines)
        return learnt((made.float() - velocity).square().mean())

    training.run(learn)


@torch.no_grad()
def drawn_lines(vae: AutoencoderKL, latents: torch.Tensor) -> torch.Tensor:
    """Along the edges of what these latents decode to, as pencils of many kinds would: (rows, 3, height, width)."""
    with halved():
        pictures = vae.decode(latents.to(memory_format=torch.channels_last) / vae.config.scaling_factor).sample
    seen = (pictures.float() / 2 + 0.5).clamp(0, 1).cpu()
    return torch.stack([_sketched(each) for each in seen]).to(latents.device)


def _sketched(picture: torch.Tensor) -> torch.Tensor:
    _, height, width = picture.shape
    times = finer((width, height))
    large = interpolate(picture[None], scale_factor=times)[0]  # of squares, so that what is soft has edges too
    lines = max_pool2d(lineart(large), times)
    lines /= lines.amax().clamp(min=LOW)
    if torch.rand(()) < PLAIN:
        lines = (lines > torch.empty(()).uniform_(*CUTS)).float()
    if torch.rand(()) < THICKER:
        lines = max_pool2d(lines, 3, stride=1, padding=1)
    if torch.rand(()) < GAPS:
        top, left = int(torch.randint(height, ())), int(torch.randint(width, ()))
        lines[:, top : top + height // 2, left : left + width // 2] = 0
    return lines * (FAINTEST + (1 - FAINTEST) * torch.rand(()))


def load_control(folder: Path) -> ControlNetModel | None:
    """The averaged weights of the last checkpoint; None where there is none."""
    return averaged(folder, new_control(new_unet()), "control.") if checkpoints.exist(folder) else None


def export_control(control: ControlNetModel, folder: Path) -> None:
    """Write it beside a model, where `engine.checkpoint` finds it for every kind of lines, in half precision."""
    control.half().save_pretrained(folder / CONTROLS)
