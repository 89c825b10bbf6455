"""Grids drawn by an engine, their files written as soon as they are there."""

import asyncio
from collections.abc import Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any

from engine.client import Client
from engine.protocol import Failed, Picture, Rendered
from fourup.imagine.files import Written, write
from fourup.imagine.order import Grid
from fourup.imagine.screen import Screen


@dataclass(frozen=True)
class Drawn:
    """A grid in files; `gpu_seconds` is its share of the device's time."""

    grid: Grid
    written: Written
    pictures: tuple[Picture, ...]
    gpu_seconds: float

    def to_dict(self) -> dict[str, Any]:
        """As `fourup imagine --json` prints it."""
        plan = self.grid.plan
        return {
            "job_id": self.grid.request.job_id,
            "prompt": self.grid.request.prompt,
            "grid": str(self.written.grid),
            "pictures": [
                {"path": str(path), "seed": each.seed, "width": each.width, "height": each.height}
                for path, each in zip(self.written.pictures, self.pictures, strict=True)
            ],
            "model": plan.model,
            "seed": plan.seed,
            "gpu_seconds": round(self.gpu_seconds, 3),
        }


async def draw(grids: Sequence[Grid], client: Client, screen: Screen) -> list[Drawn | Failed]:
    """All of them side by side, as far as the engine has room; one that fails leaves the others."""
    return await asyncio.gather(*(_draw(number, grid, client, screen) for number, grid in enumerate(grids)))


async def _draw(number: int, grid: Grid, client: Client, screen: Screen) -> Drawn | Failed:
    async with aclosing(client.submit(grid.request)) as events:
        async for event in events:
            screen.show(number, event)
            if isinstance(event, Failed):
                return event
            if isinstance(event, Rendered):
                written = await asyncio.to_thread(write, grid.request, grid.plan, event.pictures, grid.place)
                return Drawn(grid, written, event.pictures, event.gpu_seconds)
    raise AssertionError("the last event of a job is Rendered or Failed")
