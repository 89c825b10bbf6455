"""What every table of measurements has in common: seconds gathered by name, and how they are shown."""

import gc
import math
import os
import platform
import statistics
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

Samples = dict[str, list[float]]
"""Seconds, by what took them."""


@contextmanager
def timed(samples: Samples, name: str) -> Iterator[None]:
    """The seconds of a block, added to those of its name."""
    start = time.perf_counter()
    yield
    samples.setdefault(name, []).append(time.perf_counter() - start)


async def repeated(runs: int, work: Callable[[], Awaitable[None]], warm_up: int = 3) -> None:
    """Do it that often, after a few times that do not count: `work` decides by itself what it measures.

    This process collects no garbage meanwhile: what it holds for a crowd of clients took 60 ms to go through.
    """
    gc.collect()
    gc.disable()
    try:
        for _ in range(warm_up + runs):
            await work()
    finally:
        gc.enable()


def p99(values: list[float]) -> float:
    """The 99th percentile by nearest rank."""
    return sorted(values)[math.ceil(0.99 * len(values)) - 1]


def show(title: str, samples: Samples, *, packages: tuple[str, ...]) -> None:
    """Print the table, in milliseconds."""
    runs = sorted({len(values) for values in samples.values()})
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    machine = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}, Python {platform.python_version()}"
    table = Table(title=title, caption=f"{' to '.join(map(str, runs))} runs each; {machine}; {versions}")
    for name in ("what", "median, ms", "p99, ms"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for name, values in samples.items():
        table.add_row(name, f"{statistics.median(values) * 1000:.1f}", f"{p99(values) * 1000:.1f}")
    Console().print(table)
