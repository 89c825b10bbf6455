"""SDXL's pictures are those of diffusers' pipeline, whoever else is in the batch."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.checkpoint import adapter_file, adapters_in, facts_of
from engine.families.schedules import Levels
from engine.families.sdxl import Sdxl
from engine.plan.facts import Sampler
from engine.plan.plan import Plan
from engine.protocol import Role, Text
from tests.engine.plans import NOTHING, difference, draw, plan, sees, start_at, style, variety
from tests.engine.stock import StockXl

CLOSE = 1e-4
WITH_COMPANY = pytest.mark.parametrize("company", [[], variety()], ids=["alone", "in company"])


@pytest.fixture(scope="module")
def sdxl(tiny_sdxl: Path) -> Sdxl:
    """The tiny model, as the engine loads it."""
    return Sdxl.load(tiny_sdxl, "cpu", precision="full")


@pytest.fixture(scope="module")
def stock_xl(tiny_sdxl: Path) -> StockXl:
    """It, as diffusers' own pipelines."""
    names = [adapter.name for adapter in adapters_in(tiny_sdxl, "sdxl")]
    return StockXl(tiny_sdxl, {name: adapter_file(tiny_sdxl, name, "sdxl") for name in names})


@pytest.fixture(scope="module")
def trailing(tiny_sdxl: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Sdxl, Sdxl], StockXl]:
    """A copy of the tiny model spaced from the end: by `spacing`, and by its scheduler's file, as diffusers has it."""
    folder = tmp_path_factory.mktemp("trailing") / "model"
    checkpoint = Path(shutil.copytree(tiny_sdxl, folder, ignore=shutil.ignore_patterns("ip_adapter")))
    by_setting = Sdxl.load(checkpoint, "cpu", spacing="trailing", precision="full")
    file = checkpoint / "scheduler" / "scheduler_config.json"
    file.write_text(json.dumps(json.loads(file.read_text()) | {"timestep_spacing": "trailing"}))
    return (by_setting, Sdxl.load(checkpoint, "cpu", precision="full")), StockXl(checkpoint, {})


def check(family: Sdxl, stock: StockXl, asked: Plan, company: list[Plan]) -> None:
    """Assert that every picture of the plan is the pipeline's."""
    for number, ours in enumerate(draw(family, asked, company)):
        assert difference(ours, stock.drawn(asked, number)) < CLOSE


@WITH_COMPANY
@pytest.mark.parametrize("sampler", list(Sampler))
def test_pictures_from_noise(sdxl: Sdxl, stock_xl: StockXl, sampler: Sampler, company: list[Plan]) -> None:
    """Text to picture, two of a grid."""
    check(sdxl, stock_xl, plan(sampler=sampler, guidance=6.0, steps=8, seeds=[1, 2]), company)


@WITH_COMPANY
@pytest.mark.parametrize("sampler", list(Sampler))
def test_pictures_from_a_picture(sdxl: Sdxl, stock_xl: StockXl, sampler: Sampler, company: list[Plan]) -> None:
    """Picture to picture."""
    check(sdxl, stock_xl, plan(sampler=sampler, steps=10, **start_at(sdxl, sampler, 10, 0.6)), company)


@WITH_COMPANY
@pytest.mark.parametrize("guidance", [1.0, 7.0])
def test_nothing_to_be_away_from_is_zeros(sdxl: Sdxl, stock_xl: StockXl, guidance: float, company: list[Plan]) -> None:
    """As diffusers has it without a negative prompt, and not what the empty text is encoded to."""
    asked = plan(negative=NOTHING, guidance=guidance)
    check(sdxl, stock_xl, asked, company)
    if guidance > 1:
        assert difference(stock_xl.drawn(asked), stock_xl.draw(asked, negative_prompt="")) > 1e-3


@WITH_COMPANY
@pytest.mark.parametrize(
    "references",
    [
        (sees("stripes", "base"),),
        (sees("blue", "base", 0.5), sees("red", "plus", 0.4), sees("stripes", "plus_face", 1.2)),
        (sees("stripes", "plus", layers=(6, 7)), sees("blue", "base")),
        (style(123, weight=0.5), style(7, weight=0.5)),
    ],
    ids=["one", "three", "some layers", "codes"],
)
def test_pictures_that_see_pictures(
    sdxl: Sdxl, stock_xl: StockXl, references: tuple[Any, ...], company: list[Plan]
) -> None:
    """Its own adapters, in the layout of their authors."""
    asked = plan(references=references, guidance=4.0)
    assert difference(stock_xl.drawn(asked), stock_xl.drawn(plan(guidance=4.0))) > 0.01
    check(sdxl, stock_xl, asked, company)


@pytest.mark.parametrize("size", [(64, 96), (128, 64)])
def test_pictures_of_other_shapes(sdxl: Sdxl, stock_xl: StockXl, size: tuple[int, int]) -> None:
    """The model is told each picture's own size."""
    check(sdxl, stock_xl, plan(width=size[0], height=size[1], seeds=[3, 4]), variety())


def test_weighted_texts_are_the_mean_in_both_encoders(sdxl: Sdxl) -> None:
    """Of what stands for each token, and of what stands for the whole."""
    cat, dog, both = (
        sdxl.encode(plan(texts=texts), {}).conditions[0]
        for texts in (
            (Text("cat", 1.0),),
            (Text("dog", 1.0),),
            (Text("cat", 0.75), Text("dog", 0.25)),
        )
    )
    torch.testing.assert_close(both.text, 0.75 * cat.text + 0.25 * dog.text)
    torch.testing.assert_close(both.pooled, 0.75 * cat.pooled + 0.25 * dog.pooled)
    assert not torch.allclose(cat.pooled, dog.pooled)


def test_long_texts_are_read_to_their_end(sdxl: Sdxl) -> None:
    """75 tokens at a time in both encoders."""
    one, other = (
        sdxl.encode(plan(texts=(Text("cat " * 80 + end, 1.0),)), {}).conditions[0].text for end in ("dog", "red")
    )
    assert one.shape == (154, 64)
    assert not torch.allclose(one, other)


@WITH_COMPANY
@pytest.mark.parametrize(("sampler", "steps"), [(Sampler.EULER, 4), (Sampler.EULER_A, 1), (Sampler.EULER_A, 4)])
def test_distilled_models_are_drawn_with_their_own_schedule(
    trailing: tuple[tuple[Sdxl, Sdxl], StockXl], sampler: Sampler, steps: int, company: list[Plan]
) -> None:
    """Turbo and Lightning: few steps spaced from the end, no guidance; by the scheduler's file or by `spacing`."""
    families, stock = trailing
    asked = plan(sampler=sampler, steps=steps, guidance=0.0)
    for family in families:
        assert family.schedule(Levels.SPACED, 4, (4, 8, 8)).timesteps == (999, 749, 499, 249)
        check(family, stock, asked, [each for each in company if not each.references])


def test_style_is_carried_by_one_attention(tiny_sdxl: Path, sdxl: Sdxl) -> None:
    """The second of the first block on the way up, whatever its depth; of the real one the layers 34 to 43 of 70."""
    facts = facts_of(tiny_sdxl, "tiny", "sdxl")
    names = [name for name in sdxl._unet.attn_processors if "attn2" in name]
    style_layers = [number for number, name in enumerate(names) if name.startswith("up_blocks.0.attentions.1.")]
    assert list(facts.style_layers) == style_layers
    assert len(names) == sdxl._layers
    assert facts.adapter(Role.STYLE).name == "plus"  # type: ignore[union-attr]
    assert (facts.size, facts.multiple) == (64, 32)
