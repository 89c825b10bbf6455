"""What a plan needs to know of a model: the sizes, steps and adapters that it has."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from engine.protocol import Role

Precision = Literal["half", "full"]
"""In which a model's weights are held, and computed with."""


class Sampler(StrEnum):
    """How a step is taken; the value is what `--sampler` takes."""

    DPMPP_2M_KARRAS = "dpmpp_2m_karras"
    EULER = "euler"
    EULER_A = "euler_a"
    DPMPP_2M_SDE_KARRAS = "dpmpp_2m_sde"
    UNIPC = "unipc"
    DDIM = "ddim"
    LCM = "lcm"


class Noise(StrEnum):
    """How a family mixes picture and noise, and so what a `strength` means in it."""

    DIFFUSION = "diffusion"
    """x = picture + sigma * noise (after scaling), sigma from the 1,000 steps of Stable Diffusion's training."""
    FLOW = "flow"
    """x = (1 - t) * picture + t * noise, sigma = t / (1 - t)."""


@dataclass(frozen=True)
class Adapter:
    """A file of IP-Adapter weights that lies beside the model; `scale` is what it takes at `--iw 1`: 0.5 for the base
    weights (their authors' value for picture and text together), 0.45 for the stronger plus weights.
    """

    name: str
    role: Role
    """What it was made for. Where none was made for styles, the one for images draws them, on the style layers."""
    scale: float = 0.5
    is_native: bool = False
    """The model reads pictures by itself, and no file lies beside it."""


@dataclass(frozen=True)
class Facts:
    """What is so of one model, whatever is asked of it. Sizes in pixels; layers count the adapter's keys from 0."""

    model: str
    family: str
    size: int
    """The side of the square that it draws best."""
    multiple: int
    steps: int
    guidance_scale: float
    sampler: Sampler
    noise: Noise = Noise.DIFFUSION
    finish: str = ""
    """Words that make its pictures prettier, weighed by `--stylize`; none where it knows none."""
    adapters: tuple[Adapter, ...] = ()
    style_layers: tuple[int, ...] = ()
    controls: tuple[str, ...] = ()
    """The kinds of picture that it can follow (`--control`)."""
    loras: tuple[str, ...] = ()
    """The names of those that fit it (`--lora`)."""
    can_guide: bool = True
    """Distilled models have no guidance to be scaled."""
    guidance_until: float = 1.0
    """The share of the steps that are guided; those after it cost half."""
    led_guidance_scale: float | None = None
    """Of pictures that begin from another one or follow its lines, where it is not the same: guidance pulls what is
    half there too far.
    """
    control_scale: float = 1.0
    """How much a picture that is followed counts at `--control-weight 1`."""
    enlarges: int = 1
    """How many times as large its pictures leave: by an upscaler that is the last part of its decoding."""
    can_tile: bool = True
    """Position codes of transformers are not periodic, so that their pictures cannot be."""

    def adapter(self, role: Role) -> Adapter | None:
        """The adapter that draws this role: its own, else the one for images."""
        own = (each for each in self.adapters if each.role is role)
        image = (each for each in self.adapters if each.role is Role.IMAGE)
        return next(own, None) or next(image, None)
