"""The network that follows lines: what it learns from, what it begins as, and what the engine makes of its files."""

from pathlib import Path

import torch
from diffusers import ControlNetModel
from PIL import Image, ImageDraw

from engine.checkpoint import facts_of
from engine.families.edges import hint
from engine.families.sd15 import Sd15
from engine.plan.plan import PlannedControl
from engine.pocket.recipe import __main__ as recipe
from engine.pocket.recipe.train import checkpoints, control, sketches
from engine.pocket.recipe.train.kinds import kind_of, size_of
from engine.pocket.recipe.train.latents import load_shards
from engine.pocket.recipe.train.outlines import load_outlines
from engine.pocket.recipe.train.sizes import CHANNELS, PIXELS, SIDE, TEXT_WIDTH, TOKENS, new_outlines, new_unet
from engine.pocket.recipe.train.unet import Captioned
from engine.pocket.recipe.world.world import World
from engine.protocol import Text
from tests.engine.plans import PICTURES, difference, draw, plan


def test_at_first_the_network_adds_nothing() -> None:
    """The UNet tells what it told, whatever the lines are."""
    torch.manual_seed(0)
    plain = new_unet().eval()
    lines = torch.rand(2, 3, PIXELS, PIXELS)
    given = torch.randn(2, CHANNELS, SIDE, SIDE), torch.tensor([20, 700]), torch.randn(2, TOKENS, TEXT_WIDTH)
    with torch.no_grad():
        told = control.Controlled(plain, control.begun_control(plain, new_outlines())).eval()(*given, lines)
        assert torch.equal(told, plain(given[0], given[1], given[2], return_dict=False)[0])


def test_only_the_network_is_trained() -> None:
    """Gradients go through the UNet and stay in none of its weights."""
    torch.manual_seed(0)
    plain = new_unet()
    controlled = control.Controlled(plain, control.begun_control(plain, new_outlines()))
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


def test_it_begins_as_the_way_down_of_the_unet_reading_lines_as_was_learnt() -> None:
    """No weight is by chance but those that say nothing yet."""
    plain, outlines = new_unet(), new_outlines()
    begun = control.begun_control(plain, outlines).state_dict()
    known = plain.state_dict() | {
        f"controlnet_cond_embedding.{name}": each for name, each in outlines.state_dict().items()
    }
    for name, each in begun.items():
        if name in known:
            assert torch.equal(each, known[name]), name
        else:
            assert name.startswith(("controlnet_down_blocks", "controlnet_mid_block"))
            assert not each.any(), name


def test_lines_are_those_that_the_engine_finds_in_the_shard_s_pictures(work: Path) -> None:
    """Kept on disk, and found there again."""
    made = recipe.Made(work, is_whole=True)
    kept = sketches.lines_of(made.sprites, work / "lines", load_shards(made.latents, most=2))
    for number, lines in kept.items():
        world = World(made.sprites, size=size_of(number), mix=kind_of(number).mix)
        shown = Image.fromarray(world.example(8 * number + 3).picture)
        found = hint(shown, "lineart", shown.size)[0]
        assert lines[3].shape == found.shape
        torch.testing.assert_close(lines[3] / 255, found, atol=0.003, rtol=0)
        assert lines[3].any()


def test_pictures_come_with_their_own_lines(work: Path) -> None:
    """Where one picture alone has lines, no other one comes with any; and of all shards, some may be enough."""
    torch.manual_seed(4)
    made = recipe.Made(work, is_whole=True)
    captioned = Captioned(made.latents, *made.texts, most=6)
    assert len(captioned.shards) == 6
    lines = {
        number: torch.zeros_like(each)
        for number, each in sketches.lines_of(made.sprites, work / "lines", captioned.shards).items()
    }
    lines[1][3] = 255
    only = captioned.shards[1].latents[3].float()
    seen = set()
    for _ in range(60):
        clean, texts, drawn = sketches.Sketches(captioned, lines).draw(4, untold=0.5)
        assert drawn.shape == (4, 3, 8 * clean.shape[2], 8 * clean.shape[3])
        assert len(texts) == 4
        has_lines = drawn.amax((1, 2, 3)) > 0
        assert has_lines.tolist() == [torch.equal(each, only) for each in clean]
        seen |= set(has_lines.tolist())
        clean, drawn = sketches.Sketches(captioned, lines).draw_alone(4)
        assert (drawn.amax((1, 2, 3)) > 0).tolist() == [torch.equal(each, only) for each in clean]
    assert seen == {True, False}


def test_the_same_lines_are_drawn_by_many_pencils() -> None:
    """White on black, none where there was none, some of them thicker or left out in a part, none invisible."""
    torch.manual_seed(3)
    lines = torch.zeros(40, 24, 32)
    lines[:, 12, 4:28] = torch.linspace(0.1, 1, 24)
    drawn = sketches.sketched(lines)
    assert drawn.shape == (40, 3, 24, 32)
    assert drawn.min() >= 0
    assert drawn.max() <= 1
    assert torch.equal(drawn[:, 0], drawn[:, 2])
    assert len({each.numpy().tobytes() for each in drawn}) > 30
    assert not drawn[:, :, :11].any()
    assert not drawn[:, :, 14:].any()
    thick = drawn[:, 0, 11].amax(1) > 0
    assert 4 < int(thick.sum()) < 20
    whole = drawn[:, 0, 12, 20:27].amin(1) > 0
    assert 20 < int(whole.sum()) < 40
    assert drawn[whole].amax((1, 2, 3)).min() >= 0.4


def test_what_lines_tell_is_learnt_before_the_network_is(work: Path) -> None:
    """Once: the second run of all steps goes on with the network from where that is."""
    outlines = load_outlines(work / "outlines")
    assert outlines.conv_out.weight.any()
    assert checkpoints.steps(work / "control") > 0
    before = checkpoints.steps(work / "outlines")
    recipe.main(["control", "--minutes", "0.001", "--work", str(work), "--whole", "--shards", "6"])
    assert checkpoints.steps(work / "outlines") == before


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
