"""Examples as latents with their captions, kept on disk a shard at a time, so that no training composes or encodes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
from diffusers import AutoencoderKL
from safetensors.torch import load_file, save_file

from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.kinds import kind_of, size_of
from engine.pocket.recipe.train.machine import device, halved
from engine.pocket.recipe.train.sizes import PIXELS
from engine.pocket.recipe.train.tells import Tells
from engine.pocket.recipe.train.vae import to_tensor
from engine.pocket.recipe.world.captions import caption
from engine.pocket.recipe.world.world import Example, World

SHARD = 1024
BATCH = 16
CAPTIONS = 6
"""Wordings kept of each scene."""


@dataclass(frozen=True)
class Shard:
    """`latents` are float16 (count, channels, height, width) of unit variance, with several `captions` for each.

    `answers` are as Tells has them, `number` says which of all shards it is.
    """

    latents: torch.Tensor
    captions: Sequence[Sequence[str]]
    answers: torch.Tensor
    number: int


def normalised(vae: AutoencoderKL, sprites: Sprites, count: int = 256) -> AutoencoderKL:
    """The same autoencoder with latents of mean 0 and variance 1 in each channel, by its own 1 x 1 convolutions."""
    world = World(sprites, size=(PIXELS, PIXELS))
    pictures = np.stack([world.example(number).picture for number in range(count)])
    with torch.no_grad():
        means = torch.cat([vae.encode(to_tensor(each)).latent_dist.mean for each in np.array_split(pictures, 16)])
        middle, spread = means.mean((0, 2, 3)), means.std((0, 2, 3))
        quant, post = vae.quant_conv, vae.post_quant_conv
        half = len(middle)
        quant.bias[:half] -= middle
        quant.weight[:half] /= spread[:, None, None, None]
        quant.bias[:half] /= spread
        quant.bias[half:] -= 2 * spread.log()
        post.bias += post.weight[:, :, 0, 0] @ middle
        post.weight *= spread[None, :, None, None]
    vae.register_to_config(scaling_factor=1.0)
    return vae


def examples_of(sprites: Sprites, number: int, count: int) -> list[Example]:
    """Those of the shard of this number, where each shard has `count`: the same whenever they are composed."""
    world = World(sprites, size=size_of(number), mix=kind_of(number).mix)
    return [world.example(number * count + each) for each in range(count)]


@torch.inference_mode()
def encode_shard(vae: AutoencoderKL, sprites: Sprites, folder: Path, number: int) -> None:
    """Write that shard, where it is not there yet."""
    path = folder / f"{number:05}.safetensors"
    if path.is_file():
        return
    folder.mkdir(parents=True, exist_ok=True)
    examples, tells = examples_of(sprites, number, SHARD), Tells(sprites.concepts)
    parts = []
    for at in range(0, SHARD, BATCH):
        pictures = to_tensor(np.stack([each.picture for each in examples[at : at + BATCH]]))
        with halved():
            told = vae.encode(pictures.to(device(), memory_format=torch.channels_last)).latent_dist.mean
        parts.append((told.float() * vae.config.scaling_factor).half().cpu())
    captions = [[caption(each.scene, Random(number + 1)) for number in range(CAPTIONS)] for each in examples]
    answers = torch.tensor([tells.of(each.scene) for each in examples])
    fresh = path.with_suffix(".new")
    save_file({"latents": torch.cat(parts).contiguous(), "answers": answers}, fresh, {"captions": json.dumps(captions)})
    fresh.rename(path)


def load_shards(folder: Path, known: int = 0, most: int | None = None) -> list[Shard]:
    """The shards behind the first `known`, in their order; of the first `most` of all, where not of all."""
    shards = []
    for path in sorted(folder.glob("*.safetensors"))[known:most]:
        tensors = load_file(path)
        with path.open("rb") as opened:
            length = int.from_bytes(opened.read(8), "little")
            captions = json.loads(json.loads(opened.read(length))["__metadata__"]["captions"])
        shards.append(Shard(tensors["latents"], captions, tensors["answers"], int(path.stem)))
    return shards
