"""What is to be done about an edit in words."""

from dataclasses import dataclass

from bot.images.grade import PLAIN, Grade
from bot.images.places import Place
from engine.protocol import Edit


@dataclass(frozen=True)
class Revision:
    """`words` go into the prompt, in the place of those of the same axes; `gone` leaves it and goes behind `--no`.

    Where a place is named only that is drawn anew; `edit` is one of the engine's, of the picture as a whole.
    """

    words: tuple[str, ...] = ()
    axes: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    strength: float = 0.0
    grade: Grade = PLAIN
    place: Place | None = None
    where: str = ""
    is_guess: bool = False
    """Nobody named the place: it is where such a thing mostly lies."""
    unseen: tuple[str, ...] = ()
    """Things of which only the picture tells where they are."""
    edit: Edit | None = None
    zoom: float | None = None

    def beside(self, other: "Revision") -> "Revision":
        """Both, drawn at once: in both places, or over the whole picture where one of them names none."""
        is_somewhere = self.place is not None and other.place is not None
        same = is_somewhere and self.place == other.place
        place = Place((*self.place.boxes, *other.place.boxes)) if self.place and other.place else None
        return Revision(
            (*self.words, *other.words),
            (*self.axes, *other.axes),
            (*self.gone, *other.gone),
            (*self.swaps, *other.swaps),
            max(self.strength, other.strength),
            self._graded(other),
            self.place if same else place,
            self.where if same else f"{self.where}, {other.where}" if is_somewhere else "",
            is_somewhere and (self.is_guess or other.is_guess),
            (*self.unseen, *other.unseen),
        )

    def _graded(self, other: "Revision") -> Grade:
        """What is meant for one place is laid over no other."""
        if self.place == other.place:
            return other.grade.over(self.grade)
        return PLAIN if self.place and other.place else (other if self.place else self).grade


@dataclass(frozen=True)
class Again:
    """What was asked for last, once more; 1 is as much of it, more is more."""

    factor: float = 1.0


class NotUnderstood(Exception):
    """Nothing in the table reads this part of what was said."""

    def __init__(self, clause: str) -> None:
        super().__init__(clause)
        self.clause = clause


class OneAtATime(Exception):
    """The frame or the size is to change, and something else too."""


class BackAgain(Exception):
    """What was done last is to be undone."""
