"""Writes the model as diffusers keeps one, in half precision, small enough to ship."""

import json
from pathlib import Path

import torch
from diffusers import AutoencoderKL, StableDiffusionPipeline, UNet2DConditionModel
from transformers import CLIPTextModel, CLIPTokenizer

from engine.checkpoint import SETTINGS
from engine.families.senses import FILE
from engine.pocket.recipe.train.sizes import new_scheduler
from engine.pocket.recipe.world.senses import senses

AT_MOST = 40 * 1024 * 1024
"""Bytes of all files together."""


OWN = {"steps": 20, "guidance_scale": 4.0, "led_guidance_scale": 2.5, "control_scale": 1.5}
"""The settings that suit it."""
MEASURED = "image_scale"
"""One that `python -m bench.weight --calibrate` writes, and that stays until it does so again."""


class TooLarge(Exception):
    """The model is larger than what may be shipped; the text says by how much."""


def export(
    folder: Path, unet: UNet2DConditionModel, vae: AutoencoderKL, texts: tuple[CLIPTokenizer, CLIPTextModel]
) -> None:
    """Write the model into the folder."""
    pipeline = StableDiffusionPipeline(
        unet=unet,
        vae=vae,
        text_encoder=texts[1],
        tokenizer=texts[0],
        scheduler=new_scheduler(),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.to(dtype=torch.float16)
    pipeline.save_pretrained(folder)
    for config in folder.glob("*/config.json"):
        told = json.loads(config.read_text(encoding="utf-8"))
        told.pop("_name_or_path", None)  # where it was loaded from is nobody's business
        config.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    (folder / SETTINGS).write_text(json.dumps(OWN | _measured(folder / SETTINGS)), encoding="utf-8")
    (folder / FILE).write_text(json.dumps(senses(), ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def _measured(file: Path) -> dict[str, float]:
    """What was measured of the model that lay there before."""
    told = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return {MEASURED: told[MEASURED]} if MEASURED in told else {}


def size_of(folder: Path) -> int:
    """The bytes of the model that was written there. Raises TooLarge for more than may be shipped."""
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    if size > AT_MOST:
        raise TooLarge(f"{folder} has {size / 2**20:.1f} MB, and may have {AT_MOST / 2**20:.0f}.")
    return size
