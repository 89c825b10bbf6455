"""Samplers: how one picture steps from a noise level to the next, one function an algorithm.

Each takes the noisy latents, the model's estimate of the clean ones (both of any one shape, in the form
clean + sigma * noise) and the row's own state, and returns the latents at the next level.
"""

import math
from collections.abc import Callable, Sequence
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
    solved: "Solved | None" = None
    """What a solver that corrects itself did in the step before; None at the first."""

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


@dataclass(frozen=True)
class Solved:
    """A step that was taken: from where, with which estimate, and with which one before that where it looked back."""

    noisy: torch.Tensor
    denoised: torch.Tensor
    before: torch.Tensor | None


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


def dpmpp_2m_sde(noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
    """SDE-DPM-Solver++(2M), equation 19 of Lu et al. 2022, first order at both ends: further towards the estimate than
    the slope goes, and fresh noise up to the next level.
    """
    now, then = state.sigma, state.next_sigma
    before, state.before = state.before, denoised
    fresh = torch.randn(noisy.shape, generator=state.generator).to(noisy)
    if then == 0:
        return denoised
    if before is not None:
        ratio = math.log(now / then) / math.log(state.schedule.sigmas[state.step - 1] / now)
        denoised = denoised + 0.5 * ratio * (denoised - before)
    kept = (then / now) ** 2
    return torch.lerp(denoised, noisy, kept) + then * math.sqrt(1 - kept) * fresh


def unipc(noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
    """UniPC of second order with B(h) = e^h - 1 (Zhao et al. 2023, arXiv 2302.04867), first order at both ends: the
    step before is taken once more with what is known now, then the next one.
    """
    solved, sigmas, step = state.solved, state.schedule.sigmas, state.step
    if solved is not None:
        noisy = _corrected(solved, denoised, sigmas[max(step - 2, 0) : step + 1])
    now, then = state.sigma, state.next_sigma
    looks_back = solved is not None and step < len(state.schedule) - 1
    before = solved.denoised if solved is not None and looks_back else None
    state.solved = Solved(noisy, denoised, before)
    if then == 0:
        return denoised
    stepped = torch.lerp(denoised, noisy, then / now)
    if before is not None:
        ratio = math.log(sigmas[step - 1] / now) / math.log(now / then)
        stepped = stepped + 0.5 * (1 - then / now) / ratio * (denoised - before)
    return stepped


def _corrected(solved: Solved, denoised: torch.Tensor, sigmas: Sequence[float]) -> torch.Tensor:
    """Where the step before leads with the estimate at its end; `sigmas` are the last levels, now's at their end."""
    then, now = sigmas[-2], sigmas[-1]
    kept, length = now / then, math.log(then / now)
    slope = denoised - solved.denoised
    straight = torch.lerp(solved.denoised, solved.noisy, kept)
    if solved.before is None:
        return straight + (1 - kept) * 0.5 * slope
    back = -math.log(sigmas[-3] / then) / length
    grown = math.expm1(-length)
    first = (grown / -length - 1) / grown
    second = 2 * ((grown / -length - 1) / -length - 0.5) / grown
    # a + b = first, back * a + b = second
    a = (first - second) / (1 - back)
    return straight + (1 - kept) * (a / back * (solved.before - solved.denoised) + (first - a) * slope)


def lcm(noisy: torch.Tensor, denoised: torch.Tensor, state: SamplerState) -> torch.Tensor:
    """Multistep sampling of consistency models (Luo et al. 2023, arXiv 2310.04378, algorithm 3): all the way to the
    estimate, and fresh noise up to the next level.
    """
    scaled = 10 * state.schedule.timesteps[state.step]
    skip, out = 0.25 / (scaled**2 + 0.25), scaled / math.sqrt(scaled**2 + 0.25)
    clean = out * denoised + skip / math.hypot(state.sigma, 1.0) * noisy
    if state.next_sigma == 0:
        return clean
    return clean + state.next_sigma * torch.randn(noisy.shape, generator=state.generator).to(noisy)


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
    Sampler.DPMPP_2M_SDE_KARRAS: Sampling(dpmpp_2m_sde, Levels.KARRAS),
    Sampler.UNIPC: Sampling(unipc, Levels.SOLVER),
    # without fresh noise, its step is the one along the slope
    Sampler.DDIM: Sampling(euler, Levels.IMPLICIT),
    Sampler.LCM: Sampling(lcm, Levels.CONSISTENT),
}
