"""References that act in a part of the picture: equal to diffusers' `ip_adapter_masks`, alone and in company."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image, ImageDraw

from engine.checkpoint import adapter_file, adapters_in
from engine.families.regions import Regions, region_of
from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.plan.facts import Sampler
from tests.engine.plans import PICTURES, difference, draw, plan, sees, variety
from tests.engine.stock import Stock, StockXl

CLOSE = 1e-4
WITH_COMPANY = pytest.mark.parametrize("company", [[], variety()], ids=["alone", "in company"])


def half(box: tuple[int, int, int, int]) -> Image.Image:
    """White in a box of a picture of 64 pixels."""
    mask = Image.new("L", (64, 64))
    ImageDraw.Draw(mask).rectangle(box, fill=255)
    return mask


LEFT, RIGHT = half((0, 0, 31, 63)), half((32, 0, 63, 63))
PICTURES |= {"mask of left": LEFT, "mask of right": RIGHT, "mask of all": half((0, 0, 63, 63))}


@pytest.fixture(scope="module", params=["sd15", "sdxl"])
def both(request: pytest.FixtureRequest) -> tuple[Any, Any]:
    """A family with its adapters, and diffusers' pipelines with the same."""
    name: str = request.param
    folder: Path = request.getfixturevalue(f"tiny_{name}")
    files = {each.name: adapter_file(folder, each.name, name) for each in adapters_in(folder, name)}
    return (Sdxl if name == "sdxl" else Sd15).load(folder, "cpu", precision="full"), (
        StockXl if name == "sdxl" else Stock
    )(folder, files)


def check(both: tuple[Any, Any], asked: Any, company: list[Any]) -> None:
    """Assert that every picture of the plan is the pipeline's, and not the one without masks."""
    family, stock = both
    for number, ours in enumerate(draw(family, asked, company)):
        assert difference(ours, stock.drawn(asked, number)) < CLOSE
    everywhere = replace(asked, references=tuple(replace(each, mask=None) for each in asked.references))
    assert difference(draw(family, everywhere)[0], draw(family, asked)[0]) > 0.01


@WITH_COMPANY
@pytest.mark.parametrize("adapter", ["base", "plus"])
def test_a_picture_that_acts_in_one_half(both: tuple[Any, Any], adapter: str, company: list[Any]) -> None:
    """Two of a grid, with guidance."""
    seen = sees("stripes", adapter, 0.8, mask="left")
    check(both, plan(references=(seen,), guidance=4.0, seeds=[1, 2], sampler=Sampler.DPMPP_2M_KARRAS), company)


@WITH_COMPANY
def test_pictures_that_act_beside_each_other(both: tuple[Any, Any], company: list[Any]) -> None:
    """Through one adapter, each in its half; and a second adapter that acts everywhere, on some layers."""
    own = sees("stripes", "base", 0.9, mask="left"), sees("red", "base", 0.9, mask="right")
    check(both, plan(references=own, guidance=4.0), company)
    check(both, plan(references=(*own, sees("blue", "plus", 0.5, layers=(0, 2))), guidance=1.0), company)


def test_a_wide_picture_keeps_its_regions(both: tuple[Any, Any]) -> None:
    """The mask is laid over all of it, at whatever size it came."""
    check(both, plan(references=(sees("stripes", "plus", 0.8, mask="right"),), width=96), [])


def test_a_mask_of_all_of_it_is_none(both: tuple[Any, Any]) -> None:
    """And rows without a mask are not touched by one beside them."""
    family, _ = both
    everywhere = plan(references=(sees("stripes", "base", 0.8),))
    masked = plan(references=(sees("stripes", "base", 0.8, mask="all"),))
    kept = plan(references=(sees("red", "base", 0.8, mask="left"),), seeds=[9])
    alone = draw(family, everywhere)[0]
    assert difference(draw(family, masked)[0], alone) < CLOSE
    assert difference(draw(family, everywhere, [kept, masked])[0], alone) < CLOSE


def test_regions_are_as_small_as_a_layer_sees_them() -> None:
    """Of lines without one, all is seen; what is grey is white from the half on."""
    grey = Image.new("L", (4, 4), 200)
    assert region_of(grey, 64, 64).mean() == 1
    assert region_of(LEFT.resize((30, 40)), 64, 64)[0, :, :28].min() == 1
    seen = Regions([None, region_of(LEFT, 64, 64)]).seen(16, torch.zeros(1))
    assert seen[0].flatten().tolist() == [1] * 16
    assert seen[1].view(4, 4)[:, [0, 3]].round().tolist() == [[1, 0]] * 4
