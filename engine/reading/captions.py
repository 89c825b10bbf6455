"""Sentences about pictures by Florence-2 or BLIP, where the host has one of them in a folder."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Self

import torch
from PIL import Image
from transformers import AutoProcessor, BlipForConditionalGeneration, Florence2ForConditionalGeneration

from engine.reading.talk import Seen

TASK = "<MORE_DETAILED_CAPTION>"
"""The one of Florence-2's tasks that gives a paragraph (huggingface.co/microsoft/Florence-2-large)."""
LONGEST = 160
"""Tokens of a caption."""
BEAMS = 3
MOST_LETTERS = 900


class UnknownCaptioner(Exception):
    """The folder holds neither a Florence-2 nor a BLIP; the text says what it holds."""


class Captioner:
    """One of them, loaded. `name` is what it is called in answers."""

    def __init__(self, name: str, say: Callable[[Image.Image], str]) -> None:
        self.name, self._say = name, say

    @classmethod
    def load(cls, folder: Path, device: str = "cpu") -> Self:
        """That of a folder with a model as transformers keeps it. Raises UnknownCaptioner, OSError."""
        kind = json.loads((folder / "config.json").read_text(encoding="utf-8")).get("model_type")
        if kind not in CAPTIONERS:
            raise UnknownCaptioner(f"{folder} holds a model of the kind {kind!r}: florence2 and blip are known.")
        name, load = CAPTIONERS[kind]
        return cls(name, load(folder, device))

    def caption(self, picture: Image.Image) -> str:
        """What it says of a picture, in one line."""
        return " ".join(self._say(picture.convert("RGB")).split())[:MOST_LETTERS]


def with_caption(seen: Seen, captioner: Captioner, picture: Image.Image) -> Seen:
    """The same with a sentence about it; whoever made that knows more of the world than Pocket does."""
    return replace(seen, caption=captioner.caption(picture), by=captioner.name, is_known=True)


def _florence(folder: Path, device: str) -> Callable[[Image.Image], str]:
    processor: Any = AutoProcessor.from_pretrained(folder)
    model: Any = Florence2ForConditionalGeneration.from_pretrained(folder).to(device).eval()

    @torch.inference_mode()
    def say(picture: Image.Image) -> str:
        inputs = processor(text=TASK, images=picture, return_tensors="pt").to(device)
        tokens = model.generate(**inputs, max_new_tokens=LONGEST, num_beams=BEAMS, do_sample=False)
        return str(processor.batch_decode(tokens, skip_special_tokens=True)[0])

    return say


def _blip(folder: Path, device: str) -> Callable[[Image.Image], str]:
    processor: Any = AutoProcessor.from_pretrained(folder)
    model: Any = BlipForConditionalGeneration.from_pretrained(folder).to(device).eval()

    @torch.inference_mode()
    def say(picture: Image.Image) -> str:
        inputs = processor(images=picture, return_tensors="pt").to(device)
        tokens = model.generate(**inputs, max_new_tokens=LONGEST // 2, num_beams=BEAMS)
        return str(processor.batch_decode(tokens, skip_special_tokens=True)[0])

    return say


CAPTIONERS: dict[str, tuple[str, Callable[[Path, str], Callable[[Image.Image], str]]]] = {
    "florence2": ("Florence-2", _florence),
    "blip": ("BLIP", _blip),
}
"""By what the model's own configuration calls itself."""
