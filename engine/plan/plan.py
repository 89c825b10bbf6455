"""The numbers that a grid is drawn by: everything is decided here, nothing is left to the engine's taste."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from engine.plan.boxes import Canvas
from engine.plan.facts import Sampler
from engine.protocol import Role, Text
from engine.reasons import Reason


class CannotDraw(Exception):
    """The model at hand cannot do this at all; its `reason` is a sentence for the member, and names the cure."""

    def __init__(self, code: str, /, **values: object) -> None:
        self.reason = Reason(code, values)
        super().__init__(str(self.reason))


class ModelCannot(CannotDraw):
    """This model cannot, where another could: `why` is the sentence's beginning, one of "cannot"."""

    def __init__(self, why: Reason, able: str | None = None) -> None:
        """The cure names `able` where an installed one can, and says so where none can; unless it was looked for,
        `able` is None.
        """
        if able is None:
            super().__init__("model.cannot", why=why)
        elif able:
            super().__init__("model.cannot.able", why=why, able=able)
        else:
            super().__init__("model.cannot.none", why=why)
        self.why = why


@dataclass(frozen=True)
class Row:
    """One picture of the grid, which depends on nothing but this and what the whole plan holds.

    Its start noise is sqrt(share) * N(shared_seed) + sqrt(1 - share) * N(seed), with the plan's `noise_share`.
    """

    seed: int
    shared_seed: int
    guidance_scale: float


@dataclass(frozen=True)
class PlannedReference:
    """A reference as the adapter takes it: a picture, or the one that a style code stands for."""

    role: Role
    path: str | None
    """None for a code."""
    adapter: str
    scale: float
    weight: float
    """Its share among those of its role, which add up to 1; its logarithm goes to the attention's logits."""
    layers: tuple[int, ...] | None
    """The attention layers that see it, in the order of the adapter's keys; None for all."""
    elsewhere: float = 0.0
    """The scale in the other layers."""
    code: int | None = None
    mask: str | None = None
    """A picture that is white where this acts; None for everywhere."""

    @property
    def mask_name(self) -> str:
        """The name of the mask among the plan's pictures, apart from those that are seen."""
        return f"mask of {self.mask}"


@dataclass(frozen=True)
class PlannedControl:
    """A picture that is followed: its kind (scribble, lineart, canny, depth, pose), and how strictly."""

    kind: str
    path: str
    scale: float


@dataclass(frozen=True)
class PlannedLora:
    """A LoRA by its name, with its weight, which may be below 0."""

    name: str
    weight: float


@dataclass(frozen=True)
class Refining:
    """A second round: each finished picture is enlarged to this size, and drawn over from this noise on (`--hd`)."""

    width: int
    height: int
    strength: float
    start_sigma: float


@dataclass(frozen=True)
class Plan:
    """One grid in numbers; `rows` has one entry for each picture."""

    model: str
    family: str
    width: int
    height: int
    steps: int
    stop_after: int
    """So many of the steps are taken; what stands then is the model's estimate of the finished picture."""
    sampler: Sampler
    guidance_scale: float
    texts: tuple[Text, ...]
    """Weights are above 0 and add up to 1: the condition is the weighted mean of what the texts are encoded to."""
    negative: tuple[Text, ...]
    """The same for what is pushed away; the empty text stands for "nothing in particular"."""
    embedding_noise: float
    """Noise on the encoded texts (`--weird`), as a share of their root mean square; drawn from each row's seed."""
    rows: tuple[Row, ...]
    noise_share: float
    references: tuple[PlannedReference, ...] = ()
    control: PlannedControl | None = None
    loras: tuple[PlannedLora, ...] = ()
    start: str | None = None
    """The picture that denoising starts from; None for noise alone."""
    strength: float | None = None
    start_sigma: float | None = None
    """Noise over signal at the start: denoising begins at the schedule's first step that is not above it."""
    refining: Refining | None = None
    """None where the first round is all."""
    canvas: Canvas | None = None
    """What the start picture is made into; None where it is drawn over as a whole. Width and height are then those
    that each pane is drawn at.
    """
    guided_until: float = 1.0
    """The share of the steps that are guided."""
    tile: bool = False
    without_effect: tuple[str, ...] = ()
    """Parameters that were set and change nothing here."""

    @property
    def count(self) -> int:
        """How many pictures."""
        return len(self.rows)

    @property
    def seed(self) -> int:
        """The seed of the first picture."""
        return self.rows[0].seed

    @property
    def final_size(self) -> tuple[int, int]:
        """Width and height of the pictures as they leave."""
        last = self.canvas or self.refining or self
        return last.width, last.height

    def second_round(self, picture: int, start: str) -> "Plan":
        """What one picture is refined by; `start` is the name of the picture as the first round left it.

        References have done their part in the first round's conditions, which are kept; what is drawn over followed its
        control already.
        """
        refining = self.refining
        assert refining is not None  # noqa: S101 - asked for by whoever saw that there is one
        return replace(
            self,
            width=refining.width,
            height=refining.height,
            start=start,
            strength=refining.strength,
            start_sigma=refining.start_sigma,
            rows=(self.rows[picture],),
            references=(),
            control=None,
            refining=None,
        )

    def to_dict(self) -> dict[str, Any]:
        """The plan as JSON, as `fourup explain --json` prints it."""
        return {**asdict(self), "count": self.count, "seed": self.seed}
