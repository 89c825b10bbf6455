"""Begins a folder of trainings from a model that was exported, of whose trainings nothing else is left."""

import shutil
from pathlib import Path

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from torch import nn
from transformers import CLIPTextModel

from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.adapters import vision_folder

EYE, VISION = "eye", "vision"
"""Folders of what has no checkpoint before it is trained on."""


def begin(work: Path, model: Path) -> None:
    """Put the parts of `model` where the trainings go on from; what is there already stays as it is.

    Text encoder and autoencoder are fixed from then on: the other parts know their texts and latents. Adapters and the
    network for lines begin anew, since they follow the UNet.
    """
    made = work / "model"
    made.mkdir(parents=True, exist_ok=True)
    for name in ("tokenizer", "upscaler", EYE):
        if (model / name).is_dir() and not (made / name).is_dir():
            shutil.copytree(model / name, made / name)
    if vision_folder(model).is_dir() and not (made / VISION).is_dir():
        shutil.copytree(vision_folder(model), made / VISION)
    if not (made / "text_encoder").is_dir():
        CLIPTextModel.from_pretrained(model / "text_encoder", dtype=torch.float32).save_pretrained(
            made / "text_encoder"
        )
    if not (made / "vae").is_dir():
        AutoencoderKL.from_pretrained(model / "vae", torch_dtype=torch.float32).save_pretrained(made / "vae")
    if not checkpoints.exist(work / "unet"):
        _keep(UNet2DConditionModel.from_pretrained(model / "unet", torch_dtype=torch.float32), work / "unet")


def _keep(model: nn.Module, folder: Path) -> None:
    """A checkpoint as after a training of no steps, whose average these weights are."""
    weights = model.state_dict()
    groups = {"model": weights, "average": weights, "optimiser": {"steps": torch.tensor(0)}}
    checkpoints.save(folder, checkpoints.joined(groups), {"steps": 0})
