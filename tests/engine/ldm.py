"""Tiny models written as one file, in the key layout of CompVis' latent-diffusion and Stability's generative-models.

The way back from diffusers' names, as diffusers' own script convert_diffusers_to_original_stable_diffusion.py goes it;
widths are multiples of 32 and 64, since the file does not tell groups and heads.
"""

import re
from pathlib import Path
from typing import Any

import torch
from diffusers import (
    AutoencoderKL,
    EulerDiscreteScheduler,
    PNDMScheduler,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from safetensors.torch import save_file
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from engine.single.shell import shell_of

Tensors = dict[str, torch.Tensor]
WORDS = 49408
_RESNET = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "time_emb_proj": "emb_layers.1",
    "conv_shortcut": "skip_connection",
}
_UNET = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "add_embedding.linear_1": "label_emb.0.0",
    "add_embedding.linear_2": "label_emb.0.2",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}
_ATTENTION = {"group_norm": "norm", "to_q": "q", "to_k": "k", "to_v": "v", "to_out.0": "proj_out"}


def single_file(family: str, file: Path) -> Any:
    """Writes the file; diffusers' pipeline of the very networks that are in it."""
    random = torch.random.get_rng_state()
    torch.manual_seed(3)
    made = _sd15() if family == "sd15" else _sdxl()
    torch.random.set_rng_state(random)
    tensors = {f"model.diffusion_model.{key}": each for key, each in _of_unet(made["unet"]).items()}
    tensors |= {f"first_stage_model.{key}": each for key, each in _of_vae(made["vae"]).items()}
    first = {key.removeprefix("text_model."): each for key, each in made["text_encoder"].state_dict().items()}
    place = "cond_stage_model" if family == "sd15" else "conditioner.embedders.0"
    tensors |= {f"{place}.transformer.text_model.{key}": each for key, each in first.items()}
    if family == "sdxl":
        second = _of_open_clip(made["text_encoder_2"])
        tensors |= {f"conditioner.embedders.1.model.{key}": each for key, each in second.items()}
    save_file({key: each.clone().contiguous() for key, each in tensors.items()}, file)
    shell = file.parent / "shell for its tokenizer"
    shell_of(file, family, shell)
    tokenizer = CLIPTokenizer.from_pretrained(shell / "tokenizer")
    kind = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear", "steps_offset": 1}
    if family == "sd15":
        scheduler = PNDMScheduler(**kind, skip_prk_steps=True)
        safety = {"safety_checker": None, "feature_extractor": None, "requires_safety_checker": False}
        return StableDiffusionPipeline(**made, **safety, tokenizer=tokenizer, scheduler=scheduler)
    padded = CLIPTokenizer.from_pretrained(shell / "tokenizer_2")
    scheduler = EulerDiscreteScheduler(**kind, timestep_spacing="leading")
    given = {"tokenizer": tokenizer, "tokenizer_2": padded, "scheduler": scheduler, "add_watermarker": False}
    return StableDiffusionXLPipeline(**made, **given)


def _sd15() -> dict[str, Any]:
    unet = UNet2DConditionModel(
        sample_size=64,
        block_out_channels=(32, 64, 64, 64),
        cross_attention_dim=64,
        attention_head_dim=8,
        down_block_types=("CrossAttnDownBlock2D",) * 3 + ("DownBlock2D",),
        up_block_types=("UpBlock2D",) + ("CrossAttnUpBlock2D",) * 3,
    )
    return {"unet": unet, "vae": _vae(0.18215), "text_encoder": CLIPTextModel(_text(64, "quick_gelu"))}


def _sdxl() -> dict[str, Any]:
    unet = UNet2DConditionModel(
        sample_size=128,
        block_out_channels=(64, 128, 128),
        cross_attention_dim=192,
        attention_head_dim=(1, 2, 2),
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        transformer_layers_per_block=(1, 1, 2),
        use_linear_projection=True,
        addition_embed_type="text_time",
        addition_time_embed_dim=256,
        projection_class_embeddings_input_dim=128 + 6 * 256,
    )
    second = CLIPTextModelWithProjection(_text(128, "gelu"))
    first = CLIPTextModel(_text(64, "quick_gelu"))
    return {"unet": unet, "vae": _vae(0.13025), "text_encoder": first, "text_encoder_2": second}


def _vae(scale: float) -> AutoencoderKL:
    return AutoencoderKL(
        latent_channels=4,
        scaling_factor=scale,
        block_out_channels=(32, 32, 64, 64),
        layers_per_block=2,
        down_block_types=("DownEncoderBlock2D",) * 4,
        up_block_types=("UpDecoderBlock2D",) * 4,
    )


