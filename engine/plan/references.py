"""Reference pictures to adapters: `--iw`, `--sref` with `--sw`, `--cref` and `--oref` with `--cw` and `--ow`."""

import math
from collections.abc import Sequence

from engine.plan.facts import Adapter, Facts
from engine.plan.plan import CannotDraw, ModelCannot, PlannedReference
from engine.protocol import Parameters, Reference, RenderRequest, Role, StyleCode
from engine.reasons import Reason

_WHOLE = 0.9
"""The scale of a character where nothing was asked for."""
NEWEST = 6
"""The `--sv` that holds unless another is named."""
_SEEN = (Role.IMAGE, Role.STYLE, Role.CHARACTER)
"""What goes through adapters."""
FLAGS = {Role.STYLE: "--sref", Role.CHARACTER: "--cref"}


def share(iw: float) -> float:
    """What `--iw` makes of a picture against a text of weight 1: iw / (1 + iw). Midjourney says no more than that it
    is the picture's weight relative to the text's (docs.midjourney.com, Image Weight).
    """
    return iw / (1 + iw)


def image_scale(iw: float | None, at_one: float, *, has_text: bool) -> float:
    """The adapter's scale, twice its own at `--iw 1` times the share; 1 for a prompt without text.

    Both of the authors' fixed points are met (IP-Adapter, Ye et al. 2023, and its README): 0.5 for picture and text
    together, 1 for the picture alone.
    """
    return 2 * at_one * share(1.0 if iw is None else iw) if has_text else 1.0


def style_scale(sw: int | None) -> float:
    """`--sw` to a scale on the style layers: 2r / (1 + r), r = sw / 100, 1.5 at most.

    1 at 100 is the scale that InstantStyle (Wang et al. 2024) uses on that layer.
    """
    r = (100 if sw is None else sw) / 100
    return min(1.5, 2 * r / (1 + r))


def character_scale(parameters: Parameters) -> float:
    """`--ow`, else `--cw`, to a scale: 0.4 (the face alone) to 0.9 at 100, and on to 1 at 1000.

    The range in which Midjourney goes from face alone to face, hair and clothes (docs.midjourney.com, Character
    Reference); the numbers are ours.
    """
    weight = next((each for each in (parameters.ow, parameters.cw) if each is not None), 100)
    if weight <= 100:
        return 0.4 + 0.5 * weight / 100
    return 0.9 + 0.1 * math.log10(weight / 100)


def elsewhere(sv: int | None) -> float:
    """`--sv` to the share of a style's scale that the layers beside the style layers get: (6 - sv) / 5.

    Nothing at 6, the newest way of reading a style, all at 1, the first. Of Midjourney's ways each newer one is said to
    take more of the style and less of the things in the picture (docs.midjourney.com, Style Reference); the layers
    beside the style layers are those that carry things and composition. The straight line is our rule.
    """
    return (NEWEST - (NEWEST if sv is None else sv)) / (NEWEST - 1)


def style_layers(facts: Facts) -> tuple[int, ...] | None:
    """Those on which a style is drawn; None is all: an adapter that was made for styles tells nothing else anywhere."""
    adapter = facts.adapter(Role.STYLE)
    return None if adapter is not None and adapter.role is Role.STYLE else facts.style_layers


def planned(request: RenderRequest, facts: Facts) -> tuple[PlannedReference, ...]:
    """The references that go through an adapter. Raises CannotDraw for pictures that no adapter at hand can draw.

    Style codes go where pictures of style go. Without an adapter they are drawn as words: see engine.plan.styles.
    """
    _refuse_masks(request, facts)
    found: list[PlannedReference] = []
    for role in _SEEN:
        pictures = [each for each in request.references if each.role is role]
        codes = request.codes if role is Role.STYLE else ()
        adapter = facts.adapter(role)
        if adapter is not None and (pictures or codes):
            found += _through(adapter, role, [*pictures, *codes], request, facts)
        elif pictures and role in FLAGS:
            raise ModelCannot(Reason("cannot.adapter", {"model": facts.model, "flag": FLAGS[role]}))
    return tuple(found)


def _through(
    adapter: Adapter, role: Role, items: Sequence[Reference | StyleCode], request: RenderRequest, facts: Facts
) -> list[PlannedReference]:
    if any(each.weight <= 0 for each in items):
        raise CannotDraw("reference.weight")
    whole = sum(each.weight for each in items)
    scale = _scale(adapter, role, request)
    layers = style_layers(facts) if role is Role.STYLE else None
    beside = 0.0 if layers is None else scale * elsewhere(request.parameters.sv)
    return [
        PlannedReference(
            role, _path(each), adapter.name, scale, each.weight / whole, layers, beside, _code(each), _mask(each)
        )
        for each in items
    ]


def _refuse_masks(request: RenderRequest, facts: Facts) -> None:
    kept = [each for each in request.references if each.mask is not None]
    if any(each.role not in _SEEN for each in kept):
        raise CannotDraw("mask.role")
    adapters = [facts.adapter(each.role) for each in kept]
    if any(each is None or each.is_native for each in adapters):
        raise ModelCannot(Reason("cannot.mask", {"model": facts.model}))
    if kept and request.edit is not None:
        raise CannotDraw("mask.edit")


def _scale(adapter: Adapter, role: Role, request: RenderRequest) -> float:
    parameters = request.parameters
    if role is Role.IMAGE:
        return image_scale(parameters.iw, adapter.scale, has_text=has_text(request))
    if role is Role.STYLE:
        return style_scale(parameters.sw)
    # A model that reads pictures by itself does so wholly where --cw says nothing else.
    return character_scale(parameters) / (_WHOLE if adapter.is_native else 1)


def _path(item: Reference | StyleCode) -> str | None:
    return item.path if isinstance(item, Reference) else None


def _mask(item: Reference | StyleCode) -> str | None:
    return item.mask if isinstance(item, Reference) else None


def _code(item: Reference | StyleCode) -> int | None:
    return item.code if isinstance(item, StyleCode) else None


def has_text(request: RenderRequest) -> bool:
    """True where words say what to draw."""
    return any(part.text.strip() and part.weight > 0 for part in request.text)
