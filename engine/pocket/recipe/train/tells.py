"""What a scene says, as numbers: what the text encoder has to read from a caption, and a judge from a picture."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from engine.pocket.recipe.sources.concepts import Concept
from engine.pocket.recipe.world.captions import MADE, RELATIONS, SITES, SIZES, STYLES, WHEN, WHERE
from engine.pocket.recipe.world.colours import PAPERS
from engine.pocket.recipe.world.scenes import SEASONS, Scene

UNTOLD: Final = -100
"""What cross-entropy leaves out."""


@dataclass(frozen=True)
class Tells:
    """The questions: each by its name, with the answers that it may have."""

    concepts: tuple[Concept, ...]

    @property
    def sizes(self) -> dict[str, int]:
        """How many answers each question has; of `first` and `second`, the things, the last is that there is none."""
        things = len(self.concepts) + 1
        return {
            "first": things,
            "second": things,
            "style": len(STYLES) + 1,
            "medium": len(MADE) + 1,
            "setting": len(WHERE) + 1,
            "time": len(WHEN) + 1,
            "season": len(SEASONS) + 1,
            "paper": len(PAPERS) + 1,
            "other paper": len(PAPERS) + 1,
            "colour": len(PAPERS) + 1,
            "other colour": len(PAPERS) + 1,
            "measure": len(SIZES) + 1,
            "other measure": len(SIZES) + 1,
            "place": len(SITES) + 1,
            "relation": len(RELATIONS) + 1,
        }

    def of(self, scene: Scene) -> list[int]:
        """The answers, in the questions' order; what the scene has not is the last of each question's."""
        first, second = ([*scene.things, None, None])[:2]
        papers = [*scene.backdrop.colours, None, None]
        numbers = {concept.id: number for number, concept in enumerate(self.concepts)}
        return [
            numbers[first.concept.id] if first else len(numbers),
            numbers[second.concept.id] if second else len(numbers),
            _among(STYLES, scene.style),
            _among(MADE, scene.medium),
            _among(WHERE, scene.backdrop.setting),
            _among(WHEN, scene.backdrop.time),
            _among(SEASONS, scene.backdrop.season),
            _among(PAPERS, papers[0]),
            _among(PAPERS, papers[1]),
            _among(PAPERS, first.colour if first else None),
            _among(PAPERS, second.colour if second else None),
            _among(SIZES, first.measure if first else None),
            _among(SIZES, second.measure if second else None),
            _among(SITES, scene.place),
            _among(RELATIONS, scene.relation),
        ]


def _among(answers: Iterable[str], answer: str | None) -> int:
    ordered = list(answers)
    return len(ordered) if answer is None else ordered.index(answer)
