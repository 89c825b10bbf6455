"""What `--iw` is measured by, and the picture of it."""

import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import torch
from PIL import Image

from bench import weight
from engine.plan.facts import Adapter
from engine.plan.families import FAMILIES
from engine.pocket.evaluate.artist import Artist, Wish
from engine.protocol import Role


class Mixer(Artist):
    """Draws text and picture as two numbers, mixed as the adapter's scale and the weight say."""

    def __init__(self) -> None:
        self.facts = replace(FAMILIES["sd15"], adapters=(Adapter("base", Role.IMAGE, 0.5),))

    def draw(self, wishes: Iterable[Wish]) -> torch.Tensor:
        """A picture as a colour: red for the text, green for the picture."""
        return torch.cat([self._one(each) for each in wishes])

    def sights(self, pictures: torch.Tensor) -> torch.Tensor:
        """The colour's shares."""
        return pictures[:, :2, 0, 0] / 2 + 0.5

    def _one(self, wish: Wish) -> torch.Tensor:
        weight = 0.0 if not wish.sights else (1.0 if wish.iw is None else wish.iw)
        adapter = self.facts.adapter(Role.IMAGE)
        share = min(1.0, weight * (adapter.scale if adapter else 0) / 3)
        own = torch.tensor([1.0 - share, share]) if wish.sights or wish.seed < 100 else torch.tensor([0.0, 1.0])
        picture = torch.zeros(1, 3, 8, 8)
        picture[0, :2] = own[:, None, None] * 2 - 1
        return picture


def test_the_scale_is_found_at_which_picture_and_text_count_alike() -> None:
    """Half and half is at a scale of 1.5 here; with it both lines meet at `--iw 1`."""
    cases = weight.Cases.of(Mixer(), 4)
    assert all(isinstance(each, Image.Image) for each in cases.images)
    found = weight.balanced(cases)
    assert found is not None
    assert found == pytest.approx(1.5, abs=0.05)
    curve = weight.curve(weight.louder(cases, found))
    assert curve.crossing == pytest.approx(1.0, abs=0.05)
    assert list(curve.picture) == sorted(curve.picture)
    assert (curve.picture[0], curve.text[0]) == (0, 1)


@pytest.mark.parametrize(
    ("gaps", "where"),
    [((1.0, 0.5, -0.5), 1.5), ((1.0, 0.0, -1.0), 1.0), ((1.0, 0.5, 0.1), None), ((-1.0, -0.5, -0.2), None)],
)
def test_lines_cross_once_or_never(gaps: tuple[float, ...], where: float | None) -> None:
    """Between two measured places along a straight line."""
    assert weight.crossing((0.0, 1.0, 2.0), gaps) == where


def test_a_scale_is_kept_beside_what_was_set(tmp_path: Path) -> None:
    """Rounded, and in the place of an earlier one."""
    (tmp_path / "settings.json").write_text(json.dumps({"steps": 20, "image_scale": 3}))
    weight.keep(tmp_path, 1.23456)
    assert json.loads((tmp_path / "settings.json").read_text()) == {"steps": 20, "image_scale": 1.23}


def test_the_picture_shows_both_lines_and_where_they_cross() -> None:
    """An SVG that any program reads, its points within its frame."""
    steps = [each / weight.WEIGHTS[-1] for each in weight.WEIGHTS]
    drawn = ET.fromstring(weight.plot(weight.Curve(tuple(steps), tuple(1 - each for each in steps))))  # noqa: S314 - our own
    lines = [each for each in drawn.iter() if each.tag.endswith("polyline")]
    assert len(lines) == 2
    for line in lines:
        points = [tuple(map(float, each.split(","))) for each in line.attrib["points"].split()]
        assert len(points) == len(weight.WEIGHTS)
        assert all(0 <= x <= weight.WIDTH and weight.TOP <= y <= weight.BASE for x, y in points)
    assert "both alike at 1.50" in "".join(drawn.itertext())
