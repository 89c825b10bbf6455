"""How fast a graphics card draws: grids beside diffusers' own pipelines, eager and compiled, and the card's ceiling.

Without a checkpoint the weights are random ones of the real sizes, which take the same time. Where there is no card it
says so; `--tiny` runs the same on tiny models at a tiny size, for few steps and in one thread, to see that it runs.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import torch
from diffusers import Flux2KleinPipeline, StableDiffusionPipeline, StableDiffusionXLPipeline
from rich.console import Console
from rich.table import Table
from torch.utils.flop_counter import FlopCounterMode

from bench._sizes import RANDOM, TINY
from bench.waiting import Ours, Setting, scheduler
from engine.checkpoint import facts_of
from engine.families.devices import dtype_on
from engine.families.language import read_layers
from engine.plan.facts import Facts, Sampler
from engine.plan.plan import Plan
from engine.protocol import Parameters

MATMUL = 8192
JOBS = 16
MIXED = "sd15"
"""The family of which mixed jobs are drawn, at 512 pixels: there a card has room for many rows."""
TINY_STEPS, TINY_SIDE = 4, 64
LEAST_STEPS = 6
"""Of mixed jobs, which take some more and some fewer."""
NO_CARD = (
    "There is no GPU that PyTorch can use here, so nothing was measured; docs/hosting.md says how to get one used."
)
PIPELINES: dict[str, Any] = {
    "sd15": StableDiffusionPipeline,
    "sdxl": StableDiffusionXLPipeline,
    "flux2": Flux2KleinPipeline,
}


@dataclass(frozen=True)
class Case:
    """A family at a size and a number of steps; `sampler` is one that its stock pipeline has too."""

    name: str
    family: str
    steps: int
    half: torch.dtype

    @property
    def title(self) -> str:
        """What is drawn."""
        return f"{self.name}, {self.steps} steps, 4-up"


CASES = (
    Case("SDXL", "sdxl", 30, torch.float16),
    Case("SD 1.5", "sd15", 30, torch.float16),
    Case("klein", "flux2", 4, torch.bfloat16),
)


def wait(device: str) -> None:
    """Until the device has done what it was given."""
    if device.startswith("cuda"):
        torch.cuda.synchronize(device)


def seconds_of(work: Callable[[], object], device: str, runs: int) -> float:
    """The median, after one that does not count."""
    measured = []
    for _ in range(runs + 1):
        wait(device)
        start = time.perf_counter()
        work()
        wait(device)
        measured.append(time.perf_counter() - start)
    return statistics.median(measured[1:])


def ceiling(device: str, dtype: torch.dtype, side: int) -> float:
    """FLOP a second of the best that the card does: square matrices multiplied."""
    left, right = (torch.randn(side, side, device=device, dtype=dtype) for _ in range(2))
    return 2 * side**3 * 10 / seconds_of(lambda: [left @ right for _ in range(10)], device, 3)


class Stock:
    """Diffusers' pipeline for a case."""

    def __init__(self, case: Case, folder: Path, device: str) -> None:
        self._case, self._device = case, device
        self._pipeline = (
            PIPELINES[case.family]
            .from_pretrained(folder, dtype=dtype_on(device, case.half), local_files_only=True)
            .to(device)
        )
        self._pipeline.set_progress_bar_config(disable=True)
        self._config = self._pipeline.scheduler.config

    @property
    def model(self) -> torch.nn.Module:
        """What denoises."""
        found: torch.nn.Module = getattr(self._pipeline, self._name)
        return found

    @property
    def _name(self) -> str:
        return "transformer" if self._case.family == "flux2" else "unet"

    def compile(self) -> None:
        """As PyTorch's documentation advises for pictures of one size."""
        setattr(self._pipeline, self._name, torch.compile(self.model, mode="max-autotune-no-cudagraphs"))

    def draw(self, side: int, steps: int) -> None:
        """A grid."""
        asked: dict[str, Any] = {"guidance_scale": 7.0}
        if self._case.family == "flux2":
            asked = {"text_encoder_out_layers": read_layers(len(self._pipeline.text_encoder.model.layers))}
        self._pipeline(
            prompt="a red cat in the snow",
            num_inference_steps=steps,
            num_images_per_prompt=4,
            width=side,
            height=side,
            output_type="pt",
            **asked,
        )

    def draw_each(self, plans: Sequence[Plan]) -> None:
        """One after the other, as they come."""
        for plan in plans:
            self._pipeline.scheduler = scheduler(plan.sampler, self._config)
            self._pipeline(
                prompt=plan.texts[0].text,
                num_inference_steps=plan.steps,
                guidance_scale=plan.guidance_scale,
                width=plan.width,
                height=plan.height,
                output_type="pt",
            )

    def flop(self, side: int) -> float:
        """Of the forward passes of a grid's step, counted."""
        counter = FlopCounterMode(display=False)
        with torch.inference_mode(), counter:
            total = [0]
            hooks = [
                self.model.register_forward_pre_hook(lambda *_: total.append(-counter.get_total_flops())),
                self.model.register_forward_hook(lambda *_: total.append(counter.get_total_flops())),
            ]
            self.draw(side, 1)
        for hook in hooks:
            hook.remove()
        return float(sum(total))


