"""The measures of the model card, each over a fixed list of prompts and seeds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

import torch

from engine.families.pixels import to_picture
from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.evaluate.judge import Judge
from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.world.captions import MADE, STYLES, with_article

SEEDS = (0, 1, 2, 3)
STRENGTHS = tuple(step / 10 for step in range(1, 11))
RISES = 0.9
"""Spearman's coefficient above which distance is said to rise with strength."""


@dataclass(frozen=True)
class Asked:
    """What is measured with: who draws, who judges, and the concepts in the order of the judge's answers."""

    artist: Artist
    judge: Judge
    concepts: tuple[Concept, ...]

    @property
    def places(self) -> range:
        """Of the concepts."""
        return range(len(self.concepts))

    def named(self, place: int) -> str:
        """The concept at this place as one would ask for it."""
        return with_article(self.concepts[place].name)

    @torch.inference_mode()
    def told(self, wishes: Sequence[Wish]) -> dict[str, torch.Tensor]:
        """What the judge says of the pictures of these wishes; that nothing is there is no answer of its concepts."""
        told = self.judge(self.artist.draw(wishes))
        told["first"] = told["first"][:, : len(self.concepts)]
        return {name: each.cpu() for name, each in told.items()}


def objects(asked: Asked) -> dict[str, float]:
    """How often the thing asked for is the judge's first answer, and among its first five."""
    wishes = [Wish(asked.named(place), seed) for place in asked.places for seed in SEEDS]
    wanted = torch.tensor(list(asked.places)).repeat_interleave(len(SEEDS))
    best = asked.told(wishes)["first"].topk(5).indices == wanted[:, None]
    return {"object, top 1": _share(best[:, 0]), "object, top 5": _share(best.any(1))}


def styles(asked: Asked) -> dict[str, float]:
    """How often the drawing style asked for is the one that is recognised."""
    return {"drawing style": _looks(asked, "style", STYLES)}


def media(asked: Asked) -> dict[str, float]:
    """How often the medium asked for is the one that is recognised."""
    return {"medium": _looks(asked, "medium", MADE)}


def pairs(asked: Asked, count: int = 100) -> dict[str, float]:
    """How often both of two things asked for are among the first five answers."""
    random = Random(0)
    chosen = [random.sample(asked.places, 2) for _ in range(count)]
    wishes = [Wish(f"{asked.named(one)} and {asked.named(other)}", seed) for seed, (one, other) in enumerate(chosen)]
    best = asked.told(wishes)["first"].topk(5).indices
    both = [all(place in row for place in pair) for row, pair in zip(best.tolist(), chosen, strict=True)]
    return {"both of two objects, top 5": sum(both) / count}


def strengths(asked: Asked, count: int = 100) -> dict[str, float]:
    """For how many start pictures the distance to them rises with the strength (Spearman's rank correlation)."""
    random = Random(0)
    places = [random.choice(asked.places) for _ in range(count)]
    starts = asked.artist.draw(Wish(asked.named(place), seed) for seed, place in enumerate(places))
    rising = 0
    for number, (place, start) in enumerate(zip(places, starts, strict=True)):
        picture = to_picture(start / 2 + 0.5)
        wishes = [Wish(asked.named(place), count + number, picture, strength) for strength in STRENGTHS]
        apart = (asked.artist.draw(wishes) - start).square().mean((1, 2, 3))
        rising += spearman(apart.tolist()) > RISES
    return {"distance rises with strength": rising / count}


def spearman(values: Sequence[float]) -> float:
    """Of the values with their own order, in [-1, 1]; 1 where they only rise."""
    ranks = torch.tensor(values).argsort().argsort().double()
    given = torch.arange(len(values), dtype=torch.float64)
    return float(torch.corrcoef(torch.stack([given, ranks]))[0, 1])


def _looks(asked: Asked, question: str, ways: dict[str, tuple[str, ...]], count: int = 20) -> float:
    """Every way on as many concepts, named by the first of its wordings."""
    random = Random(0)
    pairs_ = [
        (place, way) for way in range(len(ways)) for place in random.sample(asked.places, min(count, len(asked.places)))
    ]
    words = [wordings[0] for wordings in ways.values()]
    wishes = [Wish(f"{asked.named(place)}, {words[way]}", seed) for seed, (place, way) in enumerate(pairs_)]
    told = asked.told(wishes)[question][:, : len(ways)]
    return _share(told.argmax(1) == torch.tensor([way for _, way in pairs_]))


def _share(claims: torch.Tensor) -> float:
    return float(claims.float().mean())


MEASURES: tuple[Callable[[Asked], dict[str, float]], ...] = (objects, styles, media, pairs, strengths)
