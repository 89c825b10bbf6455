"""Edits from the request to the files, on the tiny model."""

import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.families.sd15 import Sd15
from engine.plan.make import make_plan
from engine.protocol import Edit, Event, Failed, Parameters, Progress, Reference, Rendered, RenderRequest, Role, Text
from engine.worker.engine import Engine, Habits
from engine.worker.models import LOADERS, Model
from engine.worker.shapes import with_shape_of_start

PATIENCE = 60


class Studio:
    """An engine, and a wait for what becomes of an edit."""

    def __init__(self, folder: Path, out: Path) -> None:
        self.previews: dict[str, str] = {}
        self._ends: dict[str, Event] = {}
        self._changed = threading.Condition()
        self.engine = Engine({"tiny": Model("sd15", folder)}, "cpu", out, self._hear, Habits(64))

    def _hear(self, event: Event) -> None:
        with self._changed:
            if isinstance(event, Progress) and event.preview:
                self.previews[event.job_id] = event.preview
            if isinstance(event, Rendered | Failed):
                self._ends[event.job_id] = event
                self._changed.notify_all()

    def edit(self, edit: Edit, *given: Reference, **parameters: Any) -> Any:
        """The last event of the job."""
        request = RenderRequest(
            edit.value, (Text("red cat"),), references=given, edit=edit, parameters=Parameters(steps=6, **parameters)
        )
        shaped = with_shape_of_start(request)
        self.engine.submit(shaped, make_plan(shaped, self.engine.facts("tiny")))
        with self._changed:
            assert self._changed.wait_for(lambda: edit.value in self._ends, PATIENCE)
            return self._ends.pop(edit.value)


@pytest.fixture
def studio(family: Sd15, monkeypatch: pytest.MonkeyPatch, tiny_sd15: Path, tmp_path: Path) -> Iterator[Studio]:
    """Running."""
    monkeypatch.setitem(LOADERS, "sd15", lambda *_, **__: family)
    made = Studio(tiny_sd15, tmp_path / "out")
    with made.engine:
        yield made


@pytest.fixture
def start(tmp_path: Path) -> Reference:
    """A picture that is no multiple of anything."""
    path = tmp_path / "start.png"
    Image.effect_noise((100, 77), 90).convert("RGB").save(path)
    return Reference(Role.START, str(path))


def pixels(path: str) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """What a file holds."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB")).astype(int)


def test_pixels_outside_of_a_region_are_those_of_the_file(studio: Studio, start: Reference, tmp_path: Path) -> None:
    """Of each picture, PNG against PNG; inside, each is another."""
    mask = Image.new("L", (100, 77))
    ImageDraw.Draw(mask).ellipse((60, 20, 90, 60), fill=255)
    mask.save(tmp_path / "mask.png")
    rendered = studio.edit(Edit.REGION, start, Reference(Role.MASK, str(tmp_path / "mask.png")), count=2)
    before, stays = pixels(start.path), np.asarray(mask) == 0
    one, two = (pixels(picture.path) for picture in rendered.pictures)
    assert (one[stays] == before[stays]).all()
    assert (two[stays] == before[stays]).all()
    assert np.abs(one - before)[~stays].mean() > 20
    assert np.abs(one - two)[~stays].mean() > 5


def test_transparent_parts_of_a_mask_stay(studio: Studio, start: Reference, tmp_path: Path) -> None:
    """As drawing programs save them."""
    mask = Image.new("RGBA", (100, 77))
    mask.paste("white", (0, 0, 50, 77))
    mask.save(tmp_path / "mask.png")
    rendered = studio.edit(Edit.REGION, start, Reference(Role.MASK, str(tmp_path / "mask.png")), count=1)
    assert (pixels(rendered.pictures[0].path)[:, 50:] == pixels(start.path)[:, 50:]).all()


def test_black_masks_are_refused_with_a_sentence(studio: Studio, start: Reference, tmp_path: Path) -> None:
    """And what is no picture."""
    Image.new("L", (9, 9)).save(tmp_path / "mask.png")
    (tmp_path / "text.png").write_text("no picture")
    black = studio.edit(Edit.REGION, start, Reference(Role.MASK, str(tmp_path / "mask.png")))
    assert (black.kind, "black all over" in black.reason) == ("refused", True)
    text = studio.edit(Edit.REGION, start, Reference(Role.MASK, str(tmp_path / "text.png")))
    assert (text.kind, "cannot be read" in text.reason) == ("refused", True)


@pytest.mark.parametrize(
    ("edit", "size", "kept"),
    [
        (Edit.PAN_LEFT, (138, 77), (slice(0, 77), slice(38 + 8, 138), slice(0, 77), slice(8, 100))),
        (Edit.PAN_DOWN, (100, 115), (slice(0, 77 - 8), slice(0, 100), slice(0, 77 - 8), slice(0, 100))),
        (Edit.SQUARE, (100, 100), (slice(11 + 8, 88 - 8), slice(0, 100), slice(8, 77 - 8), slice(0, 100))),
    ],
)
def test_what_is_seen_already_stays(
    studio: Studio, start: Reference, edit: Edit, size: tuple[int, int], kept: tuple[slice, ...]
) -> None:
    """All of the picture but the seam, in a larger one whose rest is drawn."""
    rendered = studio.edit(edit, start, count=1)
    (picture,) = rendered.pictures
    assert (picture.width, picture.height) == size
    after, before = pixels(picture.path), pixels(start.path)
    assert (after[kept[0], kept[1]] == before[kept[2], kept[3]]).all()
    assert after.std() > 5


def test_zoomed_out_it_is_as_large_and_the_grid_is_four(studio: Studio, start: Reference) -> None:
    """With previews that show the whole picture."""
    rendered = studio.edit(Edit.ZOOM, start, zoom=1.5)
    assert [(each.width, each.height) for each in rendered.pictures] == [(100, 77)] * 4
    assert pixels(str(rendered.grid)).shape == (154, 200, 3)
    with Image.open(studio.previews["zoom"]) as preview:
        assert preview.size == (200, 154)


def test_an_upscale_is_one_picture_twice_as_large(studio: Studio, start: Reference) -> None:
    """Drawn in panes; more of it changes by the creative one, and both are what they were in the large."""
    found = [studio.edit(edit, start) for edit in (Edit.UPSCALE_SUBTLE, Edit.UPSCALE_CREATIVE)]
    assert [[(each.width, each.height) for each in rendered.pictures] for rendered in found] == [[(200, 154)]] * 2
    subtle, creative = (pixels(rendered.pictures[0].path) for rendered in found)
    assert np.abs(subtle - creative).mean() > 1
    with Image.open(studio.previews["upscale_creative"]) as preview:
        assert preview.size == (200, 154)