def measure(case: Case, folder: Path, device: str, told: argparse.Namespace) -> list[tuple[str, ...]]:
    """Rows of the table: ours, stock eager, and stock compiled."""
    facts = _facts(case, folder, told)
    rows, ideal = _of_stock(case, folder, device, told)
    _forget(device)
    own = [
        row
        for compiled in ((False,) if told.eager else (False, True))
        for row in _of_ours(case, Setting(folder, facts, compiled=compiled), device, ideal, told.runs)
    ]
    return sorted((*own, *rows), key=lambda row: row[0] != case.title)


def _of_ours(case: Case, setting: Setting, device: str, ideal: float, runs: int) -> list[tuple[str, ...]]:
    name = "Fourup, compiled" if setting.compiled else "Fourup"
    _forget(device)
    with tempfile.TemporaryDirectory() as out:
        ours = Ours(replace(setting, facts=replace(setting.facts, sampler=Sampler.EULER)), Path(out), device)
        grid = ours.setting.plan("a red cat in the snow", Parameters(count=4, steps=case.steps, cfg=7.0))
        rows = [_row(case, name, seconds_of(lambda: ours.draw([grid]), device, runs), ideal, device)]
        if case.family == MIXED:
            jobs = _mixed(case, setting.facts)
            _forget(device)
            rows.append(_row_of_mixed(name, seconds_of(lambda: ours.draw(jobs), device, runs), device))
        ours.close()
    return rows


def _facts(case: Case, folder: Path, told: argparse.Namespace) -> Facts:
    facts = facts_of(folder, "bench", case.family)
    return replace(facts, size=min(facts.size, TINY_SIDE)) if told.tiny else facts


def _mixed(case: Case, facts: Facts) -> list[Plan]:
    """Sixteen jobs of one picture each, with other texts, steps, guidance and samplers."""
    return Setting(Path(), replace(facts, steps=max(LEAST_STEPS, case.steps))).mixed(JOBS)


def _row_of_mixed(name: str, seconds: float, device: str) -> tuple[str, ...]:
    return f"SD 1.5, {JOBS} mixed jobs", name, f"{seconds:.2f}", f"{JOBS / seconds:.2f}", "", _used(device)


def _of_stock(case: Case, folder: Path, device: str, told: argparse.Namespace) -> tuple[list[tuple[str, ...]], float]:
    """The rows of diffusers' pipeline, and the seconds of its forward passes at the card's ceiling."""
    facts, steps = _facts(case, folder, told), case.steps
    side = facts.size
    stock, rows = Stock(case, folder, device), []
    ideal = steps * stock.flop(side) / ceiling(device, dtype_on(device, case.half), told.matmul)
    if case.family == MIXED:
        jobs = _mixed(case, facts)
        rows.append(
            _row_of_mixed("diffusers, one by one", seconds_of(lambda: stock.draw_each(jobs), device, told.runs), device)
        )
    for name in ("diffusers, eager", *(() if told.eager else ("diffusers, compiled",))):
        if name.endswith("compiled"):
            stock.compile()
        _forget(device)
        seconds = seconds_of(lambda: stock.draw(side, steps), device, told.runs)
        rows.append(_row(case, name, seconds, ideal, device))
    return rows, ideal


def _row(case: Case, name: str, seconds: float, ideal: float, device: str) -> tuple[str, ...]:
    share = f"{100 * ideal / seconds:.0f} %"
    return case.title, name, f"{seconds:.2f}", f"{4 / seconds:.2f}", share, _used(device)


def _used(device: str) -> str:
    return f"{torch.cuda.max_memory_allocated(device) / 2**30:.1f}" if device.startswith("cuda") else ""


def _forget(device: str) -> None:
    if device.startswith("cuda"):
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats(device)


def _asked(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.gpu", description=__doc__)
    parser.add_argument("--runs", type=int, help="how often each is measured (default: 3; 1 with --tiny)")
    parser.add_argument("--family", choices=tuple(PIPELINES), action="append", help="only this one, or these")
    parser.add_argument("--model", type=Path, help="the folder of a checkpoint of that one family")
    parser.add_argument("--steps", type=int, help="of each grid (default: what is usual for the model)")
    parser.add_argument("--eager", action="store_true", help="compile nothing")
    parser.add_argument("--tiny", action="store_true", help="tiny models on the processor: to see that it runs")
    told = parser.parse_known_args(given)[0]
    told.runs = told.runs or (1 if told.tiny else 3)
    told.matmul = MATMUL
    if told.tiny:
        told.matmul, told.eager, told.steps = 256, True, told.steps or TINY_STEPS
    return told


def main(given: Sequence[str] | None = None) -> int:
    """Measure, and print the table."""
    told = _asked(given)
    if not torch.cuda.is_available() and not told.tiny:
        print(NO_CARD)
        return 0
    if told.tiny:
        torch.set_num_threads(1)
    device = "cpu" if told.tiny else "cuda"
    name = "a processor" if told.tiny else torch.cuda.get_device_name()
    weights = "random weights" if told.model is None else str(told.model)
    table = Table(
        title=f"Grids on {name}, {weights}", caption=f"medians of {told.runs} runs; torch {torch.__version__}"
    )
    for column in ("what", "who", "s", "pictures/s", "of the ceiling", "GiB"):
        table.add_column(column, justify="left" if column in {"what", "who"} else "right")
    for case in CASES:
        if told.family and case.family not in told.family:
            continue
        with tempfile.TemporaryDirectory() as made:
            folder = told.model or (TINY if told.tiny else RANDOM)[case.family](Path(made) / "model")
            asked = replace(case, steps=told.steps or case.steps)
            for row in measure(asked, folder, device, told):
                table.add_row(*row)
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
