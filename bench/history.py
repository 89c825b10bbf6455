"""How long the database takes for what everybody waits for, with a million jobs of history."""

import argparse
import asyncio
import random
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from rich.console import Console

from bench._timing import Samples, repeated, show, timed
from bot.ids import job_id
from bot.images.blobs import Blobs
from bot.jobs.job import Asked, Job, Member, New
from bot.keeping import Sweeper
from bot.store.store import Store, open_store

BEGIN = 1_750_000_000.0
"""The second since 1970 of the first job; one comes every five seconds."""
MEMBERS = 500
WAITING = 200
_BATCH = 50_000


def ids(number: int) -> str:
    """The id of the job of this number."""
    return job_id(int((BEGIN + 5 * number) * 1000), number)


def fill(path: Path, jobs: int) -> None:
    """A history: grids that were delivered, each with four pictures and its message, and the last ones waiting."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF"):
            database.execute(f"PRAGMA {pragma}")
        database.execute("BEGIN")
        database.executemany("INSERT INTO members VALUES (?, 'name', 'en-US')", [(each,) for each in range(MEMBERS)])
        database.execute("INSERT INTO guilds (id, met_at) VALUES (8, 0)")
        database.executemany("INSERT INTO channels (id, guild_id) VALUES (?, 8)", [(each,) for each in range(1, 21)])
        for first in range(0, jobs, _BATCH):
            numbers = range(first, min(first + _BATCH, jobs))
            database.executemany(
                "INSERT INTO jobs (id, interaction_id, ordinal, member_id, channel_id, prompt, seed, action, speed, "
                "state, attempt, is_alone, deaths, gpu_seconds) VALUES (?, ?, 0, ?, ?, 'a red apple on a table', 1, "
                "'imagine', 'fast', ?, 1, 0, 0, ?)",
                _jobs(numbers, jobs),
            )
            database.executemany("INSERT INTO pictures VALUES (?, ?, ?, 1024, 1024, 1)", _pictures(numbers))
            database.executemany("INSERT INTO messages VALUES (?, 1, ?, 'result')", [(n + 1, ids(n)) for n in numbers])
        database.execute("COMMIT")


def _jobs(numbers: range, jobs: int) -> Iterator[tuple[object, ...]]:
    for each in numbers:
        is_waiting = each >= jobs - WAITING
        state, cost = ("waiting", None) if is_waiting else ("delivered", 1.5)
        yield ids(each), each, each * 7919 % MEMBERS, each % 20 + 1, state, cost


def _pictures(numbers: range) -> Iterator[tuple[object, ...]]:
    for each in numbers:
        for index in range(1, 5):
            yield ids(each), index, f"{each * 4 + index:064x}"


async def measured(store: Store, jobs: int, runs: int) -> Samples:
    """Each a few times, for members and jobs at random."""
    samples: Samples = {}
    drawn = random.Random(4)
    fresh = iter(range(jobs + 10, jobs + 10_000))

    async def once() -> None:
        member, job = drawn.randrange(MEMBERS), ids(drawn.randrange(jobs - WAITING))
        with timed(samples, "the pick: claim the next job"):
            claimed = await store.leases.claim("bench", 60.0)
        assert claimed is not None
        await store.leases.hand_back([claimed.lease])
        with timed(samples, "/show: what it offers"):
            await store.jobs.of(member)
        with timed(samples, "/show: the job, its buttons"):
            await store.jobs.get(job)
            await store.jobs.pressed(job)
        with timed(samples, "a press: which job a message shows"):
            await store.messages.job_of(drawn.randrange(1, jobs))
        with timed(samples, "everybody's place in the queue"):
            await store.leases.queue()
        with timed(samples, "/info: what was used"):
            await store.usage.of(member)
        number = next(fresh)
        asked = Asked(jobs * 2 + number, Member(member, "name"), 1, 8)
        with timed(samples, "a new job"):
            await store.jobs.submit([Job.imagine(New(ids(number), 1, asked), "a fox")])
        with timed(samples, "which of 100 files nobody needs"):
            await store.named.unnamed([f"{drawn.randrange(8 * jobs):064x}" for _ in range(100)])
        with timed(samples, "a page of 200 jobs for an export"):
            await store.records.jobs(member, limit=200)

    await repeated(runs, once)
    return samples


async def forgotten(store: Store, folder: Path) -> tuple[int, float, float]:
    """How many jobs of a member went, in how many seconds, and the longest that another's write waited meanwhile."""
    await store.forgetting.ask(3)
    sweeper = Sweeper(store, Blobs(folder / "blobs"))
    began, longest = time.perf_counter(), 0.0
    going = asyncio.create_task(sweeper.forget())
    while not going.done():
        start = time.perf_counter()
        await store.places.meet(9)
        longest = max(longest, time.perf_counter() - start)
        await asyncio.sleep(0.01)
    return await going, time.perf_counter() - began, longest


async def measure(jobs: int, runs: int, folder: Path) -> None:
    path = folder / "fourup.db"
    async with open_store(path, time.time):
        pass
    start = time.perf_counter()
    await asyncio.to_thread(fill, path, jobs)
    size = path.stat().st_size / 2**20
    Console().print(f"{jobs:,} jobs written in {time.perf_counter() - start:.0f} s, {size:.0f} MiB")
    async with open_store(path, lambda: BEGIN + 5 * jobs + 60) as store:
        samples = await measured(store, jobs, runs)
        show(f"The database with {jobs:,} jobs", samples, packages=("SQLAlchemy",))
        gone, seconds, longest = await forgotten(store, folder)
        Console().print(
            f"A member with {gone:,} jobs was forgotten in {seconds:.0f} s; nobody else's write waited longer than "
            f"{longest * 1000:.0f} ms"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.history", description=__doc__)
    parser.add_argument("--jobs", type=int, default=1_000_000, help="how many there are (default: 1,000,000)")
    parser.add_argument("--runs", type=int, default=100, help="how often each is measured (default: 100)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(given.jobs, given.runs, Path(folder)))


if __name__ == "__main__":
    main()
