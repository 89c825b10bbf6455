"""Samplers, held against diffusers' schedulers on a made-up model."""

from collections.abc import Callable
from typing import Any

import pytest
import torch
from diffusers import (
    DDIMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    LCMScheduler,
    UniPCMultistepScheduler,
)

from engine.families.schedules import Schedule, Training
from engine.plan.facts import Sampler
from engine.worker.samplers import SAMPLERS, SamplerState

BETAS: dict[str, Any] = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}
THEIRS: dict[Sampler, Callable[[], Any]] = {
    Sampler.EULER: lambda: EulerDiscreteScheduler(**BETAS),
    Sampler.EULER_A: lambda: EulerAncestralDiscreteScheduler(**BETAS),
    Sampler.DPMPP_2M_KARRAS: lambda: DPMSolverMultistepScheduler(**BETAS, use_karras_sigmas=True),
    Sampler.DPMPP_2M_SDE_KARRAS: lambda: DPMSolverMultistepScheduler(
        **BETAS, use_karras_sigmas=True, algorithm_type="sde-dpmsolver++"
    ),
    Sampler.UNIPC: lambda: UniPCMultistepScheduler(**BETAS),
    Sampler.DDIM: lambda: DDIMScheduler(**BETAS, clip_sample=False, set_alpha_to_one=False),
    Sampler.LCM: lambda: LCMScheduler(**BETAS),
}
FRESH = {Sampler.EULER_A, Sampler.DPMPP_2M_SDE_KARRAS, Sampler.LCM}
"""Those that draw noise of their own on the way."""
SHAPE = (4, 8, 8)


def model(scaled: torch.Tensor, timestep: float) -> torch.Tensor:
    """The noise that a made-up model sees in latents of variance 1: smooth, and different at each timestep."""
    return torch.sin(1.7 * scaled + timestep / 300) + 0.3 * scaled.roll(1, -1)


def schedule_of(name: Sampler, steps: int) -> Schedule:
    """The levels that the sampler goes through."""
    scheduler = THEIRS[name]()
    sigmas = ((1 - scheduler.alphas_cumprod) / scheduler.alphas_cumprod) ** 0.5
    spacing = "leading" if name is Sampler.DDIM else "linspace"
    training = Training(tuple(sigmas.tolist()), spacing, least=float(sigmas[0]))
    return training.schedule(SAMPLERS[name].levels, steps)


def ours(name: Sampler, steps: int, seed: int, start: int = 0) -> torch.Tensor:
    """A row of our own, from noise or from latents of 1 with noise on them."""
    schedule = schedule_of(name, steps)
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn(SHAPE, generator=generator)
    noisy = 1 + schedule.sigmas[start] * noise if start else schedule.initial * noise
    state = SamplerState(schedule, generator, step=start)
    while not state.is_finished:
        scale = (state.sigma**2 + 1) ** 0.5
        denoised = noisy - state.sigma * model(noisy / scale, schedule.timesteps[state.step])
        noisy = SAMPLERS[name].step(noisy, denoised, state)
    return noisy


def theirs(name: Sampler, steps: int, seed: int, start: int = 0) -> torch.Tensor:
    """The same with the scheduler of diffusers, called as its pipelines call it."""
    scheduler = THEIRS[name]()
    scheduler.set_timesteps(steps)
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(start)
    generator = torch.Generator().manual_seed(seed)
    noise = torch.randn((1, *SHAPE), generator=generator)
    timesteps = scheduler.timesteps[start:]
    latents = noise * scheduler.init_noise_sigma
    if start:
        latents = scheduler.add_noise(torch.ones_like(noise), noise, timesteps[:1])
    extra = {"generator": generator} if name in FRESH else {}
    for timestep in timesteps:
        seen = model(scheduler.scale_model_input(latents, timestep), float(timestep))
        latents = scheduler.step(seen, timestep, latents, **extra).prev_sample
    # the others' last level has no noise, so that it makes no difference there
    signal = scheduler.alphas_cumprod[0] ** 0.5 if name is Sampler.DDIM else 1.0
    return latents[0] / signal


@pytest.mark.parametrize("steps", [1, 2, 5, 20])
@pytest.mark.parametrize("name", SAMPLERS)
def test_a_sampler_gives_what_diffusers_gives(name: Sampler, steps: int) -> None:
    """From pure noise, with few steps and many."""
    # what was one rounding apart is drawn further apart by each step of LCM, which begins anew from the estimate
    near = 2e-3 if name is Sampler.LCM else 2e-5
    torch.testing.assert_close(ours(name, steps, seed=3), theirs(name, steps, seed=3), rtol=1e-4, atol=near)


@pytest.mark.parametrize("start", [1, 4, 7])
@pytest.mark.parametrize("name", SAMPLERS)
def test_a_sampler_begins_in_the_middle_as_diffusers_does(name: Sampler, start: int) -> None:
    """From a picture with noise on it."""
    expected = theirs(name, 8, seed=5, start=start)
    torch.testing.assert_close(ours(name, 8, seed=5, start=start), expected, rtol=1e-4, atol=2e-5)


@pytest.mark.parametrize("name", SAMPLERS)
def test_the_last_step_leaves_no_noise(name: Sampler) -> None:
    """What a model that always sees the same clean picture gives is that picture."""
    schedule = schedule_of(name, 6)
    state = SamplerState(schedule, torch.Generator().manual_seed(0))
    clean = torch.full(SHAPE, 0.5)
    noisy = schedule.initial * torch.randn(SHAPE)
    while not state.is_finished:
        noisy = SAMPLERS[name].step(noisy, clean, state)
    left = schedule.sigmas[-1]
    torch.testing.assert_close(noisy, clean, atol=5 * left + 1e-5, rtol=1e-5)


def test_only_some_ask_for_randomness() -> None:
    """So that one seed gives another picture only where the sampler says so."""
    for name in SAMPLERS:
        state = SamplerState(schedule_of(name, 4), torch.Generator().manual_seed(0))
        before = state.generator.get_state()
        SAMPLERS[name].step(torch.ones(SHAPE), torch.zeros(SHAPE), state)
        assert torch.equal(state.generator.get_state(), before) == (name not in FRESH)
