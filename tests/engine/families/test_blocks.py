"""Blocks that are compiled: the same pictures, compiled once for all jobs, and drawn where nothing can be compiled."""

import logging
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import save_file
from torch._dynamo.testing import CompileCounterWithBackend

from engine.families import blocks, lean
from engine.families.flux2 import Flux2
from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.plan.plan import Plan, PlannedLora
from engine.protocol import Text
from engine.worker.models import Model
from tests.engine.families.test_flux2 import PICTURES_HERE, flow
from tests.engine.plans import PICTURES, difference, draw, plan, sees, variety

CLOSE = 1e-4
SQUARE: dict[str, Any] = {"width": 128, "height": 128, "steps": 2}
TALL: dict[str, Any] = {"width": 128, "height": 192, "steps": 2}
WIDE: dict[str, Any] = {"width": 192, "height": 160, "steps": 3, "stop_after": 3}
COMPILER = shutil.which("g++") or shutil.which("clang++")
STEM = "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_v"


@pytest.fixture
def counter(monkeypatch: pytest.MonkeyPatch) -> Iterator[CompileCounterWithBackend]:
    """Counts what is compiled; by PyTorch's own tracing, and without a compiler of the machine's."""
    made = CompileCounterWithBackend("aot_eager")
    monkeypatch.setattr(blocks, "BACKEND", made)
    for each in (blocks.compiled, blocks.compiles):
        each.cache_clear()
    torch._dynamo.reset()
    yield made
    for each in (blocks.compiled, blocks.compiles):
        each.cache_clear()
    torch._dynamo.reset()


def unet_plans() -> list[Plan]:
    """Of many sizes, rows, texts and pictures. No level of the UNet is a single pixel high, which PyTorch takes for
    another case.
    """
    return [
        plan(**SQUARE, seeds=[1, 2, 3]),
        plan(**TALL, seeds=[1, 2]),
        plan(**SQUARE, texts=(Text("dog " * 90, 1.0),), seeds=[4]),
        plan(**SQUARE, references=(sees("red"), sees("blue", "plus", 0.9)), seeds=[5]),
        plan(**SQUARE, tile=True),
    ]


def flow_plans() -> list[Plan]:
    """As many for a model that sees pictures beside words."""
    return [
        flow(**SQUARE, seeds=[1, 2, 3]),
        flow(**TALL, seeds=[1, 2]),
        flow(**SQUARE, references=(sees("red"), sees("stripes")), seeds=[5]),
        flow(**SQUARE, references=(sees("red", weight=0.3), sees("blue", weight=0.7))),
    ]


CASES: dict[str, Any] = {
    "sd15": (Sd15, unet_plans, PICTURES),
    "sdxl": (Sdxl, unet_plans, PICTURES),
    "flux2": (Flux2, flow_plans, PICTURES_HERE),
}


def apart(made: Any, plain: Any, asked: Plan, company: list[Plan], pictures: Any) -> float:
    """The largest difference of what the two draw for this plan, each in the same company."""
    both = (draw(each, asked, company, pictures) for each in (made, plain))
    return max(difference(ours, theirs) for ours, theirs in zip(*both, strict=True))


@pytest.mark.parametrize("name", CASES)
def test_what_is_compiled_draws_the_same_and_is_compiled_once(
    name: str, request: pytest.FixtureRequest, counter: CompileCounterWithBackend
) -> None:
    """Whatever the next jobs' sizes and counts are, as far as a few rows go: PyTorch takes many for another case."""
    kind, plans, pictures = CASES[name]
    folder: Path = request.getfixturevalue(f"tiny_{name}")
    plain, made = (kind.load(folder, "cpu", precision="full", compiled=each) for each in (False, True))
    asked = plans()
    for number, each in enumerate(asked):
        assert apart(made, plain, each, asked[:number], pictures) < CLOSE
    first = counter.frame_count
    assert 1 < first < blocks.KINDS
    for each in asked:
        other = replace(each, **WIDE, rows=each.rows[:1] * 2)
        draw(made, other, [asked[1]], pictures)
    assert counter.frame_count == first


