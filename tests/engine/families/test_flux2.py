"""FLUX.2 klein's pictures are those of diffusers' pipeline, whoever else is in the batch."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import Flux2KleinPipeline
from PIL import Image

from engine.checkpoint import facts_of
from engine.families import Ask
from engine.families.flux2 import Flux2
from engine.families.schedules import Levels
from engine.plan.facts import Noise, Sampler
from engine.plan.plan import Plan, PlannedReference
from engine.plan.start import sigma_of
from engine.protocol import Role, Text
from tests.engine.plans import NOTHING, PICTURES, difference, draw, plan, rows
from tests.engine.stock import ByDiffusers, Pixels
from tests.engine.tiny_flux2 import READ_LAYERS, make_tiny_flux2

CLOSE = 1e-4
NOISE = Image.effect_noise((64, 96), 60).convert("RGB")
PICTURES_HERE = PICTURES | {"noise": NOISE}


def sees(path: str, role: Role = Role.IMAGE, scale: float = 1.0, weight: float = 1.0) -> PlannedReference:
    """A reference picture, as a plan has it for a model that reads pictures by itself."""
    return PlannedReference(role, path, "native", scale, weight, None)


def flow(**changed: Any) -> Plan:
    """A plan for this family: four steps, no guidance."""
    return replace(plan(**{"guidance": 1.0, "steps": 4, "negative": NOTHING} | changed), family="flux2")


def company() -> list[Plan]:
    """Rows of other jobs, each at another step, with other pictures."""
    return [
        flow(texts=(Text("a blue dog", 1.0),), steps=9, seeds=[11, 12]),
        flow(steps=7, references=(sees("red"),), seeds=[13]),
        flow(steps=8, references=(sees("stripes"), sees("noise")), seeds=[14]),
        flow(steps=6, references=(sees("blue", scale=0.5),), sampler=Sampler.EULER_A, seeds=[15]),
    ]


WITH_COMPANY = pytest.mark.parametrize("others", [[], company()], ids=["alone", "in company"])


@pytest.fixture(scope="module")
def klein(tiny_flux2: Path) -> Flux2:
    """The tiny model, as the engine loads it."""
    return Flux2.load(tiny_flux2, "cpu", precision="full")


@pytest.fixture(scope="module")
def base_folder(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, not distilled."""
    return make_tiny_flux2(tmp_path_factory.mktemp("models") / "base", is_distilled=False)


class StockKlein(ByDiffusers):
    """Diffusers' pipeline."""

    def __init__(self, folder: Path) -> None:
        self._pipeline: Any = Flux2KleinPipeline.from_pretrained(folder, local_files_only=True)
        self._pipeline.set_progress_bar_config(disable=True)

    def draw(self, plan: Plan, row: int = 0, **changed: Any) -> Pixels:
        """One picture of the plan, (height, width, 3) in [0, 1]."""
        options = {
            "prompt": plan.texts[0].text,
            "image": [PICTURES_HERE[str(each.path)] for each in plan.references] or None,
            "width": plan.width,
            "height": plan.height,
            "num_inference_steps": plan.steps,
            "guidance_scale": plan.rows[row].guidance_scale,
            "generator": torch.Generator().manual_seed(plan.rows[row].seed),
            "text_encoder_out_layers": READ_LAYERS,
            "output_type": "np",
        }
        pixels: Pixels = self._pipeline(**options | changed).images[0]
        return pixels


@pytest.fixture(scope="module")
def stock_klein(tiny_flux2: Path) -> StockKlein:
    """It, as diffusers' own pipeline."""
    return StockKlein(tiny_flux2)


def drawn(family: Flux2, asked: Plan, others: list[Plan] | None = None) -> list[Any]:
    """The plan's pictures."""
    return draw(family, asked, others or (), PICTURES_HERE)


def check(family: Flux2, stock: StockKlein, asked: Plan, others: list[Plan]) -> None:
    """Assert that every picture of the plan is the pipeline's."""
    for number, ours in enumerate(drawn(family, asked, others)):
        assert difference(ours, stock.drawn(asked, number)) < CLOSE


@WITH_COMPANY
@pytest.mark.parametrize("steps", [1, 4, 20])
def test_pictures_from_noise(klein: Flux2, stock_klein: StockKlein, steps: int, others: list[Plan]) -> None:
    """Text to picture, two of a grid."""
    check(klein, stock_klein, flow(steps=steps, seeds=[1, 2]), others)


@WITH_COMPANY
@pytest.mark.parametrize(
    "references",
    [(sees("stripes"),), (sees("stripes"), sees("noise")), (sees("red"), sees("noise", Role.STYLE))],
    ids=["one", "two", "two roles"],
)
def test_pictures_that_see_pictures(
    klein: Flux2, stock_klein: StockKlein, references: tuple[PlannedReference, ...], others: list[Plan]
) -> None:
    """Editing, and several references: the model reads them itself."""
    asked = flow(references=references)
    assert difference(stock_klein.drawn(asked), stock_klein.drawn(flow())) > 0.01
    check(klein, stock_klein, asked, others)


@pytest.mark.parametrize("size", [(64, 96), (128, 64)])
def test_pictures_of_other_shapes(klein: Flux2, stock_klein: StockKlein, size: tuple[int, int]) -> None:
    """Each with the levels that its size asks for."""
    check(klein, stock_klein, flow(width=size[0], height=size[1], seeds=[3, 4]), company())
    levels = [klein.schedule(Levels.SPACED, 4, (16, side, side)).sigmas for side in (4, 64)]
    assert levels[0][1] < levels[1][1]


