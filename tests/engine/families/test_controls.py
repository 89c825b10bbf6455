"""Pictures that follow others are those of diffusers' ControlNet pipelines, whoever else is in the batch."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import (
    ControlNetModel,
    StableDiffusionControlNetImg2ImgPipeline,
    StableDiffusionControlNetPipeline,
    StableDiffusionXLControlNetImg2ImgPipeline,
    StableDiffusionXLControlNetPipeline,
)
from PIL import Image, ImageDraw

from engine.checkpoint import NoModel, controls_in
from engine.families.edges import HINTS, hint
from engine.families.pixels import fitted, to_tensor
from engine.families.preprocessors import Preprocessors
from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.plan.facts import Sampler
from engine.plan.plan import CannotDraw, PlannedControl
from engine.protocol import Text
from tests.engine.plans import PICTURES, difference, draw, plan, rows, sees, start_at, variety
from tests.engine.stock import Stock, StockXl
from tests.engine.tiny_finders import make_depth, make_pose

CLOSE = 1e-4
CANNY, SCRIBBLE = PlannedControl("canny", "stripes", 1.0), PlannedControl("scribble", "blot", 0.6)


def blot() -> Image.Image:
    """A photograph's worth of shapes."""
    picture = Image.new("RGB", (64, 64), (200, 190, 180))
    ImageDraw.Draw(picture).ellipse((14, 20, 50, 54), fill=(30, 60, 90))
    return picture


PICTURES.setdefault("blot", blot())


def make_control(unet: Any, folder: Path, seed: int) -> None:
    """A network for this UNet that has an effect."""
    torch.manual_seed(seed)
    net = ControlNetModel.from_unet(unet, conditioning_embedding_out_channels=(8, 8, 8, 8))
    for zero in (*net.controlnet_down_blocks, net.controlnet_mid_block, net.controlnet_cond_embedding.conv_out):
        torch.nn.init.normal_(zero.weight, std=0.3)
    net.save_pretrained(folder)


@pytest.fixture(scope="module", params=["sd15", "sdxl"])
def both(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, Any, Path]]:
    """A family with two networks, diffusers' pipelines, and the folder of the networks."""
    name: str = request.param
    folder = request.getfixturevalue(f"tiny_{name}")
    stock = (StockXl if name == "sdxl" else Stock)(folder, {})
    family = (Sdxl if name == "sdxl" else Sd15).load(folder, "cpu", precision="full")
    made = tmp_path_factory.mktemp(name)
    kinds = ("canny", "scribble", "depth", "pose")
    for seed, kind in enumerate(kinds):
        make_control(stock._plain.unet, made / kind, seed)
    finders = {"depth": make_depth(made / "finds depth"), "pose": make_pose(made / "finds poses")}
    family.follow({kind: made / kind for kind in kinds}, finders)
    return family, stock, made


def stock_picture(stock: Stock, asked: Any, made: Path) -> Any:
    """What diffusers makes of the plan's first picture."""
    net = ControlNetModel.from_pretrained(made / asked.control.kind)
    is_xl = isinstance(stock, StockXl)
    seen = hint(PICTURES[asked.control.path], asked.control.kind, (asked.width, asked.height))[None]
    told = {"controlnet_conditioning_scale": asked.control.scale}
    if asked.start is None:
        kind = StableDiffusionXLControlNetPipeline if is_xl else StableDiffusionControlNetPipeline
        told |= {"image": seen}
    else:
        kind = StableDiffusionXLControlNetImg2ImgPipeline if is_xl else StableDiffusionControlNetImg2ImgPipeline
        told |= {"control_image": seen}
    stock.from_noise, before = kind, stock._plain
    own_start, stock.from_a_picture = stock.from_a_picture, kind
    try:
        stock._plain = kind.from_pipe(before, controlnet=net)
        stock._plain.set_progress_bar_config(disable=True)
        return stock.draw(asked, **told)
    finally:
        stock._plain, stock.from_a_picture = before, own_start


@pytest.mark.parametrize("company", [[], variety()], ids=["alone", "in company"])
@pytest.mark.parametrize("control", [CANNY, SCRIBBLE], ids=["canny", "scribble"])
def test_pictures_that_follow(both: tuple[Any, Any, Path], control: PlannedControl, company: list[Any]) -> None:
    """From noise, beside rows that follow nothing, and one that follows something else."""
    family, stock, made = both
    other = plan(control=PlannedControl("scribble", "blot", 1.4), texts=(Text("dog " * 90, 1.0),), steps=9)
    asked = plan(control=control, sampler=Sampler.EULER_A)
    (ours,) = draw(family, asked, [*company, other] if company else [])
    assert difference(ours, stock_picture(stock, asked, made)) < CLOSE
    assert difference(ours, stock.draw(plan(sampler=Sampler.EULER_A))) > 10 * CLOSE


def test_pictures_that_follow_and_start_from_another(both: tuple[Any, Any, Path]) -> None:
    """Picture to picture, with a control."""
    family, stock, made = both
    asked = plan(control=CANNY, steps=8, **start_at(family, Sampler.EULER, 8, 0.6))
    (ours,) = draw(family, asked, variety()[:2])
    assert difference(ours, stock_picture(stock, asked, made)) < CLOSE


def test_who_follows_nothing_is_not_touched(both: tuple[Any, Any, Path]) -> None:
    """Beside those who do; unguided rows too."""
    family, stock, _ = both
    for guidance in (1.0, 7.0):
        asked = plan(guidance=guidance)
        assert difference(draw(family, asked, [plan(control=CANNY, steps=12)])[0], stock.draw(asked)) < CLOSE


