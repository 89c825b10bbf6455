"""Repositories as makers of models lay them out, with content that is random and small."""

import json
import random
from functools import cache

Files = dict[str, bytes]
UNET = "unet/diffusion_pytorch_model.safetensors"
FIRST, SECOND = "a" * 40, "b" * 40


LONG = 24_000_000
"""Bytes of the largest file: the hub's library writes ten million at a time."""


@cache
def sd15(seed: int = 0) -> Files:
    """A checkpoint of Stable Diffusion 1.5's kind, in two precisions, with what nobody needs beside it."""
    chance = random.Random(seed)
    weights = {folder: chance.randbytes(300_000) for folder in ("vae", "text_encoder")}
    weights["unet"] = chance.randbytes(LONG)
    names = {"unet": "diffusion_pytorch_model", "vae": "diffusion_pytorch_model", "text_encoder": "model"}
    files = {f"{folder}/{names[folder]}.safetensors": content for folder, content in weights.items()}
    files |= {
        f"{folder}/{names[folder]}.fp16.safetensors": content[: len(content) - 1000]
        for folder, content in weights.items()
    }
    files |= {f"{folder}/config.json": json.dumps({"sample_size": 64}).encode() for folder in weights}
    return files | {
        "model_index.json": b'{"_class_name": "StableDiffusionPipeline"}',
        "README.md": b"# A model",
        "v1-5-pruned.ckpt": b"\x80\x04pickle",
        "scheduler/scheduler_config.json": b"{}",
        "tokenizer/vocab.json": b"{}",
        "tokenizer/merges.txt": b"#version",
        "safety_checker/model.safetensors": b"unwanted",
        "unet/diffusion_pytorch_model.bin": b"\x80\x04pickle",
    }
