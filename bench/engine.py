"""How fast the engine draws, beside diffusers' own pipeline on the same model, in the same run and by turns."""

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch
from diffusers import DPMSolverMultistepScheduler, StableDiffusionPipeline
from PIL import Image
from rich.console import Console
from rich.table import Table

from engine.checkpoint import facts_of
from engine.families.sd15 import Sd15
from engine.plan.make import make_plan
from engine.plan.plan import Plan
from engine.protocol import Parameters, Rendered, RenderRequest, Text
from engine.worker.engine import Engine, Habits
from engine.worker.loop import Loop
from engine.worker.models import Model
from engine.worker.rows import rows_of

GUIDANCE = 7.0
ADDED_BY_PIPELINE = {"safety_checker": None, "requires_safety_checker": False}
Seconds = list[float]


@dataclass
class Setting:
    """What is measured: a model in a folder, on a device, at its own size."""

    folder: Path
    device: str
    steps: int
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = facts_of(self.folder, "bench", "sd15").size

    def plan(self, seed: int, count: int = 4) -> Plan:
        """A grid, or one picture."""
        request = RenderRequest(
            f"{seed} {time.perf_counter_ns()}",
            (Text("a red cat in the snow"),),
            parameters=Parameters(count=count, steps=self.steps, cfg=GUIDANCE),
            seed=4 * seed,
        )
        return make_plan(request, facts_of(self.folder, "bench", "sd15"))


@dataclass
class Inside:
    """The seconds that were spent in a model's forward passes."""

    seconds: float = 0.0
    _start: float = 0.0

    @contextmanager
    def watching(self, model: torch.nn.Module) -> Any:
        """Count those of this block."""
        self.seconds = 0.0
        hooks = [model.register_forward_pre_hook(self._enter), model.register_forward_hook(self._leave)]
        yield
        for hook in hooks:
            hook.remove()

    def _enter(self, *_: object) -> None:
        wait()
        self._start = time.perf_counter()

    def _leave(self, *_: object) -> None:
        wait()
        self.seconds += time.perf_counter() - self._start


def wait() -> None:
    """Until the device has done what it was given."""
    if torch.cuda.is_available():
        torch.cuda.synchronize()


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    wait()
    start = time.perf_counter()
    work()
    wait()
    return time.perf_counter() - start


class Ours:
    """The engine: the loop by itself for steps, all of it for grids."""

    def __init__(self, setting: Setting, out: Path) -> None:
        self._setting = setting
        self._family = Sd15.load(setting.folder, setting.device)
        self._ends: dict[str, threading.Event] = {}
        self._engine = Engine({"bench": Model("sd15", setting.folder)}, setting.device, out, self._hear, Habits(64))
        self._engine.load("bench")
        self._engine.start()
        self.unet: torch.nn.Module = self._family._unet  # noqa: SLF001 - to see the time that is spent in it

    def steps(self, count: int) -> float:
        """Seconds for all steps of that many pictures, from noise to latents."""
        plan = self._setting.plan(1, count)
        rows = rows_of("bench", plan, self._family.encode(plan, {}), self._family, self._setting.size)
        loop = Loop(64)
        loop.add(rows)

        def run() -> None:
            while not loop.is_idle:
                loop.tick()

        return timed(run)

    def draw(self, plans: list[Plan]) -> None:
        """The plans' pictures, handed in at once, as files."""
        ids = [f"{number} {time.perf_counter_ns()}" for number in range(len(plans))]
        self._ends = {job_id: threading.Event() for job_id in ids}
        for job_id, plan in zip(ids, plans, strict=True):
            self._engine.submit(RenderRequest(job_id, plan.texts), plan)
        for end in self._ends.values():
            end.wait()

    def close(self) -> None:
        """Stop."""
        self._engine.close()

    def _hear(self, event: Any) -> None:
        if isinstance(event, Rendered):
            self._ends[event.job_id].set()


class Theirs:
    """Diffusers' pipeline, one job after the other."""

    def __init__(self, setting: Setting, out: Path) -> None:
        self._setting, self._out = setting, out
        dtype = torch.float16 if setting.device.startswith("cuda") else torch.float32
        pipeline = StableDiffusionPipeline.from_pretrained(setting.folder, dtype=dtype, **ADDED_BY_PIPELINE)
        pipeline.scheduler = DPMSolverMultistepScheduler.from_config(
            pipeline.scheduler.config, algorithm_type="dpmsolver++", use_karras_sigmas=True
        )
        pipeline.set_progress_bar_config(disable=True)
        self._pipeline = pipeline.to(setting.device)
        self.unet: torch.nn.Module = pipeline.unet

    def steps(self, count: int) -> float:
        """As Ours: the text's encoding is taken off, so that the loop alone is left."""
        embedded, negative = self._pipeline.encode_prompt(
            "a red cat in the snow", self._setting.device, 1, do_classifier_free_guidance=True
        )
        return timed(
            lambda: self._call(count, prompt_embeds=embedded, negative_prompt_embeds=negative, output_type="latent")
        )

    def draw(self, plans: list[Plan]) -> None:
        """As Ours."""
        for plan in plans:
            pictures: list[Image.Image] = self._call(plan.count, prompt=plan.texts[0].text).images
            for number, picture in enumerate(pictures):
                picture.save(self._out / f"{number}.png")

    def _call(self, count: int, **options: Any) -> Any:
        return self._pipeline(
            num_inference_steps=self._setting.steps,
            guidance_scale=GUIDANCE,
            num_images_per_prompt=count,
            generator=[torch.Generator().manual_seed(seed) for seed in range(count)],
            width=self._setting.size,
            height=self._setting.size,
            **options,
        )


