"""Edits of a finished picture to boxes: a region, zoom, pan, make square, upscale."""

from collections.abc import Iterable
from dataclasses import replace

from engine.plan.boxes import Box, Canvas
from engine.plan.facts import Facts
from engine.plan.plan import CannotDraw
from engine.plan.size import size
from engine.protocol import Edit, Parameters, Reference, RenderRequest, Role

LONGEST = 4096
"""Pixels of a side: what pictures may grow to by pan and upscale."""
THINNEST = 4
"""How many times its short side a picture's long side may be after a pan."""
STRENGTHS = {Edit.UPSCALE_SUBTLE: 0.25, Edit.UPSCALE_CREATIVE: 0.45}
"""How far an enlarged picture is drawn over, around the 0.382 of Fooocus' upscaling (lllyasviel/Fooocus); everything
else is drawn anew where it is drawn.
"""
ZOOM = 2.0
UPSCALE = 2
SEAM = 0.08
"""The share of the source's short side over which what is drawn beside it goes over into it; one latent at least, but
no more than the widest.
"""
_WIDEST = 0.2
FEATHER = 1 / 64
"""The same for a region, of which the picture outside is not touched."""
OVERLAP = 1 / 4
"""The share of its side that a pane of an upscale has in common with the next."""
_ENOUGH = 1.25  # an upscale that gives less is none
_SIDES = {
    Edit.PAN_LEFT: (1, 0, 0, 0),
    Edit.PAN_UP: (0, 1, 0, 0),
    Edit.PAN_RIGHT: (0, 0, 1, 0),
    Edit.PAN_DOWN: (0, 0, 0, 1),
}


def canvas(request: RenderRequest, facts: Facts) -> Canvas | None:
    """What becomes of the start picture; None where the request is no edit.

    A start picture whose size nobody told counts as one that the model drew. Raises CannotDraw for an edit without a
    picture, and where there is nothing to do.
    """
    if request.edit is None:
        return None
    start = _of(request, Role.START)
    if start is None:
        raise CannotDraw("edit.picture")
    given = start.size or _drawn(request.parameters, facts)
    if request.edit is Edit.REGION:
        return _region(given, _of(request, Role.MASK))
    if request.edit is Edit.ZOOM:
        return _zoomed(given, request.parameters, facts)
    if request.edit is Edit.SQUARE:
        return _squared(given, facts, is_known=start.size is not None)
    if request.edit in _SIDES:
        return _panned(given, request.edit, facts)
    return _upscaled(given, request.edit, facts)


def strength(request: RenderRequest) -> float:
    """How far what is drawn goes from what stands there: all the way, unless the request or an upscale says less."""
    if request.edit in STRENGTHS:
        return STRENGTHS[request.edit]
    return 1.0 if request.parameters.strength is None else request.parameters.strength


def pane_size(canvas: Canvas, facts: Facts) -> tuple[int, int]:
    """Width and height at which the panes are drawn: of their shape, and as large as the model draws best; those of
    an upscale just as large as they are.
    """
    width, height = canvas.panes[0].size
    if not canvas.is_upscale:
        return size((width, height), facts.size, facts.multiple)
    return _whole(width / facts.enlarges, facts.multiple), _whole(height / facts.enlarges, facts.multiple)


