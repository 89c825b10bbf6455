"""Texts to what cross-attention reads: of any length, and several in one by their weights."""

from collections.abc import Sequence

import torch
from transformers import CLIPTextModel, CLIPTokenizer

from engine.protocol import Text


class TextEncoder:
    """CLIP's tokenizer and text model. A text longer than CLIP's window goes through it window by window."""

    def __init__(self, tokenizer: CLIPTokenizer, model: CLIPTextModel) -> None:
        self._tokenizer = tokenizer
        self._model = model
        self._window = int(tokenizer.model_max_length) - 2
        """Between the marks of beginning and end."""

    def encode(self, texts: Sequence[Text]) -> torch.Tensor:
        """The mean of the texts by their weights, (tokens, width)."""
        windows = [self._windows(each.text) for each in texts]
        longest = max(map(len, windows))
        total = sum(each.weight for each in texts)
        parts = [
            self._encode(own + [[]] * (longest - len(own))) * (each.weight / total)
            for each, own in zip(texts, windows, strict=True)
        ]
        return torch.stack(parts).sum(0) if len(parts) > 1 else parts[0]

    def _windows(self, text: str) -> list[list[int]]:
        tokens = self._tokenizer(text, add_special_tokens=False).input_ids
        return [tokens[at : at + self._window] for at in range(0, len(tokens), self._window)] or [[]]

    def _encode(self, windows: list[list[int]]) -> torch.Tensor:
        first, last, blank = (
            self._tokenizer.bos_token_id,
            self._tokenizer.eos_token_id,
            self._tokenizer.pad_token_id,
        )
        rows = [[first, *window, last, *[blank] * (self._window - len(window))] for window in windows]
        encoded: torch.Tensor = self._model(torch.tensor(rows, device=self._model.device))[0]
        return encoded.flatten(0, 1)
