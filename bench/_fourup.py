"""The bot that bench.bot measures: `fourup run` with a quick drawer, and a clock in its event loop.

BENCH_DELAYS names the file to which it writes by how much each timer of TICK seconds came late, in seconds.
"""

import asyncio
import os
import time
from pathlib import Path

from engine.catalogue import Catalogue
from engine.device import Place
from fourup.run import run
from fourup.settings import load
from tests.end_to_end.stand_in import command

TICK = 0.01
_clocks: set[asyncio.Task[None]] = set()


async def _sample(file: Path) -> None:
    with file.open("a", encoding="utf-8", buffering=1) as delays:
        while True:
            start = time.perf_counter()
            await asyncio.sleep(TICK)
            delays.write(f"{time.monotonic():.3f} {time.perf_counter() - start - TICK:.6f}\n")


def worker(place: Place, catalogue: Catalogue) -> tuple[str, ...]:
    """How the drawer is started; called in the running loop, in which the clock is started too."""
    if file := os.environ.get("BENCH_DELAYS"):
        _clocks.add(asyncio.get_running_loop().create_task(_sample(Path(file))))
    python, _, *options = command(place, catalogue)
    return (python, "-m", "bench._drawer", *options)


if __name__ == "__main__":
    run(load(), exit_with_parent=False, worker=worker)
