"""Edits to boxes: what stays, what is drawn, and how large it gets."""

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest

from engine.plan.boxes import Box, Canvas
from engine.plan.edits import LONGEST, around, canvas, pane_size
from engine.plan.facts import Facts
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw
from engine.protocol import Edit, Parameters, Reference, RenderRequest, Role, Text
from tests.engine.plan.samples import BARE

SDXL = replace(BARE, size=1024)
POCKET = replace(BARE, size=64, enlarges=4)
RANDOM = Random(1)
SIZES = [(RANDOM.randint(200, 3000), RANDOM.randint(200, 3000)) for _ in range(60)]
PANS = (Edit.PAN_LEFT, Edit.PAN_RIGHT, Edit.PAN_UP, Edit.PAN_DOWN)


def request(edit: Edit | None, size: tuple[int, int] | None, *more: Reference, **parameters: object) -> RenderRequest:
    """An edit of a picture of this size."""
    references = (Reference(Role.START, "/a.png", size=size), *more)
    given = Parameters(**parameters)  # type: ignore[arg-type]
    return RenderRequest("1", (Text("a cat"),), references=references, edit=edit, parameters=given)


def made(edit: Edit, size: tuple[int, int] | None, facts: Facts = SDXL, **parameters: object) -> Canvas:
    """Its canvas."""
    found = canvas(request(edit, size, **parameters), facts)
    assert found is not None
    return found


def test_zoom_keeps_the_size_and_makes_the_picture_smaller() -> None:
    """Twice where nothing is said, in the middle."""
    twice = made(Edit.ZOOM, (1024, 1024))
    assert (twice.width, twice.height, twice.source) == (1024, 1024, Box(256, 256, 768, 768))
    less = made(Edit.ZOOM, (1456, 816), zoom=1.5)
    assert (less.width, less.height, less.source.size) == (1456, 816, (971, 544))


def test_zoom_of_1_changes_the_frame_alone() -> None:
    """`--zoom 1 --ar 16:9`: as much area, the whole picture in it, touching two edges."""
    wide = made(Edit.ZOOM, (1024, 1024), zoom=1.0, aspect=(16, 9))
    assert wide.source.height == wide.height == 768
    assert wide.width * wide.height == pytest.approx(1024**2, rel=0.01)
    with pytest.raises(CannotDraw, match="nothing to zoom out to"):
        made(Edit.ZOOM, (1024, 1024), zoom=1.0)


def test_a_square_is_made_around_the_picture() -> None:
    """Every pixel of it kept; a square one is refused, one of which nobody knows the shape is not."""
    square = made(Edit.SQUARE, (1456, 816))
    assert (square.width, square.height, square.source) == (1456, 1456, Box(0, 320, 1456, 1136))
    with pytest.raises(CannotDraw, match="square already"):
        made(Edit.SQUARE, (512, 512))
    assert made(Edit.SQUARE, None).width == 1024


@pytest.mark.parametrize("edit", PANS)
def test_a_pan_adds_to_one_side(edit: Edit) -> None:
    """Half of the short side, drawn with as much of the picture beside it in sight."""
    panned = made(edit, (1024, 1024))
    lengthened = (1536, 1024) if edit in {Edit.PAN_LEFT, Edit.PAN_RIGHT} else (1024, 1536)
    assert (panned.width, panned.height) == lengthened
    assert panned.source.size == panned.panes[0].size == (1024, 1024)
    at = {
        Edit.PAN_LEFT: ((512, 0), (0, 0)),
        Edit.PAN_RIGHT: ((0, 0), (512, 0)),
        Edit.PAN_UP: ((0, 512), (0, 0)),
        Edit.PAN_DOWN: ((0, 0), (0, 512)),
    }
    assert tuple((box.left, box.top) for box in (panned.source, panned.panes[0])) == at[edit]


def test_pans_end_where_the_picture_is_long_and_thin() -> None:
    """With the way on."""
    with pytest.raises(CannotDraw, match="pan the other way"):
        made(Edit.PAN_LEFT, (2048, 512))
    assert made(Edit.PAN_UP, (2048, 512)).height == 768


@pytest.mark.parametrize("edit", [*PANS, Edit.SQUARE, Edit.ZOOM])
@pytest.mark.parametrize(("width", "height"), [size for size in SIZES if 1 / 2.5 < size[0] / size[1] < 2.5])
def test_what_is_there_lies_whole_in_what_becomes_of_it(edit: Edit, width: int, height: int) -> None:
    """Of the same shape, within bounds, and whatever is new lies in a pane."""
    found = made(edit, (width, height), zoom=1 + width / 3000)
    source, (pane,) = found.source, found.panes
    for inner in (source, pane):
        assert 0 <= inner.left < inner.right <= found.width
        assert 0 <= inner.top < inner.bottom <= found.height
    assert max(found.width, found.height) <= max(LONGEST, width, height)
    assert source.width / source.height == pytest.approx(width / height, rel=0.03)
    assert (pane.left, pane.right) == (0, found.width) or (source.left, source.right) != (0, found.width)
    for new in ((0, source.left), (source.right, found.width)):
        assert new[0] == new[1] or (pane.left <= new[0] and new[1] <= pane.right)


