"""Cross-attention of rows that belong to different jobs: each row with its own pictures, weights, scales and layers.

Scales are tensors, so that a compiled model is not compiled again when one changes. A row that sees no picture, or
fewer than others, is exactly as it would be alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import torch
from diffusers import UNet2DConditionModel
from diffusers.models.attention_processor import Attention, IPAdapterAttnProcessor2_0
from torch.nn.functional import scaled_dot_product_attention

from engine.families.regions import Regions

_Pair = tuple[torch.Tensor, torch.Tensor]


@dataclass(frozen=True, eq=False)
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
    kept: dict[object, _Pair] = field(default_factory=dict, compare=False)
    """Keys and values by what read them, as long as these rows stay together."""


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
        query = attn.to_q(hidden_states)
        joined: torch.Tensor = attn.to_out[0](self.seen(attn, query, encoder_hidden_states, ip_hidden_states))
        return joined

    def seen(
        self, attn: Attention, query: torch.Tensor, text: torch.Tensor, sight: Sight | None, *, keep: bool = False
    ) -> torch.Tensor:
        """What each token of `query` reads of text and pictures, (rows, tokens, width).

        With `keep`, keys and values are left in `sight`, for the next steps of the same rows.
        """
        sight, query = sight or Sight(None, ()), heads(attn, query)
        kept: dict[object, _Pair] = sight.kept if keep else {}
        if self not in kept:
            kept[self] = heads(attn, attn.to_k(text)), heads(attn, attn.to_v(text))
        seen = scaled_dot_product_attention(query, *kept[self], sight.text_bias)
        for slot in sight.slots:
            if self.layer in slot.layers:
                if (self, slot) not in kept:
                    kept[self, slot] = self._read(attn, slot)
                own = scaled_dot_product_attention(query, *kept[self, slot], slot.bias)
                seen = seen + (own if slot.regions is None else own * slot.regions.seen(own.shape[2], own)[:, None])
        return seen.transpose(1, 2).flatten(2)

    def _read(self, attn: Attention, slot: Slot) -> _Pair:
        values = self.values[slot.adapter](slot.tokens) * slot.scales[self.layer]
        return heads(attn, self.keys[slot.adapter](slot.tokens)), heads(attn, values)


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


def heads(attn: Attention, states: torch.Tensor) -> torch.Tensor:
    """(rows, tokens, width) to (rows, heads, tokens, width of a head)."""
    return states.view(len(states), -1, attn.heads, states.shape[-1] // attn.heads).transpose(1, 2)
