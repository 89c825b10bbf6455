"""The measures of the model card, each over a fixed list of prompts and seeds."""

import time
from collections.abc import Callable, Sequence
from random import Random

import torch

from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Wish
from engine.pocket.evaluate.asked import Asked, share
from engine.pocket.evaluate.lines import lines
from engine.pocket.evaluate.regions import regions
from engine.pocket.evaluate.sights import characters, image_weights, style_references
from engine.pocket.eye import THINGS
from engine.pocket.recipe.world.captions import MADE, STYLES

STRENGTHS = tuple(step / 10 for step in range(1, 11))
RISES = 0.9
"""Spearman's coefficient above which distance is said to rise with strength."""


def objects(asked: Asked) -> dict[str, float]:
    """How often the thing asked for is the judge's first answer, and among its first five."""
    wishes = [Wish(asked.named(place), seed) for place in asked.places for seed in range(asked.seeds)]
    wanted = torch.tensor(list(asked.places)).repeat_interleave(asked.seeds)
    best = asked.told(wishes)[THINGS].topk(5).indices == wanted[:, None]
    return {"object, top 1": share(best[:, 0]), "object, top 5": share(best.any(1))}


def styles(asked: Asked) -> dict[str, float]:
    """How often the drawing style asked for is the one that is recognised."""
    return {"drawing style": _looks(asked, "style", STYLES)}


def media(asked: Asked) -> dict[str, float]:
    """How often the medium asked for is the one that is recognised."""
    return {"medium": _looks(asked, "medium", MADE)}


def pairs(asked: Asked) -> dict[str, float]:
    """How often both of two things asked for are among the first five answers."""
    random = Random(0)
    chosen = [random.sample(asked.places, 2) for _ in range(asked.cases)]
    wishes = [Wish(f"{asked.named(one)} and {asked.named(other)}", seed) for seed, (one, other) in enumerate(chosen)]
    best = asked.told(wishes)[THINGS].topk(5).indices
    both = [all(place in row for place in pair) for row, pair in zip(best.tolist(), chosen, strict=True)]
    return {"both of two objects, top 5": sum(both) / asked.cases}


def strengths(asked: Asked) -> dict[str, float]:
    """For how many start pictures the distance to them rises with the strength (Spearman's rank correlation)."""
    random = Random(0)
    places = [random.choice(asked.places) for _ in range(asked.cases)]
    starts = asked.artist.draw(Wish(asked.named(place), seed) for seed, place in enumerate(places))
    rising = 0
    for number, (place, start) in enumerate(zip(places, starts, strict=True)):
        picture = to_picture(start / 2 + 0.5)
        wishes = [Wish(asked.named(place), asked.cases + number, picture, strength) for strength in STRENGTHS]
        apart = (asked.artist.draw(wishes) - start).square().mean((1, 2, 3))
        rising += spearman(apart.tolist()) > RISES
    return {"distance rises with strength": rising / asked.cases}


def speed(asked: Asked) -> dict[str, float]:
    """The seconds that four pictures take together, the second time that they are drawn."""
    wishes = [Wish(asked.named(0), seed) for seed in range(4)]
    for _ in range(2):
        began = time.perf_counter()
        asked.artist.draw(wishes)
    return {"seconds for four pictures": time.perf_counter() - began}


def spearman(values: Sequence[float]) -> float:
    """Of the values with their own order, in [-1, 1]; 1 where they only rise."""
    ranks = torch.tensor(values).argsort().argsort().double()
    given = torch.arange(len(values), dtype=torch.float64)
    return float(torch.corrcoef(torch.stack([given, ranks]))[0, 1])


def _looks(asked: Asked, question: str, ways: dict[str, tuple[str, ...]]) -> float:
    """Every way on as many concepts, named by the first of its wordings."""
    random, count = Random(0), max(1, asked.cases // 5)
    pairs_ = [
        (place, way) for way in range(len(ways)) for place in random.sample(asked.places, min(count, len(asked.places)))
    ]
    words = [wordings[0] for wordings in ways.values()]
    wishes = [Wish(f"{asked.named(place)}, {words[way]}", seed) for seed, (place, way) in enumerate(pairs_)]
    told = asked.told(wishes)[question][:, : len(ways)]
    return share(told.argmax(1) == torch.tensor([way for _, way in pairs_]))


MEASURES: tuple[Callable[[Asked], dict[str, float]], ...] = (
    objects,
    styles,
    media,
    pairs,
    strengths,
    image_weights,
    style_references,
    characters,
    lines,
    regions,
    speed,
)
