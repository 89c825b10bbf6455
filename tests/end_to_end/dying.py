"""A bot in this process that dies at the n-th step that it takes outside: a transaction, a request, a file."""

import asyncio
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.webhook.async_ import AsyncWebhookAdapter
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.buttons.desk import Desk
from bot.client import Fourup, redirect
from bot.delivery import Delivery
from bot.delivery.parts import Pace
from bot.delivery.parts import Parts as DeliveryParts
from bot.errors import BotError
from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.fetch import Fetcher
from bot.images.pictures import Pictures
from bot.imagine.imagine import Imagine
from bot.imagine.models import Models
from bot.imagine.parts import Parts
from bot.store.engine import Database
from bot.store.store import Store, open_store
from engine.catalogue import Catalogue
from engine.checkpoint import facts_of
from engine.protocol import Capabilities, Event, Picture, Rendered, RenderRequest, Started
from playground import Playground
from tests.end_to_end.stand_in import model_in
from tests.pictures import png

PACE = Pace(edits=0.02, positions=0.02, first_retry=0.02, longest_retry=0.1, attempt=0.1, look=0.05, grace=0.1)
PRICE = 0.5
"""Seconds of the GPU that each grid takes."""

Transaction = Callable[[Database], AbstractAsyncContextManager[AsyncConnection]]


class Dead(BotError):
    """The process would not be there any more."""


class Death:
    """Strikes at the `fatal`-th step, before or after it took effect; from then on nothing happens any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.arm(0, is_after=False)
        self._is_armed = False
        for place, name in (
            (discord.http.HTTPClient, "request"),
            (AsyncWebhookAdapter, "request"),
            (Blobs, "put_file"),
        ):
            monkeypatch.setattr(place, name, self._dying(getattr(place, name)))
        for name in ("writing", "reading"):
            monkeypatch.setattr(Database, name, self._dying_in(getattr(Database, name)))

    def arm(self, fatal: int, *, is_after: bool) -> None:
        """From now on steps are counted."""
        self.steps, self._fatal, self._is_after = 0, fatal, is_after
        self.struck, self._over, self._is_armed = asyncio.Event(), asyncio.Event(), True

    def bury(self) -> None:
        """Whoever stood still ends, and what is tried by whoever cleans up fails at once."""
        self._over.set()

    def disarm(self) -> None:
        """The next life goes on undisturbed."""
        self._is_armed = False

    def _dying(self, act: Callable[..., Any]) -> Callable[..., Any]:
        async def dying(*arguments: Any, **more: Any) -> Any:
            async with self._step():
                return await act(*arguments, **more)

        return dying

    def _dying_in(self, transaction: Transaction) -> Transaction:
        @asynccontextmanager
        async def dying(database: Database) -> AsyncIterator[AsyncConnection]:
            async with self._step(), transaction(database) as connection:
                yield connection

        return dying

    @asynccontextmanager
    async def _step(self) -> AsyncIterator[None]:
        number = 0
        if self._is_armed:
            self.steps += 1
            number = self.steps
        await self._die(is_now=number == self._fatal and not self._is_after)
        yield
        await self._die(is_now=number == self._fatal and self._is_after)

    async def _die(self, *, is_now: bool) -> None:
        if is_now and self._is_armed:
            self.struck.set()
        if self._is_armed and self.struck.is_set():
            await self._over.wait()
            raise Dead


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
