"""What is done beside the loop, in a thread of its own: files to conditions before it, latents to files after it."""

from dataclasses import replace
from math import ceil, sqrt
from pathlib import Path
from urllib.parse import quote

import torch
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.families.pixels import to_picture
from engine.plan.plan import CannotDraw
from engine.protocol import Picture
from engine.recipe import recipe
from engine.worker.jobs import Job
from engine.worker.models import Models
from engine.worker.pngs import Grid, filtered, to_png
from engine.worker.rows import Row, next_round, rows_of
from engine.worker.shapes import FORMATS

MOST_PIXELS = 64_000_000
"""Of a picture handed in: what a camera makes fits, what only fills the memory does not."""
_FIRST_ROUND = "first round"
PREVIEW_SCALE = 4
"""Pixels of a preview for each latent."""


class Studio:
    """Reads, encodes, decodes and writes. Pictures lie under `out`, in a folder for each job."""

    def __init__(self, models: Models, out: Path) -> None:
        self._models = models
        self._out = out

    def prepare(self, job: Job) -> list[Row]:
        """The job's rows, encoded. Raises CannotDraw where one of its pictures cannot be read."""
        plan = job.plan
        family = self._models.loaded(plan.model)
        paths = {path for path in (*(each.path for each in plan.references), plan.start) if path is not None}
        encoded = family.encode(plan, {path: opened(Path(path)) for path in paths})
        return rows_of(job.job_id, plan, encoded, family, self._models.facts(plan.model).size)

    def refine(self, job: Job, row: Row) -> Row:
        """The row that draws over what this one drew, enlarged."""
        plan = job.plan.second_round(row.picture, _FIRST_ROUND)
        drawn = to_picture(row.family.decode(row.clean[None], tile=row.tile)[0])
        encoded = replace(row.family.encode(plan, {_FIRST_ROUND: drawn}), conditions=(row.condition,))
        (begun,) = rows_of(job.job_id, plan, encoded, row.family, self._models.facts(plan.model).size)
        return next_round(row, begun)

    def develop(self, job: Job, row: Row) -> Picture:
        """The row's picture, written, with its recipe in it; the job's grid is begun with it."""
        drawn = filtered(to_picture(row.family.decode(row.clean[None], tile=row.tile)[0]))
        if job.plan.count > 1:
            job.grid = job.grid or Grid(job.plan.count)
            job.grid.put(row.picture, drawn)
        path = self._folder(job) / f"{row.picture}.png"
        path.write_bytes(to_png(drawn, self._recipe(job, row.picture)))
        return Picture(str(path), *drawn.picture.size, job.plan.rows[row.picture].seed)

    def put_together(self, job: Job) -> Path | None:
        """The job's grid, written, with its recipe in it; None where a picture of it was not wanted, or it has one."""
        grid, job.grid = job.grid, None
        if grid is None or not grid.is_whole:
            return None
        path = self._folder(job) / "grid.png"
        path.write_bytes(grid.file(self._recipe(job, None)))
        return path

    def preview(self, job: Job, latents: torch.Tensor) -> Path:
        """The grid so far, small and rough, written; the file is whole at any time."""
        colours = job.rows[0].family.preview(latents)
        pictures = [to_picture(each) for each in colours]
        width, height = (side * PREVIEW_SCALE for side in pictures[0].size)
        columns = ceil(sqrt(len(pictures)))
        grid = Image.new("RGB", (columns * width, ceil(len(pictures) / columns) * height))
        for number, picture in enumerate(pictures):
            place = (number % columns * width, number // columns * height)
            grid.paste(picture.resize((width, height), Image.Resampling.BICUBIC), place)
        path = self._folder(job) / "preview.webp"
        unfinished = path.with_suffix(".part")
        grid.save(unfinished, "WEBP", quality=80, method=0)
        return unfinished.replace(path)

    def _recipe(self, job: Job, picture: int | None) -> dict[str, str]:
        return recipe(job.request, job.plan, picture, self._models.hash(job.plan.model))

    def _folder(self, job: Job) -> Path:
        folder = self._out / quote(job.job_id, safe="")
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def opened(path: Path) -> Image.Image:
    """The picture in RGB, upright, on white where it is transparent."""
    try:
        with Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise CannotDraw(f"One of the pictures has more than {MOST_PIXELS // 1_000_000} megapixels.")
            upright = ImageOps.exif_transpose(picture)
            if not upright.has_transparency_data:
                return upright.convert("RGB")
            white = Image.new("RGBA", upright.size, "white")
            return Image.alpha_composite(white, upright.convert("RGBA")).convert("RGB")
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError) as error:
        raise CannotDraw("One of the pictures cannot be read: send it as PNG, JPEG or WebP.") from error
