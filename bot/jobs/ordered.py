"""An order of several grids, by permutations or repeats: asked about once, told of in one message."""

from dataclasses import dataclass

PATIENCE = 600.0
"""Seconds in which its author may say that it is meant."""


@dataclass(frozen=True)
class Ordered:
    """Its jobs are those of the interaction; `typed` is the whole of what was typed, `at` the second of the question.

    `is_confirmed` where its author was asked already whether the words are meant.
    """

    id: str
    interaction_id: int
    member_id: int
    typed: str
    at: float
    is_confirmed: bool = False
