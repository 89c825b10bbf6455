"""A store with files beside it."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.images.blobs import Blobs
from bot.jobs.job import Job, Lease, Picture
from bot.jobs.queue import Choice
from bot.keeping import Sweeper, Tempo
from bot.store.store import Store, open_store
from tests.bot.store.conftest import Time, make
from tests.databases import fresh

QUICK = Tempo(breath=0.0, look=0.01, retention=0.0, trouble=0.0, grace=60.0)


@pytest.fixture
def time() -> Time:
    """Ten seconds after the first jobs were made."""
    later = Time()
    later.now += 10
    return later


@pytest.fixture
async def store(tmp_path: Path, time: Time) -> AsyncIterator[Store]:
    """Fresh."""
    async with open_store(fresh(tmp_path / "fourup.db"), lambda: time.now) as opened:
        yield opened


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return Blobs(tmp_path / "blobs")


@pytest.fixture
def sweeper(store: Store, blobs: Blobs) -> Sweeper:
    """One that waits for nothing."""
    return Sweeper(store, blobs, tempo=QUICK)


async def drawn(store: Store, blobs: Blobs, number: int, *contents: bytes, member: int = 1) -> Job:
    """A job with these pictures, at its end, its files a day old."""
    job = make(number, member)
    await store.jobs.submit([job])
    await store.leases.claim("one", 30.0, lambda _queue: Choice(job.id))
    pictures = [Picture(await aged(blobs, each), 8, 8, 1) for each in contents]
    await store.leases.render(Lease(job.id, 1), pictures, 1.0)
    return await store.outbox.deliver(job.id, 7, number)


async def aged(blobs: Blobs, content: bytes, seconds: float = 86_400.0) -> str:
    """The key of a blob that was put so long ago."""
    key = await blobs.put(content)
    at = blobs.path(key).stat().st_mtime - seconds
    os.utime(blobs.path(key), (at, at))
    return key
