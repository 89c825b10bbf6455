"""LoRAs by name: `--lora NAME:WEIGHT`, as often as is wanted."""

from difflib import get_close_matches

from engine.plan.facts import Facts
from engine.plan.plan import ModelCannot, PlannedLora
from engine.protocol import Parameters
from engine.reasons import Reason

_NAMED = 5  # of those that there are, where none is alike


def worn(parameters: Parameters, facts: Facts) -> tuple[PlannedLora, ...]:
    """Each that has any weight; of one that is named twice the weights add up.

    Raises ModelCannot for a name that no LoRA of this model has.
    """
    weights: dict[str, float] = {}
    for name, weight in parameters.loras:
        if name not in facts.loras:
            raise ModelCannot(_unknown(name, facts))
        weights[name] = weights.get(name, 0.0) + weight
    return tuple(PlannedLora(name, weight) for name, weight in weights.items() if weight)


def _unknown(name: str, facts: Facts) -> Reason:
    values = {"model": facts.model, "name": name}
    if not facts.loras:
        return Reason("cannot.lora", values)
    if close := get_close_matches(name, facts.loras, n=1):
        return Reason("cannot.lora.close", values | {"close": close[0]})
    known = {"known": ", ".join(facts.loras[:_NAMED])}
    return Reason("cannot.lora.many" if len(facts.loras) > _NAMED else "cannot.lora.others", values | known)
