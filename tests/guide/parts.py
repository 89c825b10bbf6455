"""The guide's recipe for a part of a picture, drawn by Pocket: what `/region` hands to the engine, and what comes."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image

from bot.images.masks import boxed
from bot.images.places import place
from bot.prompt.parse import Rules
from bot.prompt.read import read
from bot.request import to_request
from engine.client import LocalClient
from engine.device import Device, Place, worker_command
from engine.protocol import Edit, Reference, Rendered, RenderRequest, Role
from fourup.models import catalogue_of
from fourup.settings import Settings
from tests.guide.guide import TEXT

COMMAND = re.compile(
    r"^ {4}/region prompt:(.+) where:(.+) link:(https://\S+)\n\n!\[[^\]]+\]\((pictures/\S+)\)$", re.MULTILINE
)


@dataclass(frozen=True)
class Part:
    """A command as it stands in the guide, and the file of the strip below it."""

    prompt: str
    where: str
    link: str
    strip: str


def parts() -> list[Part]:
    """The commands, in the guide's order."""
    return [Part(*found) for found in COMMAND.findall(TEXT)]


def asked(part: Part, given: Path, folder: Path, more: str = "") -> tuple[Path, RenderRequest]:
    """The mask, white where it is drawn anew, and what the engine is asked for."""
    folder.mkdir(parents=True, exist_ok=True)
    mask, where = folder / "mask.png", place(part.where)
    with Image.open(given) as picture:
        size = picture.size
    mask.write_bytes(boxed(where.boxes, size, is_inverted=where.is_inverted))
    (prompt,) = read(f"{part.prompt} {more}", Rules(Settings().prompt.default_version)).prompts
    references = (Reference(Role.START, str(given), size=size), Reference(Role.MASK, str(mask)))
    return mask, replace(to_request(prompt, "part", {}, seed=4), references=references, edit=Edit.REGION)


async def redrawn(request: RenderRequest, folder: Path) -> list[Path]:
    """The pictures, which lie in this folder."""
    settings = Settings()
    catalogue = catalogue_of(settings)
    drawing = Place(settings.engine.devices[0], folder / "out", settings.engine.rows, folder / "start-up.json")
    async with LocalClient([Device(drawing, worker_command(drawing, catalogue))]) as client:
        last = [event async for event in client.submit(request)][-1]
    assert isinstance(last, Rendered), last
    return [Path(each.path) for each in last.pictures]
