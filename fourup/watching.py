"""What runs beside the bot for its host: the web application, the log's count, the loop's delay, the disk's room."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.images.room import Room
from bot.store.store import Store
from bot.web import punctuality
from bot.web.health import Connection, Health, Watched
from bot.web.measures import Counting, Measures
from bot.web.site import Route, application, served
from engine.client import Client
from fourup.settings import BLOBS, DATABASE, Settings, Web


async def looked_at(
    settings: Settings, store: Store, engine: Client, client: Connection, measures: Measures
) -> Watched:
    """What the host's programs are told of; the disk is measured already."""
    kept, folder = settings.storage, settings.storage.folder.absolute()
    room = Room(folder / BLOBS, folder / DATABASE, most=kept.max, reserve=kept.reserve)
    await room.look()
    return Watched(
        client=client,
        engine=engine,
        has_models=bool(settings.models or settings.engine.pocket),
        count=store.numbers.now,
        room=room,
        measures=measures,
        now=time.time,
    )


@asynccontextmanager
async def watching(settings: Web, watched: Watched, more: Sequence[Route] = ()) -> AsyncIterator[int | None]:
    """All of it runs inside the block; the port of the web application, None where it is not served.

    `more` are other routes than the host's own.
    """
    counting = Counting(watched.measures)
    logging.getLogger().addHandler(counting)
    beside = [
        asyncio.create_task(watched.room.run(), name="room"),
        asyncio.create_task(punctuality.watch(watched.measures.delay), name="punctuality"),
    ]
    try:
        if not settings.port:
            yield None
            return
        health = Health(watched, is_open=settings.metrics == "everywhere")
        async with served(application([*health.routes(), *more]), settings.host, settings.port) as port:
            yield port
    finally:
        for task in beside:
            task.cancel()
        await asyncio.gather(*beside, return_exceptions=True)
        logging.getLogger().removeHandler(counting)
