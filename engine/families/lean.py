"""A UNet's blocks on a processor, or compiled: the same computations with less around them, in the order of memory that
both like.

Small models spend a third of their time between the computations: diffusers asks each attention for its signature, and
PyTorch goes through a module for each layer. Here a block is one function over the weights of its layers. Convolutions
read channels last, where a pixel's channels lie side by side, which makes tokens of a picture without a copy; and keys
and values of texts and reference pictures, which are the same at every step, are made once for a batch.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.activations import GEGLU
from diffusers.models.attention import BasicTransformerBlock
from diffusers.models.attention_processor import Attention
from diffusers.models.resnet import ResnetBlock2D
from diffusers.models.transformers.transformer_2d import Transformer2DModel
from torch.nn.functional import conv2d, gelu, group_norm, layer_norm, linear, scaled_dot_product_attention, silu

from engine.families.attention import RowAttention, Sight, heads
from engine.families.blocks import as_it_is, compiled, run_by

Tensor = torch.Tensor
SHORT = 4
"""Tokens of a picture for each of its text."""


def make_lean(unet: UNet2DConditionModel, *, is_compiled: bool = False) -> None:
    """Run its blocks by what is written here, as far as they are of the kind that it is written for; compiled, but for
    what jobs differ in, where that is asked for.
    """
    unet.to(memory_format=torch.channels_last)
    resnet: Callable[..., Any] = _resnet
    transformer: Callable[..., Any] = partial(_transformer, to_texts=_to_texts)
    if is_compiled:
        resnet, transformer = compiled(_resnet), partial(compiled(_transformer), to_texts=as_it_is(_to_texts))
    for module in unet.modules():
        if isinstance(module, ResnetBlock2D) and _is_plain_resnet(module):
            run_by(resnet, module)
        elif isinstance(module, Transformer2DModel) and _is_plain_transformer(module):
            run_by(transformer, module)


def _is_plain_resnet(block: ResnetBlock2D) -> bool:
    return (
        block.upsample is None
        and block.downsample is None
        and block.time_emb_proj is not None
        and block.time_embedding_norm in {"default", "scale_shift"}
        and isinstance(block.nonlinearity, torch.nn.SiLU)
        and not block.skip_time_act
        and block.output_scale_factor == 1
    )


def _resnet(block: Any, pixels: Tensor, temb: Tensor) -> Tensor:
    """`ResnetBlock2D.forward`."""
    seen = _convolved(block.conv1, silu(_grouped(block.norm1, pixels), inplace=True))
    told = _linear(block.time_emb_proj, silu(temb))[:, :, None, None]
    if block.time_embedding_norm == "default":
        seen = _grouped(block.norm2, seen.add_(told))
    else:
        scale, shift = told.chunk(2, dim=1)
        seen = torch.addcmul(shift, _grouped(block.norm2, seen), 1 + scale)
    seen = _convolved(block.conv2, silu(seen, inplace=True))
    return seen.add_(pixels if block.conv_shortcut is None else _pointwise(block.conv_shortcut, pixels))


def _is_plain_transformer(module: Transformer2DModel) -> bool:
    return bool(module.is_input_continuous) and all(map(_is_plain_block, module.transformer_blocks))


def _is_plain_block(block: BasicTransformerBlock) -> bool:
    return (
        block.norm_type == "layer_norm"
        and block.pos_embed is None
        and block.attn2 is not None
        and not block.only_cross_attention
        and isinstance(block.attn2.processor, RowAttention)
        and isinstance(block.ff.net[0], GEGLU)
        and all(map(_is_plain_attention, (block.attn1, block.attn2)))
    )


def _is_plain_attention(attn: Attention) -> bool:
    unusual = attn.group_norm, attn.spatial_norm, attn.norm_q, attn.norm_k, attn.norm_cross
    return all(each is None or each is False for each in unusual) and attn.rescale_output_factor == 1


def _transformer(
    module: Any,
    pixels: Tensor,
    encoder_hidden_states: Tensor,
    cross_attention_kwargs: dict[str, Any] | None = None,
    *,
    to_texts: Callable[..., Tensor],
    **_: Any,
) -> tuple[Tensor]:
    """`Transformer2DModel.forward`, of which the UNet takes the tuple."""
    sight = (cross_attention_kwargs or {}).get("ip_hidden_states")
    lines, _channels, height, width = pixels.shape
    tokens = _grouped(module.norm, pixels).permute(0, 2, 3, 1).reshape(lines, height * width, -1)
    tokens = _linear(module.proj_in, tokens)
    for block in module.transformer_blocks:
        tokens.add_(_to_itself(block.attn1, _layered(block.norm1, tokens)))
        tokens.add_(to_texts(block.attn2, _layered(block.norm2, tokens), encoder_hidden_states, sight))
        wide, _, last = block.ff.net
        given, gate = _linear(wide.proj, _layered(block.norm3, tokens)).chunk(2, dim=-1)
        tokens.add_(_linear(last, gelu(gate).mul_(given)))
    told = _linear(module.proj_out, tokens)
    return (told.view(lines, height, width, -1).permute(0, 3, 1, 2).add_(pixels),)


def _to_itself(attn: Any, tokens: Tensor) -> Tensor:
    query, keys, values = (heads(attn, _linear(each, tokens)) for each in (attn.to_q, attn.to_k, attn.to_v))
    seen = scaled_dot_product_attention(query, keys, values).transpose(1, 2).flatten(2)
    return _linear(attn.to_out[0], seen)


def _to_texts(attn: Any, tokens: Tensor, text: Tensor, sight: Sight | None) -> Tensor:
    # what is read is hardly longer than the text: then its keys and values are a good part of the work
    keep = tokens.shape[1] <= SHORT * text.shape[1]
    return _linear(attn.to_out[0], attn.processor.seen(attn, _linear(attn.to_q, tokens), text, sight, keep=keep))


def _convolved(layer: Any, pixels: Tensor) -> Tensor:
    return conv2d(pixels, layer.weight, layer.bias, padding=1)


def _pointwise(layer: Any, pixels: Tensor) -> Tensor:
    return _linear(layer, pixels.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


def _linear(layer: Any, tokens: Tensor) -> Tensor:
    """A convolution of one pixel is one too."""
    return linear(tokens, layer.weight.flatten(1), layer.bias)


def _grouped(norm: Any, pixels: Tensor) -> Tensor:
    return group_norm(pixels, norm.num_groups, norm.weight, norm.bias, norm.eps)


def _layered(norm: Any, tokens: Tensor) -> Tensor:
    return layer_norm(tokens, norm.normalized_shape, norm.weight, norm.bias, norm.eps)
