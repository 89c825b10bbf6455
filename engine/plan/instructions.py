"""What a model that reads pictures beside words is told of them in words: what each is for, and what to leave out."""

from collections.abc import Sequence
from dataclasses import replace

from engine.plan.plan import PlannedReference
from engine.protocol import Role, Text

_WORDS = {Role.STYLE: "in the style of image {0}", Role.CHARACTER: "with the same character as in image {0}"}


def instructed(texts: Sequence[Text], references: Sequence[PlannedReference], left_out: str) -> tuple[Text, ...]:
    """Each text with these words behind it. Pictures are counted from 1 in the order in which the model is handed them.

    Pictures of content need no word: what the text says is done with them. Our rule.
    """
    seen = [each for each in references if each.scale]
    words = [_WORDS[each.role].format(number) for number, each in enumerate(seen, 1) if each.role in _WORDS]
    if left_out:
        words.append(f"without {left_out}")
    return tuple(replace(each, text=", ".join(filter(None, [each.text, *words]))) for each in texts)
