"""One device of this machine, as the client sees it: its process, the jobs that are on it, and its slots."""

import asyncio
import contextlib
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from engine.catalogue import Catalogue
from engine.measured import GUESS
from engine.process import Listeners, Process
from engine.progress import LOOK, Watch, patience
from engine.protocol import (
    Cancel,
    Capabilities,
    Event,
    Failed,
    Loading,
    Progress,
    Rendered,
    RenderRequest,
)
from engine.reasons import Reason

COUNT = 4  # pictures of a request that names no number
TICK = 1.0  # seconds between two Loading events
_TIMES = "start-up.json"


@dataclass(frozen=True)
class Place:
    """Which device, where its pictures go, and how many rows it takes at once."""

    device: str
    out: Path
    row_budget: int | None = 16
    """None for what the process measures."""
    times: Path | None = None
    """The file that keeps how long a start takes; in `out` where none is named."""
    measured: Path | None = None
    """The file that keeps what models were measured to take."""
    memory: int | None = None
    """The most that models may take, in bytes."""
    idle: float | None = None
    """Seconds without a job, after which models are unloaded."""


class Job:
    """A request on its way, and its events until somebody reads them."""

    def __init__(self, request: RenderRequest) -> None:
        self.request = request
        self.events: asyncio.Queue[Event] = asyncio.Queue()
        self.is_over = False
        self.is_handed_over = False
        self.on_over: Callable[[Job], None] = lambda _: None

    @property
    def id(self) -> str:
        """The job's."""
        return self.request.job_id

    @property
    def rows(self) -> int:
        """How many rows it fills: a picture and its unguided twin each."""
        return 2 * (self.request.parameters.count or COUNT)

    def tell(self, event: Event) -> None:
        """Add an event; nothing comes after the last one."""
        if self.is_over:
            return
        self.events.put_nowait(event)
        if isinstance(event, Rendered | Failed):
            self.is_over = True
            self.on_over(self)


def worker_command(place: Place, catalogue: Catalogue) -> tuple[str, ...]:
    """How the process of a device is started."""
    models = json.dumps([entry.to_dict() for entry in catalogue.entries])
    wishes = {
        "--row-budget": place.row_budget,
        "--measured": place.measured,
        "--memory": place.memory,
        "--idle": place.idle,
    }
    named = [part for name, value in wishes.items() if value is not None for part in (name, str(value))]
    options = ("--device", place.device, "--out", str(place.out), *named)
    # -P: a folder of the host's that is called engine is not ours
    return (sys.executable, "-P", "-m", "engine.worker", *options, "--models", models)