@pytest.mark.parametrize("edit", [Edit.UPSCALE_SUBTLE, Edit.UPSCALE_CREATIVE])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_panes_of_an_upscale_cover_it(edit: Edit, width: int, height: int) -> None:
    """Twice as large, within bounds, in overlapping panes of one size and as large as the model draws."""
    found = made(edit, (width, height))
    factor = min(2, LONGEST / max(width, height))
    assert (found.width, found.height) == (round(width * factor), round(height * factor))
    assert len({pane.size for pane in found.panes}) == 1
    assert max(found.panes[0].size) <= 1024
    for at, length in ((0, found.width), (1, found.height)):
        edges = sorted({(pane.corners[at], pane.corners[at + 2]) for pane in found.panes})
        assert (edges[0][0], edges[-1][1]) == (0, length)
        for (begin, end), (following, _) in pairwise(edges):
            assert end - following >= (end - begin) // 4 - 1


def test_what_is_as_large_as_it_gets_is_not_enlarged() -> None:
    """It says how large that is."""
    with pytest.raises(CannotDraw, match="4096"):
        made(Edit.UPSCALE_SUBTLE, (4000, 3000))


def test_panes_are_drawn_at_what_the_model_can() -> None:
    """Those of an upscale at their size, an upscaler that comes after taken off; others at the model's own."""
    assert pane_size(made(Edit.UPSCALE_SUBTLE, (1024, 1024)), SDXL) == (1024, 1024)
    pocket = made(Edit.UPSCALE_SUBTLE, (256, 256), POCKET)
    assert (pocket.width, len(pocket.panes), pane_size(pocket, POCKET)) == (512, 9, (64, 64))
    assert pane_size(made(Edit.ZOOM, (256, 256), POCKET), POCKET) == (64, 64)
    assert pane_size(made(Edit.ZOOM, (2000, 2000)), SDXL) == (1024, 1024)


@pytest.mark.parametrize(
    ("left", "top", "width", "height"),
    [
        (RANDOM.randint(0, 900), RANDOM.randint(0, 900), RANDOM.randint(1, 400), RANDOM.randint(1, 400))
        for _ in range(40)
    ],
)
def test_a_regions_pane_holds_it(left: int, top: int, width: int, height: int) -> None:
    """With half of the picture around it at least."""
    mask = Reference(Role.MASK, "/m.png")
    found = canvas(request(Edit.REGION, (1000, 1000), mask), SDXL)
    assert found is not None
    drawn = Box(left, top, min(1000, left + width), min(1000, top + height))
    (pane,) = around(found, drawn).panes
    assert pane.left <= drawn.left < drawn.right <= pane.right <= 1000
    assert pane.top <= drawn.top < drawn.bottom <= pane.bottom <= 1000
    assert min(pane.size) >= 500


def test_plans_of_edits() -> None:
    """Drawn anew all the way; an upscale is one picture, a little changed, in three steps at least."""
    zoomed = make_plan(request(Edit.ZOOM, (512, 512), hd=True, tile=True), BARE)
    assert (zoomed.count, zoomed.strength, zoomed.refining, zoomed.tile) == (4, 1.0, None, False)
    assert set(zoomed.without_effect) == {"hd", "tile"}
    assert zoomed.final_size == (512, 512)
    subtle = make_plan(request(Edit.UPSCALE_SUBTLE, (512, 512), strength=0.9, count=4), replace(BARE, steps=4))
    assert (subtle.count, subtle.strength, subtle.steps, subtle.final_size) == (1, 0.25, 12, (1024, 1024))
    assert set(subtle.without_effect) == {"strength", "count"}
    creative = make_plan(request(Edit.UPSCALE_CREATIVE, (512, 512)), BARE)
    assert (creative.strength or 0) > (subtle.strength or 0)
    assert make_plan(request(Edit.PAN_UP, (512, 512), strength=0.7), BARE).strength == 0.7


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (request(Edit.REGION, (64, 64)), "needs a mask"),
        (replace(request(Edit.ZOOM, None), references=()), "needs a picture"),
        (request(Edit.ZOOM, (64, 64), Reference(Role.MASK, "/m.png")), "A mask counts for a region"),
        (request(None, (64, 64), Reference(Role.MASK, "/m.png")), "A mask counts for a region"),
    ],
)
def test_what_is_missing_is_said(asked: RenderRequest, said: str) -> None:
    """Before anything is drawn."""
    with pytest.raises(CannotDraw, match=said):
        make_plan(asked, BARE)
