"""Pictures that are put together from what stays and what was drawn."""

from collections.abc import Callable
from random import Random

import numpy as np
import pytest
from PIL import Image, ImageDraw

from engine.plan.boxes import Box, Canvas
from engine.plan.edits import canvas
from engine.plan.plan import CannotDraw
from engine.protocol import Edit, Reference, RenderRequest, Role
from engine.worker.easel import Easel, easel
from tests.engine.plan.samples import BARE

SIZE = (96, 80)
SOURCE = Image.effect_noise(SIZE, 80).convert("RGB")
WHITE = Image.new("RGB", (64, 64), "white")


def edit(kind: Edit, source: Image.Image = SOURCE, mask: Image.Image | None = None) -> Easel:
    """The easel of this edit."""
    references = [Reference(Role.START, "", size=source.size)]
    if mask is not None:
        references.append(Reference(Role.MASK, ""))
    made = canvas(RenderRequest("1", (), references=tuple(references), edit=kind), BARE)
    assert made is not None
    return easel(made, source, mask)


def white_all_over(made: Easel) -> "np.ndarray[tuple[int, ...], np.dtype[np.int64]]":
    """What comes of white panes."""
    return np.asarray(made.put_together(dict.fromkeys(range(len(made.canvas.panes)), WHITE))).astype(int)


def masked(draw: Callable[[ImageDraw.ImageDraw], None], size: tuple[int, int] = SIZE) -> Image.Image:
    """A mask with something white on it."""
    mask = Image.new("L", size)
    draw(ImageDraw.Draw(mask))
    return mask


@pytest.mark.parametrize("seed", range(40))
def test_outside_of_a_mask_nothing_changes(seed: int) -> None:
    """To the bit; somewhere inside it is wholly drawn."""
    random = Random(seed)
    left, top, is_round = random.randint(0, 90), random.randint(0, 70), random.random() < 0.5
    corners = (left, top, left + random.randint(0, 60), top + random.randint(0, 60))
    mask = masked(lambda on: on.ellipse(corners, fill=255) if is_round else on.rectangle(corners, fill=255))
    drawn, before, marked = white_all_over(edit(Edit.REGION, mask=mask)), np.asarray(SOURCE), np.asarray(mask) > 0
    assert (drawn[~marked] == before[~marked]).all()
    assert (drawn[marked] == 255).all(-1).any()


def test_the_edge_of_a_region_is_soft() -> None:
    """What is drawn comes in over some pixels; grey in a mask is as much as it says."""
    black, mask = (
        Image.new("RGB", (512, 512)),
        masked(lambda on: on.rectangle((128, 0, 511, 511), fill=255), (512, 512)),
    )
    line = white_all_over(edit(Edit.REGION, black, mask))[256, :, 0]
    assert (line[:128].max(), line[140:].min()) == (0, 255)
    assert (np.diff(line) >= 0).all()
    assert len(set(line)) > 6
    grey = white_all_over(edit(Edit.REGION, black, mask.point(lambda value: value * 3 // 4)))[256, :, 0]
    assert grey[200] == 191


def test_masks_of_another_size_are_stretched_and_black_ones_refused() -> None:
    """A white one draws all anew."""
    half = masked(lambda on: on.rectangle((5, 0, 9, 9), fill=255), (10, 10))
    drawn = white_all_over(edit(Edit.REGION, mask=half))
    assert (drawn[:, :40] == np.asarray(SOURCE)[:, :40]).all()
    assert (drawn[:, 60:] == 255).all()
    assert (white_all_over(edit(Edit.REGION, mask=Image.new("L", SIZE, 255))) == 255).all()
    with pytest.raises(CannotDraw, match="black all over"):
        edit(Edit.REGION, mask=Image.new("L", SIZE))


@pytest.mark.parametrize("kind", [Edit.PAN_LEFT, Edit.PAN_RIGHT, Edit.PAN_UP, Edit.PAN_DOWN, Edit.SQUARE, Edit.ZOOM])
def test_only_what_is_new_is_drawn(kind: Edit) -> None:
    """The picture is what it was but for its seam; beyond it everything is drawn."""
    made = edit(kind)
    drawn, source = white_all_over(made), made.canvas.source
    base = np.asarray(made.base)
    is_new = np.ones(drawn.shape[:2], bool)
    is_new[source.top : source.bottom, source.left : source.right] = False
    assert (drawn[is_new] == 255).all()
    seam = made.canvas.blend
    inner = (slice(source.top + seam, source.bottom - seam), slice(source.left + seam, source.right - seam))
    assert (drawn[inner] == base[inner]).all()
    assert drawn[inner].size
    if kind is not Edit.ZOOM:
        kept = (slice(source.top, source.bottom), slice(source.left, source.right))
        assert (base[kept] == np.asarray(SOURCE)).all()


def test_what_is_drawn_begins_from_the_pictures_edge() -> None:
    """Its outermost pixels, drawn out over what is new."""
    made = edit(Edit.PAN_RIGHT)
    begun = np.asarray(made.begun)
    assert (begun[:, -1] == np.asarray(SOURCE)[:, -1]).all()
    assert made.start(0, (64, 64)).size == (64, 64)


def test_a_latent_is_drawn_where_any_of_its_pixels_is() -> None:
    """However thin the stroke."""
    made = edit(
        Edit.REGION, Image.new("RGB", (64, 64)), masked(lambda on: on.line((0, 20, 63, 20), fill=255), (64, 64))
    )
    assert made.canvas.panes == (Box(0, 4, 64, 36),)
    mask = made.mask(0, (8, 4))
    assert mask is not None
    assert mask.shape == (1, 4, 8)
    assert mask[0, 2].all()
    assert mask.sum() == 8


def test_panes_go_over_into_each_other() -> None:
    """Equal panes leave no trace of where they meet, and each pixel is drawn."""
    panes = tuple(Box(x, y, x + 64, y + 64) for y in (0, 36) for x in (0, 48, 96))
    made = easel(Canvas(Edit.UPSCALE_SUBTLE, 160, 100, Box(0, 0, 160, 100), panes, 16), SOURCE, None)
    assert (white_all_over(made) == 255).all()
    levels = {number: Image.new("RGB", (64, 64), (40 * number,) * 3) for number in range(6)}
    steps = np.abs(np.diff(np.asarray(made.put_together(levels)).astype(int), axis=1)).max()
    assert steps <= 4


def test_previews_are_small() -> None:
    """However large the picture becomes."""
    made = edit(Edit.ZOOM, Image.new("RGB", (2000, 1000))).small()
    assert made.put_together({0: WHITE}).size == (512, 256)
