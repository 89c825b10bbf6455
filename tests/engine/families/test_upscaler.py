"""The upscaler that a model may bring."""

import shutil
from pathlib import Path

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.families.upscaler import Upscaler, load_upscaler


@pytest.fixture
def pixels() -> torch.Tensor:
    """Two small pictures."""
    return torch.rand((2, 3, 6, 9), generator=torch.Generator().manual_seed(0))


def test_it_begins_as_a_bicubic_filter(pixels: torch.Tensor) -> None:
    """What it adds is learnt from nothing."""
    enlarged = torch.nn.functional.interpolate(pixels, scale_factor=4, mode="bicubic", align_corners=False)
    assert torch.equal(Upscaler(channels=4, layers=1)(pixels), enlarged)


def test_it_comes_back_as_it_was_saved(pixels: torch.Tensor, tmp_path: Path) -> None:
    """In the precision of the files."""
    upscaler = Upscaler(scale=2, channels=4, layers=1)
    with torch.no_grad():
        for parameter in upscaler.parameters():
            parameter.copy_(torch.randn_like(parameter).half())
    upscaler.save(tmp_path)
    again = load_upscaler(tmp_path)
    assert again is not None
    assert torch.equal(again(pixels), upscaler(pixels))
    assert again(pixels).shape == (2, 3, 12, 18)


def test_a_model_without_one_has_none(tmp_path: Path) -> None:
    """As Stable Diffusion 1.5's own has not."""
    assert load_upscaler(tmp_path) is None


def test_it_is_the_last_part_of_decoding(tiny_sd15: Path, tmp_path: Path) -> None:
    """Pictures come out as much larger as it makes them, and are drawn and tiled as without it."""
    model = Path(shutil.copytree(tiny_sd15, tmp_path / "model"))
    latents = torch.randn((1, 4, 4, 4), generator=torch.Generator().manual_seed(1))
    plain = Sd15.load(model, "cpu", precision="full").decode(latents, tile=True)
    Upscaler(scale=2, channels=4, layers=1).save(model)
    family = Sd15.load(model, "cpu", precision="full")
    large = family.decode(latents, tile=True)
    assert large.shape == (1, 3, 64, 64)
    assert (torch.nn.functional.avg_pool2d(large, 2) - plain).abs().mean() < 0.05
    rolled = family.decode(latents.roll((1, 2), (2, 3)), tile=True)
    assert torch.allclose(rolled, large.roll((16, 32), (2, 3)), atol=1e-5)
