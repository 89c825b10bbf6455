"""What words outside of the world are read as: other names, kinds of the same thing, and German, from a list."""

from pathlib import Path

from engine.families.senses import Senses
from engine.pocket.recipe.world.captions import MADE, RELATIONS, SITES, SIZES, STYLES, WHEN, WHERE
from engine.pocket.recipe.world.chosen import names
from engine.pocket.recipe.world.colours import PAPERS

LIST = Path(__file__).with_name("senses.txt")
"""A line for each thing or look: what it is called in captions, and after a colon what is read as it."""


def senses() -> dict[str, str]:
    """Words, one or several, in small letters, to what captions say. What captions say in several words of which one
    has another sense by itself ("soccer ball", "ink drawing") is read as it is.

    Raises ValueError where one is there twice.
    """
    found: dict[str, str] = {}
    for line in LIST.read_text(encoding="utf-8").splitlines():
        told, _, others = line.partition(": ")
        for other in others.split(", "):
            if other in found:
                raise ValueError(f"{other} is read as {found[other]} and as {told}")
            found[other] = told
    reads = Senses(found)
    return found | {told.lower(): told for told in sorted(known()) if reads.read(told) != told}


def known() -> set[str]:
    """All that captions say: the names of things, and the words for how, where and when they are drawn."""
    tables = (STYLES, MADE, WHERE, WHEN, SIZES, SITES, RELATIONS)
    return {*names(), *PAPERS, *(way for table in tables for ways in table.values() for way in ways)}
