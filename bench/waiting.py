"""How fast jobs that wait together are drawn, beside diffusers' own pipelines that draw them one after the other.

Both have the same model (Pocket unless one is named), steps, samplers, guidance and upscaler, and write PNG files. Each
has a process of its own, as where it is used, and they take turns within each run, so that what else the machine does
falls on both; a ratio is the median of the runs' own.
"""

import argparse
import os
import platform
import statistics
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import Any, get_args

import torch
from diffusers import (
    DDIMScheduler,
    DPMSolverMultistepScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    StableDiffusionPipeline,
)
from rich.console import Console
from rich.table import Table

from engine.checkpoint import facts_of
from engine.families.devices import multiplies_bfloat16
from engine.families.pixels import to_picture
from engine.families.upscaler import load_upscaler
from engine.plan.facts import Facts, Precision, Sampler
from engine.plan.make import make_plan
from engine.plan.plan import Plan
from engine.protocol import Event, Failed, Parameters, Progress, Rendered, RenderRequest, Text
from engine.worker.engine import Engine, Habits
from engine.worker.models import Model
from fourup.models import BUILT_IN

SUBJECTS = ("a red apple", "a blue house", "two birds", "a green tree at night", "a cat on a hill", "a yellow boat")
SAMPLERS = (Sampler.DPMPP_2M_KARRAS, Sampler.EULER, Sampler.EULER_A, Sampler.DDIM)
AIMS = {"1 job": "", "4 jobs": "1.3", "16 jobs": "1.3", "a grid of 4": "1.5"}


@dataclass(frozen=True)
class Setting:
    """The model, and what is so of it."""

    folder: Path
    facts: Facts
    precision: Precision | None = None
    """Of ours; None for what the processor is good at."""
    compiled: bool = False
    """Ours."""

    def mixed(self, count: int) -> list[Plan]:
        """Jobs of one picture that have the model and the size in common, and nothing else."""
        return [
            self.plan(
                SUBJECTS[number % len(SUBJECTS)],
                Parameters(
                    count=1,
                    steps=self.facts.steps - 4 + 3 * number % 9,
                    cfg=self.facts.guidance_scale - 1 + number % 3,
                    sampler=SAMPLERS[number % len(SAMPLERS)],
                ),
                seed=number,
            )
            for number in range(count)
        ]

    def plan(self, text: str, parameters: Parameters, seed: int = 0) -> Plan:
        """One job; what is pushed away is nothing."""
        return make_plan(RenderRequest("bench", (Text(text),), parameters=parameters, seed=seed), self.facts)


class Ours:
    """The engine, as the process of a device runs it."""

    def __init__(self, setting: Setting, out: Path, device: str = "cpu") -> None:
        self.setting = setting
        self._ends: dict[str, threading.Event] = {}
        self._previews: dict[str, threading.Event] = {}
        self._failures: list[Failed] = []
        model = Model(setting.facts.family, setting.folder, precision=setting.precision, compiled=setting.compiled)
        self._engine = Engine({setting.facts.model: model}, device, out, self._hear, Habits(32))
        self._engine.load(setting.facts.model)
        self._engine.start()

    def draw(self, plans: Sequence[Plan]) -> None:
        """All of them, handed in at once, to their files. Raises RuntimeError where one fails."""
        for end in self._submitted(plans):
            end.wait()
        if self._failures:
            raise RuntimeError(self._failures[0].reason)

    def first_preview(self, others: Sequence[Plan], plan: Plan) -> float:
        """Seconds from handing in a job to its first preview, all the others being drawn."""
        ends = self._submitted(others)
        while self._engine.capabilities().free_rows > 2:
            time.sleep(0.001)
        start = time.perf_counter()
        (end,) = self._submitted([plan])
        job_id = next(reversed(self._ends))
        self._previews[job_id].wait()
        seconds = time.perf_counter() - start
        for each in (*ends, end):
            each.wait()
        return seconds

    def close(self) -> None:
        """Stop."""
        self._engine.close()

    def _submitted(self, plans: Sequence[Plan]) -> list[threading.Event]:
        ends = []
        for number, plan in enumerate(plans):
            job_id = f"{number} {time.perf_counter_ns()}"
            self._ends[job_id], self._previews[job_id] = threading.Event(), threading.Event()
            ends.append(self._ends[job_id])
            self._engine.submit(RenderRequest(job_id, plan.texts), plan)
        return ends

    def _hear(self, event: Event) -> None:
        if isinstance(event, Progress) and event.preview is not None:
            self._previews[event.job_id].set()
        if isinstance(event, Failed):
            self._failures.append(event)
        if isinstance(event, Rendered | Failed):
            self._ends[event.job_id].set()


