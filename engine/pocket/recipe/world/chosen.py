"""The concepts that a smaller world has: those that are asked for most, under the names that one would say."""

from dataclasses import replace
from pathlib import Path

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.sources.sprites import Sprites

LIST = Path(__file__).with_name("chosen.txt")
"""A concept a line, by the first of its names; after a colon what it is called here. A star: it is learnt first."""
STAR = "* "


def chosen(sprites: Sprites, *, first: bool = False) -> Sprites:
    """The drawings of the concepts on the list, in its order; with `first`, of the starred ones alone.

    Raises KeyError where one was not rendered.
    """
    by_name = {concept.name: concept for concept in sprites.concepts}
    lines = [line for line in _lines() if line.startswith(STAR) or not first]
    concepts = [_renamed(by_name, line.removeprefix(STAR)) for line in lines]
    return Sprites(
        concepts,
        {
            style: {each.id: drawings[each.id] for each in concepts if each.id in drawings}
            for style, drawings in sprites.drawings.items()
        },
    )


def names() -> set[str]:
    """What the concepts on the list are called."""
    lines = (line.removeprefix(STAR).partition(": ") for line in _lines())
    return {each for name, _, told in lines for each in (name, *told.split(", ")) if each}


def weights(others: float) -> dict[int, float]:
    """How often each place on the list is shown: a starred one as often as an empty setting, the others so often."""
    lines = _lines()
    return {**{place: 1.0 if line.startswith(STAR) else others for place, line in enumerate(lines)}, len(lines): 1.0}


def _lines() -> list[str]:
    return LIST.read_text(encoding="utf-8").splitlines()


def _renamed(by_name: dict[str, Concept], line: str) -> Concept:
    name, _, told = line.partition(": ")
    concept = by_name[name]
    names = tuple(dict.fromkeys([*filter(None, told.split(", ")), *concept.names]))
    return replace(concept, names=names, keywords=tuple(each for each in concept.keywords if each not in names))
