"""The engine's process for bench.bot: quick steps, and pictures as large and as hard to compress as photographs.

BENCH_RENDERED names the file to which it writes, for each job, when it told that the pictures are there.
"""

import argparse
import json
import os
import random
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageFilter

from engine.catalogue import Catalogue, entry
from engine.device import Place
from engine.protocol import Event, Picture, Rendered
from engine.worker.desk import serve
from tests.end_to_end.stand_in import Job, StandIn

SIDE = 1024
_GRAIN = 4  # of 255: what a sensor adds, and what makes a photograph's PNG large


def command(place: Place, catalogue: Catalogue) -> tuple[str, ...]:
    """How it is started."""
    models = json.dumps([each.to_dict() for each in catalogue.entries])
    options = ("--device", place.device, "--out", str(place.out), "--row-budget", str(place.row_budget))
    return (sys.executable, "-m", "bench._drawer", *options, "--models", models)


class Drawer(StandIn):
    """Hands out copies of pictures that were made at the start."""

    def __post_init__(self) -> None:
        self.out.mkdir(parents=True, exist_ok=True)
        self._made = [_photograph(self.out / f"made-{number}.png", number) for number in range(4)]
        super().__post_init__()

    def _draw(self, job: Job, number: int) -> Picture:
        if job.plan.width < SIDE:
            return super()._draw(job, number)
        folder = self.out / job.request.job_id
        folder.mkdir(exist_ok=True)
        path = folder / f"{number}.png"
        shutil.copyfile(self._made[number], path)
        return Picture(str(path), SIDE, SIDE, job.plan.rows[number].seed)


def _photograph(path: Path, seed: int) -> Path:
    """Shapes of all sizes with a little grain: about 2 MB as a PNG."""
    rng = random.Random(seed)
    picture = Image.new("RGB", (SIDE, SIDE), "grey")
    for cells in (4, 16, 64, 256):
        shapes = Image.frombytes("RGB", (cells, cells), rng.randbytes(3 * cells * cells))
        picture = Image.blend(picture, shapes.resize(picture.size, Image.Resampling.BICUBIC), 0.4)
    grain = Image.effect_noise(picture.size, _GRAIN).convert("RGB").filter(ImageFilter.GaussianBlur(0.5))
    Image.blend(picture, grain, 0.2).save(path, compress_level=1)
    return path


def _noting(file: str, event: Event) -> None:
    if isinstance(event, Rendered):
        with Path(file).open("a", encoding="utf-8") as notes:
            notes.write(json.dumps({"job": event.job_id, "at": time.monotonic()}) + "\n")


def main() -> int:
    """Draw until told to stop, with the options of the real one."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--device", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--row-budget", type=int, required=True)
    parser.add_argument("--models", required=True)
    told = parser.parse_args()
    catalogue = Catalogue(*(entry(each["name"], each) for each in json.loads(told.models)))
    notes = os.environ["BENCH_RENDERED"]

    def started(emit: Callable[[Event], None]) -> Drawer:
        def noted(event: Event) -> None:
            _noting(notes, event)
            emit(event)

        return Drawer(told.out, told.row_budget, noted)

    return serve(catalogue, started)


if __name__ == "__main__":
    sys.exit(main())
