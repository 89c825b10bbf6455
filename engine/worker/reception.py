"""Where jobs wait for their models: each in its turn, once its model is loaded; and who is told what meanwhile."""

import threading
from collections import deque
from collections.abc import Callable

from engine.protocol import Loading
from engine.worker.jobs import Job
from engine.worker.loop import Loop
from engine.worker.shelf import Shelf
from engine.worker.turns import Turns

TICK = 1.0
"""Seconds between two signs of a model's being loaded."""


class Reception:
    """The first whose model has no room keeps those behind it waiting, so that it is not passed over for ever: what is
    drawn comes to its end, and then there is room. Jobs come from any thread, and are received in one.
    """

    def __init__(self, shelf: Shelf, loop: Loop, turns: Turns, jobs: Callable[[], list[Job]]) -> None:
        self._shelf = shelf
        self._loop = loop
        self._turns = turns
        self._all = jobs
        """All that have not ended."""
        self._waiting: deque[Job] = deque()

    def __bool__(self) -> bool:
        """True where jobs wait."""
        return bool(self._waiting)

    def add(self, job: Job) -> None:
        """At the end."""
        self._waiting.append(job)

    def receive(self, prepare: Callable[[Job], None], say: Callable[[Loading], None]) -> None:
        """Prepare those that wait, as far as their models have room; the others are told that they wait for them."""
        while self._waiting:
            job = self._waiting[0]
            if not job.is_over and not self._has_room(job.plan.model):
                for each in self._without_rows(job.plan.model):
                    say(Loading(each.job_id, 0.0, None, job.plan.model, has_no_room=True))
                return
            self._waiting.popleft()
            if not job.is_over:
                prepare(job)

    def load(self, model: str, say: Callable[[Loading], None]) -> None:
        """Load it now where it is not: those who wait for it are told every second how far it is."""
        if model in self._shelf.loaded:
            return
        over = threading.Event()
        thread = threading.Thread(target=self._say_loading, args=(model, say, over), name="loading", daemon=True)
        thread.start()
        try:
            self._shelf.get(model)
        finally:
            over.set()
            thread.join()
        self._settle()

    def rest(self) -> None:
        """Give all memory back, unless somebody wants something."""
        if self._all():
            return
        self._sweep()
        for model in self._shelf.loaded:
            self._shelf.unload(model)

    def _has_room(self, model: str) -> bool:
        return self._shelf.has_room(model, {job.plan.model for job in self._all() if job.rows}, self._sweep)

    def _sweep(self) -> None:
        """What nobody wants any more holds its model."""
        with self._turns.turn():
            self._loop.sweep()

    def _settle(self) -> None:
        """Count anew how many rows of each model are drawn at once."""
        with self._turns.turn():
            self._loop.budgets = self._shelf.settle()

    def _without_rows(self, model: str) -> list[Job]:
        return [job for job in self._all() if not job.rows and job.plan.model == model]

    def _say_loading(self, model: str, say: Callable[[Loading], None], over: threading.Event) -> None:
        expected, seconds = self._shelf.expected(model), 0.0
        while True:
            for job in self._without_rows(model):
                say(Loading(job.job_id, seconds, expected, model))
            if over.wait(TICK):
                return
            seconds += TICK