def test_tiles_that_follow_are_whole_around_their_edges(both: tuple[Any, Any, Path]) -> None:
    """The networks' edges meet too: the same noise, rolled with what is followed, is the same picture, rolled."""
    family, _, _ = both
    asked = plan(control=CANNY, tile=True, width=128, height=128)
    (row,), rolled = rows(family, asked), rows(family, asked)[0]
    rolled.noisy = row.noisy.roll((8, 8), (-2, -1))
    rolled.condition = _rolled(rolled.condition)
    told = [family.denoise(each.noisy[None], [each.ask()], tile=True)[0] for each in (row, rolled)]
    torch.testing.assert_close(told[0].roll((8, 8), (-2, -1)), told[1], atol=1e-4, rtol=1e-4)


def _rolled(condition: Any) -> Any:

    control = condition.control
    return replace(condition, control=replace(control, embedded=control.embedded.roll((8, 8), (-2, -1))))


def test_networks_are_found_beside_the_model(tmp_path: Path) -> None:
    """One for each kind, and one for all lines or for what it says itself; a broken list is said."""
    at = tmp_path / "controlnet"
    for folder in (at, at / "depth", at / "canny", at / "unknown"):
        folder.mkdir(exist_ok=True)
        (folder / "config.json").write_text("{}")
    assert controls_in(tmp_path) == {
        "scribble": at,
        "lineart": at,
        "canny": at / "canny",
        "depth": at / "depth",
    }
    (at / "kinds.json").write_text('["pose"]')
    assert controls_in(tmp_path) == {"pose": at, "canny": at / "canny", "depth": at / "depth"}
    (at / "kinds.json").write_text("5")
    with pytest.raises(NoModel, match=r"kinds\.json"):
        controls_in(tmp_path)


def test_edges_are_where_the_shape_ends() -> None:
    """Thin for canny, thick for a scribble, and nothing inside the shape or on its ground."""
    found = {kind: HINTS[kind](to_tensor(blot()))[0].numpy() for kind in ("canny", "scribble", "lineart")}
    for kind, lines in found.items():
        assert max(lines[37, 32], lines[4, 4]) < 0.05, kind
        assert lines[36:38, 12:17].max() > 0.6, kind
    assert found["canny"].sum() < found["scribble"].sum()
    assert 80 < found["canny"].sum() < 300
    assert set(np.unique(found["canny"])) == {0.0, 1.0}


@pytest.mark.parametrize("kind", ["canny", "lineart", "scribble"])
def test_drawings_are_followed_as_they_are(kind: str) -> None:
    """A sketch in black on white, or in white on black, is white on black."""
    sketch = Image.new("RGB", (256, 256), "white")
    ImageDraw.Draw(sketch).line((5, 5, 240, 160), fill="black", width=3)
    inverted = Image.eval(sketch, lambda value: 255 - value)
    torch.testing.assert_close(hint(sketch, kind, sketch.size), hint(inverted, kind, sketch.size))
    drawn = torch.tensor(np.asarray(inverted)[..., 0] > 127)
    assert torch.equal(hint(inverted, kind, sketch.size)[0] > 0.5, drawn)


@pytest.mark.parametrize("kind", ["canny", "lineart", "scribble"])
def test_thin_lines_reach_small_pictures(kind: str) -> None:
    """What a pen drew on a large sheet is as bright for a picture of 64 pixels, and unbroken."""
    sketch = Image.new("RGB", (512, 512), "white")
    ImageDraw.Draw(sketch).line((256, 0, 256, 511), fill="black", width=3)
    assert fitted(sketch, 64, 64).getextrema()[0][0] > 100  # so faint it would be
    lines = hint(sketch, kind, (64, 64))
    assert lines.shape == (3, 64, 64)
    assert (lines[0, :, 31:33].amax(1) > 0.6).all()
    assert lines[0, :, :28].max() == 0


def test_depth_and_poses_are_handed_in() -> None:
    """A photograph has neither, and a sentence says what to hand in."""
    grey = Image.linear_gradient("L").resize((64, 64)).convert("RGB")
    figure = Image.new("RGB", (64, 64))
    ImageDraw.Draw(figure).line((32, 10, 32, 50), fill=(255, 0, 0), width=4)
    assert hint(grey, "depth", grey.size).mean() == pytest.approx(0.5, abs=0.02)
    assert hint(figure, "pose", figure.size).amax() == 1
    for kind in ("depth", "pose"):
        with pytest.raises(CannotDraw, match=r"hand in .* or follow"):
            hint(blot(), kind, (64, 64))


@pytest.mark.parametrize("kind", ["depth", "pose"])
def test_what_is_found_in_a_photograph_is_followed(both: tuple[Any, Any, Path], kind: str) -> None:
    """By the host's model: the picture is the one that follows what was found, handed in as it is."""
    family, _, made = both
    found = Preprocessors({kind: made / f"finds {kind.replace('pose', 'poses')}"}, torch.device("cpu"))
    PICTURES[f"found {kind}"] = found.ready(PICTURES["blot"], kind)
    photograph, handed_in, nothing = (
        draw(family, plan(control=control))[0]
        for control in (PlannedControl(kind, "blot", 1.0), PlannedControl(kind, f"found {kind}", 1.0), None)
    )
    assert np.array_equal(photograph, handed_in)
    assert difference(photograph, nothing) > 10 * CLOSE


def test_references_and_controls_go_together(both: tuple[Any, Any, Path]) -> None:
    """Each has its effect beside the other."""
    family, _, _ = both
    seen, followed, neither = sees("red", "plus", 0.9), CANNY, plan()
    pictures = [
        draw(family, each)[0]
        for each in (
            neither,
            plan(references=(seen,)),
            plan(control=followed),
            plan(references=(seen,), control=followed),
        )
    ]
    assert min(difference(pictures[3], each) for each in pictures[:3]) > 10 * CLOSE