def compare(setting: Setting, ours: Ours, theirs: Theirs, runs: int) -> dict[str, tuple[Seconds, Seconds]]:
    """Seconds of both, by what was measured; the first of each is not counted."""
    works: dict[str, Callable[[Any], float]] = {
        "one step, 1 picture, ms": lambda who: 1000 * who.steps(1) / setting.steps,
        "one step, 4 pictures, ms": lambda who: 1000 * who.steps(4) / setting.steps,
        "loop outside the model, 1 picture, %": lambda who: outside(who, 1),
        "loop outside the model, 4 pictures, %": lambda who: outside(who, 4),
        "a grid of 4, to its files, s": lambda who: timed(lambda: who.draw([setting.plan(1)])),
        "8 jobs of 1 picture, to their files, s": lambda who: timed(
            lambda: who.draw([setting.plan(seed, 1) for seed in range(8)])
        ),
    }
    measured = {}
    for name, work in works.items():
        pairs = [(work(ours), work(theirs)) for _ in range(runs + 1)][1:]
        measured[name] = ([mine for mine, _ in pairs], [other for _, other in pairs])
    return measured


def outside(who: Ours | Theirs, count: int) -> float:
    """Percent of the loop's time that is not spent in the model."""
    inside = Inside()
    with inside.watching(who.unet):
        seconds = who.steps(count)
    return 100 * (1 - inside.seconds / seconds)


def first_picture(setting: Setting, who: str) -> tuple[float, float]:
    """Seconds from a process's start to its first picture, and the most memory that it held, MiB."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "bench.engine", "--first", who, "--steps", str(setting.steps)]
    command += ["--model", str(setting.folder), "--device", setting.device]
    command += ["--threads", str(torch.get_num_threads())]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - this very program
    return time.perf_counter() - start, float(json.loads(done.stdout.splitlines()[-1]))


def draw_first(setting: Setting, who: str, out: Path) -> None:
    """What that process does."""
    drawing = Ours(setting, out) if who == "ours" else Theirs(setting, out)
    drawing.draw([setting.plan(1, 1)])
    if isinstance(drawing, Ours):
        drawing.close()
    print(json.dumps(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def show(setting: Setting, described: str, rows: dict[str, tuple[Seconds, Seconds]]) -> None:
    """Print the table: medians of both, and the middle one of their quotients by turns."""
    versions = ", ".join(f"{name} {version(name)}" for name in ("torch", "diffusers"))
    machine = f"{setting.device}, {torch.get_num_threads()} of {os.cpu_count()} threads, {platform.machine()}"
    caption = f"medians of {max(len(ours) for ours, _ in rows.values())} runs by turns; {machine}; {versions}"
    title = f"{described}, {setting.size} px, {setting.steps} steps of DPM++ 2M Karras, guided"
    table = Table(title=title, caption=caption)
    for column in ("what", "Fourup", "diffusers", "quotient"):
        table.add_column(column, justify="left" if column == "what" else "right")
    for name, (ours, theirs) in rows.items():
        quotient = statistics.median(mine / other for mine, other in zip(ours, theirs, strict=True))
        table.add_row(name, f"{statistics.median(ours):.3g}", f"{statistics.median(theirs):.3g}", f"{quotient:.2f}")
    Console().print(table)


def arguments() -> argparse.Namespace:
    """Of the command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.engine", description=__doc__)
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured (default: 3)")
    parser.add_argument("--steps", type=int, default=20, help="steps of a picture (default: 20)")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--threads", type=int, default=1, help="of the CPU (default: 1, which others disturb least)")
    parser.add_argument("--model", type=Path, help="a folder with a model; without it a small one of random weights")
    parser.add_argument("--first", choices=("ours", "theirs"), help=argparse.SUPPRESS)
    return parser.parse_known_args()[0]


def main() -> None:
    """Measure, and print the table."""
    told = arguments()
    torch.set_num_threads(told.threads)
    with tempfile.TemporaryDirectory() as made:
        out = Path(made)
        if told.first:
            draw_first(Setting(told.model, told.device, told.steps), told.first, out)
            return
        folder, described = told.model, str(told.model)
        if folder is None:
            folder, described = random_model(out / "model"), "Random weights, 12 M in the UNet"
        setting = Setting(folder, told.device, told.steps)
        starts = [[first_picture(setting, who) for who in ("ours", "theirs")] for _ in range(2)]
        ours, theirs = Ours(setting, out), Theirs(setting, out)
        rows = compare(setting, ours, theirs, told.runs)
        ours.close()
        for number, name in enumerate(("start to first picture, s", "most memory until then, MiB")):
            rows[name] = ([pair[0][number] for pair in starts], [pair[1][number] for pair in starts])
        show(setting, described, rows)


def random_model(folder: Path) -> Path:
    """Of Stable Diffusion 1.5's shape, at the size of a model that a CPU draws with in seconds."""
    from tests.engine.tiny import make_tiny_sd15  # noqa: PLC0415 - only where no model is named

    return make_tiny_sd15(folder, widths=(48, 96, 144, 144), size=16)


if __name__ == "__main__":
    main()
