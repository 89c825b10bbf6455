"""The engine: takes jobs, runs the loop and the studio in a thread each, and tells what happens to each job."""

import logging
import threading
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import torch

from engine.measured import GUESS, Record
from engine.plan.facts import Facts
from engine.plan.plan import Plan
from engine.protocol import Capabilities, Event, Failed, Loading, Progress, Rendered, RenderRequest, Started
from engine.worker.jobs import Job
from engine.worker.loop import Loop, Tick
from engine.worker.memory import Memory
from engine.worker.models import Model
from engine.worker.outcomes import failed, rendered
from engine.worker.reception import Reception
from engine.worker.rows import Row, cost_of
from engine.worker.shelf import Budget, Shelf
from engine.worker.studio import Studio
from engine.worker.turns import Turns

PREVIEW_EVERY = 4
"""Steps from one preview to the next; the first comes after two, when shapes can be told."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Habits:
    """What the host decides. `rows` is how many lines are drawn at once, None for what is measured at the start, and
    `record` remembers that; `memory` is the most that models may take, in bytes; after `idle` seconds without a job
    they are unloaded.
    """

    rows: int | None = GUESS
    record: Record | None = None
    memory: int | None = None
    idle: float | None = None


class Engine:
    """Draws jobs of any kind side by side. Each job gets `Started`, `Progress`, and one `Rendered` or `Failed`.

    Events are given through `emit` from the engine's threads; pictures are written under `out`.
    """

    def __init__(
        self,
        models: Mapping[str, Model],
        device: str,
        out: Path,
        emit: Callable[[Event], None],
        habits: Habits = Habits(),
    ) -> None:
        self._turns = Turns()
        budget = Budget(habits.rows, habits.record, self._turns.turn)
        self._shelf = Shelf(models, Memory(device, habits.memory), budget)
        self._idle = habits.idle
        self._device = device
        self._emit = emit
        self._loop = Loop(self._shelf.lines(None))
        self._studio = Studio(self._shelf, out)
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="studio")
        self._jobs: dict[str, Job] = {}
        self._reception = Reception(self._shelf, self._loop, self._turns, lambda: list(self._jobs.values()))
        self._prepared: deque[list[Row]] = deque()
        self._woken = threading.Event()
        self._ending = threading.RLock()
        """Held where a job ends, so that it ends once."""
        self._is_closed = False
        self._thread: threading.Thread | None = None

    def __enter__(self) -> Self:
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close."""
        self.close()

    def load(self, model: str) -> None:
        """Load it now, so that the first job need not wait for it."""
        with self._shelf.aside(model):
            self._reception.load(model, self._say)

    def facts(self, model: str) -> Facts:
        """What a plan needs to know of it."""
        return self._shelf.facts(model)

    def capabilities(self) -> Capabilities:
        """What can be taken now; rows are those of the model that was used last."""
        loaded = self._shelf.loaded
        budget = self._shelf.lines(loaded[-1] if loaded else None)
        taken = sum(job.load / self._shelf.lines(job.plan.model) for job in list(self._jobs.values()))
        return Capabilities(
            models=self._shelf.names,
            device=self._device,
            row_budget=budget,
            free_rows=max(0, int(budget * (1 - taken) + 1e-6)),
            seconds_per_row_step=self._loop.seconds_per_cost,
            loaded=loaded,
            loading=self._shelf.loading,
        )

    def submit(self, request: RenderRequest, plan: Plan) -> None:
        """Take a job; it is prepared beside the loop, and joins it when it is ready.

        Raises ValueError where a job of this id is being drawn.
        """
        size = self._shelf.facts(plan.model).size
        panes = 1 if plan.canvas is None else len(plan.canvas.panes)
        job = Job(request, plan, panes * sum(cost_of(plan, row, size) for row in plan.rows))
        if self._jobs.setdefault(job.job_id, job) is not job:
            raise ValueError(f"job {job.job_id} is being drawn")
        self._reception.add(job)
        self._beside.submit(self._receive)

    def cancel(self, job_id: str, picture: int | None = None) -> None:
        """Stop the job, or one picture of its grid; the device is free of it at the next tick."""
        with self._ending:
            job = self._jobs.get(job_id)
            if job is None:
                return
            job.drop(picture)
            if len(job.unwanted) >= job.plan.count:
                self._end(job, Failed(job_id, "cancelled", "The job was cancelled."))
            elif job.is_done:
                self._end(job, rendered(job))
        self._woken.set()

    def start(self) -> None:
        """Run in a thread of its own."""
        self._thread = threading.Thread(target=self.run, name="loop")
        self._thread.start()

    def run(self) -> None:
        """Tick while there is something to do, and wait where there is not, until `close`."""
        torch.set_num_threads(self._shelf.threads)
        while not self._is_closed:
            if self._loop.is_idle and not self._prepared:
                if not self._woken.wait(self._idle):
                    self._beside.submit(self._reception.rest)
                    self._woken.wait()
                self._woken.clear()
            else:
                self.tick()

    def close(self) -> None:
        """Stop at the next tick, whatever is unfinished; no further events."""
        self._is_closed = True
        self._woken.set()
        if self._thread is not None:
            self._thread.join()
        self._beside.shutdown(cancel_futures=True)

    def tick(self) -> None:
        """One step of every running row, and what follows from it."""
        try:
            with self._turns.turn():
                while self._prepared:
                    self._loop.add(self._prepared.popleft())
                tick = self._loop.tick()
            self._follow(tick)
        except Exception as error:  # noqa: BLE001 - the loop goes on for those who come
            self._loop.clear()
            for job in list(self._jobs.values()):
                self._fail(job, error)

    def _follow(self, tick: Tick) -> None:
        for row in tick.admitted:
            job = self._jobs.get(row.job_id)
            if job is not None and not job.is_started:
                job.is_started = True
                self._emit(Started(row.job_id))
        for row, error in tick.failed:
            self._fail(self._jobs.get(row.job_id), error)
        for job_id in dict.fromkeys(row.job_id for row in tick.stepped):
            self._progress(self._jobs.get(job_id))
        for row in tick.finished:
            self._beside.submit(self._develop, row)

    def _progress(self, job: Job | None) -> None:
        rows = job.wanted if job is not None else []
        if job is None or not rows:
            return
        self._emit(Progress(job.job_id, job.fraction))
        done, _ = rows[0].steps
        is_whole = len({row.clean.shape for row in rows}) == 1 and not any(row.is_finished for row in rows)
        if done % PREVIEW_EVERY == 2 and not job.is_previewing and is_whole:
            job.is_previewing = True
            self._beside.submit(self._preview, job, rows, torch.stack([row.clean for row in rows]))

    def _receive(self) -> None:
        """In the studio's thread, as are the next."""
        self._reception.receive(self._prepare, self._say)

    def _say(self, loading: Loading) -> None:
        with self._ending:
            if loading.job_id in self._jobs:
                self._emit(loading)

    def _prepare(self, job: Job) -> None:
        try:
            with self._shelf.aside(job.plan.model):
                self._reception.load(job.plan.model, self._say)
                job.rows = self._studio.prepare(job)
        except Exception as error:  # noqa: BLE001 - it ends the job and not the thread
            self._fail(job, error)
            return
        for picture in tuple(job.unwanted):
            job.drop(picture)
        self._prepared.append(job.rows)
        self._woken.set()
        self._shelf.hash(job.plan.model)  # for the recipe; read while the loop is busy with the job

    def _preview(self, job: Job, rows: list[Row], latents: torch.Tensor) -> None:
        if not job.is_over:
            try:
                with self._shelf.aside(job.plan.model):
                    path = self._studio.preview(job, rows, latents)
            except Exception:  # noqa: BLE001 - a preview is a kindness, and the job goes on without
                _log.exception("No preview of job %s", job.job_id)
            else:
                self._emit(Progress(job.job_id, job.fraction, str(path)))
        job.is_previewing = False

    def _develop(self, row: Row) -> None:
        job = self._jobs.get(row.job_id)
        if job is None or row.is_dropped:
            return
        try:
            with self._shelf.aside(job.plan.model):
                if not row.is_last:
                    self._refine(job, row)
                    return
                if (picture := self._studio.develop(job, row)) is not None:
                    job.pictures[row.picture] = picture
                if job.is_done and not job.is_over:
                    job.grid_path = self._put_together(job)
        except Exception as error:  # noqa: BLE001 - it ends the job and not the thread
            self._fail(job, error)
            return
        with self._ending:
            if job.is_done:
                self._end(job, rendered(job))

    def _put_together(self, job: Job) -> Path | None:
        try:
            return self._studio.put_together(job)
        except (OSError, MemoryError):  # the bot puts the pictures together where there is no grid
            _log.exception("No grid of job %s", job.job_id)
            return None

    def _refine(self, job: Job, row: Row) -> None:
        """Let the picture go through its second round."""
        job.rows[row.picture] = begun = self._studio.refine(job, row)
        if row.picture in job.unwanted:
            job.drop(row.picture)
        self._prepared.append([begun])
        self._woken.set()

    def _fail(self, job: Job | None, error: Exception) -> None:
        if job is None:
            return
        self._end(job, failed(job.job_id, error))

    def _end(self, job: Job, event: Rendered | Failed) -> None:
        """Give the job its last event, once."""
        with self._ending:
            if job.is_over:
                return
            job.is_over = True
            if isinstance(event, Failed):
                job.drop()
            self._jobs.pop(job.job_id, None)
            self._emit(event)
        self._woken.set()
        if self._reception and not self._is_closed:
            self._beside.submit(self._receive)
