"""The store's own fixtures, and jobs that have come to an end."""

import pytest

from bot.jobs.job import Job, Lease, Picture
from bot.jobs.queue import Choice
from bot.store.messages import Kind, Message
from bot.store.store import Store
from tests.bot.store.conftest import Time, make, path, store

__all__ = ["delivered", "key", "path", "store", "time"]


@pytest.fixture
def time() -> Time:
    """Ten seconds after the first jobs were made."""
    later = Time()
    later.now += 10
    return later


def key(number: int) -> str:
    """Of a blob."""
    return f"{number:064x}"


async def delivered(
    store: Store, number: int, member: int = 1, blobs: tuple[int, ...] = (1,), prompt: str = "an apple"
) -> Job:
    """The job of this number with these pictures and one attached, posted as the message of a thousand times that."""
    job = make(number, member, prompt)
    await store.jobs.submit([job], {"https://a.test/b.png": key(900 + member)})
    await store.leases.claim("one", 30.0, lambda _queue: Choice(job.id))
    pictures = [Picture(key(each), 8, 8, each) for each in blobs]
    await store.leases.render(Lease(job.id, 1), pictures, 1.0)
    await store.messages.record(Message(number * 1000, 7, job.id, Kind.PROGRESS))
    return await store.outbox.deliver(job.id, 7, number * 1000)