class Theirs:
    """Diffusers' pipeline, one job after the other, and the model's upscaler behind it."""

    def __init__(self, setting: Setting, out: Path, dtype: torch.dtype) -> None:
        self._out = out
        self._pipeline = StableDiffusionPipeline.from_pretrained(
            setting.folder, safety_checker=None, requires_safety_checker=False, dtype=dtype
        )
        self._pipeline.set_progress_bar_config(disable=True)
        self._config = self._pipeline.scheduler.config
        self._upscaler = load_upscaler(setting.folder)

    @torch.inference_mode()
    def draw(self, plans: Sequence[Plan]) -> None:
        """As Ours."""
        for plan in plans:
            self._pipeline.scheduler = scheduler(plan.sampler, self._config)
            pixels: torch.Tensor = self._pipeline(
                prompt=plan.texts[0].text,
                num_inference_steps=plan.steps,
                guidance_scale=plan.guidance_scale,
                num_images_per_prompt=plan.count,
                generator=[torch.Generator().manual_seed(row.seed) for row in plan.rows],
                width=plan.width,
                height=plan.height,
                output_type="pt",
            ).images
            enlarged = pixels if self._upscaler is None else self._upscaler(pixels.float()).clamp(0, 1)
            for number, picture in enumerate(enlarged):
                to_picture(picture).save(self._out / f"{number}.png")


def scheduler(sampler: Sampler, config: Any) -> Any:
    """Diffusers' own for it."""
    solver = {"algorithm_type": "dpmsolver++", "use_karras_sigmas": True}
    kinds: dict[Sampler, Callable[[], Any]] = {
        Sampler.DPMPP_2M_KARRAS: lambda: DPMSolverMultistepScheduler.from_config(config, **solver),
        Sampler.EULER: lambda: EulerDiscreteScheduler.from_config(config),
        Sampler.EULER_A: lambda: EulerAncestralDiscreteScheduler.from_config(config),
        Sampler.DDIM: lambda: DDIMScheduler.from_config(config, clip_sample=False),
    }
    return kinds[sampler]()


_drawer: Ours | Theirs
"""What draws in this process, where it is one of those that `Apart` starts."""


def _open(setting: Setting, out: Path, threads: int, dtype: torch.dtype | None) -> None:
    global _drawer  # noqa: PLW0603 - a process of a pool has nowhere else to keep it
    torch.set_num_threads(threads)
    _drawer = Ours(setting, out) if dtype is None else Theirs(setting, out, dtype)


def _timed(plans: Sequence[Plan]) -> float:
    start = time.perf_counter()
    _drawer.draw(plans)
    return time.perf_counter() - start


def _first_preview(others: Sequence[Plan], plan: Plan) -> float:
    assert isinstance(_drawer, Ours)
    return _drawer.first_preview(others, plan)


def _close() -> None:
    if isinstance(_drawer, Ours):
        _drawer.close()


class Apart:
    """One that draws in a process of its own: ours, or diffusers' pipeline in a precision."""

    def __init__(self, setting: Setting, out: Path, threads: int, dtype: torch.dtype | None = None) -> None:
        own = out / str(dtype)
        own.mkdir()
        self._pool = ProcessPoolExecutor(1, get_context("spawn"), _open, (setting, own, threads, dtype))

    def seconds(self, plans: Sequence[Plan]) -> float:
        """That it takes to draw them, handed in at once, to their files."""
        return self._pool.submit(_timed, plans).result()

    def first_preview(self, others: Sequence[Plan], plan: Plan) -> float:
        """As Ours has it."""
        return self._pool.submit(_first_preview, others, plan).result()

    def close(self) -> None:
        """End the process."""
        self._pool.submit(_close).result()
        self._pool.shutdown()


