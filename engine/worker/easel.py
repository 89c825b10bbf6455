"""A picture that is made of another one, put together: what stays of it, and the panes that were drawn."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import torch
from PIL import Image, ImageChops
from torch.nn.functional import adaptive_max_pool2d, interpolate, max_pool2d, pad

from engine.families.pixels import to_picture, to_tensor
from engine.plan.boxes import Box, Canvas
from engine.plan.edits import around
from engine.plan.plan import CannotDraw

Size = tuple[int, int]
_HALF = 128
"""From this grey on, a mask is white."""
_STEPS = 16
"""Of a soft edge; more would not be seen."""
PREVIEW = 512
"""The longest side of a picture's preview."""


@dataclass(frozen=True)
class Easel:
    """`base` has what stays; each pane goes over it as far as its cover is white."""

    canvas: Canvas
    base: Image.Image
    covers: tuple[Image.Image, ...]
    drawn: torch.Tensor | None
    """Where anything is drawn, (height, width), 1 or 0; None where everything is."""
    begun: Image.Image
    """What drawing begins from: the base, with its edges drawn out over what is new."""

    def start(self, pane: int, size: Size) -> Image.Image:
        """What the pane begins from, at the size at which it is drawn."""
        box = self.canvas.panes[pane]
        return self.begun.resize(size, Image.Resampling.LANCZOS, box.corners)

    def mask(self, pane: int, size: Size) -> torch.Tensor | None:
        """Which of that many latents, (1, height, width), have to do with what is drawn; None where all do."""
        if self.drawn is None:
            return None
        box = self.canvas.panes[pane]
        part = self.drawn[box.top : box.bottom, box.left : box.right]
        return adaptive_max_pool2d(part[None], (size[1], size[0]))

    def put_together(self, panes: Mapping[int, Image.Image]) -> Image.Image:
        """The picture with these panes in it, of any size each."""
        placed = [
            (box, fitting(panes[number], box.size), self.covers[number])
            for number, box in enumerate(self.canvas.panes)
            if number in panes
        ]
        if self.canvas.is_upscale:
            return self._in_lines(placed)
        whole = self.base.copy()
        for box, drawn, cover in placed:
            whole.paste(drawn, box.corners, cover)
        return whole

    def _in_lines(self, placed: Iterable[tuple[Box, Image.Image, Image.Image]]) -> Image.Image:
        """Each line of panes by itself, and then the lines, so that where four panes meet all four fade."""
        whole, end = self.base.copy(), 0
        for (top, bottom), line in groupby(placed, key=lambda each: (each[0].top, each[0].bottom)):
            across = self.base.crop((0, top, self.canvas.width, bottom))
            for box, drawn, cover in line:
                across.paste(drawn, (box.left, 0), cover)
            fading = _rising(bottom - top, end - top)[:, None].expand(-1, self.canvas.width)
            whole.paste(across, (0, top), to_cover(fading))
            end = bottom
        return whole

    def small(self) -> "Easel":
        """The same for previews, which are small."""
        longest = max(self.canvas.width, self.canvas.height)
        scale = min(1.0, PREVIEW / longest)
        boxes = tuple(Box(*(round(each * scale) for each in box.corners)) for box in self.canvas.panes)
        size = round(self.canvas.width * scale), round(self.canvas.height * scale)
        small = Canvas(self.canvas.edit, *size, Box(0, 0, *size), boxes, 1)
        covers = tuple(cover.resize(box.size) for cover, box in zip(self.covers, boxes, strict=True))
        return Easel(small, self.base.resize(size), covers, None, self.base)


