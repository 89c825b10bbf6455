"""A real SD-1.5-shaped model at tiny random size, with IP-Adapters, in the folders and files of the real ones.

Block names, the 16 cross-attention layers, the VAE's factor of 8 and the keys of the adapters' files are the real ones,
so that every path of the engine runs; only the widths are small. Made anew for each test run, from fixed seeds.
"""

from collections.abc import Sequence
from pathlib import Path

import torch
from diffusers import AutoencoderKL, PNDMScheduler, StableDiffusionPipeline, UNet2DConditionModel
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer, CLIPVisionConfig, CLIPVisionModelWithProjection
from transformers.utils import logging

TEXT_WIDTH = 32
VISION_WIDTH = 64
PICTURE_TOKENS = 4
LOUDER = 4.0
"""Random weights hardly react to text; cross-attention this much stronger lets prompts and pictures show."""
MERGES = [("c", "a"), ("ca", "t</w>"), ("d", "o"), ("do", "g</w>"), ("r", "e"), ("re", "d</w>")]
Tensors = dict[str, torch.Tensor]


def make_tiny_sd15(folder: Path, widths: Sequence[int] = (8, 16, 16, 16), size: int = 8) -> Path:
    """The model in `folder` as diffusers keeps one, its adapters in `folder/ip_adapter` as h94/IP-Adapter does.

    `widths` are the UNet's, `size` the side of its own latents.
    """
    logging.disable_progress_bar()
    random = torch.random.get_rng_state()
    torch.manual_seed(0)
    unet, tokenizer = _unet(widths, size), tiny_tokenizer()
    pipeline = StableDiffusionPipeline(
        unet=unet,
        vae=tiny_vae(),
        text_encoder=CLIPTextModel(tiny_text_config(tokenizer)),
        tokenizer=tokenizer,
        scheduler=PNDMScheduler(
            beta_start=0.00085, beta_end=0.012, beta_schedule="scaled_linear", steps_offset=1, skip_prk_steps=True
        ),
        safety_checker=None,
        feature_extractor=None,
        requires_safety_checker=False,
    )
    pipeline.save_pretrained(folder)
    models = folder / "ip_adapter" / "models"
    models.mkdir(parents=True)
    save_adapter(models / "ip-adapter_sd15.safetensors", base_projection(), adapter_attention(unet))
    save_adapter(models / "ip-adapter-plus_sd15.safetensors", resampler(), adapter_attention(unet))
    save_adapter(models / "ip-adapter-plus-face_sd15.safetensors", resampler(), adapter_attention(unet))
    tiny_vision().save_pretrained(models / "image_encoder")
    torch.random.set_rng_state(random)
    return folder


def tiny_tokenizer(padding: str = "<|endoftext|>") -> CLIPTokenizer:
    """Byte-level like OpenAI's: 256 symbols, the same at a word's end, the merges, and the two marks last."""
    symbols = byte_symbols()
    words = symbols + [f"{symbol}</w>" for symbol in symbols] + ["".join(merge) for merge in MERGES]
    words += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: number for number, word in enumerate(words)}
    return CLIPTokenizer(vocab=vocabulary, merges=MERGES, pad_token=padding, model_max_length=77)


