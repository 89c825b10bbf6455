"""Several processes on one database, and processes that are killed."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from bot.store.store import Store, open_store
from tests.bot.store.conftest import START, make
from tests.structure.source import ROOT

ORDER = {"waiting": 0, "running": 0, "rendered": 1, "delivered": 2}
"""A job that runs waits again when its process was killed."""

# What would be a job half done; each finds nothing.
HALVES = (
    "SELECT id FROM jobs WHERE state = 'rendered' AND id NOT IN (SELECT job_id FROM deliveries)",
    "SELECT job_id FROM deliveries WHERE job_id NOT IN (SELECT id FROM jobs WHERE state = 'rendered')",
    "SELECT id FROM jobs WHERE state = 'delivered' AND id NOT IN (SELECT job_id FROM messages WHERE kind = 'result')",
    "SELECT id FROM jobs WHERE id NOT IN (SELECT job_id FROM originals)",
    "SELECT id FROM jobs WHERE (gpu_seconds IS NULL) = (id IN (SELECT job_id FROM pictures))",
    "SELECT job_id FROM pictures GROUP BY job_id HAVING count(*) <> 4",
    "SELECT job_id FROM messages GROUP BY job_id HAVING count(*) > 1",
)


@contextmanager
def started(*arguments: object) -> Iterator["subprocess.Popen[str]"]:
    """A process that works on a store; it ends with the block, at the latest when its input does."""
    command = [sys.executable, "-m", "tests.bot.store.process", *map(str, arguments)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process


def tell(process: "subprocess.Popen[str]", word: str) -> None:
    """A line to its input."""
    assert process.stdin
    process.stdin.write(word + "\n")
    process.stdin.flush()


def lines(process: "subprocess.Popen[str]") -> Iterator[list[str]]:
    """What it says, word by word."""
    assert process.stdout
    return (line.split() for line in process.stdout)


async def test_two_processes_never_claim_the_same_job(path: Path, store: Store) -> None:
    """Told at the same moment, again and again; together they get each job once."""
    for number in range(1, 41):
        await store.jobs.submit([make(number, member=number)])
    claimed = []
    with started("claim", path, "one") as one, started("claim", path, "two") as two:
        for process in (one, two):
            assert next(lines(process)) == ["open"]
        for _ in range(20):
            for process in (one, two):
                tell(process, "go")
            claimed += [next(lines(process))[1] for process in (one, two)]
    assert (one.returncode, two.returncode) == (0, 0)
    assert sorted(claimed) == [make(number).id for number in range(1, 41)]


def test_two_processes_can_make_the_database_at_once(path: Path) -> None:
    """One makes it, the other waits and finds it made."""
    for attempt in range(3):
        fresh = path.with_name(f"{attempt}.db")
        with started("claim", fresh, "one") as one, started("claim", fresh, "two") as two:
            assert [next(lines(process)) for process in (one, two)] == [["open"], ["open"]]
        assert (one.returncode, two.returncode) == (0, 0)


async def killed(path: Path, kills: int, seed: int) -> None:
    """Kill a process again and again amid its transactions; then let one finish, and hold all that was said true."""
    draw = random.Random(seed)
    said: dict[str, str] = {}
    for round_ in range(kills):
        after = draw.randrange(1, 60)
        with started("live", path, 1 + round_ * 1000, 1000) as process:
            for heard, words in enumerate(lines(process)):
                _note(said, words)
                if heard == after:
                    process.kill()
        assert process.returncode == -9
        _is_sound(path, said)
    with started("live", path, 1 + kills * 1000, 0) as last:
        for words in lines(last):
            _note(said, words)
    assert last.returncode == 0
    _is_sound(path, said)
    async with open_store(path, lambda: START) as store:
        for job_id in said:
            assert (await store.jobs.get(job_id)).state == "delivered"
    assert len(said) > kills


def _note(said: dict[str, str], words: list[str]) -> None:
    if len(words) == 2:
        state, job_id = words
        said[job_id] = state


def _is_sound(path: Path, said: dict[str, str]) -> None:
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        for query in HALVES:
            assert connection.execute(query).fetchall() == [], query
        stored = dict(connection.execute("SELECT id, state FROM jobs").fetchall())
    for job_id, state in said.items():
        assert ORDER[stored[job_id]] >= ORDER[state], f"{job_id} was {state}, and is {stored[job_id]}"


async def test_kills_lose_nothing_that_was_committed(path: Path) -> None:
    """No job, no state; the file is sound, no job is half done, and what was begun is finished."""
    await killed(path, kills=4, seed=1)


@pytest.mark.proof
@pytest.mark.timeout(900)
@pytest.mark.parametrize("seed", [2, 3])
async def test_a_hundred_kills_lose_nothing(path: Path, seed: int) -> None:
    """As above, for longer."""
    await killed(path, kills=100, seed=seed)
