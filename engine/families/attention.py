"""Cross-attention of rows that belong to different jobs: each row with its own pictures, weights, scales and layers.

Scales are tensors, so that a compiled model is not compiled again when one changes. A row that sees no picture, or
fewer than others, is exactly as it would be alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import Attention, IPAdapterAttnProcessor2_0
from torch.nn.functional import scaled_dot_product_attention

from engine.families.regions import Regions


@dataclass(frozen=True)
class Slot:
    """One reference of each row, or none, through one adapter."""

    adapter: int
    tokens: torch.Tensor
    """(rows, tokens, width)"""
    bias: torch.Tensor
    """(rows, 1, 1, tokens), added to the logits: the logarithm of a picture's weight, -inf where a row has fewer."""
    scales: torch.Tensor
    """(layers, rows, 1, 1)"""
    layers: frozenset[int]
    """Where any row's scale is not 0."""
    regions: Regions | None = None
    """Of the rows, where any of them is kept to one."""


@dataclass(frozen=True)
class Sight:
    """What the rows of a batch see beside their texts."""

    text_bias: torch.Tensor | None
    """(rows, 1, 1, tokens), -inf behind the end of a shorter text; None where all are of one length."""
    slots: tuple[Slot, ...]


class RowAttention(torch.nn.Module):
    """One cross-attention layer: text plus scale times picture, for each adapter (arXiv 2308.06721, equation 5)."""

    def __init__(self, layer: int, keys: Sequence[torch.nn.Module], values: Sequence[torch.nn.Module]) -> None:
        super().__init__()
        self.layer = layer
        self.keys = torch.nn.ModuleList(keys)
        self.values = torch.nn.ModuleList(values)

    def __call__(  # noqa: PLR0913, PLR0917 - the signature that diffusers calls
        self,
        attn: Attention,
        hidden_states: torch.Tensor,
        encoder_hidden_states: torch.Tensor,
        attention_mask: torch.Tensor | None = None,
        temb: torch.Tensor | None = None,
        ip_hidden_states: Sight | None = None,
    ) -> torch.Tensor:
        """Named as in diffusers, which hands `cross_attention_kwargs["ip_hidden_states"]` to whoever takes it."""
        sight = ip_hidden_states or Sight(None, ())
        query = _heads(attn, attn.to_q(hidden_states))
        keys, values = attn.to_k(encoder_hidden_states), attn.to_v(encoder_hidden_states)
        seen = scaled_dot_product_attention(query, _heads(attn, keys), _heads(attn, values), sight.text_bias)
        for slot in sight.slots:
            if self.layer in slot.layers:
                keys = self.keys[slot.adapter](slot.tokens)
                values = self.values[slot.adapter](slot.tokens) * slot.scales[self.layer]
                own = scaled_dot_product_attention(query, _heads(attn, keys), _heads(attn, values), slot.bias)
                seen = seen + (own if slot.regions is None else own * slot.regions.seen(own.shape[2], own)[:, None])
        joined: torch.Tensor = attn.to_out[0](seen.transpose(1, 2).flatten(2))
        return joined


def attend_by_row(unet: UNet2DConditionModel) -> int:
    """Put a RowAttention into each cross-attention layer, with the adapters that the model has; how many layers."""
    layers = [name for name in unet.attn_processors if "attn2" in name]
    ours = dict(unet.attn_processors)
    for layer, name in enumerate(layers):
        processor = ours[name]
        has_adapters = isinstance(processor, IPAdapterAttnProcessor2_0)
        keys, values = (processor.to_k_ip, processor.to_v_ip) if has_adapters else ((), ())
        ours[name] = RowAttention(layer, tuple(keys), tuple(values))
    unet.set_attn_processor(ours)
    return len(layers)


def _heads(attn: Attention, states: torch.Tensor) -> torch.Tensor:
    return states.view(len(states), -1, attn.heads, states.shape[-1] // attn.heads).transpose(1, 2)