def byte_symbols() -> list[str]:
    """The signs that stand for bytes in the vocabularies of GPT-2's kind."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) for byte in printable] + [chr(256 + number) for number in range(len(others))]


def tiny_text_config(tokenizer: CLIPTokenizer) -> CLIPTextConfig:
    """Of a text model for that tokenizer."""
    end = tokenizer.eos_token_id
    return CLIPTextConfig(
        vocab_size=len(tokenizer),
        hidden_size=TEXT_WIDTH,
        intermediate_size=2 * TEXT_WIDTH,
        num_hidden_layers=3,
        num_attention_heads=4,
        projection_dim=TEXT_WIDTH,
        bos_token_id=end - 1,
        eos_token_id=end,
        pad_token_id=tokenizer.pad_token_id,
    )


def _unet(widths: Sequence[int], size: int) -> UNet2DConditionModel:
    unet = UNet2DConditionModel(
        sample_size=size,
        layers_per_block=2,
        block_out_channels=tuple(widths),
        norm_num_groups=4,
        cross_attention_dim=TEXT_WIDTH,
        attention_head_dim=2,
        down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",),
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3,
    )
    return louder(unet)


def louder(unet: UNet2DConditionModel) -> UNet2DConditionModel:
    """The same with stronger cross-attention."""
    with torch.no_grad():
        for name, weight in unet.named_parameters():
            if "attn2" in name and name.endswith("weight"):
                weight.mul_(LOUDER)
    return unet


def tiny_vae(scaling_factor: float = 0.18215) -> AutoencoderKL:
    """Eight pixels a latent, as the real one."""
    return AutoencoderKL(
        latent_channels=4,
        sample_size=64,
        scaling_factor=scaling_factor,
        block_out_channels=(8,) * 4,
        layers_per_block=1,
        norm_num_groups=4,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )


def tiny_vision() -> CLIPVisionModelWithProjection:
    """What adapters look through."""
    return CLIPVisionModelWithProjection(
        CLIPVisionConfig(
            hidden_size=VISION_WIDTH,
            intermediate_size=VISION_WIDTH,
            projection_dim=TEXT_WIDTH,
            num_hidden_layers=3,
            num_attention_heads=4,
            image_size=32,
            patch_size=8,
        )
    )


def random_weights(*shape: int) -> torch.Tensor:
    """Of a variance that leaves that of their input as it is."""
    return torch.randn(*shape) / shape[-1] ** 0.5


def adapter_attention(unet: UNet2DConditionModel, text_width: int = TEXT_WIDTH) -> Tensors:
    """Keys 1, 3, 5, ...: two matrices for each cross-attention layer, in the order of `unet.attn_processors`."""
    weights: Tensors = {}
    layers = [name.removesuffix(".processor") for name in unet.attn_processors if "attn2" in name]
    for number, name in enumerate(layers):
        width = unet.get_submodule(name).inner_dim
        for matrix in ("to_k_ip", "to_v_ip"):
            weights[f"{2 * number + 1}.{matrix}.weight"] = 2 * random_weights(width, text_width)
    return weights


def base_projection(text_width: int = TEXT_WIDTH) -> Tensors:
    """Four tokens from the picture's pooled embedding."""
    width = PICTURE_TOKENS * text_width
    return {
        "proj.weight": random_weights(width, TEXT_WIDTH),
        "proj.bias": torch.zeros(width),
        "norm.weight": torch.ones(text_width),
        "norm.bias": torch.zeros(text_width),
    }


def resampler(text_width: int = TEXT_WIDTH, queries: int = 16, width: int = 64) -> Tensors:
    """Sixteen tokens drawn from the vision model's penultimate layer by a perceiver of four layers."""
    weights = {
        "latents": torch.randn(1, queries, width),
        "proj_in.weight": random_weights(width, VISION_WIDTH),
        "proj_in.bias": torch.zeros(width),
        "proj_out.weight": random_weights(text_width, width),
        "proj_out.bias": torch.zeros(text_width),
        "norm_out.weight": torch.ones(text_width),
        "norm_out.bias": torch.zeros(text_width),
    }
    for layer in range(4):
        for norm in ("0.norm1", "0.norm2", "1.0"):
            weights[f"layers.{layer}.{norm}.weight"] = torch.ones(width)
            weights[f"layers.{layer}.{norm}.bias"] = torch.zeros(width)
        for name, rows, columns in (
            ("0.to_q", 64, width),
            ("0.to_kv", 128, width),
            ("0.to_out", width, 64),
            ("1.1", 4 * width, width),
            ("1.3", width, 4 * width),
        ):
            weights[f"layers.{layer}.{name}.weight"] = random_weights(rows, columns)
    return weights


def save_adapter(path: Path, projection: Tensors, attention: Tensors) -> None:
    """Write the file as h94/IP-Adapter has it."""
    named = {f"image_proj.{key}": value for key, value in projection.items()}
    named |= {f"ip_adapter.{key}": value for key, value in attention.items()}
    save_file(named, path)
