"""What is measured with: who draws, who judges, and the world that both are of."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch

from engine.pocket.evaluate.artist import Artist, Wish
from engine.pocket.evaluate.judge import Judge
from engine.pocket.eye import THINGS
from engine.pocket.recipe.sources.sprites import Sprites
from engine.pocket.recipe.train.machine import device
from engine.pocket.recipe.world.captions import with_article


@dataclass(frozen=True)
class Asked:
    """The concepts are in the order of the judge's answers."""

    artist: Artist
    judge: Judge
    sprites: Sprites
    seeds: int = 4
    """Pictures of each concept."""
    cases: int = 100
    """Of every other measure."""

    @property
    def places(self) -> range:
        """Of the concepts."""
        return range(len(self.sprites.concepts))

    def named(self, place: int) -> str:
        """The concept at this place as one would ask for it."""
        return with_article(self.sprites.concepts[place].name)

    def told(self, wishes: Sequence[Wish]) -> dict[str, torch.Tensor]:
        """What the judge says of the pictures of these wishes."""
        return self.judged(self.artist.draw(wishes))

    @torch.inference_mode()
    def judged(self, pictures: torch.Tensor) -> dict[str, torch.Tensor]:
        """What the judge says of these; that nothing is there is no answer of its concepts."""
        told = self.judge(pictures.to(device()))
        told[THINGS] = told[THINGS][:, : len(self.sprites.concepts)]
        return {name: each.cpu() for name, each in told.items()}

    @torch.inference_mode()
    def seen(self, pictures: torch.Tensor) -> torch.Tensor:
        """How the judge sees these, (count, width)."""
        return self.judge.seen(pictures.to(device())).cpu()


def share(claims: torch.Tensor) -> float:
    """How many of them are true, in [0, 1]."""
    return float(claims.float().mean())
