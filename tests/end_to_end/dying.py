"""A bot in this process, with an engine that draws at once: a life of it, which may end at any step."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from bot.buttons.desk import Desk
from bot.client import Fourup, redirect
from bot.delivery import Delivery
from bot.delivery.parts import Pace
from bot.delivery.parts import Parts as DeliveryParts
from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.fetch import Fetcher
from bot.images.pictures import Pictures
from bot.imagine.imagine import Imagine
from bot.imagine.models import Models
from bot.imagine.parts import Parts
from bot.store.store import Store, open_store
from engine.catalogue import Catalogue
from engine.checkpoint import facts_of
from engine.protocol import Capabilities, Event, Picture, Rendered, RenderRequest, Started
from playground import Playground
from tests.death import Dead
from tests.end_to_end.stand_in import model_in
from tests.pictures import png

PACE = Pace(edits=0.02, positions=0.02, first_retry=0.02, longest_retry=0.1, attempt=0.1, look=0.05, grace=0.1)
PRICE = 0.5
"""Seconds of the GPU that each grid takes."""


class Instant:
    """An engine that draws at once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def submit(self, request: RenderRequest) -> AsyncGenerator[Event, None]:
        yield Started(request.job_id)
        folder = self._folder / request.job_id
        folder.mkdir(parents=True, exist_ok=True)
        pictures = []
        for number, colour in enumerate(("#c04060", "#40c060", "#4060c0", "#c0c040")):
            (folder / f"{number}.png").write_bytes(png(16, 16, colour))
            pictures.append(Picture(str(folder / f"{number}.png"), 16, 16, number))
        yield Rendered(request.job_id, tuple(pictures), PRICE, None)

    async def cancel(self, job_id: str) -> None:
        """Nothing takes long enough."""

    def capabilities(self) -> Capabilities | None:
        return Capabilities(("small",), "instant", 64, 64, 0.01)


@asynccontextmanager
async def life(playground: Playground, folder: Path, now: Callable[[], float] = time.time) -> AsyncIterator[Store]:
    """The bot of a host in this folder, online, from there on where the last one ended."""
    online = asyncio.Event()
    catalogue = Catalogue(model_in(folder / "small"))
    fact = facts_of(folder / "small", "small", "sd15")
    storage = folder / "fourup-data"
    redirect(playground.api_base)
    async with (
        open_store(storage / "fourup.db", now) as store,
        Decoders(1) as decoders,
        Fourup("1.2.3", online.set) as client,
    ):
        pictures = Pictures(blobs=Blobs(storage / "blobs"), fetcher=Fetcher(playground.origin), decoders=decoders)
        delivery = Delivery(DeliveryParts(client, store, pictures, now=now, pace=PACE))
        models = Models(catalogue, lambda parameters: catalogue.answer(parameters).entry.facts(fact))
        parts = Parts(store=store, engine=Instant(folder / "engine"), pictures=pictures, models=models, now=now)
        imagine = Imagine(parts, delivery.changed)
        client.serve(Desk(imagine=imagine, delivery=delivery, store=store))
        tasks = [
            asyncio.create_task(each) for each in (client.start(playground.bot_token), imagine.run(), delivery.run())
        ]
        try:
            yield store
        finally:
            for task in tasks:
                task.cancel()
            with suppress(Dead):
                await asyncio.gather(*tasks, return_exceptions=True)
