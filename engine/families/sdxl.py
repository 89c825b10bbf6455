"""Stable Diffusion XL and its kin, Turbo and Lightning too: two text encoders, and a UNet that is told the size."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from diffusers import StableDiffusionXLPipeline

from engine.families import Ask
from engine.families.batches import Reference, SeenCondition
from engine.families.loras import Wearing, Worn
from engine.families.sd15 import Sd15
from engine.families.texts import TextEncoder
from engine.plan.plan import Plan
from engine.protocol import Text

_PENULTIMATE = -2  # the layer of both text encoders that the UNet reads (Podell et al. 2023, arXiv 2307.01952)


@dataclass(frozen=True, eq=False, kw_only=True)
class PooledCondition(SeenCondition):
    """Beside the texts, what the second encoder makes of each as a whole, (width,)."""

    pooled: torch.Tensor
    negative_pooled: torch.Tensor


class Sdxl(Sd15):
    """A loaded model of this family."""

    family = "sdxl"
    pipeline = StableDiffusionXLPipeline
    left_out: Mapping[str, Any] = {"add_watermarker": False}

    def _read_texts_with(self, pipeline: Any) -> None:
        """Its first encoder is Stable Diffusion 1.5's, the second has a summary of the text too."""
        if self._vae.config.force_upcast:
            self._vae.to(torch.float32)  # its activations go beyond what float16 holds
        self._encoders = (
            TextEncoder(pipeline.tokenizer, pipeline.text_encoder, layer=_PENULTIMATE),
            TextEncoder(pipeline.tokenizer_2, pipeline.text_encoder_2, _PENULTIMATE, "text_encoder_2"),
        )
        self._is_empty_nothing = bool(pipeline.config.force_zeros_for_empty_prompt)
        """On the side that is pushed away; so the checkpoint was trained."""

    def _text_models(self) -> dict[str, torch.nn.Module]:
        return {f"text_encoder_{number}": each.model for number, each in enumerate(self._encoders)}

    def _worn_by_texts(self) -> dict[str, Worn]:
        first, second = self._encoders
        return {"text_encoder": first.worn, "text_encoder_2": second.worn}

    def _read(self, plan: Plan, references: tuple[Reference, ...], loras: Wearing) -> SeenCondition:
        text, pooled = self._encode(plan.texts, loras)
        negative, negative_pooled = self._encode(plan.negative, loras, is_empty_nothing=self._is_empty_nothing)
        return PooledCondition(text, negative, references, loras=loras, pooled=pooled, negative_pooled=negative_pooled)

    def _encode(
        self, texts: Sequence[Text], loras: Wearing, *, is_empty_nothing: bool = False
    ) -> tuple[torch.Tensor, torch.Tensor]:
        first, second = (encoder.read(texts, loras, is_empty_nothing=is_empty_nothing) for encoder in self._encoders)
        assert second.pooled is not None  # noqa: S101 - it is CLIP with a projection
        return torch.cat([first.tokens, second.tokens], -1), second.pooled

    def _added(self, asks: Sequence[Ask], guided: Sequence[int], noisy: torch.Tensor) -> dict[str, torch.Tensor]:
        """The summaries, and the size: drawn whole, nothing of it cut off."""
        rows = [ask.condition for ask in asks]
        pooled = torch.stack([row.pooled for row in rows] + [rows[row].negative_pooled for row in guided])
        height, width = (side * self._factor for side in noisy.shape[-2:])
        size = pooled.new_tensor([height, width, 0, 0, height, width])
        return {"text_embeds": pooled, "time_ids": size.expand(len(pooled), -1)}
