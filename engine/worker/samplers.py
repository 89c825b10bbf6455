"""Samplers: how one picture steps from a noise level to the next, one function an algorithm.

Each takes the noisy latents, the model's estimate of the clean ones (both of any one shape, in the form
clean + sigma * noise) and the row's own state, and returns the latents at the next level.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import torch

from engine.families.schedules import Levels, Schedule
from engine.plan.facts import Sampler


@dataclass
class SamplerState:
    """Where one row stands: its schedule, its step, its own randomness, and what the sampler remembers."""

    schedule: Schedule
    generator: torch.Generator
    step: int = 0
    before: torch.Tensor | None = None
    """The estimate of the step before; None at the first."""

    @property
    def sigma(self) -> float:
        """The noise level now."""
        return self.schedule.sigmas[self.step]

    @property
    def next_sigma(self) -> float:
        """The noise level after this step."""
        return self.schedule.sigmas[self.step + 1]

    @property
    def is_finished(self) -> bool:
        """True where no step is left."""
        return self.step >= len(self.schedule)


Algorithm = Callable[[torch.Tensor, torch.Tensor, SamplerState], torch.Tensor]


def euler(noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
    """Algorithm 2 of Karras et al. 2022 (arXiv 2206.00364) without churn and correction: a step along the slope."""
    return torch.lerp(denoised, noisy, state.next_sigma / state.sigma)


def euler_ancestral(noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
    """Euler to a level below the next and fresh noise up to it: the variance of Song et al. 2021 (arXiv 2010.02502),
    equation 16 with eta 1, as k-diffusion splits it into sigma_down and sigma_up.
    """
    now, then = state.sigma, state.next_sigma
    up = math.sqrt(then**2 * (now**2 - then**2) / now**2)
    down = math.sqrt(max(then**2 - up**2, 0.0))
    fresh = torch.randn(noisy.shape, generator=state.generator).to(noisy)
    return torch.lerp(denoised, noisy, down / now) + up * fresh


def dpmpp_2m(noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
    """DPM-Solver++(2M), algorithm 2 of Lu et al. 2022 (arXiv 2211.01095), first order at both ends."""
    now, then = state.sigma, state.next_sigma
    before, state.before = state.before, denoised
    if then == 0:
        return denoised
    if before is not None:
        # In lambda = -log(sigma), how much longer this step is than the last.
        ratio = math.log(now / then) / math.log(state.schedule.sigmas[state.step - 1] / now)
        denoised = denoised + 0.5 * ratio * (denoised - before)
    return torch.lerp(denoised, noisy, then / now)


@dataclass(frozen=True)
class Sampling:
    """An algorithm and the levels that it goes through."""

    algorithm: Algorithm
    levels: Levels

    def step(self, noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
        """The latents at the next level; the state has moved on by one."""
        stepped = self.algorithm(noisy, denoised, state)
        state.step += 1
        return stepped


SAMPLERS: dict[Sampler, Sampling] = {
    Sampler.EULER: Sampling(euler, Levels.SPACED),
    Sampler.EULER_A: Sampling(euler_ancestral, Levels.SPACED),
    Sampler.DPMPP_2M_KARRAS: Sampling(dpmpp_2m, Levels.KARRAS),
}
