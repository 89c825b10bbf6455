"""A picture to follow: `--control` with `--control-weight`."""

from engine.plan.facts import Facts
from engine.plan.plan import ModelCannot, PlannedControl
from engine.protocol import RenderRequest, Role
from engine.reasons import Reason

LINES = ("scribble", "lineart", "canny")
KINDS = (*LINES, "depth", "pose")


def controlled(request: RenderRequest, facts: Facts) -> PlannedControl | None:
    """What the picture follows; None for nothing, for an edit (what stands there leads it), and at a weight of 0.

    Raises ModelCannot where the model has no network for that kind of picture.
    """
    given = next((each for each in request.references if each.role is Role.CONTROL), None)
    if given is None:
        return None
    kind = given.kind or "lineart"
    if kind not in facts.controls:
        values = {"model": facts.model, "kind": kind, "known": ", ".join(facts.controls)}
        raise ModelCannot(Reason("cannot.control.others" if facts.controls else "cannot.control", values))
    weight = request.parameters.control_weight
    scale = facts.control_scale * (1.0 if weight is None else weight)
    return PlannedControl(kind, given.path, scale) if scale and request.edit is None else None
