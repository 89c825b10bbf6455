"""LoRAs by name: `--lora NAME:WEIGHT`, as often as is wanted."""

from difflib import get_close_matches

from engine.plan.facts import Facts
from engine.plan.plan import ModelCannot, PlannedLora
from engine.protocol import Parameters

_NAMED = 5  # of those that there are, where none is alike


def worn(parameters: Parameters, facts: Facts) -> tuple[PlannedLora, ...]:
    """Each that has any weight; of one that is named twice the weights add up.

    Raises ModelCannot for a name that no LoRA of this model has.
    """
    weights: dict[str, float] = {}
    for name, weight in parameters.loras:
        if name not in facts.loras:
            raise ModelCannot(f"The model {facts.model} cannot draw --lora {name}{_others(name, facts.loras)}")
        weights[name] = weights.get(name, 0.0) + weight
    return tuple(PlannedLora(name, weight) for name, weight in weights.items() if weight)


def _others(name: str, known: tuple[str, ...]) -> str:
    if not known:
        return ""
    if close := get_close_matches(name, known, n=1):
        return f" (did you mean --lora {close[0]}?)"
    return f" (there is {', '.join(known[:_NAMED])}{' and others' if len(known) > _NAMED else ''})"
