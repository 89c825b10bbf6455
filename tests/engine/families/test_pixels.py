"""Pictures to tensors and back, and rough pictures of latents."""

import pytest
import torch
from PIL import Image

from engine.families.pixels import fitted, to_picture, to_tensor
from engine.families.rough import Rough


def test_pictures_come_back_as_they_went() -> None:
    """To the last bit, in their orientation."""
    picture = Image.linear_gradient("L").convert("RGB").resize((40, 24))
    picture.putpixel((3, 1), (255, 0, 128))
    tensor = to_tensor(picture)
    assert tensor.shape == (3, 24, 40)
    assert tensor[:, 1, 3].tolist() == pytest.approx([1.0, 0.0, 128 / 255])
    assert to_picture(tensor).tobytes() == picture.tobytes()


@pytest.mark.parametrize("size", [(64, 64), (200, 50), (50, 200), (10, 10)])
def test_pictures_are_fitted_without_stretching(size: tuple[int, int]) -> None:
    """A circle's middle stays in the middle, whatever the shape around it."""
    picture = Image.new("RGB", size)
    picture.paste((255, 255, 255), (size[0] // 2 - 2, size[1] // 2 - 2, size[0] // 2 + 2, size[1] // 2 + 2))
    bright = to_tensor(fitted(picture, 64, 64))[0]
    weights = bright / bright.sum()
    across = torch.arange(64) + 0.5
    assert float((weights.sum(0) * across).sum()) == pytest.approx(32, abs=0.5)
    assert float((weights.sum(1) * across).sum()) == pytest.approx(32, abs=0.5)
    assert bright.sum(0).count_nonzero() == pytest.approx(bright.sum(1).count_nonzero(), abs=2)


def test_rough_pictures_have_the_decoders_colours() -> None:
    """Where colours are a linear map of the latents, exactly that; never outside [0, 1]."""
    colours = torch.tensor([[0.1, -0.05, 0.02], [0.0, 0.08, -0.1], [0.05, 0.05, 0.05], [-0.1, 0.0, 0.1]])

    def decode(latents: torch.Tensor) -> torch.Tensor:
        flat = (latents.movedim(1, -1) @ colours + 0.5).movedim(-1, 1)
        return flat.repeat_interleave(8, 2).repeat_interleave(8, 3)

    rough = Rough.of(4, decode)
    latents = torch.randn(2, 4, 6, 10)
    expected = decode(latents)[:, :, ::8, ::8].clamp(0, 1)
    torch.testing.assert_close(rough.pictures(latents), expected, rtol=1e-4, atol=1e-5)
    assert rough.pictures(100 * latents).aminmax() == (0, 1)
