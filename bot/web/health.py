"""For the host's own programs: is the bot alive, can it do its work, and what does it measure."""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from aiohttp import web

from bot.images.room import Room
from bot.jobs.ids import made_at
from bot.jobs.job import State
from bot.store.errors import StoreError
from bot.store.numbers import Numbers
from bot.web.exposition import CONTENT_TYPE, text
from bot.web.measures import Measures
from bot.web.site import Route
from engine.client import Client

PATIENCE = 2.0  # seconds for the database
FORWARDED = ("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via")
"""Headers of a proxy: what comes through one comes from somebody else."""


class Connection(Protocol):
    """The connection to Discord, as discord.py has it."""

    def is_ready(self) -> bool:
        """True once Discord has said where the bot is."""

    def is_closed(self) -> bool:
        """True once it is left."""

    @property
    def latency(self) -> float:
        """Seconds from a heartbeat to its answer; no number where there is none."""

    @property
    def guilds(self) -> Sequence[object]:
        """The servers that it is in."""


@dataclass(frozen=True, kw_only=True)
class Watched:
    """What is looked at; `count` counts jobs, `now` gives the second since 1970."""

    client: Connection
    engine: Client
    has_models: bool
    count: Callable[[], Awaitable[Numbers]]
    room: Room
    measures: Measures
    now: Callable[[], float]


class Health:
    """The routes. What is measured is told on this machine only, unless the host says otherwise."""

    def __init__(self, watched: Watched, *, is_open: bool = False) -> None:
        self._watched, self._is_open = watched, is_open

    def routes(self) -> list[Route]:
        """Where it answers."""
        return [
            web.get("/healthz", self._alive),
            web.get("/readyz", self._ready),
            web.get("/metrics", self._measured),
        ]

    async def _alive(self, _request: web.Request) -> web.Response:
        return web.Response(text="ok\n")

    async def _ready(self, _request: web.Request) -> web.Response:
        """503 where a member would not get pictures; which part it is."""
        await self.look()
        measures, has_models = self._watched.measures, self._watched.has_models
        parts: Mapping[str, bool] = {
            "database": bool(measures.database.of()),
            "discord": bool(measures.discord.of()),
            "engine": bool(measures.engine.of()) and has_models,
            "disk": not measures.full.of(),
        }
        is_ready = all(parts.values())
        told = {"ready": is_ready, **{name: "ok" if is_well else "no" for name, is_well in parts.items()}}
        return web.json_response(told, status=200 if is_ready else 503)

    async def _measured(self, request: web.Request) -> web.Response:
        if not (self._is_open or is_from_here(request)):
            raise web.HTTPNotFound
        await self.look()
        told = text(self._watched.measures.families)
        return web.Response(body=told.encode(), headers={"Content-Type": CONTENT_TYPE})

    async def look(self) -> None:
        """Set what stands now."""
        watched, measures = self._watched, self._watched.measures
        client = watched.client
        is_online = client.is_ready() and not client.is_closed()
        measures.discord.set(is_online)
        measures.servers.set(len(client.guilds))
        latency = client.latency if is_online else 0.0
        measures.latency.set(latency if 0 <= latency < float("inf") else 0.0)
        told = watched.engine.capabilities()
        measures.engine.set(told is not None)
        measures.rows.set(told.row_budget if told else 0, "budget")
        measures.rows.set(told.free_rows if told else 0, "free")
        used = watched.room.used
        measures.free.set(used.free)
        measures.kept.set(used.pictures, "pictures")
        measures.kept.set(used.database, "database")
        measures.full.set(watched.room.is_full)
        await self._count()

    async def _count(self) -> None:
        measures = self._watched.measures
        try:
            async with asyncio.timeout(PATIENCE):
                numbers = await self._watched.count()
        except (StoreError, TimeoutError):
            measures.database.set(0)
            return
        measures.database.set(1)
        for state, count in (
            (State.WAITING, numbers.waiting),
            (State.RUNNING, numbers.running),
            (State.RENDERED, numbers.rendered),
        ):
            measures.jobs.set(count, state)
        waiting_since = made_at(numbers.oldest) if numbers.oldest else None
        measures.oldest.set(0.0 if waiting_since is None else max(self._watched.now() - waiting_since, 0.0))


def is_from_here(request: web.Request) -> bool:
    """True for a program of this machine that asks for itself; a proxy asks for others."""
    try:
        is_here = ipaddress.ip_address(request.remote or "").is_loopback
    except ValueError:
        return False
    return is_here and not any(name in request.headers for name in FORWARDED)
