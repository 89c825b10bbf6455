"""Noise levels, held against diffusers' schedulers."""

from typing import Any

import pytest
from diffusers import DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler, EulerDiscreteScheduler

from engine.families.schedules import Levels, Schedule, Training

BETAS: dict[str, Any] = {"beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear"}


def training(**config: Any) -> Training:
    """What Stable Diffusion was trained on."""
    scheduler = EulerDiscreteScheduler(**BETAS)
    sigmas = ((1 - scheduler.alphas_cumprod) / scheduler.alphas_cumprod) ** 0.5
    return Training(tuple(sigmas.tolist()), **config)


def same(schedule: Schedule, scheduler: Any) -> None:
    """Assert that both go through the same levels."""
    assert schedule.sigmas == pytest.approx(scheduler.sigmas.tolist(), rel=1e-5)
    assert schedule.timesteps == pytest.approx(scheduler.timesteps.tolist(), rel=1e-5)


@pytest.mark.parametrize("steps", [1, 2, 7, 20, 27, 50, 999, 1000])
@pytest.mark.parametrize("spacing", ["linspace", "leading", "trailing"])
def test_spaced_levels_are_those_of_diffusers(spacing: str, steps: int) -> None:
    """Euler and Euler a, in the three spacings that checkpoints ask for."""
    schedule = training(spacing=spacing, offset=1 if spacing == "leading" and steps < 1000 else 0).spaced(steps)
    offset = 1 if spacing == "leading" and steps < 1000 else 0
    for kind in (EulerDiscreteScheduler, EulerAncestralDiscreteScheduler):
        scheduler = kind(**BETAS, timestep_spacing=spacing, steps_offset=offset)
        scheduler.set_timesteps(steps)
        same(schedule, scheduler)
        assert schedule.initial == pytest.approx(float(scheduler.init_noise_sigma), rel=1e-5)


@pytest.mark.parametrize("steps", [1, 2, 3, 8, 20, 25, 30, 50, 100])
def test_karras_levels_are_those_of_diffusers(steps: int) -> None:
    """DPM++ 2M Karras."""
    scheduler = DPMSolverMultistepScheduler(**BETAS, use_karras_sigmas=True)
    scheduler.set_timesteps(steps)
    same(training().karras(steps), scheduler)


@pytest.mark.parametrize("levels", list(Levels))
@pytest.mark.parametrize("steps", [1, 2, 12])
def test_levels_fall_to_nothing(levels: Levels, steps: int) -> None:
    """Each step takes noise away, and the last takes all that is left."""
    schedule = training().schedule(levels, steps)
    assert len(schedule) == steps == len(schedule.sigmas) - 1
    assert list(schedule.sigmas) == sorted(set(schedule.sigmas), reverse=True)
    assert schedule.sigmas[-1] == 0


def test_a_start_is_the_first_level_with_at_most_that_noise() -> None:
    """More noise starts earlier; none at all leaves no step."""
    schedule = training().karras(10)
    assert schedule.first_at_most(1e9) == 0
    assert schedule.first_at_most(0.0) == len(schedule)
    for index, sigma in enumerate(schedule.sigmas):
        assert schedule.first_at_most(sigma) == index
        assert schedule.first_at_most(sigma * 1.01) == index
        assert schedule.first_at_most(sigma * 0.99) == min(index + 1, len(schedule)) or sigma == 0
