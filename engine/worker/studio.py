"""What is done beside the loop, in a thread of its own: files to conditions before it, latents to files after it."""

from dataclasses import replace
from functools import partial
from math import ceil, sqrt
from pathlib import Path
from urllib.parse import quote

import torch
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.families import Condition, Encoded
from engine.families.pixels import to_picture
from engine.plan.boxes import Canvas
from engine.plan.edits import pane_size
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import Picture, Text
from engine.recipe import recipe
from engine.worker.easel import Easel, easel
from engine.worker.jobs import Job
from engine.worker.ladder import tried
from engine.worker.pngs import Grid, filtered, to_png
from engine.worker.rows import Pane, Row, next_round, rows_of, rows_of_pane
from engine.worker.shapes import FORMATS
from engine.worker.shelf import Shelf

MOST_PIXELS = 64_000_000
"""Of a picture handed in: what a camera makes fits, what only fills the memory does not."""
_FIRST_ROUND = "first round"
_PANE = "pane"
NOTHING = (Text("", 1.0),)
PREVIEW_SCALE = 4
"""Pixels of a preview for each latent."""


class Studio:
    """Reads, encodes, decodes and writes. Pictures lie under `out`, in a folder for each job."""

    def __init__(self, shelf: Shelf, out: Path) -> None:
        self._shelf = shelf
        self._out = out

    def prepare(self, job: Job) -> list[Row]:
        """The job's rows, encoded. Raises CannotDraw where one of its pictures cannot be read."""
        plan = job.plan
        family = self._shelf.get(plan.model)
        named = [
            *(each.path for each in plan.references),
            plan.start,
            None if plan.control is None else plan.control.path,
        ]
        paths = {path for path in named if path is not None}
        pictures = {path: opened(Path(path)) for path in paths}
        pictures |= {each.mask_name: opened_mask(Path(each.mask)) for each in plan.references if each.mask is not None}
        if plan.canvas is not None and plan.start is not None:
            return self._prepare_edit(job, plan.canvas, pictures[plan.start], pictures)
        encoded = tried(family, lambda: family.encode(plan, pictures))
        return rows_of(job.job_id, plan, encoded, family, self._shelf.facts(plan.model).size)

    def _prepare_edit(
        self, job: Job, canvas: Canvas, source: Image.Image, pictures: dict[str, Image.Image]
    ) -> list[Row]:
        """The same for a picture that is made of another one: the rows of each of its panes."""
        facts, family = self._shelf.facts(job.plan.model), self._shelf.get(job.plan.model)
        mask = None if canvas.mask is None else opened_mask(Path(canvas.mask))
        job.easel = made = easel(canvas, source, mask)
        width, height = pane_size(made.canvas, facts)
        job.plan = plan = replace(job.plan, canvas=made.canvas, width=width, height=height)
        rows: list[Row] = []
        conditions: tuple[Condition, ...] = ()
        heavier = 1.0
        for number in range(len(made.canvas.panes)):
            # what is said and seen is the same for all panes, and is encoded with the first
            asked = replace(plan, start=_PANE) if not number else _wordless(replace(plan, start=_PANE))
            own = pictures | {_PANE: made.start(number, (width, height))}
            encoded = tried(family, partial(family.encode, asked, own))
            if not number:
                conditions, heavier = encoded.conditions, encoded.heavier
            pane = _pane(made, number, replace(encoded, conditions=conditions, heavier=heavier))
            rows += rows_of_pane(job.job_id, plan, pane, family, facts.size)
        return rows

    def refine(self, job: Job, row: Row) -> Row:
        """The row that draws over what this one drew, enlarged."""
        plan = job.plan.second_round(row.picture, _FIRST_ROUND)
        drawn = to_picture(_decoded(row))
        encoded = tried(row.family, lambda: row.family.encode(plan, {_FIRST_ROUND: drawn}))
        encoded = replace(encoded, conditions=(row.condition,), heavier=row.heavier)
        (begun,) = rows_of(job.job_id, plan, encoded, row.family, self._shelf.facts(plan.model).size)
        return next_round(row, begun)

    def develop(self, job: Job, row: Row) -> Picture | None:
        """The row's picture, written, with its recipe in it; the job's grid is begun with it.

        None as long as it is not whole.
        """
        whole = job.put(row, to_picture(_decoded(row)))
        if whole is None:
            return None
        drawn = filtered(whole)
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

    def preview(self, job: Job, rows: list[Row], latents: torch.Tensor) -> Path:
        """The grid so far, small and rough, written; the file is whole at any time."""
        pictures = [_enlarged(to_picture(each)) for each in rows[0].family.preview(latents)]
        if job.easel is not None:
            pictures = _put_together(job.easel.small(), rows, pictures)
        width, height = pictures[0].size
        columns = ceil(sqrt(len(pictures)))
        grid = Image.new("RGB", (columns * width, ceil(len(pictures) / columns) * height))
        for number, picture in enumerate(pictures):
            grid.paste(picture, (number % columns * width, number // columns * height))
        path = self._folder(job) / "preview.webp"
        unfinished = path.with_suffix(".part")
        grid.save(unfinished, "WEBP", quality=80, method=0)
        return unfinished.replace(path)

    def _recipe(self, job: Job, picture: int | None) -> dict[str, str]:
        return recipe(job.request, job.plan, picture, self._shelf.hash(job.plan.model))

    def _folder(self, job: Job) -> Path:
        folder = self._out / quote(job.job_id, safe="")
        folder.mkdir(parents=True, exist_ok=True)
        return folder


def opened(path: Path) -> Image.Image:
    """The picture in RGB, upright, on white where it is transparent."""
    return _opened(path, "white").convert("RGB")


def opened_mask(path: Path) -> Image.Image:
    """The picture in grey, upright, on black where it is transparent."""
    return _opened(path, "black").convert("L")


def _opened(path: Path, ground: str) -> Image.Image:
    try:
        with Image.open(path, formats=FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise CannotDraw("picture.pixels", megapixels=MOST_PIXELS // 1_000_000)
            upright = ImageOps.exif_transpose(picture)
            if not upright.has_transparency_data:
                return upright.convert("RGB")
            under = Image.new("RGBA", upright.size, ground)
            return Image.alpha_composite(under, upright.convert("RGBA"))
    except (OSError, UnidentifiedImageError, SyntaxError, ValueError) as error:
        raise CannotDraw("picture.unreadable") from error


def _decoded(row: Row) -> torch.Tensor:
    """The row's picture, (3, height, width)."""
    return tried(row.family, lambda: row.family.decode(row.clean[None], tile=row.tile)[0])


def _wordless(plan: Plan) -> Plan:
    """The plan with nothing to encode but its start picture."""
    return replace(plan, texts=NOTHING, negative=NOTHING, references=(), rows=plan.rows[:1])


def _pane(made: Easel, number: int, encoded: Encoded) -> Pane:
    """The pane in latents, as many for each of its pixels as its encoder made."""
    canvas, box = made.canvas, made.canvas.panes[number]
    _, height, width = encoded.shape
    drawn = made.mask(number, (width, height))
    if not canvas.is_upscale:
        return Pane(encoded, drawn=drawn)
    across, along = width / box.width, height / box.height
    left, top = round(box.left * across), round(box.top * along)
    whole = max(top + height, round(canvas.height * along)), max(left + width, round(canvas.width * across))
    return Pane(encoded, number, left, top, whole)


def _put_together(made: Easel, rows: list[Row], pictures: list[Image.Image]) -> list[Image.Image]:
    """A picture for each that the rows draw."""
    panes: dict[int, dict[int, Image.Image]] = {}
    for row, picture in zip(rows, pictures, strict=True):
        panes.setdefault(row.picture, {})[row.pane] = picture
    return [made.put_together(each) for each in panes.values()]


def _enlarged(picture: Image.Image) -> Image.Image:
    return picture.resize((picture.width * PREVIEW_SCALE, picture.height * PREVIEW_SCALE), Image.Resampling.BICUBIC)
