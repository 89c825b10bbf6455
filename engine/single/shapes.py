"""The shapes of a checkpoint's tensors to the configurations that diffusers and transformers load its networks by.

Names are those of CompVis' latent-diffusion and Stability's generative-models. What shapes do not tell is what the
family has: how many heads an attention has, and how its VAE's latents are scaled.
"""

from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from engine.checkpoint import NoModel

Shapes = Mapping[str, Sequence[int]]
Config = dict[str, Any]

_UNET, _VAE = "model.diffusion_model.", "first_stage_model."
CLIP = {"sd15": "cond_stage_model.transformer.text_model.", "sdxl": "conditioner.embedders.0.transformer.text_model."}
OPEN_CLIP = "conditioner.embedders.1.model."
_HEADS = 8
"""Of an attention in Stable Diffusion 1.5, whatever its width."""
_HEAD = 64
"""Channels of a head everywhere else."""
_TIME_WIDTH = 256
"""Of each number of SDXL's that tells the size."""
_SIZES = {"sd15": 64, "sdxl": 128}
_SCALES = {"sd15": 0.18215, "sdxl": 0.13025}
_VELOCITY = "v_pred"
"""A tensor of this name says that a checkpoint tells velocities, as those who trained such ones agreed."""


def unet(shapes: Shapes, family: str) -> Config:
    """UNet2DConditionModel's. Raises NoModel for a checkpoint without one, or of another family."""
    levels = _levels(shapes)
    widths = [level[0] for level in levels]
    depths = [level[1] for level in levels]
    key = next((key for key in shapes if key.startswith(_UNET) and key.endswith("attn2.to_k.weight")), None)
    if key is None:
        raise NoModel("there is no UNet in it that reads texts")
    is_xl = f"{_UNET}label_emb.0.0.weight" in shapes
    if is_xl != (family == "sdxl"):
        raise NoModel(f"it is of the family {'sdxl' if is_xl else 'sd15'}, and not {family}")
    is_linear = any(key.endswith("proj_in.weight") and len(shape) == 2 for key, shape in shapes.items() if _UNET in key)
    kinds = ["CrossAttnDownBlock2D" if depth else "DownBlock2D" for depth in depths]
    made: Config = {
        "_class_name": "UNet2DConditionModel",
        "sample_size": _SIZES[family],
        "in_channels": shapes[f"{_UNET}input_blocks.0.0.weight"][1],
        "out_channels": shapes[f"{_UNET}out.2.weight"][0],
        "block_out_channels": widths,
        "layers_per_block": levels[0][2],
        "down_block_types": kinds,
        "up_block_types": [kind.replace("Down", "Up") for kind in reversed(kinds)],
        "cross_attention_dim": shapes[key][1],
        "attention_head_dim": [max(1, width // _HEAD) for width in widths] if is_linear else _HEADS,
        "use_linear_projection": is_linear,
    }
    if made["in_channels"] != made["out_channels"]:
        raise NoModel("it was made for inpainting or for another special task, which is not supported")
    if is_xl:
        made |= {
            "transformer_layers_per_block": [depth or 1 for depth in depths],
            "addition_embed_type": "text_time",
            "addition_time_embed_dim": _TIME_WIDTH,
            "projection_class_embeddings_input_dim": shapes[f"{_UNET}label_emb.0.0.weight"][1],
        }
    return made


def vae(shapes: Shapes, family: str) -> Config:
    """AutoencoderKL's. Raises NoModel for a checkpoint without one."""
    key = f"{_VAE}encoder.down.{{}}.block.{{}}.conv2.weight"
    levels = _counted(lambda at: key.format(at, 0), shapes)
    if not levels:
        raise NoModel("there is no VAE in it")
    return {
        "_class_name": "AutoencoderKL",
        "sample_size": 8 * _SIZES[family],
        "in_channels": 3,
        "out_channels": 3,
        "latent_channels": shapes[f"{_VAE}decoder.conv_in.weight"][1],
        "block_out_channels": [shapes[key.format(at, 0)][0] for at in range(levels)],
        "layers_per_block": _counted(lambda at: key.format(0, at), shapes),
        "down_block_types": ["DownEncoderBlock2D"] * levels,
        "up_block_types": ["UpDecoderBlock2D"] * levels,
        "scaling_factor": _SCALES[family],
        "force_upcast": family == "sdxl",
    }


def clip(shapes: Shapes, family: str) -> Config:
    """CLIPTextModel's, OpenAI's own. Raises NoModel for a checkpoint without it."""
    prefix = CLIP[family]
    if f"{prefix}embeddings.token_embedding.weight" not in shapes:
        raise NoModel("there is no text encoder of this family's in it")
    words, width = shapes[f"{prefix}embeddings.token_embedding.weight"]
    layer = f"{prefix}encoder.layers.{{}}.mlp.fc1.weight"
    return _text(words, width, shapes[layer.format(0)][0], _counted(layer.format, shapes)) | {
        "architectures": ["CLIPTextModel"],
        "projection_dim": width,
        "hidden_act": "quick_gelu",
    }


def open_clip(shapes: Shapes) -> Config:
    """CLIPTextModelWithProjection's, of SDXL's second encoder. Raises NoModel for a checkpoint without it."""
    if f"{OPEN_CLIP}token_embedding.weight" not in shapes:
        raise NoModel("there is no second text encoder in it")
    words, width = shapes[f"{OPEN_CLIP}token_embedding.weight"]
    layer = f"{OPEN_CLIP}transformer.resblocks.{{}}.mlp.c_fc.weight"
    return _text(words, width, shapes[layer.format(0)][0], _counted(layer.format, shapes)) | {
        "architectures": ["CLIPTextModelWithProjection"],
        "projection_dim": shapes[f"{OPEN_CLIP}text_projection"][1],
        "hidden_act": "gelu",
    }


def scheduler(shapes: Shapes, family: str) -> Config:
    """What the checkpoint was trained on; samplers are chosen elsewhere."""
    return {
        "_class_name": "EulerDiscreteScheduler" if family == "sdxl" else "PNDMScheduler",
        "beta_start": 0.00085,
        "beta_end": 0.012,
        "beta_schedule": "scaled_linear",
        "num_train_timesteps": 1000,
        "steps_offset": 1,
        "set_alpha_to_one": False,
        "skip_prk_steps": True,
        "timestep_spacing": "leading",
        "prediction_type": "v_prediction" if _VELOCITY in shapes else "epsilon",
    }


def _levels(shapes: Shapes) -> list[tuple[int, int, int]]:
    """Of each level on the way down: its width, how deep its attentions are, and how many layers it has."""
    levels: list[tuple[int, int, int]] = []
    width = depth = layers = 0
    for block in count(1):
        prefix = f"{_UNET}input_blocks.{block}."
        is_end = f"{prefix}0.out_layers.3.weight" not in shapes
        if is_end and layers:
            levels.append((width, depth, layers))
            layers = 0
        if not is_end:
            width, layers = shapes[f"{prefix}0.out_layers.3.weight"][0], layers + 1
            depth = _counted(lambda at: f"{prefix}1.transformer_blocks.{at}.attn2.to_k.weight", shapes)  # noqa: B023
        elif f"{prefix}0.op.weight" not in shapes:
            break
    if not levels:
        raise NoModel("there is no UNet in it, in the layout that such files have")
    return levels


def _counted(key: Any, shapes: Shapes) -> int:
    return next(at for at in count() if key(at) not in shapes)


def _text(words: int, width: int, inner: int, layers: int) -> Config:
    return {
        "model_type": "clip_text_model",
        "vocab_size": words,
        "hidden_size": width,
        "intermediate_size": inner,
        "num_hidden_layers": layers,
        "num_attention_heads": max(1, width // _HEAD),
        "max_position_embeddings": 77,
        "bos_token_id": 0,
        "pad_token_id": 1,
        "eos_token_id": 2,  # as in the published ones: the end is found as the largest id, since no text has a larger
    }
