"""The loop's one step: admit rows, run the model once for each shape, step every row, let go of who is finished.

Rows of all jobs share the forward passes, each at a step of its own; so a job joins while others run, and a row that
nobody wants any more is gone at the next tick.
"""

import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from weakref import WeakKeyDictionary

import torch

from engine.families import Family
from engine.worker.ladder import relieved
from engine.worker.memory import is_out_of_memory
from engine.worker.rows import Row

_Shape = tuple[int, torch.Size, bool]
_WHOLE = 1 + 1e-6
"""Of a device, with what adding fractions is off by."""


@dataclass
class Tick:
    """What came of one step of the loop."""

    admitted: list[Row] = field(default_factory=list)
    stepped: list[Row] = field(default_factory=list)
    finished: list[Row] = field(default_factory=list)
    failed: list[tuple[Row, Exception]] = field(default_factory=list)


class Loop:
    """Waiting and running rows. Rows are admitted in turn while the running ones weigh no more than `row_budget`, or
    than `budgets` has for their model.
    """

    def __init__(self, row_budget: float) -> None:
        self.row_budget = row_budget
        self.budgets: WeakKeyDictionary[Family, float] = WeakKeyDictionary()
        self.seconds_per_cost: float | None = None
        """Of one step, for each line of a forward pass at the model's own size; the mean of late."""
        self._waiting: deque[Row] = deque()
        self._running: list[Row] = []
        self._most: WeakKeyDictionary[Family, dict[_Shape, int]] = WeakKeyDictionary()
        """How many rows of a shape go into one forward pass, where more of them did not fit the memory."""

    @property
    def is_idle(self) -> bool:
        """True where a tick would do nothing."""
        return not self._waiting and not self._running

    def add(self, rows: Iterable[Row]) -> None:
        """Let them join as soon as there is room."""
        self._waiting.extend(rows)

    def clear(self) -> None:
        """Forget all rows."""
        self._waiting.clear()
        self._running.clear()

    def sweep(self) -> None:
        """Let go of the rows that nobody wants any more."""
        self._waiting = deque(row for row in self._waiting if not row.is_dropped)
        self._running = [row for row in self._running if not row.is_dropped]

    @torch.inference_mode()
    def tick(self) -> Tick:
        """One step of every running row."""
        self.sweep()
        tick = Tick(admitted=self._admit())
        for shape, rows in self._shapes():
            most = self._most.get(rows[0].family, {}).get(shape, len(rows))
            for at in range(0, len(rows), most):
                self._advance(shape, rows[at : at + most], tick)
        failed = {id(row) for row, _ in tick.failed}
        tick.finished = [row for row in self._running if row.is_finished]
        self._running = [row for row in self._running if not row.is_finished and id(row) not in failed]
        return tick

    def _admit(self) -> list[Row]:
        admitted = []
        taken = sum(map(self._share, self._running))
        while self._waiting and (not self._running or taken + self._share(self._waiting[0]) <= _WHOLE):
            row = self._waiting.popleft()
            taken += self._share(row)
            self._running.append(row)
            admitted.append(row)
        return admitted

    def _share(self, row: Row) -> float:
        """Of the device, that the row takes."""
        return row.cost / self.budgets.get(row.family, self.row_budget)

    def _shapes(self) -> Iterator[tuple[_Shape, list[Row]]]:
        """The rows that have a step to take, by what can share a forward pass."""
        rows = sorted((row for row in self._running if not row.is_finished), key=_shape)
        for shape, same in groupby(rows, key=_shape):
            yield shape, list(same)

    def _advance(self, shape: _Shape, rows: list[Row], tick: Tick) -> None:
        """Step these rows in one forward pass; where it fails, in halves, so that only the row at fault fails."""
        start = time.perf_counter()
        outcome = _denoised(rows)
        if isinstance(outcome, torch.Tensor):
            self._measure(rows, time.perf_counter() - start)
            for row, denoised in zip(rows, outcome, strict=True):
                row.advance(denoised)
            tick.stepped += rows
        elif len(rows) == 1 and is_out_of_memory(outcome) and relieved(rows[0].family):
            self._advance(shape, rows, tick)
        elif len(rows) == 1:
            tick.failed.append((rows[0], outcome))
        else:
            half = (len(rows) + 1) // 2
            if is_out_of_memory(outcome):
                self._most.setdefault(rows[0].family, {})[shape] = half
            self._advance(shape, rows[:half], tick)
            self._advance(shape, rows[half:], tick)

    def _measure(self, rows: list[Row], seconds: float) -> None:
        per_cost = seconds / sum(row.cost for row in rows)
        for row in rows:
            row.seconds += per_cost * row.cost
        before = per_cost if self.seconds_per_cost is None else self.seconds_per_cost
        self.seconds_per_cost = 0.9 * before + 0.1 * per_cost


def _shape(row: Row) -> _Shape:
    return id(row.family), row.noisy.shape, row.tile


def _denoised(rows: list[Row]) -> torch.Tensor | Exception:
    """The model's estimates, done when this returns; or what went wrong, without the frames that hold its memory."""
    family = rows[0].family
    try:
        noisy = torch.stack([row.noisy for row in rows])
        denoised = family.denoise(noisy, [row.ask() for row in rows], tile=rows[0].tile)
        if family.device.type != "cpu":
            torch.accelerator.synchronize(family.device)
    except Exception as error:  # noqa: BLE001 - whatever it is, it ends one row and not the engine
        return error.with_traceback(None)
    return denoised
