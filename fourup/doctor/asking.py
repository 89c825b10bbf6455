"""Questions to Discord's API by plain HTTP, as doctor and init put them."""

import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import aiohttp

from fourup import __version__
from fourup.errors import DiscordUnreachable

DISCORD = "https://discord.com/api"
VERSION = "v10"
PATIENCE = 10.0  # seconds for an answer


@dataclass(frozen=True)
class Answer:
    """What Discord said, as JSON, and when by its own clock; `told` is None where it is no JSON."""

    status: int
    told: Any
    date: str | None
    milliseconds: float

    @property
    def body(self) -> Mapping[str, Any]:
        """What it said as an object; empty where it is none."""
        return self.told if isinstance(self.told, dict) else {}


Ask = Callable[[str], Awaitable[Answer]]


def base_of(api_base: str | None) -> str:
    """The address below which the routes are: that of the playground, or Discord's."""
    return f"{api_base or DISCORD}/{VERSION}"


@asynccontextmanager
async def asking(api_base: str | None, token: str | None) -> AsyncIterator[Ask]:
    """Asks for routes such as "/users/@me", with the token where there is one. A question raises DiscordUnreachable."""
    headers = {"User-Agent": f"DiscordBot (fourup, {__version__})"} | (
        {"Authorization": f"Bot {token}"} if token else {}
    )
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    async with aiohttp.ClientSession(headers=headers, timeout=timeout) as session:

        async def ask(route: str) -> Answer:
            try:
                return await _get(session, base_of(api_base) + route)
            except (aiohttp.ClientError, TimeoutError, ValueError) as failure:
                raise DiscordUnreachable(str(failure) or type(failure).__name__) from None

        yield ask


async def _get(session: aiohttp.ClientSession, url: str) -> Answer:
    started = time.perf_counter()
    async with session.get(url) as response:
        told = await response.json() if response.content_type == "application/json" else None
        milliseconds = (time.perf_counter() - started) * 1000
        return Answer(response.status, told, response.headers.get("Date"), milliseconds)