def _text(width: int, act: str) -> CLIPTextConfig:
    return CLIPTextConfig(
        vocab_size=WORDS,
        hidden_size=width,
        intermediate_size=2 * width,
        num_hidden_layers=3,
        num_attention_heads=width // 64,
        projection_dim=width,
        hidden_act=act,
        bos_token_id=0,
        pad_token_id=1,
        eos_token_id=2,
    )


def _of_unet(unet: UNet2DConditionModel) -> Tensors:
    each = unet.config.layers_per_block + 1
    named = {}
    for key, tensor in unet.state_dict().items():
        where, end = _unet_block(key, each, unet)
        if "resnets" in key:
            part, _, rest = end.partition(".")
            end = f"{_RESNET[part]}.{rest}"
        named[f"{where}{end}"] = tensor
    return named


def _unet_block(key: str, each: int, unet: UNet2DConditionModel) -> tuple[str, str]:
    for name, theirs in _UNET.items():
        if key.startswith(f"{name}."):
            return theirs, key.removeprefix(name)
    side, level, kind, at, end = re.fullmatch(r"(\w+)_block(?:s\.(\d+))?\.(\w+)\.(\d+)\.(.+)", key).groups()  # type: ignore[union-attr]
    number = int(at)
    if side == "mid":
        return f"middle_block.{2 * number if kind == 'resnets' else 1}.", end
    block = each * int(level) + number
    match side, kind:
        case "down", "downsamplers":
            return f"input_blocks.{each * (int(level) + 1)}.0.op.", end.removeprefix("conv.")
        case "down", _:
            return f"input_blocks.{block + 1}.{0 if kind == 'resnets' else 1}.", end
        case _, "upsamplers":
            has_attention = "CrossAttn" in unet.config.up_block_types[int(level)]
            return f"output_blocks.{each * int(level) + each - 1}.{2 if has_attention else 1}.", end
    up = (each) * int(level) + number
    return f"output_blocks.{up}.{0 if kind == 'resnets' else 1}.", end


def _of_vae(vae: AutoencoderKL) -> Tensors:
    last = len(vae.config.block_out_channels) - 1
    named = {}
    for key, tensor in vae.state_dict().items():
        name = re.sub(r"down_blocks\.(\d)\.resnets\.(\d)", r"down.\1.block.\2", key)
        name = re.sub(r"down_blocks\.(\d)\.downsamplers\.0", r"down.\1.downsample", name)
        name = re.sub(r"up_blocks\.(\d)\.resnets\.(\d)", lambda at: f"up.{last - int(at[1])}.block.{at[2]}", name)
        name = re.sub(r"up_blocks\.(\d)\.upsamplers\.0", lambda at: f"up.{last - int(at[1])}.upsample", name)
        name = re.sub(r"mid_block\.resnets\.(\d)", lambda at: f"mid.block_{int(at[1]) + 1}", name)
        name = name.replace("conv_shortcut", "nin_shortcut").replace("conv_norm_out", "norm_out")
        if "mid_block.attentions.0." in name:
            place, _, part = name.partition("mid_block.attentions.0.")
            kind, _, ending = part.rpartition(".")
            name = f"{place}mid.attn_1.{_ATTENTION[kind]}.{ending}"
            tensor = tensor[:, :, None, None] if tensor.ndim == 2 else tensor  # noqa: PLW2901 - they are convolutions
        named[name] = tensor
    return named


def _of_open_clip(model: CLIPTextModelWithProjection) -> Tensors:
    named: Tensors = {}
    told = model.state_dict()
    for key, tensor in told.items():
        name = key.removeprefix("text_model.")
        if name == "text_projection.weight":
            named["text_projection"] = tensor.T
        elif (found := re.fullmatch(r"encoder\.layers\.(\d+)\.self_attn\.q_proj\.(weight|bias)", name)) is not None:
            parts = [told[key.replace("q_proj", each)] for each in ("q_proj", "k_proj", "v_proj")]
            named[f"transformer.resblocks.{found[1]}.attn.in_proj_{found[2]}"] = torch.cat(parts)
        elif not re.search(r"self_attn\.[kv]_proj", name):
            for ours, theirs in (
                ("embeddings.token_embedding", "token_embedding"),
                ("embeddings.position_embedding.weight", "positional_embedding"),
                ("encoder.layers", "transformer.resblocks"),
                ("self_attn", "attn"),
                ("layer_norm", "ln_"),
                ("mlp.fc1", "mlp.c_fc"),
                ("mlp.fc2", "mlp.c_proj"),
                ("final_ln_", "ln_final"),
            ):
                name = name.replace(ours, theirs)
            named[name] = tensor
    return named
