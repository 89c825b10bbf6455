"""The bot, connected to a playground as it would be to Discord."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path
from typing import Protocol

import discord
import pytest

from bot.client import Fourup, redirect
from bot.store.store import Store, open_store
from playground import Clock, Playground
from playground.member import Member
from tests.bot.drawing import Studio, studio_of
from tests.databases import fresh

VERSION = "1.2.3"


class Connect(Protocol):
    """Connects a bot to the test's playground, after something was done to it."""

    def __call__(self, fourup: Fourup | None = None) -> AbstractAsyncContextManager[Fourup]: ...


@pytest.fixture
def as_published() -> Iterator[None]:
    """Puts discord.py's own addresses back."""
    gateway = discord.gateway.DiscordWebSocket
    before = discord.http.Route.BASE, gateway.DEFAULT_GATEWAY, discord.Asset.BASE
    yield
    discord.http.Route.BASE, gateway.DEFAULT_GATEWAY, discord.Asset.BASE = before


@pytest.fixture
def connect(playground: Playground, as_published: None) -> Connect:
    """A bot that is online inside the block."""

    @asynccontextmanager
    async def connected(fourup: Fourup | None = None) -> AsyncIterator[Fourup]:
        online = asyncio.Event()
        client = fourup or Fourup(VERSION, on_online=lambda: None)
        client._on_online = online.set
        redirect(playground.api_base)
        async with client:
            running = asyncio.create_task(client.start(playground.bot_token))
            waiting = asyncio.create_task(online.wait())
            await asyncio.wait({running, waiting}, return_when=asyncio.FIRST_COMPLETED)
            if running.done():
                running.result()
            try:
                yield client
            finally:
                waiting.cancel()
                await client.close()
                with suppress(asyncio.CancelledError):
                    await running

    return connected


@pytest.fixture
async def memory(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    """The bot's store, by the playground's clock."""
    async with open_store(fresh(tmp_path / "fourup.db"), clock.now) as opened:
        yield opened


@pytest.fixture
async def studio(playground: Playground, memory: Store, connect: Connect) -> AsyncIterator[Studio]:
    """A bot that is online and makes pictures when the test says so; it has met every server before."""
    made = studio_of(memory)
    for guild in playground.world.guilds.values():
        await memory.places.meet(int(guild["id"]))
    async with connect(made.client):
        yield made


@pytest.fixture
async def mo(playground: Playground) -> AsyncIterator[Member]:
    """A moderator, logged in."""
    async with Member(playground.origin, "mo") as member:
        yield member
