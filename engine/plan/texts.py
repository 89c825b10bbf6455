"""Weighted texts to what a condition is made of: parts that add up to 1, on either side of guidance."""

from collections.abc import Iterable

from engine.plan.facts import Facts
from engine.plan.plan import CannotDraw
from engine.plan.steps import artistry
from engine.plan.styles import worded
from engine.protocol import Parameters, RenderRequest, Role, Text

NOTHING = Text("", 1.0)
FULL_PUSH = 0.5  # of the whole: `--no x` is `x::-0.5`
USUAL = "conventional, stock photo"


def finish_weight(parameters: Parameters) -> float:
    """The weight of the model's finishing words beside a prompt of weight 1: up to 0.3 by `--stylize`; 0 if raw.

    Our rule; "raw" is Midjourney's word for less of its own beautification (docs.midjourney.com, Raw Mode).
    """
    return 0.0 if parameters.raw else 0.3 * artistry(parameters.stylize)


def usual_weight(weird: int | None) -> float:
    """The weight with which `--weird` pushes the usual away: up to 0.25 at 3000. Our rule."""
    return 0.25 * (weird or 0) / 3000


def positive(request: RenderRequest, facts: Facts) -> tuple[Text, ...]:
    """The parts of the prompt, style codes in words, and the model's finishing words, by weights that add up to 1.

    Weights count relative to each other (docs.midjourney.com, Multi-Prompts: 1:1 is 2:2). Raises CannotDraw where
    the weights of a prompt do not add up to more than 0.
    """
    wanted = [part for part in request.text if part.weight > 0]
    if request.text and sum(part.weight for part in request.text) <= 0:
        raise CannotDraw("weights")
    if not wanted:
        return (NOTHING,)
    whole = _total(wanted)
    styles = [] if facts.adapter(Role.STYLE) else worded(request, whole)
    added = finish_weight(request.parameters) * whole
    finish = [Text(facts.finish, added)] if facts.finish and added else []
    return _normalised([*wanted, *styles, *finish], 1.0)


def negative(request: RenderRequest) -> tuple[Text, ...]:
    """What is pushed away: negative parts, what `--no` holds (a part of -0.5), and the usual for `--weird`.

    Together they push fully from half of the prompt's weight on; below, the empty text has the rest.
    """
    whole = sum(part.weight for part in request.text if part.weight > 0) or 1.0
    pushed = [Text(part.text, -part.weight / whole) for part in request.text if part.weight < 0]
    if request.negative:
        pushed.append(Text(request.negative, FULL_PUSH))
    if away := usual_weight(request.parameters.weird):
        pushed.append(Text(USUAL, away))
    share = min(1.0, _total(pushed) / FULL_PUSH)
    rest = (Text("", 1.0 - share),) if share < 1 else ()
    return (*_normalised(pushed, share), *rest)


def _normalised(parts: list[Text], whole: float) -> tuple[Text, ...]:
    total = _total(parts)
    return tuple(Text(part.text, whole * part.weight / total) for part in parts)


def _total(parts: Iterable[Text]) -> float:
    return sum(part.weight for part in parts)
