"""Where a pose model looks, and where its heatmaps say that joints are."""

import numpy as np
import pytest
import torch
from PIL import Image

from engine.families.poses import AIR, Frame

SIZE = (192, 256)
HEAT = (48, 64)


def heat(across: float, down: float, peak: float = 1.0) -> torch.Tensor:
    """A heatmap with its peak there, in its own pixels."""
    x, y = torch.meshgrid(torch.arange(HEAT[0]), torch.arange(HEAT[1]), indexing="xy")
    return peak * torch.exp(-((x - across) ** 2 + (y - down) ** 2) / 8)


@pytest.mark.parametrize("box", [(10.0, 20.0, 30.0, 100.0), (10.0, 20.0, 100.0, 30.0), (0.0, 0.0, 3.0, 4.0)])
def test_a_frame_has_the_box_with_air_in_the_models_shape(box: tuple[float, float, float, float]) -> None:
    """Around the same middle, and never smaller than the box."""
    frame = Frame.around(box, SIZE)
    assert frame.width / frame.height == pytest.approx(SIZE[0] / SIZE[1])
    assert frame.left + frame.width / 2 == pytest.approx(box[0] + box[2] / 2)
    assert frame.top + frame.height / 2 == pytest.approx(box[1] + box[3] / 2)
    assert min(frame.width / box[2], frame.height / box[3]) == pytest.approx(AIR)


def test_what_is_cut_out_is_found_where_it_was() -> None:
    """A dot in the picture is a peak in what is seen, and the joint is the dot; with air outside the picture, too."""
    for dot in ((40, 30), (70, 90), (15, 100)):
        picture = Image.new("RGB", (100, 120))
        picture.paste((255, 255, 255), (dot[0] - 1, dot[1] - 1, dot[0] + 2, dot[1] + 2))
        frame = Frame.around((0, 0, 100, 120), SIZE)
        seen = torch.tensor(np.asarray(frame.cut(picture, SIZE).convert("L"))) / 255.0
        (joint,) = frame.joints(seen[None])
        assert joint == pytest.approx(dot, abs=1.0)


def test_joints_are_found_finer_than_heatmaps_are() -> None:
    """To half of a pixel of theirs at most; those that are hardly there are not seen."""
    frame = Frame(100, 50, 470, 630)  # ten pixels of the picture for one of the heatmap
    told = torch.stack([heat(10, 20), heat(10.3, 19.8), heat(0, 63), heat(30, 30, peak=0.2)])
    first, between, corner, hardly = frame.joints(told)
    assert first == pytest.approx((200, 250))
    assert between == pytest.approx((203, 248), abs=1)
    assert corner == pytest.approx((100, 680))
    assert hardly is None
