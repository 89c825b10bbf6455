"""What the look at pictures costs, and how often harmless drawings and photographs are taken for explicit.

Pictures are those of the folders that are named, else of docs/pictures and of the installed packages that ship some
(`pip install scikit-image scikit-learn matplotlib` adds photographs). All of them are harmless, so whatever counts as
explicit is a mistake. What the network misses is not measured: the project keeps no explicit pictures.
"""

import argparse
import asyncio
import statistics
import sysconfig
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.images.looking.looker import CannotLook, Network
from bot.policy.pictures import EXPLICIT, ROUGH

SUFFIXES = {".png", ".jpg", ".jpeg", ".webp"}
LEAST = 2 << 10
"""Bytes below which a file is an icon."""


def pictures(folders: list[Path]) -> list[Path]:
    """Every picture in these folders that is larger than an icon."""
    found = (path for folder in folders for path in sorted(folder.rglob("*")))
    return [path for path in found if path.suffix.lower() in SUFFIXES and path.stat().st_size >= LEAST]


async def look(paths: list[Path]) -> None:
    """A row for each threshold, the highest scores, what one look takes, and what the process holds."""
    scores: list[tuple[float, Path]] = []
    seconds: list[float] = []
    async with Network() as network:
        for path in paths:
            start = time.perf_counter()
            try:
                scores.append((await network.look([path]), path))
            except CannotLook:
                continue
            seconds.append(time.perf_counter() - start)
        (process,) = network._process._all  # noqa: SLF001 - what it holds
        status = await asyncio.to_thread(Path(f"/proc/{process._process.pid}/status").read_text)  # noqa: SLF001
    held = next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    table = Table("", "", title=f"{len(scores)} harmless pictures looked at")
    for name, threshold in (("explicit", EXPLICIT), ("too rough to preview or to bring", ROUGH)):
        wrong = sum(score >= threshold for score, _ in scores)
        table.add_row(f"taken for {name} ({threshold})", f"{wrong} ({wrong / len(scores):.2%})")
    for score, path in sorted(scores, reverse=True)[:5]:
        table.add_row(f"{path.parent.name}/{path.name}", f"{score:.3f}")
    table.add_row("one look, median", f"{statistics.median(seconds) * 1000:.0f} ms")
    table.add_row("the most that the process held", f"{held / 1024:.0f} MiB")
    Console().print(table)


def main() -> None:
    """`python -m bench.looking [FOLDER]...`"""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path)
    folders = parser.parse_args().folders or [Path("docs/pictures"), Path(sysconfig.get_paths()["purelib"])]
    asyncio.run(look(pictures(folders)))


if __name__ == "__main__":
    main()
