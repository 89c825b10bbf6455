"""What an edit changes in a prompt, so that whatever is drawn from its pictures has their shape."""

from dataclasses import replace
from fractions import Fraction

from bot.prompt.prompt import Prompt, Value
from engine.protocol import Edit

FRAMING = frozenset({Edit.SQUARE, Edit.PAN_LEFT, Edit.PAN_RIGHT, Edit.PAN_UP, Edit.PAN_DOWN})
"""Edits that give a picture another shape, which nobody names."""
LARGEST = 64  # of the numbers of `--ar`, so that it stays readable


def framed(prompt: Prompt, size: tuple[int, int]) -> Prompt:
    """The prompt with `--ar` for pictures of this size in pixels."""
    shape = Fraction(*size).limit_denominator(LARGEST)
    return replace(prompt, parameters={**prompt.parameters, "aspect": (shape.numerator, shape.denominator)})


def apart(prompt: Prompt, name: str) -> tuple[Value | None, Prompt]:
    """The value of a parameter, and the prompt without it."""
    kept = {each: value for each, value in prompt.parameters.items() if each != name}
    return prompt.parameters.get(name), replace(prompt, parameters=kept)