def test_loras_are_worn_beside_what_is_compiled(
    tiny_sd15: Path, tmp_path: Path, counter: CompileCounterWithBackend
) -> None:
    """Blocks that one hangs on are run by diffusers, and nothing is compiled anew for another weight."""
    plain, made = (Sd15.load(tiny_sd15, "cpu", precision="full", compiled=each) for each in (False, True))
    layer = plain._unet.get_submodule(STEM.removeprefix("unet."))
    pair = {
        f"{STEM}.lora_A.weight": torch.randn(2, layer.in_features),
        f"{STEM}.lora_B.weight": torch.randn(layer.out_features, 2),
    }
    save_file(pair, tmp_path / "ink.safetensors")
    for each in (plain, made):
        each.wear(lambda: {"ink": tmp_path / "ink.safetensors"})
    draw(made, plan(seeds=[1, 2]))
    for weight in (0.4, 0.9, 1.3):
        asked = plan(loras=(PlannedLora("ink", weight),))
        ours, theirs = (draw(each, asked, variety()[:2])[0] for each in (made, plain))
        assert difference(ours, theirs) < CLOSE
        assert difference(ours, draw(made, plan(), variety()[:2])[0]) > 10 * CLOSE
    before = counter.frame_count
    draw(made, plan(loras=(PlannedLora("ink", 0.1),)), variety()[:2])
    assert counter.frame_count == before


def test_where_nothing_can_be_compiled_models_are_run_as_they_are(
    tiny_sd15: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The host is told once, with the cure, and members get their pictures."""

    def no_compiler(*_: Any, **__: Any) -> Any:
        raise RuntimeError("no C++ compiler here\nand many lines more")

    monkeypatch.setattr(blocks, "BACKEND", no_compiler)
    blocks.compiles.cache_clear()
    with caplog.at_level(logging.WARNING):
        models = [Model("sd15", tiny_sd15, precision="full", compiled=True).load("cpu") for _ in range(2)]
    blocks.compiles.cache_clear()
    (said,) = [each.getMessage() for each in caplog.records if each.name == blocks.__name__]
    assert "no C++ compiler here" in said
    assert "many lines" not in said
    assert "install a C++ compiler" in said
    assert "`compiled`" in said
    (ours,) = draw(models[1], plan())
    assert difference(ours, draw(Sd15.load(tiny_sd15, "cpu", precision="full"), plan())[0]) == 0


def test_what_cannot_be_compiled_after_all_is_run_as_it_is(tiny_sd15: Path, counter: CompileCounterWithBackend) -> None:
    """A compiler that fails at some block costs nobody a picture."""

    def fails_at_large_ones(graph: torch.fx.GraphModule, given: Any, **_: Any) -> Any:
        if len(graph.graph.nodes) > 12:
            raise RuntimeError("too much for this compiler")
        return counter(graph, given)

    blocks.BACKEND = fails_at_large_ones  # type: ignore[assignment]  # the fixture puts it back
    made = Sd15.load(tiny_sd15, "cpu", precision="full", compiled=True)
    assert blocks.compiles("cpu")
    (ours,) = draw(made, plan())
    assert difference(ours, draw(Sd15.load(tiny_sd15, "cpu", precision="full"), plan())[0]) < CLOSE


def test_nothing_is_compiled_that_nobody_asked_for(tiny_sd15: Path, counter: CompileCounterWithBackend) -> None:
    """The blocks of a processor's models are plain functions."""
    loaded = Model("sd15", tiny_sd15, precision="full").load("cpu")
    assert isinstance(loaded, Sd15)
    draw(loaded, plan())
    assert counter.frame_count == 0
    assert blocks.compiled.cache_info().currsize == 0
    run = [each.forward for each in loaded._unet.modules() if isinstance(each.forward, blocks.Block)]
    assert lean._resnet in {each.ours for each in run}


@pytest.mark.proof
@pytest.mark.timeout(600)
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # PyTorch's own, of its parts
@pytest.mark.skipif(COMPILER is None, reason="there is no C++ compiler")
@pytest.mark.parametrize("name", CASES)
def test_a_real_compiler_makes_the_same_pictures(name: str, request: pytest.FixtureRequest) -> None:
    """As hosts have it: PyTorch's inductor, to the machine's code."""
    kind, plans, pictures = CASES[name]
    folder: Path = request.getfixturevalue(f"tiny_{name}")
    plain, made = (kind.load(folder, "cpu", precision="full", compiled=each) for each in (False, True))
    assert blocks.compiles("cpu")
    for each in plans():
        assert apart(made, plain, each, plans()[:1], pictures) < CLOSE