class Device:
    """A process, and the jobs that it holds; those that it was not handed yet outlive its end."""

    def __init__(self, place: Place, command: tuple[str, ...]) -> None:
        self._place = place
        self._jobs: dict[str, Job] = {}
        self._told: Capabilities | None = None
        self._process = Process(command, Listeners(self._event, self._ready, self._loss, self._end))
        self._tasks: list[asyncio.Task[None]] = []
        self._moving = Watch(0.0)
        self._on_room: Callable[[], None] = lambda: None
        self._times = place.times or place.out / _TIMES
        self._expected = self._last_times().get(place.device)

    @property
    def pid(self) -> int | None:
        """Its process."""
        return self._process.pid

    @property
    def free_rows(self) -> int:
        """Rows that no job fills."""
        budget = self._told.row_budget if self._told else self._place.row_budget or GUESS
        return max(0, budget - sum(job.rows for job in self._jobs.values()))

    def start(self, on_room: Callable[[], None]) -> None:
        """Start the process; `on_room` is called when a job has left."""
        self._on_room = on_room
        self._moving = Watch(asyncio.get_running_loop().time())
        work = self._process.run(), self._say_loading(), self._watch()
        self._tasks = [asyncio.create_task(each) for each in work]

    async def stop(self) -> None:
        """End the process and what looks after it."""
        self._process.stop()
        for task in self._tasks[1:]:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def kill(self) -> None:
        """End the process at once."""
        self._process.end("Fourup is being stopped")

    def rest(self) -> None:
        """End the process; `wake` starts it again, and so does a job."""
        self._process.stop()

    def wake(self) -> None:
        """Start the process, where it rests."""
        self._process.go_on()
        if self._tasks and self._tasks[0].done():
            self._tasks[0] = asyncio.create_task(self._process.run())

    def has_room(self, job: Job) -> bool:
        """True where the job fits, or where it would be alone."""
        return not self._jobs or job.rows <= self.free_rows

    def take(self, job: Job) -> None:
        """Draw it, as soon as the process is ready; one that was given up is tried again."""
        self._jobs[job.id] = job
        if self._process.is_ready:
            self._hand_over(job)
        else:
            self.wake()
            job.tell(Loading(job.id, self._process.starting_for, self._expected))

    def cancel(self, job: Job) -> None:
        """End it: the process says when it has, unless it was never handed over."""
        if self._jobs.get(job.id) is not job:
            return
        if job.is_handed_over:
            self._process.tell(Cancel(job.id))
        else:
            self._end_job(job, "cancelled", "The job was cancelled.")

    def capabilities(self) -> Capabilities | None:
        """What it can take now, by what was handed to it; None while it is not ready."""
        return replace(self._told, free_rows=self.free_rows) if self._told and self._process.is_ready else None

    def _hand_over(self, job: Job) -> None:
        job.is_handed_over = True
        self._moving.moved(asyncio.get_running_loop().time())
        self._process.tell(job.request)

    def _ready(self, told: Capabilities) -> None:
        is_new = self._told is None
        self._told = told
        if is_new:
            self._keep_time(self._process.starting_for)
        for job in self._jobs.values():
            if not job.is_handed_over:
                self._hand_over(job)

    def _event(self, event: Event) -> None:
        job = self._jobs.get(event.job_id)
        if job is None:
            return
        self._moving.moved(asyncio.get_running_loop().time(), is_under_way=isinstance(event, Progress))
        job.tell(event)
        if job.is_over:
            self._leave(job)

    def _loss(self, reason: str) -> None:
        self._told = None
        for job in [job for job in self._jobs.values() if job.is_handed_over]:
            self._end_job(job, "died", f"The engine was lost in the middle of it ({reason}) and is started again.")

    def _end(self, reason: str) -> None:
        self._told = None
        for job in [*self._jobs.values()]:
            job.tell(Failed.because(job.id, "unavailable", Reason("start", {"detail": reason})))
            self._leave(job)

    def _end_job(self, job: Job, kind: str, reason: str) -> None:
        job.tell(Failed(job.id, kind, reason))
        self._leave(job)

    def _leave(self, job: Job) -> None:
        self._jobs.pop(job.id, None)
        self._on_room()

    async def _watch(self) -> None:
        """End the process where it gives signs of life and none of progress: the device hangs in one step."""
        loop = asyncio.get_running_loop()
        while True:
            await asyncio.sleep(LOOK)
            held = [job for job in self._jobs.values() if job.is_handed_over]
            speed = self._told.seconds_per_row_step if self._told else None
            allowed = patience(speed, sum(job.rows for job in held), is_under_way=self._moving.is_under_way)
            hangs = self._moving.hangs(loop.time(), allowed)
            if not held:
                self._moving.moved(loop.time())
            elif hangs:
                self._process.end(f"no step was done in {allowed:.0f} s")
                self._moving.moved(loop.time())

    async def _say_loading(self) -> None:
        """Tell those who wait for the process how far it is."""
        while True:
            if not self._process.is_ready:
                for job in self._jobs.values():
                    job.tell(Loading(job.id, self._process.starting_for, self._expected))
            await asyncio.sleep(TICK)

    def _last_times(self) -> dict[str, float]:
        """Seconds that the last starts took, by device, as far as they are on record."""
        with contextlib.suppress(OSError, ValueError, TypeError, AttributeError):
            told = json.loads(self._times.read_text(encoding="utf-8"))
            return {device: float(seconds) for device, seconds in told.items()}
        return {}

    def _keep_time(self, seconds: float) -> None:
        self._expected = round(seconds, 2)
        with contextlib.suppress(OSError):
            self._times.parent.mkdir(parents=True, exist_ok=True)
            kept = self._last_times() | {self._place.device: self._expected}
            self._times.write_text(json.dumps(kept), encoding="utf-8")
