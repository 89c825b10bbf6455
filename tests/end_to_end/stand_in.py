"""A device's process that stands in for the real one: its protocol, its desk and its plans, and quick small pictures.

Words of a prompt tell it what to do: `die` ends it by SIGKILL in the middle, `freeze` stops it, `fault` is an error
that nobody foresaw, `hold` goes on until it is cancelled, `slowly` takes more steps, `noisy` makes pictures that
cannot be packed; everything else is drawn. The environment tells it how fast: STAND_IN_STEPS and STAND_IN_STEP (seconds
for one step of all that is being drawn); and STAND_IN_NOTES names a file to which it writes a line of JSON for each job
that it starts.
"""

import argparse
import hashlib
import json
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, UnidentifiedImageError
from PIL.PngImagePlugin import PngInfo

from engine.catalogue import Catalogue, Entry, entry
from engine.device import Place
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import Capabilities, Event, Failed, Picture, Progress, Rendered, RenderRequest, Started
from engine.recipe import recipe
from engine.worker.desk import serve
from engine.worker.pngs import Grid, filtered

SIZE = 64  # pixels of a side, as `model_in` says
HASH = "0" * 64
SLOWLY = 25  # times the steps
_LATENTS = 8  # pixels for each of a latent, of Stable Diffusion's


def command(place: Place, catalogue: Catalogue) -> tuple[str, ...]:
    """How it is started, in the place of the real one."""
    models = json.dumps([each.to_dict() for each in catalogue.entries])
    options = ("--device", place.device, "--out", str(place.out), "--row-budget", str(place.row_budget or 16))
    return (sys.executable, str(Path(__file__)), *options, "--models", models)


