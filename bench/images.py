"""What pictures cost the bot: a grid put together and encoded, a member's picture decoded, and what the loop feels.

Where other programs work beside it, look at the column of the processor's time.
"""

import argparse
import asyncio
import io
import random
import statistics
import tempfile
import time
import zlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PIL import Image
from rich.console import Console
from rich.table import Table

from bench._timing import p99
from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.encode import put_together
from bot.images.fetch import Fetcher
from bot.images.pictures import Pictures
from bot.images.png import write_png

SIDE = 1024  # pixels of one picture of the grid
TICK = 0.001  # seconds between two looks at the loop
RECIPE = {"parameters": "a red apple\nSteps: 20, Sampler: DPM++ 2M Karras", "fourup": "{}"}
MIB = 2**20


def picture(seed: int, side: int = SIDE) -> Image.Image:
    """Noise of every scale, each finer one weaker, as photographs have it; three channels that resemble each other."""
    drawn = random.Random(seed)
    channels = []
    for _ in range(3):
        size, found = 4, Image.new("L", (side, side), 128)
        while size <= side:
            layer = Image.frombytes("L", (size, size), drawn.randbytes(size * size)).resize((side, side))
            found = Image.blend(found, layer, 0.33 if size < side else 0.05)
            size *= 2
        channels.append(found)
    return Image.merge("RGB", [Image.blend(channels[0], each, 0.3) for each in channels])


@dataclass
class Row:
    """What was measured of one way."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    size: int = 0
    late: list[float] = field(default_factory=list)
    """Seconds by which the loop's looks came too late."""


async def measured(runs: int, work: Callable[[], Awaitable[bytes]]) -> Row:
    """Seconds of the clock, of this process's processor time, and the delay of the loop meanwhile."""
    row = Row()
    for _ in range(runs):
        watch = asyncio.create_task(_watch(row.late))
        wall, cpu = time.perf_counter(), time.process_time()
        row.size = len(await work())
        row.wall.append(time.perf_counter() - wall)
        row.cpu.append(time.process_time() - cpu)
        watch.cancel()
    return row


async def _watch(late: list[float]) -> None:
    while True:
        before = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - before - TICK)


def saved(grid: Image.Image, kind: str, **how: object) -> bytes:
    """As Pillow writes it."""
    target = io.BytesIO()
    grid.save(target, kind, **how)
    return target.getvalue()


def ways(grid: Image.Image, paths: list[Path]) -> dict[str, Callable[[], bytes]]:
    """What a thread does, each."""
    pillow: dict[str, Callable[[], bytes]] = {
        f"PNG, Pillow, level {level}": partial(saved, grid, "PNG", compress_level=level) for level in (1, 6)
    }
    pillow["PNG, Pillow, Z_RLE"] = partial(saved, grid, "PNG", compress_type=zlib.Z_RLE)
    webp: dict[str, Callable[[], bytes]] = {
        f"WebP {quality}": partial(saved, grid, "WEBP", quality=quality, method=0) for quality in (95, 90, 75, 50)
    }
    webp["WebP 90, method 4"] = partial(saved, grid, "WEBP", quality=90)
    webp["WebP, lossless"] = partial(saved, grid, "WEBP", lossless=True, quality=0, method=0)
    return {
        "nothing": bytes,
        "decoded, put together": lambda: bytes(put_together(paths)[0].width - 2 * SIDE),
        **pillow,
        "PNG, ours, one thread": partial(write_png, grid, RECIPE),
        **webp,
        "JPEG 95": partial(saved, grid, "JPEG", quality=95),
    }


async def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.images", description=__doc__)
    parser.add_argument("--runs", type=int, default=30, help="how often each is done (default: 30)")
    runs = parser.parse_args().runs
    singles = [picture(seed) for seed in range(4)]
    rows: dict[str, Row] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = [folder / f"{number}.png" for number in range(4)]
        for path, each in zip(paths, singles, strict=True):
            path.write_bytes(write_png(each, RECIPE))
        grid, _ = put_together(paths)
        for what, work in ways(grid, paths).items():
            rows[what] = await measured(runs, partial(asyncio.to_thread, work))
        async with Decoders(1) as decoders:
            pictures = Pictures(blobs=Blobs(folder / "blobs"), fetcher=Fetcher(), decoders=decoders)
            start = time.perf_counter()
            await decoders.warm()
            rows["a decoder's start"] = Row([time.perf_counter() - start], [0.0])
            for limit in (25 * MIB, 8 * MIB, 1 * MIB):
                rows[f"encode, {limit // MIB} MiB"] = await measured(runs, partial(_encode, pictures, paths, limit))
            for kind in ("PNG", "JPEG"):
                rows[f"keep_upload, {kind}"] = await measured(runs, partial(_keep, pictures, saved(singles[0], kind)))
    show(rows, runs)


async def _encode(pictures: Pictures, paths: list[Path], limit: int) -> bytes:
    return (await pictures.encode(paths, limit)).content


async def _keep(pictures: Pictures, content: bytes) -> bytes:
    return await pictures.blobs.get(await pictures.keep_upload(content, "a picture"))


def show(rows: dict[str, Row], runs: int) -> None:
    """Print the table."""
    caption = f"{runs} runs each; CPU of the bot's process; loop: how late a look every {TICK * 1000:.0f} ms came"
    table = Table(title=f"Pictures: a grid of {2 * SIDE} x {2 * SIDE}", caption=caption)
    table.add_column("what")
    for name in ("median, ms", "p99, ms", "CPU, ms", "loop p99, ms", "MiB"):
        table.add_column(name, justify="right")
    for what, row in rows.items():
        seconds = (statistics.median(row.wall), p99(row.wall), statistics.median(row.cpu), p99(row.late or [0.0]))
        size = f"{row.size / MIB:.2f}" if row.size else ""
        table.add_row(what, *(f"{value * 1000:.1f}" for value in seconds), size)
    Console().print(table)


if __name__ == "__main__":
    asyncio.run(main())
