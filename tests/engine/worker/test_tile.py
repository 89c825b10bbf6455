"""`--tile`: edges that meet."""

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.plan.facts import Sampler
from engine.worker.loop import Loop
from tests.engine.plans import difference, finish, pixels, plan, roll, rows, sees

BY = 8
"""Latents: the UNet halves them three times, so that rolling by a multiple of eight is rolling at every depth."""


def drawn(family: Sd15, *, tile: bool, by: int) -> torch.Tensor:
    """A picture from noise that is rolled around, (3, height, width), beside another job that has edges."""
    asked = plan(tile=tile, width=128, height=128, sampler=Sampler.DPMPP_2M_KARRAS, references=(sees("red"),))
    loop = Loop(row_budget=64)
    (row,) = rows(family, asked)
    row.noisy = roll(row.noisy, by)
    loop.add([row, *rows(family, plan(width=128, height=128, seeds=[2]))])
    finish(loop)
    return torch.from_numpy(pixels(row)).permute(2, 0, 1)


def test_rolling_the_noise_rolls_the_picture(family: Sd15) -> None:
    """Exactly, since nothing then knows where the edges are; without `--tile` it gives another picture."""
    assert difference(roll(drawn(family, tile=True, by=0), 8 * BY), drawn(family, tile=True, by=BY)) < 1e-4
    assert difference(roll(drawn(family, tile=False, by=0), 8 * BY), drawn(family, tile=False, by=BY)) > 0.05


def test_tiles_leave_other_pictures_their_edges(family: Sd15) -> None:
    """A job drawn after and beside one that tiles is what it is alone."""
    before = drawn(family, tile=False, by=0)
    drawn(family, tile=True, by=0)
    assert difference(drawn(family, tile=False, by=0), before) == 0


@pytest.mark.parametrize("tile", [True, False])
def test_decoding_is_told_too(family: Sd15, tile: bool) -> None:
    """The VAE has edges of its own."""
    latents = torch.randn(1, 4, 16, 16, generator=torch.Generator().manual_seed(1))
    rolled, plain = family.decode(roll(latents, BY), tile=tile), family.decode(latents, tile=tile)
    assert (difference(roll(plain, 8 * BY), rolled) < 1e-4) == tile