@dataclass(frozen=True)
class Run:
    """How many pictures were drawn once, and the seconds that it took: ours, and those of each pipeline of theirs."""

    count: int
    ours: float
    theirs: Mapping[str, float]


def compare(setting: Setting, ours: Apart, theirs: Mapping[str, Apart], runs: int) -> dict[str, list[Run]]:
    """By what was drawn; the first run of each is not counted."""
    grid = setting.plan(SUBJECTS[0], Parameters(count=4, cfg=setting.facts.guidance_scale))
    works = {
        "1 job": setting.mixed(1),
        "4 jobs": setting.mixed(4),
        "16 jobs": setting.mixed(16),
        "a grid of 4": [grid],
        "the same, guided in 60 % of the steps": [replace(grid, guided_until=0.6)],
    }
    measured: dict[str, list[Run]] = {name: [] for name in works}
    for run in range(runs + 1):
        for name, plans in works.items():
            count = sum(plan.count for plan in plans)
            own = ours.seconds(plans)
            told = Run(count, own, {name: each.seconds(plans) for name, each in theirs.items()})
            if run:
                measured[name].append(told)
    return measured


def show(title: str, measured: dict[str, list[Run]], preview: Sequence[float], threads: int) -> None:
    """Print the table. Diffusers' own precision is full; where the processor is good at half, that stands beside it."""
    machine = f"{threads} of {os.cpu_count()} threads, {platform.machine()}"
    versions = ", ".join(f"{name} {version(name)}" for name in ("torch", "diffusers"))
    runs = len(next(iter(measured.values())))
    waited = f"first preview of a job while 15 others run: {statistics.median(preview):.2f} s"
    table = Table(title=title, caption=f"{waited}\nmedians of {runs} runs by turns; {machine}; {versions}")
    table.add_column("what waits")
    others = next(iter(measured.values()))[0].theirs
    compared = [column for name in others for column in (f"diffusers, {name}", "ratio")]
    for column in ("Fourup, pictures/s", *compared, "aim"):
        table.add_column(column, justify="right")
    for name, told in measured.items():
        row = [statistics.median(each.count / each.ours for each in told)]
        for other in others:
            row.append(statistics.median(each.count / each.theirs[other] for each in told))
            row.append(statistics.median(each.theirs[other] / each.ours for each in told))
        table.add_row(name, *(f"{each:.2f}" for each in row), AIMS.get(name, ""))
    Console().print(table)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.waiting", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often each is measured (default: 5)")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads(), help="of the CPU (default: all)")
    parser.add_argument("--model", type=Path, default=BUILT_IN, help="the folder of an sd15 model (default: Pocket)")
    parser.add_argument("--precision", choices=get_args(Precision), help="of ours (default: what is quick here)")
    parser.add_argument("--compiled", action="store_true", help="ours")
    told = parser.parse_known_args()[0]
    facts = facts_of(told.model, told.model.name, "sd15")
    setting = Setting(told.model, facts, told.precision, compiled=told.compiled)
    precisions = {"full": torch.float32, "half": torch.bfloat16} if multiplies_bfloat16() else {"full": torch.float32}
    with tempfile.TemporaryDirectory() as made:
        out = Path(made)
        ours = Apart(setting, out, told.threads)
        theirs = {name: Apart(setting, out, told.threads, dtype) for name, dtype in precisions.items()}
        measured = compare(setting, ours, theirs, told.runs)
        jobs = setting.mixed(16)
        preview = [ours.first_preview(jobs[:15], jobs[15]) for _ in range(told.runs)]
        for each in (ours, *theirs.values()):
            each.close()
    final = setting.plan(SUBJECTS[0], Parameters()).final_size[0] * setting.facts.enlarges
    name = f"{told.model.name}{', compiled' if told.compiled else ''}"
    show(f"Jobs that wait together; {name}, {final} px, mixed settings", measured, preview, told.threads)


if __name__ == "__main__":
    main()
