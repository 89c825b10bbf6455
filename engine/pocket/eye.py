"""Pocket's eye: a small network that names what is in a picture, in the words of Pocket's world."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import torch
from PIL import Image, ImageOps
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.functional import interpolate

from engine.families.pixels import to_tensor

SIDE: Final = 64
"""Pixels of the square that it looks at."""
COLOURS: Final = 3
WIDTHS: Final = (32, 64, 128, 208)
THINGS: Final = "thing"
"""The question whose answers may be several; the last of each question's answers is that there is none."""
WEIGHTS, ANSWERS = "eye.safetensors", "answers.json"
EDGE: Final = 0.07
"""Of each side, what a look leaves out."""
LEVELS: Final = 127
"""Of the integers that its weights are kept in."""


class Stage(nn.Sequential):
    """Half the side, and one convolution more at the new one, but for the first, which is the largest."""

    def __init__(self, given: int, made: int) -> None:
        more = () if given == COLOURS else (nn.Conv2d(made, made, 3, padding=1), nn.GroupNorm(8, made), nn.SiLU())
        reach = 5 if given == COLOURS else 3
        halved = nn.Conv2d(given, made, reach, stride=2, padding=reach // 2)
        super().__init__(halved, nn.GroupNorm(8, made), nn.SiLU(), *more)


class Eye(nn.Module):
    """Pictures (rows, 3, height, width) in [-1, 1], of any size, to the answers of each question."""

    def __init__(self, answers: Mapping[str, Sequence[str]]) -> None:
        super().__init__()
        self.answers = {name: tuple(each) for name, each in answers.items()}
        self.stages = nn.Sequential(*(Stage(*each) for each in zip((COLOURS, *WIDTHS), WIDTHS, strict=False)))
        self.ways = nn.ModuleDict({name: nn.Linear(2 * WIDTHS[-1], len(each) + 1) for name, each in answers.items()})

    def forward(self, pictures: torch.Tensor) -> dict[str, torch.Tensor]:
        """Logits by question, (rows, answers and one for none): of what is there on the whole, and somewhere."""
        if pictures.shape[-2:] != (SIDE, SIDE):
            pictures = interpolate(pictures, (SIDE, SIDE), mode="area")
        return self.told(self.stages(pictures))

    def told(self, seen: torch.Tensor) -> dict[str, torch.Tensor]:
        """What it answers to what its stages made of the pictures, (rows, channels, height, width)."""
        means = torch.cat([seen.mean((2, 3)), seen.amax((2, 3))], 1)
        return {name: way(means) for name, way in self.ways.items()}

    @torch.inference_mode()
    def look(self, picture: Image.Image) -> dict[str, list[tuple[str | None, float]]]:
        """Each question's answers with how likely they are, the likeliest first; None for that there is none.

        The mean of several looks: at all of it, mirrored, and at what is left without an edge.
        """
        told = self(torch.cat([_seen(each) for each in _looks(picture)]))
        found = {}
        for name, logits in told.items():
            shares = zip((*self.answers[name], None), logits.softmax(1).mean(0).tolist(), strict=True)
            found[name] = sorted(shares, key=lambda each: -each[1])
        return found

    def save(self, folder: Path) -> None:
        """Write it there: matrices as whole numbers of a byte with a scale for each of their rows."""
        folder.mkdir(parents=True, exist_ok=True)
        kept: dict[str, torch.Tensor] = {}
        for name, tensor in self.state_dict().items():
            if tensor.dim() < 2:
                kept[name] = tensor.half()
                continue
            scale = tensor.flatten(1).abs().amax(1).clamp_min(1e-8) / LEVELS
            kept[f"{name}/scale"] = scale
            kept[name] = (tensor / scale.view(-1, *[1] * (tensor.dim() - 1))).round().to(torch.int8)
        save_file(kept, folder / WEIGHTS)
        (folder / ANSWERS).write_text(json.dumps(self.answers, indent=0) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> Self:
        """What `save` wrote. Raises FileNotFoundError where there is none."""
        eye = cls(json.loads((folder / ANSWERS).read_text(encoding="utf-8")))
        kept = load_file(folder / WEIGHTS)
        state = {}
        for name, tensor in kept.items():
            if name.endswith("/scale"):
                continue
            scale = kept.get(f"{name}/scale")
            whole = tensor.float()
            state[name] = whole if scale is None else whole * scale.view(-1, *[1] * (whole.dim() - 1))
        eye.load_state_dict(state)
        return eye.eval()


def _looks(picture: Image.Image) -> list[Image.Image]:
    wide, high = picture.size
    left, top = round(wide * EDGE), round(high * EDGE)
    parts = ((0, 0, wide - left, high - top), (left, top, wide, high), (left, top, wide - left, high - top))
    return [picture, ImageOps.mirror(picture), *(picture.crop(part) for part in parts)]


def _seen(picture: Image.Image) -> torch.Tensor:
    return interpolate(to_tensor(picture)[None] * 2 - 1, (SIDE, SIDE), mode="area")
