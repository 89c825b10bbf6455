"""A storage folder with a job in it that was drawn."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from rich.console import Console

from bot.images.blobs import Blobs
from bot.jobs.job import Asked, Job, Member, New, Picture
from bot.jobs.queue import Choice
from bot.store.store import Store, open_store
from fourup.settings import BLOBS, DATABASE


@dataclass
class Kept:
    """The folder, and how more comes into it."""

    folder: Path
    made: int = 0

    @property
    def blobs(self) -> Blobs:
        return Blobs(self.folder / BLOBS)

    async def draw(self, store: Store, content: bytes) -> str:
        """One more job with this picture; the key of its blob."""
        self.made += 1
        asked = Asked(self.made, Member(7, "ada"), 9, 3)
        job = Job.imagine(New(f"00000000-0000-7000-8000-{self.made:012}", 1, asked), "a red apple")
        await store.jobs.submit([job])
        running = await store.leases.claim("one", 60.0, lambda _queue: Choice(job.id))
        assert running is not None
        key = await self.blobs.put(content)
        await store.leases.render(running.lease, [Picture(key, 8, 8, 1)], 1.0)
        return key

    async def drawn(self, content: bytes) -> str:
        """The same by a bot that ends afterwards."""
        async with open_store(self.folder / DATABASE, time.time) as store:
            return await self.draw(store, content)


@pytest.fixture
async def kept(bare_host: Path) -> Kept:
    """One job with one picture."""
    it = Kept(bare_host / "fourup-data")
    await it.drawn(b"first")
    return it


@pytest.fixture
def said() -> Callable[[], str]:
    """What the console of the test has shown so far."""
    return lambda: CONSOLE.export_text(clear=True)


CONSOLE = Console(record=True, soft_wrap=True, highlight=False, quiet=False)


@pytest.fixture
def console() -> Console:
    """One that remembers."""
    CONSOLE.export_text(clear=True)
    return CONSOLE
