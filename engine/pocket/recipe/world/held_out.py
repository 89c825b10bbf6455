"""Which combinations no training sees: a rule, so that nobody has to keep a list.

A concept is held out from a value (a setting, a medium, a colour) when the CRC-32 of "id/value" is divisible by 20, and
two concepts are held out from each other when that of "id+id" is, the smaller id first.
"""

from zlib import crc32

from engine.pocket.recipe.sources.concepts import Concept

ONE_IN = 20


def is_held_out(concept: Concept, value: str) -> bool:
    """True for a concept that training never shows with this setting, medium or colour."""
    return crc32(f"{concept.id}/{value}".encode()) % ONE_IN == 0


def are_held_out(one: Concept, other: Concept) -> bool:
    """True for two concepts that training never shows together."""
    first, second = sorted((one.id, other.id))
    return crc32(f"{first}+{second}".encode()) % ONE_IN == 0
