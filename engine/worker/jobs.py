"""A job in the drawing process: its request, its rows, and the pictures that are done."""

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from engine.plan.plan import Plan
from engine.protocol import Picture, RenderRequest
from engine.worker.easel import Easel
from engine.worker.pngs import Grid
from engine.worker.rows import Row


@dataclass(eq=False)
class Job:
    """One grid on its way."""

    request: RenderRequest
    plan: Plan
    cost: float
    """What its rows weigh together."""
    rows: list[Row] = field(default_factory=list)
    pictures: dict[int, Picture] = field(default_factory=dict)
    easel: Easel | None = None
    """On which its pictures are put together, where they are made of another one."""
    panes: dict[int, dict[int, Image.Image]] = field(default_factory=dict)
    """Of each picture, those that are drawn, until all of them are."""
    grid: Grid | None = None
    """Those that are done, put together, until its file is written."""
    grid_path: Path | None = None
    is_started: bool = False
    is_over: bool = False
    """Its last event was given; what still comes of it is of no interest."""
    is_previewing: bool = False
    """A preview is being made, and one is enough."""
    unwanted: set[int] = field(default_factory=set)
    """Pictures of the grid that were cancelled alone."""

    @property
    def job_id(self) -> str:
        """As the request names it."""
        return self.request.job_id

    @property
    def wanted(self) -> list[Row]:
        """Its rows but those that were cancelled."""
        return [row for row in self.rows if row.picture not in self.unwanted]

    @property
    def is_done(self) -> bool:
        """True where each picture that is wanted is there."""
        return bool(self.rows) and all(row.picture in self.pictures for row in self.wanted)

    def put(self, row: Row, drawn: Image.Image) -> Image.Image | None:
        """The picture that the row has drawn; None as long as panes of it are missing."""
        if self.easel is None:
            return drawn
        panes = self.panes.setdefault(row.picture, {})
        panes[row.pane] = drawn
        if len(panes) < len(self.easel.canvas.panes):
            return None
        return self.easel.put_together(self.panes.pop(row.picture))

    @property
    def fraction(self) -> float:
        """How much of its steps is done, 0 to 1."""
        counts = [row.steps for row in self.wanted]
        done, total = sum(each for each, _ in counts), sum(each for _, each in counts)
        return done / total if total else 1.0

    @property
    def load(self) -> float:
        """What those of its rows weigh that have steps to take, or will have when they are prepared."""
        if not self.rows:
            return self.cost
        return sum(row.cost for row in self.wanted if not row.is_finished)

    @property
    def gpu_seconds(self) -> float:
        """Its share of the device's time."""
        return sum(row.seconds for row in self.rows)

    def drop(self, picture: int | None = None) -> None:
        """Nobody wants this picture, or any of them, any more."""
        gone = range(self.plan.count) if picture is None else (picture,)
        self.unwanted.update(gone)
        for row in self.rows:
            row.is_dropped = row.is_dropped or row.picture in self.unwanted
