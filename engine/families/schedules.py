"""Noise levels: the sigmas through which a picture is denoised, and the timesteps that the model knows them by.

Levels are in the variance-exploding form of Karras et al. 2022 (arXiv 2206.00364): noisy = clean + sigma * noise.
"""

import bisect
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import torch


class Levels(StrEnum):
    """How a sampler wants the noise levels laid out."""

    SPACED = "spaced"
    """By timestep, as the model's own configuration says."""
    KARRAS = "karras"
    """Dense where there is little noise."""
    SOLVER = "solver"
    """By timestep, and none at which there is no noise to speak of, as multistep solvers want it."""
    IMPLICIT = "implicit"
    """By whole timestep, and at the end what the model's own configuration says (DDIM)."""
    CONSISTENT = "consistent"
    """Those that latent consistency models were distilled to."""


@dataclass(frozen=True)
class Schedule:
    """`sigmas` fall from the first to 0 and are one more than `timesteps`; pure noise is `initial` times N(0, 1)."""

    sigmas: tuple[float, ...]
    timesteps: tuple[float, ...]
    initial: float

    def __len__(self) -> int:
        """How many steps there are."""
        return len(self.timesteps)

    def noised(self, noise: torch.Tensor, clean: torch.Tensor | None, step: int) -> torch.Tensor:
        """What denoising starts from at that step: noise alone, or a picture's latents with noise on them."""
        return noise * self.initial if clean is None else clean + self.sigmas[step] * noise

    def first_at_most(self, sigma: float) -> int:
        """The first step whose noise is not above `sigma`; `len(self)`, no step at all, where every step's is."""
        levels = enumerate(self.sigmas)
        return next((index for index, level in levels if level <= sigma * (1 + 1e-6)), len(self))


@dataclass(frozen=True)
class Training:
    """What a model was trained on: `sigmas[t]` is the noise at timestep t, rising."""

    sigmas: tuple[float, ...]
    spacing: str = "linspace"
    """linspace, leading or trailing: table 2 of Lin et al. 2024 (arXiv 2305.08891)."""
    offset: int = 0
    least: float = 0.0
    """What noise is left by a sampler that leaves any."""

    def schedule(self, levels: Levels, steps: int) -> Schedule:
        """That many steps, laid out so."""
        ways = {Levels.SPACED: self.spaced, Levels.KARRAS: self.karras, Levels.CONSISTENT: self.consistent}
        return ways[levels](steps) if levels in ways else self.whole(levels, steps)

    def whole(self, levels: Levels, steps: int) -> Schedule:
        """Timesteps evenly apart, in whole numbers."""
        count = len(self.sigmas)
        if levels is Levels.IMPLICIT:
            return self._at(_SPACINGS[self.spacing](count, steps, self.offset), self.least)
        return self._at(_OF_SOLVERS[self.spacing](count, steps, self.offset), 0.0)

    def consistent(self, steps: int) -> Schedule:
        """Of the 50 timesteps of the distillation so many, evenly apart (Luo et al. 2023, arXiv 2310.04378)."""
        taught = max(_TAUGHT, steps)
        apart = len(self.sigmas) // taught
        chosen = [taught - index * taught // steps for index in range(steps)]
        return self._at([float(number * apart - 1) for number in chosen], 0.0)

    def _at(self, timesteps: Sequence[float], last: float) -> Schedule:
        """In whole numbers, ends halfway to the even one, as numpy has it."""
        whole = [float(round(timestep)) for timestep in timesteps]
        sigmas = [self._sigma(timestep) for timestep in whole]
        return Schedule((*sigmas, last), tuple(whole), math.hypot(sigmas[0], 1.0))

    def spaced(self, steps: int) -> Schedule:
        """Timesteps evenly apart, as `spacing` has them."""
        timesteps = _SPACINGS[self.spacing](len(self.sigmas), steps, self.offset)
        sigmas = [self._sigma(timestep) for timestep in timesteps]
        is_noise_alone = self.spacing in {"linspace", "trailing"}
        initial = max(sigmas) if is_noise_alone else math.hypot(max(sigmas), 1.0)
        return Schedule((*sigmas, 0.0), tuple(timesteps), initial)

    def karras(self, steps: int, rho: float = 7.0) -> Schedule:
        """Equation 5 of Karras et al. 2022 between the lowest and the highest noise of the training."""
        low, high = self.sigmas[0] ** (1 / rho), self.sigmas[-1] ** (1 / rho)
        ramp = [index / (steps - 1) if steps > 1 else 0.0 for index in range(steps)]
        sigmas = [(high + part * (low - high)) ** rho for part in ramp]
        timesteps = tuple(float(round(self._timestep(sigma))) for sigma in sigmas)
        return Schedule((*sigmas, 0.0), timesteps, math.hypot(sigmas[0], 1.0))

    def _sigma(self, timestep: float) -> float:
        below = min(int(timestep), len(self.sigmas) - 2)
        return self.sigmas[below] + (timestep - below) * (self.sigmas[below + 1] - self.sigmas[below])

    def _timestep(self, sigma: float) -> float:
        above = min(max(bisect.bisect_right(self.sigmas, sigma), 1), len(self.sigmas) - 1)
        low, high = math.log(self.sigmas[above - 1]), math.log(self.sigmas[above])
        part = (math.log(sigma) - low) / (high - low)
        return above - 1 + min(max(part, 0.0), 1.0)


def _linspace(count: int, steps: int, _offset: int) -> Sequence[float]:
    if steps == 1:
        return [0.0]
    return [(count - 1) * (steps - 1 - index) / (steps - 1) for index in range(steps)]


def _leading(count: int, steps: int, offset: int) -> Sequence[float]:
    ratio = count // steps
    return [float(index * ratio + offset) for index in reversed(range(steps))]


def _trailing(count: int, steps: int, _offset: int) -> Sequence[float]:
    return [float(round(count - index * count / steps) - 1) for index in range(steps)]


def _solver_linspace(count: int, steps: int, _offset: int) -> Sequence[float]:
    return [(count - 1) * (steps - index) / steps for index in range(steps)]


def _solver_leading(count: int, steps: int, offset: int) -> Sequence[float]:
    return _leading(count, steps + 1, offset)[:-1]


_TAUGHT = 50
_OF_SOLVERS: dict[str, Callable[[int, int, int], Sequence[float]]] = {
    "linspace": _solver_linspace,
    "leading": _solver_leading,
    "trailing": _trailing,
}
_SPACINGS: dict[str, Callable[[int, int, int], Sequence[float]]] = {
    "linspace": _linspace,
    "leading": _leading,
    "trailing": _trailing,
}
