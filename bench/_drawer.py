"""The engine's process for bench.bot: quick steps, and pictures as large and as hard to compress as photographs.

BENCH_RENDERED names the file to which it writes, for each job, when it told that the pictures are there.
"""

import json
import os
import random
import shutil
import sys
import time
from pathlib import Path

from PIL import Image, ImageFilter

from bot.images.png import write_png
from engine.protocol import Event, Picture, Rendered
from tests.end_to_end.stand_in import Job, StandIn, main

SIDE = 1024
_GRAIN = 4  # of 255: what a sensor adds, and what makes a photograph's PNG large


class Drawer(StandIn):
    """Hands out copies of pictures that were made at the start."""

    def __post_init__(self) -> None:
        self._tell, self.emit = self.emit, self._noted
        self.out.mkdir(parents=True, exist_ok=True)
        self._made = [_photograph(self.out / f"made-{number}.png", number) for number in range(4)]
        self._photographs = [Image.open(path).convert("RGB") for path in self._made]
        super().__post_init__()

    def _noted(self, event: Event) -> None:
        if isinstance(event, Rendered):
            with Path(os.environ["BENCH_RENDERED"]).open("a", encoding="utf-8") as notes:
                notes.write(json.dumps({"job": event.job_id, "at": time.monotonic()}) + "\n")
        self._tell(event)

    def _draw(self, job: Job, number: int) -> Picture:
        if job.plan.width < SIDE:
            return super()._draw(job, number)
        folder = self.out / job.request.job_id
        folder.mkdir(exist_ok=True)
        path = folder / f"{number}.png"
        shutil.copyfile(self._made[number], path)
        return Picture(str(path), SIDE, SIDE, job.plan.rows[number].seed)

    def _drawn(self, picture: Picture) -> Image.Image:
        """From memory, as the engine has it there."""
        if picture.width < SIDE:
            return super()._drawn(picture)
        return self._photographs[int(Path(picture.path).stem)]


def _photograph(path: Path, seed: int) -> Path:
    """Shapes of all sizes with a little grain: about 2 MB as a PNG."""
    rng = random.Random(seed)
    picture = Image.new("RGB", (SIDE, SIDE), "grey")
    for cells in (4, 16, 64, 256):
        shapes = Image.frombytes("RGB", (cells, cells), rng.randbytes(3 * cells * cells))
        picture = Image.blend(picture, shapes.resize(picture.size, Image.Resampling.BICUBIC), 0.4)
    grain = Image.effect_noise(picture.size, _GRAIN).convert("RGB").filter(ImageFilter.GaussianBlur(0.5))
    path.write_bytes(write_png(Image.blend(picture, grain, 0.2), {}))
    return path


if __name__ == "__main__":
    sys.exit(main(Drawer))
