"""What the queue takes of the bot: the choice and the places of all that wait, beside a long history of jobs."""

import argparse
import asyncio
import random
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from bench._timing import Samples, repeated, show, timed
from bot.ids import job_id
from bot.jobs.job import Speed
from bot.scheduler.fair import Fair
from bot.scheduler.forecast import forecast
from bot.store.store import Store, open_store

START = 1_790_000_000_000


def fill(path: Path, history: int, waiting: int, members: int) -> None:
    """Jobs that were delivered, and behind them some that wait, of members in all classes."""
    chance = random.Random(1)
    total = history + waiting
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executemany("INSERT INTO members VALUES (?, 'name', 'en-US')", ((each,) for each in range(members)))
        connection.execute("INSERT INTO guilds VALUES (8, 0)")
        connection.execute("INSERT INTO channels VALUES (7, 8)")
        rows = (
            (
                *(job_id(START + each, each), each, chance.randrange(members), each, chance.choice([*Speed])),
                *(("delivered", 1, 4.0) if each < history else ("waiting", 0, None)),
                chance.choice((120.0, 240.0, 480.0)),
            )
            for each in range(total)
        )
        connection.executemany(
            "INSERT INTO jobs (id, interaction_id, ordinal, member_id, channel_id, prompt, seed, action, speed, state, "
            "attempt, is_alone, deaths, gpu_seconds, model, work) "
            "VALUES (?, ?, 0, ?, 7, 'an apple', ?, 'imagine', ?, ?, ?, 0, 0, ?, 'one', ?)",
            rows,
        )


async def measure(samples: Samples, store: Store, runs: int) -> None:
    """Claim and hand back, so that the queue stays as long; look at all places."""
    choose = Fair(3, lambda: 0.05).choose

    async def claim() -> None:
        with timed(samples, "the choice, with its transaction"):
            job = await store.leases.claim("bench", 60.0, choose)
        assert job is not None
        await store.leases.hand_back([job.lease])

    async def places() -> None:
        with timed(samples, "everybody's place: from the database"):
            queue = await store.leases.queue()
        with timed(samples, "everybody's place: reckoned"):
            forecast(queue, {}, 0.05)
        with timed(samples, "the choice alone, all waiting jobs being heads"):
            choose(queue)

    await repeated(runs, claim)
    await repeated(runs, places)


async def run(history: int, waiting: int, members: int, runs: int) -> Samples:
    """All of it, in a folder of its own."""
    samples: Samples = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fourup.db"
        async with open_store(path, time.time):
            fill(path, history, waiting, members)
        async with open_store(path, time.time) as store:
            await measure(samples, store, runs)
    return samples


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.queue", description=__doc__)
    parser.add_argument("--history", type=int, default=1_000_000, help="jobs that were delivered (default: 1000000)")
    parser.add_argument("--waiting", type=int, default=1000, help="jobs that wait (default: 1000)")
    parser.add_argument("--members", type=int, default=500, help="whose they are (default: 500)")
    parser.add_argument("--runs", type=int, default=100, help="how often each is measured (default: 100)")
    given = parser.parse_args()
    samples = asyncio.run(run(given.history, given.waiting, given.members, given.runs))
    show(f"{given.waiting} waiting jobs, {given.history} in all", samples, packages=("SQLAlchemy",))


if __name__ == "__main__":
    main()
