"""A process that works on a store and prints what is committed."""

import asyncio
import sys
from pathlib import Path

from bot.store.store import Store, open_store
from tests.bot.store.conftest import PICTURES, START, make


def say(*words: object) -> None:
    """One line, at once."""
    sys.stdout.write(f"{' '.join(map(str, words))}\n")
    sys.stdout.flush()


async def finish(store: Store, holder: str) -> None:
    """Draw and post what waits, as a bot does that was started again."""
    while job := await store.leases.claim(holder, 30.0):
        say("running", job.id)
        await store.leases.render(job.lease, PICTURES, 1.0)
        say("rendered", job.id)
        await post(store)


async def post(store: Store) -> None:
    """Post what is due."""
    for delivery in await store.outbox.due():
        await store.outbox.deliver(delivery.job_id, 7, int(delivery.job_id.replace("-", ""), 16) >> 66)
        say("delivered", delivery.job_id)


async def live(path: Path, first: int, number: int) -> None:
    """Go on where the one before was killed, then take new jobs."""
    async with open_store(path, lambda: START) as store:
        say("open")
        await store.leases.recover()
        await post(store)
        await finish(store, "one")
        for each in range(first, first + number):
            await store.jobs.submit([make(each)], {"link": "blob"})
            say("waiting", make(each).id)
            if each % 3 == 0:
                await finish(store, "one")


async def claim(path: Path, holder: str) -> None:
    """Claim one job each time that it is told to."""
    async with open_store(path, lambda: START) as store:
        say("open")
        while await asyncio.to_thread(sys.stdin.readline):
            job = await store.leases.claim(holder, 30.0)
            say("running", job.id if job else "none")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["live", path, first, number]:
            asyncio.run(live(Path(path), int(first), int(number)))
        case ["claim", path, holder]:
            asyncio.run(claim(Path(path), holder))
