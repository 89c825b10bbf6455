"""A small upscaler that a model may bring with it: the last part of its decoding."""

import json
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from torch import nn
from torch.nn.functional import interpolate, pad, pixel_shuffle

from engine.checkpoint import UPSCALER

FOLDER, CONFIG, WEIGHTS = UPSCALER, "config.json", "diffusion_pytorch_model.safetensors"
REACH = 2
"""Pixels to each side that a bicubic filter reads."""


class Upscaler(nn.Module):
    """Convolutions at the small size and a shuffle to the large one, added to what a bicubic filter gives.

    The layout is that of Real-ESRGAN's compact network (SRVGGNetCompact in xinntao/Real-ESRGAN), with its skip bicubic.
    """

    def __init__(self, *, scale: int = 4, channels: int = 32, layers: int = 6) -> None:
        super().__init__()
        self.config = {"scale": scale, "channels": channels, "layers": layers}
        self.scale = scale
        body: list[nn.Module] = [nn.Conv2d(3, channels, 3, padding=1), nn.PReLU(channels)]
        for _ in range(layers):
            body += [nn.Conv2d(channels, channels, 3, padding=1), nn.PReLU(channels)]
        last = nn.Conv2d(channels, 3 * scale**2, 3, padding=1)
        nn.init.zeros_(last.weight)
        nn.init.zeros_(last.bias)  # type: ignore[arg-type]
        self.body = nn.Sequential(*body, last)

    def forward(self, pixels: torch.Tensor, *, tile: bool = False) -> torch.Tensor:
        """(rows, 3, height, width) in [0, 1] to the same `scale` times as large; with `tile`, edges meet.

        The convolutions' own edges are closed by Seams.
        """
        rim = pad(pixels, (REACH,) * 4, mode="circular" if tile else "replicate")
        enlarged = interpolate(rim, scale_factor=self.scale, mode="bicubic", align_corners=False)
        cut = slice(REACH * self.scale, -REACH * self.scale)
        return enlarged[..., cut, cut] + pixel_shuffle(self.body(pixels), self.scale)

    def save(self, folder: Path) -> None:
        """Write it into a model's folder, in half precision."""
        own = folder / FOLDER
        own.mkdir(parents=True, exist_ok=True)
        (own / CONFIG).write_text(json.dumps(self.config), encoding="utf-8")
        save_file({name: each.half().contiguous() for name, each in self.state_dict().items()}, own / WEIGHTS)


def load_upscaler(folder: Path) -> Upscaler | None:
    """The one in a model's folder, in single precision; None where the model brings none."""
    own = folder / FOLDER
    if not (own / CONFIG).is_file():
        return None
    upscaler = Upscaler(**json.loads((own / CONFIG).read_text(encoding="utf-8")))
    upscaler.load_state_dict({name: each.float() for name, each in load_file(own / WEIGHTS).items()})
    return upscaler.eval()
