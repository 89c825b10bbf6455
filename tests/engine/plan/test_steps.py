"""Steps and guidance."""

from dataclasses import replace

import pytest

from engine.plan.steps import artistry, guidance_scale, steps, stop_after
from engine.protocol import Parameters
from tests.engine.plan.samples import BARE, is_rising, plan


def test_quality_is_time() -> None:
    """More of it is more steps, up to 150; a draft takes half of them."""
    assert is_rising([steps(Parameters(quality=each), 30) for each in (0.25, 0.5, 1, 2, 4)])
    assert steps(Parameters(), 30) == steps(Parameters(quality=1), 30) == 30
    assert steps(Parameters(draft=True), 30) == 15
    assert steps(Parameters(quality=4), 60) == 150
    assert steps(Parameters(quality=0.25), 1) == 1


def test_steps_count_over_quality() -> None:
    """What is typed exactly is taken exactly."""
    assert steps(Parameters(steps=17, quality=2, draft=True), 30) == 17


def test_stop_is_the_percentage_of_the_steps() -> None:
    """It rises with the percentage, from one step to all."""
    assert is_rising([stop_after(each, 30) for each in range(10, 101, 10)])
    assert stop_after(None, 30) == stop_after(100, 30) == 30
    assert stop_after(10, 4) == 1


def test_stylize_is_a_share() -> None:
    """0 at 0, 1 at 1000, and what 100 gives is what nothing gives."""
    assert is_rising([artistry(each) for each in (0, 50, 100, 250, 750, 1000)])
    assert artistry(0) == 0
    assert artistry(1000) == pytest.approx(1)
    assert artistry(None) == artistry(100) == pytest.approx(0.289, abs=1e-3)


def test_guidance_falls_with_stylize_and_rises_with_exp() -> None:
    """By 30 % at most."""
    styled = [guidance_scale(Parameters(stylize=each), BARE) for each in (1000, 250, 100, 0)]
    assert is_rising(styled)
    assert (styled[0], styled[-1]) == (pytest.approx(0.7 * 7.5), 7.5)
    assert is_rising([guidance_scale(Parameters(exp=each), BARE) for each in (0, 10, 50, 100)])


def test_a_picture_that_begins_from_another_may_be_guided_otherwise() -> None:
    """Where the model says so, and nobody says `--cfg`."""
    calmer = replace(BARE, led_guidance_scale=3.0)
    assert guidance_scale(Parameters(stylize=0), calmer, is_led=True) == 3.0
    assert (
        guidance_scale(Parameters(stylize=0), calmer) == guidance_scale(Parameters(stylize=0), BARE, is_led=True) == 7.5
    )
    assert guidance_scale(Parameters(cfg=5.0), calmer, is_led=True) == 5.0
    assert guidance_scale(Parameters(), replace(calmer, guidance_scale=1.0), is_led=True) == 1.0


def test_models_without_guidance_go_on_without() -> None:
    """Distilled ones: what would raise it a little would double the work and spoil the picture."""
    turbo = replace(BARE, guidance_scale=1.0)
    assert guidance_scale(Parameters(exp=100, stylize=0), turbo) == 1
    assert guidance_scale(Parameters(cfg=2.0), turbo) == 2
    made = plan(facts=turbo, exp=50, stylize=50)
    assert {"exp", "stylize"} <= set(made.without_effect)


def test_cfg_is_taken_as_it_stands() -> None:
    """Whatever else was set."""
    assert guidance_scale(Parameters(cfg=4.0, stylize=1000, exp=100), BARE) == 4.0
