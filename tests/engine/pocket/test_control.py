"""The network that follows lines: what it learns from, what it begins as, and what the engine makes of its files."""

from pathlib import Path

import torch
from diffusers import ControlNetModel
from PIL import Image, ImageDraw

from engine.checkpoint import facts_of
from engine.families.sd15 import Sd15
from engine.plan.plan import PlannedControl
from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe.train import control, latents
from engine.pocket.recipe.train.sizes import CHANNELS, PIXELS, SIDE, TEXT_WIDTH, TOKENS, new_unet
from engine.pocket.recipe.train.unet import Captioned
from engine.protocol import Text
from tests.engine.plans import PICTURES, difference, draw, plan


def test_at_first_the_network_adds_nothing() -> None:
    """The UNet tells what it told, whatever the lines are."""
    torch.manual_seed(0)
    plain = new_unet().eval()
    lines = torch.rand(2, 3, PIXELS, PIXELS)
    given = torch.randn(2, CHANNELS, SIDE, SIDE), torch.tensor([20, 700]), torch.randn(2, TOKENS, TEXT_WIDTH)
    with torch.no_grad():
        told = control.Controlled(plain).eval()(*given, lines)
        assert torch.equal(told, plain(given[0], given[1], given[2], return_dict=False)[0])


def test_only_the_network_is_trained() -> None:
    """Gradients go through the UNet and stay in none of its weights."""
    torch.manual_seed(0)
    plain = new_unet()
    controlled = control.Controlled(plain)
    given = torch.randn(1, CHANNELS, SIDE, SIDE), torch.tensor([20]), torch.randn(1, TOKENS, TEXT_WIDTH)
    controlled(*given, torch.rand(1, 3, PIXELS, PIXELS)).square().mean().backward()
    assert all(each.grad is None for each in plain.parameters())
    zero = controlled.control.controlnet_mid_block.weight
    assert zero.grad is not None
    assert zero.grad.abs().sum() > 0
    assert all(name.startswith("control.") for name, _ in controlled.named_parameters())


def test_as_many_captions_are_left_out_as_are_asked_for(work: Path) -> None:
    """All of one say the same, none of none: a network that follows lines learns what these say without words, too."""
    made = recipe.Made(work, is_whole=True)
    captioned = Captioned(made.latents, *made.texts)
    untold, told = (captioned.draw(12, share)[1] for share in (1.0, 0.0))
    assert all(torch.equal(each, untold[0]) for each in untold)
    assert not any(torch.allclose(each, untold[0], atol=1e-3) for each in told)


def test_lines_are_along_edges_and_drawn_by_many_pencils(work: Path) -> None:
    """White on black, the size of the pictures; the same latents are sketched in more than one way."""
    torch.manual_seed(3)
    made = recipe.Made(work, is_whole=True)
    shard = latents.load_shards(made.latents)[0]
    first = shard.latents[:1].float().repeat(12, 1, 1, 1)
    lines = control.drawn_lines(made.vae, first)
    assert lines.shape == (12, 3, PIXELS, PIXELS)
    assert lines.min() >= 0
    assert lines.max() <= 1
    assert len({each.numpy().tobytes() for each in lines}) > 6
    shown = made.vae.decode(first[:1]).sample[0].mean(0)
    steps = shown.diff(dim=0)[:, 1:].abs() + shown.diff(dim=1)[1:].abs()
    along = lines[:, 0, 1:, 1:].mean(0)
    assert (along * steps).mean() > along.mean() * steps.mean()


def test_the_engine_follows_sketches_with_what_was_made(work: Path) -> None:
    """For every kind of lines; with weights, the picture differs, and at none it is the same."""
    facts = facts_of(work / "out", "pocket", "sd15")
    assert facts.controls == ("scribble", "lineart", "canny")
    net = ControlNetModel.from_pretrained(work / "out" / "controlnet")
    kept = control.load_control(work / "control")
    assert kept is not None
    for name, weights in kept.state_dict().items():
        torch.testing.assert_close(net.state_dict()[name], weights, atol=2e-3, rtol=2e-3)
    PICTURES.setdefault("sketch", _sketch())
    family = Sd15.load(work / "out", "cpu")
    asked = {"width": PIXELS, "height": PIXELS, "texts": (Text("a cat", 1.0),), "steps": 3}
    (free,) = draw(family, plan(**asked))
    for kind in facts.controls:
        (led,) = draw(family, plan(**asked, control=PlannedControl(kind, "sketch", 8.0)))
        assert difference(led, free) > 1e-4, kind


def test_a_folder_without_it_has_none(tmp_path: Path) -> None:
    """And nothing is exported of it."""
    assert control.load_control(tmp_path / "control") is None


def _sketch() -> Image.Image:
    sketch = Image.new("RGB", (300, 300), "white")
    ImageDraw.Draw(sketch).ellipse((60, 40, 240, 260), outline="black", width=3)
    return sketch
