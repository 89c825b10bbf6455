"""The measure of inpainting: pictures and masks as files, drawn anew by the engine as a member's job would be."""

import queue
import tempfile
from pathlib import Path
from random import Random

import numpy as np
from PIL import Image, ImageDraw

from engine.families.pixels import to_picture
from engine.plan.make import make_plan
from engine.pocket.evaluate.artist import Wish
from engine.pocket.evaluate.asked import Asked
from engine.protocol import Edit, Event, Failed, Parameters, Reference, Rendered, RenderRequest, Role, Text
from engine.worker.engine import Engine
from engine.worker.models import Model
from engine.worker.shapes import with_shape_of_start

CASES = 8
PATIENCE = 120.0
"""Seconds."""


class NotDrawn(Exception):
    """The engine did not draw a region; the text says why."""


def regions(asked: Asked) -> dict[str, float]:
    """How often every decoded pixel outside of the mask is what it was, PNG against PNG, and some inside is not."""
    random = Random(3)
    wishes = [Wish(asked.named(random.choice(asked.places)), seed) for seed in range(min(CASES, asked.cases))]
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    kept = 0
    with tempfile.TemporaryDirectory() as folder, _engine(asked, Path(folder), events) as engine:
        for number, pixels in enumerate(asked.artist.draw(wishes)):
            start, mask = Path(folder) / f"{number}.png", Path(folder) / f"{number}.mask.png"
            before = to_picture(pixels / 2 + 0.5)
            before.save(start)
            marked = _marked(before.size, random)
            marked.save(mask)
            given = (Reference(Role.START, str(start)), Reference(Role.MASK, str(mask)))
            words = (Text(asked.named(random.choice(asked.places))),)
            request = with_shape_of_start(
                RenderRequest(str(number), words, references=given, edit=Edit.REGION, parameters=Parameters(count=1))
            )
            engine.submit(request, make_plan(request, engine.facts("pocket")))
            after = _opened(_path(events))
            same = (after == np.asarray(before)).all(-1)
            outside = np.asarray(marked) == 0
            kept += bool(same[outside].all() and not same[~outside].all())
    return {"pixels outside of the mask are what they were": kept / len(wishes)}


def _engine(asked: Asked, folder: Path, events: "queue.SimpleQueue[Event]") -> Engine:
    device = asked.artist.device
    return Engine({"pocket": Model("sd15", asked.artist.folder)}, device, folder / "out", events.put)


def _marked(size: tuple[int, int], random: Random) -> Image.Image:
    """White where it is to be drawn anew: an ellipse of half the picture's side."""
    mask = Image.new("L", size)
    left, top = random.randrange(size[0] // 2), random.randrange(size[1] // 2)
    ImageDraw.Draw(mask).ellipse((left, top, left + size[0] // 2, top + size[1] // 2), fill=255)
    return mask


def _path(events: "queue.SimpleQueue[Event]") -> Path:
    """Of the picture that was drawn. Raises NotDrawn."""
    while True:
        event = events.get(timeout=PATIENCE)
        if isinstance(event, Failed):
            raise NotDrawn(event.reason)
        if isinstance(event, Rendered):
            return Path(event.pictures[0].path)


def _opened(path: Path) -> "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]":
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"))
