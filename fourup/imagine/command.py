"""What `fourup imagine` does, from the prompt to the last line that it prints."""

import asyncio
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from bot.prompt.errors import WrongPrompt
from bot.prompt.parse import Rules
from engine.client import LocalClient
from engine.device import Device, worker_command
from engine.protocol import Failed
from fourup.devices import place_of
from fourup.errors import FourupError
from fourup.explain import panels
from fourup.imagine.draw import Drawn, draw
from fourup.imagine.order import Order, notices, order, planned
from fourup.imagine.screen import Screen
from fourup.imagine.sources import sources
from fourup.models import catalogue_of
from fourup.settings import Settings

Json = dict[str, Any]
_NOTHING: Json = dict.fromkeys(("parameter", "value", "suggestion", "corrected"))


@dataclass(frozen=True)
class Wishes:
    """What was typed."""

    prompt: str
    images: tuple[str, ...] = ()
    out: Path | None = None


def imagine(wishes: Wishes, settings: Settings, *, as_json: bool) -> int:
    """Draw, write the files, and say where they are; the exit code. Raises FourupError where it prints no JSON."""
    try:
        rules = Rules(settings.prompt.default_version)
        asked = order(wishes.prompt, sources(wishes.images), wishes.out, rules)
        drawn, said = asyncio.run(_drawn(asked, settings, Console(stderr=True)))
    except WrongPrompt as wrong:
        if not as_json:
            Console(stderr=True).print(panels.mistakes(wrong.mistakes))
            return 1
        return _tell({"ok": False, "errors": [each.to_dict() for each in wrong.mistakes]})
    except FourupError as error:
        if not as_json:
            raise
        return _tell({"ok": False, "errors": [_error(type(error).__name__, str(error))]})
    return _tell(_outcome(drawn, said)) if as_json else _print(drawn, said, Console(soft_wrap=True))


async def _drawn(asked: Order, settings: Settings, console: Console) -> tuple[list[Drawn | Failed], list[str]]:
    catalogue = catalogue_of(settings)
    with tempfile.TemporaryDirectory(prefix="fourup-") as folder:
        grids = await planned(asked, catalogue, Path(folder))
        place = place_of(settings, settings.engine.devices[0], Path(folder), _kept())
        device = Device(place, worker_command(place, catalogue))
        with Screen(console, [grid.request.prompt or "picture" for grid in grids]) as screen:
            async with LocalClient([device]) as client:
                drawn = await draw(grids, client, screen)
    return drawn, notices(asked, grids, catalogue)


def _kept() -> Path:
    """Where it is remembered how long the engine takes to start: among what can be lost (XDG Base Directory)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "fourup"


def _outcome(drawn: Sequence[Drawn | Failed], said: Sequence[str]) -> Json:
    errors = [_error(each.kind, each.reason) for each in drawn if isinstance(each, Failed)]
    jobs = [each.to_dict() for each in drawn if isinstance(each, Drawn)]
    told: Json = {"ok": not errors, "notices": list(said), "jobs": jobs}
    return told | {"errors": errors} if errors else told


def _error(kind: str, message: str) -> Json:
    return {"kind": kind, "title": "Cannot draw", "message": message, **_NOTHING}


def _tell(told: Json) -> int:
    Console(soft_wrap=True).file.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    return 0 if told["ok"] else 1


def _print(drawn: Sequence[Drawn | Failed], said: Sequence[str], console: Console) -> int:
    if said:
        console.print(panels.notices(said))
    for each in drawn:
        if isinstance(each, Failed):
            console.print(each.reason, style="red", highlight=False, markup=False)
        else:
            first, count = each.pictures[0], len(each.pictures)
            told = f"{count} of {first.width} x {first.height}, seed {first.seed}, {each.gpu_seconds:.1f} s"
            console.print(f"{each.written.grid}  {told}", highlight=False, markup=False)
    return 1 if any(isinstance(each, Failed) for each in drawn) else 0
