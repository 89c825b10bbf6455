"""Regions drawn anew are those of diffusers' inpainting pipeline, whoever else is in the batch."""

from typing import Any

import pytest
import torch
from PIL import Image, ImageDraw

from engine.families.sd15 import Sd15
from engine.plan.facts import Sampler
from engine.plan.plan import Plan
from engine.worker.loop import Loop
from engine.worker.rows import Pane, Row, rows_of_pane
from tests.engine.plans import PICTURES, SIZE, difference, pixels, plan, rows, start_at, variety
from tests.engine.stock import Stock

MASK = Image.new("L", (SIZE, SIZE))
ImageDraw.Draw(MASK).rectangle((16, 8, 47, 63), fill=255)  # whole latents, which both sides round alike
DRAWN = torch.zeros(1, SIZE // 8, SIZE // 8)
DRAWN[:, 1:8, 2:6] = 1


def inpainting(family: Sd15, asked: Plan) -> list[Row]:
    """The plan's rows, of which only the region is drawn."""
    return rows_of_pane("job", asked, Pane(family.encode(asked, PICTURES), drawn=DRAWN), family, SIZE)


def draw(family: Sd15, asked: Plan, company: list[Plan]) -> Any:
    """The first picture, drawn among others that are each at another step."""
    loop = Loop(row_budget=64)
    for number, other in enumerate(company):
        loop.add(rows(family, other, f"other {number}"))
        loop.tick()
    own = inpainting(family, asked)
    loop.add(own)
    while not own[0].is_finished:
        assert not loop.tick().failed
    return pixels(own[0])


@pytest.mark.parametrize("company", [[], variety()], ids=["alone", "in company"])
@pytest.mark.parametrize("sampler", list(Sampler))
@pytest.mark.parametrize("strength", [1.0, 0.6])
def test_a_region_is_drawn_as_diffusers_draws_it(
    family: Sd15, stock: Stock, sampler: Sampler, strength: float, company: list[Plan]
) -> None:
    """From noise alone, and from what stands there; guided gently, as in the test of velocity models."""
    asked = plan(sampler=sampler, steps=8, seeds=[5], guidance=2.0, **start_at(family, sampler, 8, strength))
    assert difference(draw(family, asked, company), stock.inpaint(asked, MASK)) < 1e-4


def test_what_stays_is_what_it_was(family: Sd15) -> None:
    """In the latents to the bit, after the last step and after any."""
    asked = plan(seeds=[5], stop_after=3, **start_at(family, Sampler.EULER, 6, 1.0))
    (row,) = inpainting(family, asked)
    loop = Loop(row_budget=64)
    loop.add([row])
    while not loop.is_idle:
        loop.tick()
        assert row.kept is not None
        assert torch.equal(row.clean[:, :, 6:], row.kept.clean[:, :, 6:])
        assert not torch.allclose(row.clean[:, 1:, 2:6], row.kept.clean[:, 1:, 2:6])