def easel(canvas: Canvas, source: Image.Image, mask: Image.Image | None) -> Easel:
    """The easel for an edit of this picture. Raises CannotDraw for a mask that marks nothing."""
    if canvas.is_upscale:
        base = fitting(source, (canvas.width, canvas.height))
        covers = tuple(_meeting(canvas.panes, number) for number in range(len(canvas.panes)))
        return Easel(canvas, base, covers, None, base)
    if mask is not None:
        # not by a filter that overshoots: white stays white
        mask = mask.resize(source.size, Image.Resampling.BILINEAR)
        marked = _binary(mask)
        canvas = around(canvas, _marked(marked))
        cover = ImageChops.darker(to_cover(_soft(marked, canvas.blend)), mask)
        return Easel(canvas, source, _cut(cover, canvas.panes), marked, source)
    base = Image.new("RGB", (canvas.width, canvas.height))
    base.paste(fitting(source, canvas.source.size), (canvas.source.left, canvas.source.top))
    new = torch.ones(canvas.height, canvas.width)
    new[canvas.source.top : canvas.source.bottom, canvas.source.left : canvas.source.right] = 0
    drawn = torch.ones_like(new)
    stays = _shrunk(canvas)
    drawn[stays.top : stays.bottom, stays.left : stays.right] = 0
    cover = to_cover(torch.maximum(_soft(drawn, canvas.blend), new))
    return Easel(canvas, base, _cut(cover, canvas.panes), drawn, _drawn_out(base, canvas.source))


def fitting(picture: Image.Image, size: Size) -> Image.Image:
    """The picture at that size, itself where it has it; stretched where the shape is another."""
    return picture if picture.size == size else picture.resize(size, Image.Resampling.LANCZOS)


def to_cover(values: torch.Tensor) -> Image.Image:
    """(height, width) in [0, 1] as a picture in grey; what is not 0 is 1 of 255 at least, and what is 0 is 0."""
    return Image.fromarray((values * 255).ceil().contiguous().to(torch.uint8).numpy(), "L")


def _binary(mask: Image.Image) -> torch.Tensor:
    values = torch.frombuffer(bytearray(mask.tobytes()), dtype=torch.uint8).view(mask.height, mask.width)
    return (values >= _HALF).float()


def _marked(drawn: torch.Tensor) -> Box:
    rows, columns = drawn.any(1).nonzero().flatten(), drawn.any(0).nonzero().flatten()
    if not len(rows):
        raise CannotDraw("edit.black")
    return Box(int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1)


def _shrunk(canvas: Canvas) -> Box:
    """The source but for the seam, which lies where it is met by something new."""
    source, seam = canvas.source, canvas.blend
    return Box(
        source.left + seam * (source.left > 0),
        source.top + seam * (source.top > 0),
        source.right - seam * (source.right < canvas.width),
        source.bottom - seam * (source.bottom < canvas.height),
    )


def _soft(drawn: torch.Tensor, blend: int) -> torch.Tensor:
    """How deep each pixel lies within what is drawn, from 0 outside to 1 at `blend` pixels from the edge; where it is
    nowhere as deep, 1 at the deepest. The picture's own edge is none.
    """
    every = max(1, blend // _STEPS)
    height, width = drawn.shape
    rest = drawn[None, None]
    if every > 1:
        rest = -max_pool2d(-rest, every, ceil_mode=True)
    depth, steps = rest.clone(), 1
    for _ in range(blend // every - 1):
        rest = -max_pool2d(-pad(rest, (1, 1, 1, 1), value=1.0), 3, stride=1)
        if not rest.any():
            break
        depth, steps = depth + rest, steps + 1
    soft = depth / steps
    if every > 1:
        soft = interpolate(soft, size=(height, width), mode="bilinear", align_corners=False)
    return soft[0, 0] * drawn


def _cut(cover: Image.Image, panes: Sequence[Box]) -> tuple[Image.Image, ...]:
    return tuple(cover.crop(box.corners) for box in panes)


def _meeting(panes: Sequence[Box], number: int) -> Image.Image:
    """White, but rising from black where the pane lies over the one to its left, which is there before it."""
    box = panes[number]
    beside = max((each.right for each in panes if each.top == box.top and each.left < box.left), default=0)
    return to_cover(_rising(box.width, beside - box.left)[None, :].expand(box.height, -1))


def _rising(length: int, over: int) -> torch.Tensor:
    """Ones, after so many that rise to them."""
    ramp = torch.ones(length)
    if over > 0:
        ramp[:over] = torch.linspace(0, 1, over + 2)[1:-1]
    return ramp


def _drawn_out(base: Image.Image, source: Box) -> Image.Image:
    """The base, its source's outermost pixels repeated to the edges."""
    inside = to_tensor(base.crop(source.corners))[None]
    beyond = (source.left, base.width - source.right, source.top, base.height - source.bottom)
    return to_picture(pad(inside, beyond, mode="replicate")[0])