@WITH_COMPANY
@pytest.mark.parametrize("references", [(), (sees("stripes"),)], ids=["words", "a picture"])
def test_guided_pictures(base_folder: Path, references: tuple[PlannedReference, ...], others: list[Plan]) -> None:
    """Checkpoints that are not distilled are guided away from the empty text, pictures or not."""
    family, stock = Flux2.load(base_folder, "cpu", precision="full"), StockKlein(base_folder)
    asked = flow(guidance=4.0, references=references)
    assert difference(stock.draw(asked), stock.draw(flow(references=references))) > 0.01
    check(family, stock, asked, others)


def test_distilled_models_are_not_guided(klein: Flux2) -> None:
    """As the pipeline says."""
    assert difference(drawn(klein, flow(guidance=4.0))[0], drawn(klein, flow())[0]) == 0


def test_a_picture_counts_by_its_scale(klein: Flux2) -> None:
    """0 is as if it were not there, and what is between 0 and 1 lies between, and above 1 beyond."""
    noisy, ask = torch.ones(1, 16, 4, 4), {"sigma": 3.0, "timestep": 750.0, "guidance_scale": 1.0}

    def told(*references: PlannedReference) -> torch.Tensor:
        condition = klein.encode(flow(references=references), PICTURES_HERE).conditions[0]
        return klein.denoise(noisy, [Ask(condition, **ask)], tile=False)

    without, half, whole, twice = told(), *(told(sees("stripes", scale=each)) for each in (0.5, 1.0, 2.0))
    assert torch.equal(told(sees("stripes", scale=0.0)), without)
    torch.testing.assert_close(half, (without + whole) / 2)
    torch.testing.assert_close(twice, 2 * whole - without)
    assert (without - whole).abs().max() > 0.01
    styled = told(sees("stripes"), sees("noise", Role.STYLE))
    torch.testing.assert_close(
        told(sees("stripes"), sees("noise", Role.STYLE, 0.25)), 0.75 * whole + 0.25 * styled, rtol=1e-4, atol=1e-4
    )


def test_weights_decide_between_pictures(klein: Flux2) -> None:
    """Of one role: equal ones are as the pipeline has them, and a light one is nearly not there."""
    pair = [
        drawn(klein, flow(references=(sees("stripes", weight=each), sees("noise", weight=1 - each))))[0]
        for each in (0.5, 0.999, 0.001)
    ]
    assert difference(pair[0], drawn(klein, flow(references=(sees("stripes"), sees("noise"))))[0]) < CLOSE
    assert difference(pair[1], pair[2]) > 0.01


def test_a_start_with_no_noise_is_the_picture(klein: Flux2) -> None:
    """And the more noise, the less of it is left."""
    start = {"start": "stripes", "strength": 0.0}
    same = drawn(klein, flow(start_sigma=0.0, **start))[0]
    some, more = (drawn(klein, flow(steps=20, start_sigma=each, **start))[0] for each in (1.0, 9.0))
    assert difference(some, same) > 0
    assert np.abs(some - same).mean() < np.abs(more - same).mean()


@pytest.mark.parametrize(("strength", "steps"), [(0.1, 1), (0.5, 2), (0.85, 3)])
def test_a_weak_start_is_drawn_over_too(klein: Flux2, strength: float, steps: int) -> None:
    """Four steps leave nothing below a little noise, so the levels are laid closer."""
    asked = flow(start="stripes", strength=strength, start_sigma=sigma_of(strength, Noise.FLOW))
    (row,) = rows(klein, asked)
    assert row.steps == (0, steps)
    assert row.state.sigma == pytest.approx(sigma_of(strength, Noise.FLOW), rel=0.5)


def test_pictures_of_any_size_can_be_seen(klein: Flux2) -> None:
    """Large, small and thin ones, by the pipeline's bounds."""
    for size in [(1500, 1000), (20, 30), (2000, 100), (65, 70)]:
        seen = klein.encode(flow(references=(sees("it"),)), {"it": NOISE.resize(size)}).conditions[0].views[0]
        ((height, width),) = seen.sizes
        assert min(height, width) >= 4
        assert height * width * 256 <= 1024 * 1024
        assert max(height, width) <= 8 * min(height, width) + 8


def test_what_its_files_say(tiny_flux2: Path, base_folder: Path, tmp_path: Path) -> None:
    """Distilled ones take four steps without guidance; the others more, and guided."""
    distilled, base = facts_of(tiny_flux2, "klein", "flux2"), facts_of(base_folder, "base", "flux2")
    assert (distilled.steps, distilled.guidance_scale, distilled.can_guide) == (4, 1.0, False)
    assert (base.steps, base.guidance_scale, base.can_guide) == (50, 4.0, True)
    assert (base.model, base.noise, base.size, base.can_tile) == ("base", Noise.FLOW, 1024, False)
    shutil.copytree(tiny_flux2 / "vae", tmp_path / "vae")
    with pytest.raises(Exception, match=r"holds no model of the family flux2: No such file .*transformer"):
        facts_of(tmp_path, "klein", "flux2")


def test_previews_look_like_the_pictures(klein: Flux2) -> None:
    """Twice as many points to each side as the transformer has latents."""
    latents = torch.randn((2, 16, 4, 4), generator=torch.Generator().manual_seed(1))
    assert klein.preview(latents).shape == (2, 3, 8, 8)
    assert klein.decode(latents, tile=False).shape == (2, 3, 64, 64)


def test_pictures_that_are_read_weigh(klein: Flux2) -> None:
    """Their tokens as much as the row's own, and each view is a pass; a row that sees none weighs its size."""
    blind, seeing, partly = (
        rows(klein, each)[0].cost
        for each in (
            flow(),
            flow(references=(sees("red"),)),
            flow(references=(sees("red", scale=0.5),)),
        )
    )
    assert seeing == pytest.approx(2 * blind)
    assert partly == pytest.approx(3 * blind)
