"""A store in a file of its own, and jobs to put into it."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.ids import job_id
from bot.jobs.job import Asked, Job, Member, New, Picture
from bot.store.store import Store, open_store
from tests.databases import fresh

START = 1_790_000_000.0
PICTURES = tuple(Picture(f"blob {index}", 64, 48, 100 + index) for index in range(1, 5))

Make = Callable[..., Job]


class Time:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = START


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database is; with characters that addresses and settings have a use for."""
    return tmp_path / "a folder %20?&#" / "fourup.db"


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
async def store(path: Path, time: Time) -> AsyncIterator[Store]:
    """Fresh."""
    async with open_store(fresh(path), lambda: time.now) as opened:
        yield opened


def new(number: int, member: int = 1, ordinal: int = 0) -> New:
    """What the job of this number has of its own: a later number is a later job."""
    asked = Asked(1000 + number - ordinal, Member(member, f"member {member}", "de"), 7, 8, ordinal)
    return New(job_id(int(START * 1000) + number, number), number, asked)


def make(number: int, member: int = 1, prompt: str = "an apple") -> Job:
    """The job of this number."""
    return Job.imagine(new(number, member), prompt)


async def claimed(store: Store, number: int = 1) -> Job:
    """A job that was submitted and claimed."""
    await store.jobs.submit([make(number)])
    job = await store.leases.claim("one", 30.0)
    assert job is not None
    return job


async def rendered(store: Store, number: int = 1) -> Job:
    """A job with four pictures that have still to be posted."""
    return await store.leases.render((await claimed(store, number)).lease, PICTURES, 2.5)
