"""Texts to what a transformer reads, by a language model's inner states."""

from collections.abc import Sequence
from typing import Any

import torch

from engine.protocol import Text

LENGTH = 512
"""Tokens of each text: what is longer is cut, what is shorter filled up, as the model was made to read it."""
_QUARTERS = 4


def read_layers(depth: int) -> tuple[int, ...]:
    """After which of so many layers the states are read: a quarter, half and three quarters of them.

    Those are the layers 9, 18 and 27 of the 36 that klein has (black-forest-labs' choice).
    """
    return tuple(depth * quarter // _QUARTERS for quarter in range(1, _QUARTERS))


class LanguageEncoder:
    """Qwen's tokenizer and model, of which the states after some of its layers are read."""

    def __init__(self, tokenizer: Any, model: Any) -> None:
        self._tokenizer = tokenizer
        self.model = model.model
        self._read = read_layers(len(self.model.layers))
        # What comes after the last that is read need not be computed, nor kept. One more, for the last is normalised.
        self.model.layers = self.model.layers[: self._read[-1] + 1]

    def encode(self, texts: Sequence[Text]) -> torch.Tensor:
        """The mean of the texts by their weights, (512, width)."""
        total = sum(each.weight for each in texts)
        parts = [self._encode(each.text) * (each.weight / total) for each in texts]
        return torch.stack(parts).sum(0) if len(parts) > 1 else parts[0]

    def _encode(self, text: str) -> torch.Tensor:
        said = self._tokenizer.apply_chat_template(
            [{"role": "user", "content": text}], tokenize=False, add_generation_prompt=True, enable_thinking=False
        )
        tokens = self._tokenizer(said, return_tensors="pt", padding="max_length", truncation=True, max_length=LENGTH)
        told = self.model(
            input_ids=tokens.input_ids.to(self.model.device),
            attention_mask=tokens.attention_mask.to(self.model.device),
            output_hidden_states=True,
            use_cache=False,
        )
        return torch.cat([told.hidden_states[layer][0] for layer in self._read], -1)
