"""Texts to what cross-attention reads: of any length, and several in one by their weights."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import add

import torch
from transformers import CLIPTextModel, CLIPTextModelWithProjection, CLIPTokenizer

from engine.families.loras import Wearing, Worn
from engine.families.remembering import Remembering
from engine.protocol import Text


@dataclass(frozen=True)
class Reading:
    """What an encoder makes of a text: (tokens, width), and (width,) of the whole where the encoder has a projection,
    which sees the first window of a long text.
    """

    tokens: torch.Tensor
    pooled: torch.Tensor | None

    def __mul__(self, weight: float) -> "Reading":
        return Reading(self.tokens * weight, None if self.pooled is None else self.pooled * weight)

    def __add__(self, other: "Reading") -> "Reading":
        both = None if self.pooled is None or other.pooled is None else self.pooled + other.pooled
        return Reading(self.tokens + other.tokens, both)


class TextEncoder:
    """CLIP's tokenizer and text model. A text longer than CLIP's window goes through it window by window."""

    def __init__(
        self,
        tokenizer: CLIPTokenizer,
        model: CLIPTextModel | CLIPTextModelWithProjection,
        layer: int | None = None,
        part: str = "text_encoder",
    ) -> None:
        self._tokenizer = tokenizer
        self.model = model
        self._layer = layer
        """Whose states are read; None for what leaves the model."""
        self._window = int(tokenizer.model_max_length) - 2
        """Between the marks of beginning and end."""
        self._kept: Remembering[Reading] = Remembering()
        self.worn = Worn(part, model)

    def encode(self, texts: Sequence[Text], wearing: Wearing = ()) -> torch.Tensor:
        """The mean of the texts by their weights, (tokens, width)."""
        return self.read(texts, wearing).tokens

    def read(self, texts: Sequence[Text], wearing: Wearing = (), *, is_empty_nothing: bool = False) -> Reading:
        """The mean of the texts by their weights; with `is_empty_nothing`, the empty text counts as zeros."""
        windows = [self._windows(each.text) for each in texts]
        longest = max(map(len, windows))
        total = sum(each.weight for each in texts)
        parts = [
            self._encode(own + [[]] * (longest - len(own)), wearing)
            * (0.0 if is_empty_nothing and not each.text else each.weight / total)
            for each, own in zip(texts, windows, strict=True)
        ]
        return reduce(add, parts)

    def _windows(self, text: str) -> list[list[int]]:
        tokens = self._tokenizer(text, add_special_tokens=False).input_ids
        return [tokens[at : at + self._window] for at in range(0, len(tokens), self._window)] or [[]]

    def _encode(self, windows: list[list[int]], wearing: Wearing) -> Reading:
        return self._kept.get((*map(tuple, windows), wearing), lambda: self._encoded(windows, wearing))

    def _encoded(self, windows: list[list[int]], wearing: Wearing) -> Reading:
        first, last, blank = (
            self._tokenizer.bos_token_id,
            self._tokenizer.eos_token_id,
            self._tokenizer.pad_token_id,
        )
        rows = [[first, *window, last, *[blank] * (self._window - len(window))] for window in windows]
        ids = torch.tensor(rows, device=self.model.device)
        told = self.worn.run([wearing], self.model, ids, output_hidden_states=self._layer is not None)
        states = told.last_hidden_state if self._layer is None else told.hidden_states[self._layer]
        pooled = told.text_embeds[0] if "text_embeds" in told else None
        return Reading(states.flatten(0, 1), pooled)
