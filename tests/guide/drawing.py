"""The guide's commands drawn by Pocket, from the prompt to files, as `fourup imagine` draws them."""

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console

from bot.prompt.parse import Rules
from engine.client import LocalClient
from engine.device import Device, Place, worker_command
from fourup.imagine.draw import Drawn, draw
from fourup.imagine.order import notices, order, planned
from fourup.imagine.screen import Screen
from fourup.imagine.sources import Sources
from fourup.models import catalogue_of
from fourup.settings import Settings


async def drawn(prompts: Sequence[str], files: Mapping[str, Path], folder: Path) -> tuple[list[list[Path]], list[str]]:
    """The pictures of each prompt, the permutations' one after another, and whatever is said of the prompts.

    `files` are the pictures by their links.
    """
    settings = Settings()
    catalogue = catalogue_of(settings)
    rules = Rules(settings.prompt.default_version)
    asked = [order(each, Sources((), files), folder / f"{number}.png", rules) for number, each in enumerate(prompts)]
    grids = [await planned(each, catalogue, folder) for each in asked]
    said = [line for one, own in zip(asked, grids, strict=True) for line in notices(one, own, catalogue)]
    flat = [grid for own in grids for grid in own]
    with tempfile.TemporaryDirectory() as work:
        place = Place(settings.engine.devices[0], Path(work), settings.engine.rows, folder / "start-up.json")
        with Screen(Console(quiet=True), [""] * len(flat)) as screen:
            async with LocalClient([Device(place, worker_command(place, catalogue))]) as client:
                outcomes = iter(await draw(flat, client, screen))
    made = []
    for own in grids:
        each = [next(outcomes) for _ in own]
        assert all(isinstance(outcome, Drawn) for outcome in each), each
        made.append([path for outcome in each if isinstance(outcome, Drawn) for path in outcome.written.pictures])
    return made, said
