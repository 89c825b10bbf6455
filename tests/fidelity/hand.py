"""A discord.py client whose every move a test makes, as published, pointed at the playground by three attributes."""

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import discord

from playground import Playground
from tests.clients.discord_py import redirect

Json = dict[str, Any]
Here = discord.Interaction[Any]
PATIENCE = 10.0
"""Seconds after which something that should have come will not come any more."""

INTENTS = discord.Intents(guilds=True, messages=True, reactions=True, typing=True)

GO: Json = {
    "name": "go",
    "description": "Whatever the test wants.",
    "options": [
        {"type": 3, "name": "text", "description": "Text"},
        {"type": 11, "name": "image", "description": "A file"},
    ],
}


class Hand(discord.Client):
    """Does nothing by itself. Interactions wait until the test takes them; all that discord.py tells is remembered."""

    def __init__(self, *, intents: discord.Intents = INTENTS, **options: Any) -> None:
        super().__init__(intents=intents, **{"guild_ready_timeout": 0.05} | options)
        self.told: list[str] = []
        self._given: asyncio.Queue[Here] = asyncio.Queue()

    def dispatch(self, event: str, /, *args: Any, **kwargs: Any) -> None:
        self.told.append(event)
        super().dispatch(event, *args, **kwargs)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """By default discord.py waits here for 5 seconds, since Discord lets few sessions begin at a time."""

    async def on_interaction(self, interaction: Here) -> None:
        await self._given.put(interaction)

    async def given(self) -> Here:
        """The next interaction that a member began."""
        async with asyncio.timeout(PATIENCE):
            return await self._given.get()

    async def publish(self, *commands: Json) -> None:
        """Replace the global commands."""
        assert self.application_id is not None
        await self.http.bulk_upsert_global_commands(self.application_id, list(commands))

    def room(self, name: str, guild: str = "Fourup Studio") -> discord.TextChannel:
        """A text channel, by its name."""
        found = discord.utils.get(self.get_all_channels(), name=name, guild__name=guild)
        assert isinstance(found, discord.TextChannel)
        return found


@contextmanager
def pointed_at(playground: Playground) -> Iterator[None]:
    """discord.py speaks to the playground, and afterwards to Discord again."""
    gateway = discord.gateway.DiscordWebSocket
    before = discord.http.Route.BASE, gateway.DEFAULT_GATEWAY, discord.asset.Asset.BASE
    redirect(playground.api_base)
    try:
        yield
    finally:
        discord.http.Route.BASE, gateway.DEFAULT_GATEWAY, discord.asset.Asset.BASE = before


@asynccontextmanager
async def online(client: Hand, playground: Playground, commands: Sequence[Json] = (GO,)) -> AsyncIterator[Hand]:
    """The client, ready and with its commands published, until the end of the block."""
    with pointed_at(playground):
        async with connected(client, playground.bot_token):
            if commands:
                await client.publish(*commands)
            yield client


@asynccontextmanager
async def connected(client: Hand, token: str) -> AsyncIterator[None]:
    """From log-in until log-out; what breaks its connection for good is raised here."""
    try:
        await client.login(token)
        running = asyncio.create_task(client.connect())
        ready = asyncio.create_task(client.wait_until_ready())
        await asyncio.wait([running, ready], return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
        if not ready.done():
            ready.cancel()
            await asyncio.wait_for(running, 1)
        yield
    finally:
        await client.close()
    await running