def model_in(folder: Path, size: int = SIZE) -> Entry:
    """A model of which there is as much as a plan reads."""
    (folder / "unet").mkdir(parents=True, exist_ok=True)
    (folder / "unet" / "config.json").write_text(json.dumps({"sample_size": size // _LATENTS}))
    return Entry("small", "sd15", str(folder))


def colour_of(seed: int) -> tuple[int, int, int]:
    """What the picture of this seed is filled with."""
    red, green, blue = hashlib.sha256(str(seed).encode()).digest()[:3]
    return red, green, blue


@dataclass(eq=False)
class Job:
    """One grid, and how many of its steps are done."""

    request: RenderRequest
    plan: Plan
    steps: int
    done: int = 0

    @property
    def words(self) -> set[str]:
        """What the prompt says."""
        return {word for part in self.request.text for word in part.text.lower().split()}

    @property
    def rows(self) -> int:
        """How many rows it fills."""
        return 2 * self.plan.count


@dataclass
class StandIn:
    """All jobs that fit take a step together, one after the other waits; pictures are of the seed's colour."""

    out: Path
    row_budget: int
    emit: Callable[[Event], None]
    _waiting: deque[Job] = field(default_factory=deque)
    _running: list[Job] = field(default_factory=list)
    _lock: threading.RLock = field(default_factory=threading.RLock)
    _woken: threading.Event = field(default_factory=threading.Event)
    _closed: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self._steps = int(os.environ.get("STAND_IN_STEPS", "4"))
        self._step = float(os.environ.get("STAND_IN_STEP", "0.005"))
        self._notes = os.environ.get("STAND_IN_NOTES")
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def submit(self, request: RenderRequest, plan: Plan) -> None:
        """Take a job. Raises CannotDraw where one of its pictures is none."""
        job = Job(request, plan, self._steps)
        job.steps *= SLOWLY if "slowly" in job.words else 1
        if "fault" in job.words:
            raise ValueError("as was asked")
        for path in [each.path for each in plan.references] + [plan.start]:
            if path is not None:
                _opened(path)
        with self._lock:
            self._waiting.append(job)
        self._woken.set()

    def cancel(self, job_id: str, picture: int | None = None) -> None:
        """End it."""
        with self._lock:
            found = [job for job in [*self._waiting, *self._running] if job.request.job_id == job_id]
            for job in found:
                (self._waiting if job in self._waiting else self._running).remove(job)
        for _ in found:
            self.emit(Failed(job_id, "cancelled", "The job was cancelled."))

    def capabilities(self) -> Capabilities:
        """What fits beside what is being drawn."""
        with self._lock:
            free = self.row_budget - sum(job.rows for job in [*self._waiting, *self._running])
        return Capabilities(("small",), "stand-in", self.row_budget, max(0, free), self._step)

    def close(self) -> None:
        """Draw no more."""
        self._closed.set()
        self._woken.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closed.is_set():
            self._woken.wait()
            self._woken.clear()
            while self._admit() and not self._closed.wait(self._step):
                with self._lock:
                    running = [*self._running]
                for job in running:
                    self._advance(job)

    def _admit(self) -> bool:
        """Start what fits; False where nothing is left to be drawn."""
        with self._lock:
            rows = sum(job.rows for job in self._running)
            while self._waiting and (not self._running or rows + self._waiting[0].rows <= self.row_budget):
                job = self._waiting.popleft()
                rows += job.rows
                self._note(job)
                self._running.append(job)
                self.emit(Started(job.request.job_id))
            return bool(self._running)

    def _advance(self, job: Job) -> None:
        if job.words & {"die", "freeze"} and job.done:
            os.kill(os.getpid(), signal.SIGKILL if "die" in job.words else signal.SIGSTOP)
        job.done += 1
        if "hold" in job.words:
            return
        job_id = job.request.job_id
        preview = str(self._preview(job)) if job.done == 2 else None
        if job.done < job.steps:
            self.emit(Progress(job_id, job.done / job.steps, preview))
            return
        pictures = tuple(self._draw(job, number) for number in range(job.plan.count))
        grid = self._put_together(job, pictures)
        with self._lock:
            if job not in self._running:
                return
            self._running.remove(job)
        self.emit(Rendered(job_id, pictures, self._step * job.steps, grid))

    def _draw(self, job: Job, number: int) -> Picture:
        plan = job.plan
        picture = Image.new("RGB", plan.final_size, colour_of(plan.rows[number].seed))
        if "noisy" in job.words:
            picture = Image.frombytes("RGB", picture.size, os.urandom(3 * picture.width * picture.height))
        if plan.start:
            picture = Image.blend(_opened(plan.start).resize(picture.size), picture, plan.strength or 0.0)
        chunks = PngInfo()
        for key, text in recipe(job.request, plan, number, HASH).items():
            chunks.add_text(key, text)
        path = self._folder(job) / f"{number}.png"
        picture.save(path, "PNG", pnginfo=chunks, compress_level=1)
        return Picture(str(path), *plan.final_size, plan.rows[number].seed)

    def _put_together(self, job: Job, pictures: Sequence[Picture]) -> str | None:
        if len(pictures) == 1:
            return None
        grid = Grid(len(pictures))
        for number, each in enumerate(pictures):
            grid.put(number, filtered(self._drawn(each)))
        path = self._folder(job) / "grid.png"
        path.write_bytes(grid.file(recipe(job.request, job.plan, None, HASH)))
        return str(path)

    def _drawn(self, picture: Picture) -> Image.Image:
        return _opened(picture.path)

    def _preview(self, job: Job) -> Path:
        path = self._folder(job) / "preview.jpg"
        Image.new("RGB", (job.plan.width, job.plan.height), "grey").save(path, "JPEG")
        return path

    def _folder(self, job: Job) -> Path:
        folder = self.out / job.request.job_id
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _note(self, job: Job) -> None:
        if self._notes is None:
            return
        told = {
            "job": job.request.job_id,
            "prompt": job.request.prompt,
            "beside": [each.request.job_id for each in self._running],
            "start": job.plan.start,
            "strength": job.plan.strength,
            "edit": job.request.edit,
            "mask": job.plan.canvas.mask if job.plan.canvas else None,
            "zoom": job.request.parameters.zoom,
            "seed": job.plan.seed,
            "pid": os.getpid(),
        }
        with Path(self._notes).open("a", encoding="utf-8") as file:
            file.write(json.dumps(told) + "\n")


def _opened(path: str) -> Image.Image:
    try:
        with Image.open(path) as picture:
            return picture.convert("RGB")
    except (OSError, UnidentifiedImageError) as failure:
        raise CannotDraw("picture.unreadable") from failure


def main(kind: type[StandIn] = StandIn) -> int:
    """Draw until told to stop, with the options of the real one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--row-budget", type=int, required=True)
    parser.add_argument("--models", required=True)
    told = parser.parse_args()
    catalogue = Catalogue(*(entry(each["name"], each) for each in json.loads(told.models)))
    return serve(catalogue, lambda emit: kind(told.out, told.row_budget, emit))


if __name__ == "__main__":
    sys.exit(main())