def around(canvas: Canvas, drawn: Box) -> Canvas:
    """The canvas of a region with its pane around what is drawn: that box and as much again of what surrounds it, and
    half of the picture at least; all of it where little would be left out.
    """
    width = min(canvas.width, max(2 * drawn.width, canvas.width // 2))
    height = min(canvas.height, max(2 * drawn.height, canvas.height // 2))
    if 2 * width * height > canvas.width * canvas.height:
        return canvas
    left = _within((drawn.left + drawn.right - width) // 2, canvas.width - width)
    top = _within((drawn.top + drawn.bottom - height) // 2, canvas.height - height)
    return replace(canvas, panes=(Box(left, top, left + width, top + height),))


def without_effect(given: Parameters, edit: Edit | None) -> Iterable[tuple[str, bool]]:
    """The names of parameters with whether an edit leaves them without any."""
    is_edit, is_upscale = edit is not None, edit in STRENGTHS
    yield "hd", given.hd and is_edit
    yield "tile", given.tile and is_edit
    yield "draft", given.draft and is_edit
    yield "count", is_upscale and given.count not in {None, 1}


def _region(given: tuple[int, int], mask: Reference | None) -> Canvas:
    if mask is None:
        raise CannotDraw("edit.mask")
    whole = Box(0, 0, *given)
    return Canvas(Edit.REGION, *given, whole, (whole,), max(1, round(FEATHER * min(given))), mask.path)


def _zoomed(given: tuple[int, int], parameters: Parameters, facts: Facts) -> Canvas:
    """The frame has the area of the picture that is given, and contains it and its surroundings."""
    zoom = ZOOM if parameters.zoom is None else parameters.zoom
    across, down = parameters.aspect or given
    width = max(zoom * given[0], zoom * given[1] * across / down)
    height = width * down / across
    scale = (given[0] * given[1] / (width * height)) ** 0.5
    frame = round(width * scale), round(height * scale)
    source = min(frame[0], round(given[0] * scale)), min(frame[1], round(given[1] * scale))
    if source == frame:
        raise CannotDraw("edit.zoom")
    return _outside(Edit.ZOOM, frame, _middle(frame, source), facts)


def _squared(given: tuple[int, int], facts: Facts, *, is_known: bool) -> Canvas:
    if given[0] == given[1] and is_known:
        raise CannotDraw("edit.square")
    side, source, _ = _bounded((max(given), max(given)), given, (0, 0))
    return _outside(Edit.SQUARE, side, _middle(side, source), facts)


def _panned(given: tuple[int, int], edit: Edit, facts: Facts) -> Canvas:
    """Longer by half of the short side; the pane shows as much again of what is there."""
    more = min(given) // 2
    left, top, right, bottom = (more * side for side in _SIDES[edit])
    frame = given[0] + left + right, given[1] + top + bottom
    if max(frame) > THINNEST * min(frame):
        raise CannotDraw("edit.thin")
    frame, source, at = _bounded(frame, given, (left, top))
    made = _outside(edit, frame, Box(*at, at[0] + source[0], at[1] + source[1]), facts)
    across = frame[0] if frame[0] == source[0] else min(frame[0], 2 * (frame[0] - source[0]))
    along = frame[1] if frame[1] == source[1] else min(frame[1], 2 * (frame[1] - source[1]))
    x, y = (frame[0] - across) * _SIDES[edit][2], (frame[1] - along) * _SIDES[edit][3]
    return replace(made, panes=(Box(x, y, x + across, y + along),))


def _upscaled(given: tuple[int, int], edit: Edit, facts: Facts) -> Canvas:
    factor = min(UPSCALE, LONGEST / max(given))
    if factor < _ENOUGH:
        raise CannotDraw("edit.large", pixels=LONGEST)
    frame = round(given[0] * factor), round(given[1] * factor)
    side = facts.size * facts.enlarges
    columns, rows = (list(_along(length, side)) for length in frame)
    panes = tuple(Box(left, top, right, bottom) for top, bottom in rows for left, right in columns)
    return Canvas(edit, *frame, Box(0, 0, *frame), panes, round(OVERLAP * side))


def _along(length: int, side: int) -> Iterable[tuple[int, int]]:
    """From where to where the panes reach, of one length, overlapping by a share of it at least."""
    own = min(side, length)
    step = round(own * (1 - OVERLAP))
    count = 1 + -(-(length - own) // step)
    for number in range(count):
        begin = 0 if count == 1 else round(number * (length - own) / (count - 1))
        yield begin, begin + own


def _outside(edit: Edit, frame: tuple[int, int], source: Box, facts: Facts) -> Canvas:
    short = min(source.size)
    blend = max(SEAM * short, min(facts.multiple * facts.enlarges, _WIDEST * short), 1)
    return Canvas(edit, *frame, source, (Box(0, 0, *frame),), round(blend))


def _middle(frame: tuple[int, int], size: tuple[int, int]) -> Box:
    left, top = (frame[0] - size[0]) // 2, (frame[1] - size[1]) // 2
    return Box(left, top, left + size[0], top + size[1])


def _bounded(
    frame: tuple[int, int], source: tuple[int, int], at: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int]]:
    """All made smaller, where the frame would be too large."""
    scale = min(1.0, LONGEST / max(frame))
    width, height = round(frame[0] * scale), round(frame[1] * scale)
    left, top = round(at[0] * scale), round(at[1] * scale)
    own = min(width - left, round(source[0] * scale)), min(height - top, round(source[1] * scale))
    return (width, height), own, (left, top)


def _drawn(parameters: Parameters, facts: Facts) -> tuple[int, int]:
    width, height = size(parameters.aspect, facts.size, facts.multiple)
    return width * facts.enlarges, height * facts.enlarges


def _of(request: RenderRequest, role: Role) -> Reference | None:
    return next((each for each in request.references if each.role is role), None)


def _within(value: int, most: int) -> int:
    return min(max(value, 0), most)


def _whole(length: float, multiple: int) -> int:
    return multiple * max(1, round(length / multiple))
