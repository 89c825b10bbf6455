"""Families of models, each behind one small interface: load, encode, denoise, decode.

Latents are float32 in the form clean + sigma * noise, whatever the model itself wants, on the family's device.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch
from PIL import Image

from engine.families.schedules import Levels, Schedule
from engine.plan.plan import Plan

Condition = Any
"""What a row is drawn towards and away from: made by a family's `encode`, read by its `denoise`, opaque to others."""
Shape = tuple[int, int, int]
"""Of one row's latents: channels, height, width."""
Pictures = Mapping[str, Image.Image]
"""Pictures by the path that the plan names them by."""


@dataclass(frozen=True)
class Gaussian:
    """What a picture is encoded to: latents of shape (channels, height, width) and how sure the encoder is of them."""

    mean: torch.Tensor
    deviation: torch.Tensor

    def sample(self, generator: torch.Generator) -> torch.Tensor:
        """One draw, the same on every device."""
        return self.mean + self.deviation * torch.randn(self.mean.shape, generator=generator).to(self.mean)


@dataclass(frozen=True)
class Encoded:
    """A plan's texts and pictures as its family wants them."""

    conditions: tuple[Condition, ...]
    """One for each row of the plan."""
    shape: Shape
    start: Gaussian | None
    """The picture that denoising starts from."""
    heavier: float = 1.0
    """How many times as much a step of its rows takes as one of rows that see no pictures."""


@dataclass(frozen=True)
class Ask:
    """What one row wants of a step."""

    condition: Condition
    sigma: float
    timestep: float
    guidance_scale: float
    """Rows above 1 are also run on what they are drawn away from (Ho & Salimans 2022, arXiv 2207.12598)."""

    @property
    def is_guided(self) -> bool:
        """True where the row needs a twin."""
        return self.guidance_scale > 1


class Family(Protocol):
    """A loaded model. `encode`, `decode` and `preview` are called from one thread, `denoise` from another."""

    device: torch.device

    def follow(self, controls: Mapping[str, Path], preprocessors: Mapping[str, Path]) -> None:
        """By kind, further networks that follow pictures (`--control`), in folders as diffusers keeps them, and models
        that find depth, poses and people in photographs, in folders as transformers keeps them.
        """

    def wear(self, files: Callable[[], Mapping[str, Path]]) -> None:
        """What gives the files of the LoRAs that there are, by name (`--lora`)."""

    def schedule(self, levels: Levels, steps: int, shape: Shape) -> Schedule:
        """The noise levels of that many steps, for latents of that shape."""

    def encode(self, plan: Plan, pictures: Pictures) -> Encoded:
        """Texts, reference pictures and start picture, of any size; once for a job's round."""

    def denoise(self, noisy: torch.Tensor, asks: Sequence[Ask], *, tile: bool) -> torch.Tensor:
        """The estimate of the clean latents, all (rows, channels, height, width), in as few forward passes as may be.

        With `tile`, the picture's edges meet. Each row of the result depends on its own row and ask alone.
        """

    def spare(self) -> None:
        """Encode and decode part by part from now on, which needs less memory; the seams are hardly seen."""

    def relieve(self) -> bool:
        """Hold less of the model on the device from now on, and be slower; False where nothing more can be done."""

    def decode(self, latents: torch.Tensor, *, tile: bool) -> torch.Tensor:
        """The pictures, (rows, 3, height, width) in [0, 1]."""

    def preview(self, latents: torch.Tensor) -> torch.Tensor:
        """The pictures roughly and at once, of the latents' size, (rows, 3, height, width) in [0, 1]."""
