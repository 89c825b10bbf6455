"""What denoising starts from."""

from dataclasses import replace

import pytest

from engine.plan.facts import Noise
from engine.plan.start import sigma_of, start_sigma, strength_of
from engine.protocol import Reference, Role
from tests.engine.plan.samples import BARE, PICTURE, WITH_ADAPTERS, is_rising, plan

SHARES = [0.0, 0.0005, 0.001, 0.1, 0.3, 0.5, 0.7, 0.999, 1.0]
START = Reference(Role.START, "/start.png")


@pytest.mark.parametrize("noise", list(Noise))
def test_strength_and_sigma_say_the_same(noise: Noise) -> None:
    """One turns into the other and back, rising, from nothing to the most that the model knows."""
    sigmas = [sigma_of(share, noise) for share in SHARES]
    assert sigmas[0] == 0
    assert is_rising(sigmas, strictly=noise is Noise.DIFFUSION)
    assert [strength_of(sigma, noise) for sigma in sigmas] == pytest.approx(SHARES, abs=2e-3)
    assert strength_of(1e6, noise) == 1


@pytest.mark.parametrize(("share", "sigma"), [(0.001, 0.0292), (1.0, 14.6146)])
def test_the_sigmas_are_stable_diffusions(share: float, sigma: float) -> None:
    """As its published schedule has them."""
    assert sigma_of(share, Noise.DIFFUSION) == pytest.approx(sigma, rel=2e-3)


def test_iw_and_pixels_move_the_start() -> None:
    """The more a picture counts the less noise it gets; the more pixels the more."""
    assert is_rising([start_sigma(iw, 512, 512) for iw in (3, 2, 1.5, 1, 0.5, 0.25)])
    assert is_rising([start_sigma(1, side, side) for side in (64, 256, 512, 1024)])


@pytest.mark.parametrize(("iw", "strength"), [(0.5, 0.87), (1, 0.71), (1.5, 0.61), (2, 0.52), (3, 0.40)])
def test_without_an_adapter_iw_is_a_strength(iw: float, strength: float) -> None:
    """Of the weightiest picture, as the table of the rule has it."""
    other = Reference(Role.IMAGE, "/b.png", weight=2)
    drawn = plan(PICTURE, other, facts=BARE, iw=iw)
    assert drawn.start == "/b.png"
    assert drawn.strength == pytest.approx(strength, abs=0.01)
    assert drawn.references == ()
    assert drawn.without_effect == ("image",)


def test_with_an_adapter_only_a_strong_picture_is_the_start_too() -> None:
    """From above 1.5, less noise the stronger."""
    assert [plan(PICTURE, iw=iw).start for iw in (0, 0.5, 1, 1.5)] == [None] * 4
    assert is_rising([plan(PICTURE, iw=iw).start_sigma or 0 for iw in (3, 2.5, 2, 1.6)])


def test_what_begins_from_a_picture_is_guided_as_the_model_says() -> None:
    """A picture that is only looked at changes nothing of that."""
    calmer = replace(WITH_ADAPTERS, led_guidance_scale=3.0)
    begun, seen = plan(START, facts=calmer, stylize=0), plan(PICTURE, facts=calmer, stylize=0, iw=1)
    assert (begun.guidance_scale, seen.guidance_scale) == (3.0, 7.5)
    assert {row.guidance_scale for row in begun.rows} == {3.0}


def test_a_picture_of_no_weight_is_not_the_start() -> None:
    """With and without an adapter."""
    assert plan(PICTURE, facts=BARE, iw=0).start is None
    assert plan(PICTURE, iw=0, strength=0.5).start is None


def test_strength_is_taken_as_it_stands() -> None:
    """It makes the prompt's picture the start, and counts for a start picture, which has 0.5 without it."""
    assert plan(PICTURE, strength=0.3, iw=3).strength == 0.3
    assert plan(START, PICTURE, strength=0.8, iw=3).start == "/start.png"
    assert plan(START).strength == 0.5
    assert is_rising([plan(START, strength=each).start_sigma or 0 for each in (0, 0.2, 0.5, 0.8, 1)])
    assert plan(START, strength=0).start_sigma == 0


def test_noise_alone_has_no_strength() -> None:
    """And asking for one says so."""
    drawn = plan(strength=0.5)
    assert (drawn.start, drawn.strength, drawn.start_sigma) == (None, None, None)
    assert drawn.without_effect == ("strength",)
