"""The host's routes over real sockets: alive, ready, measured, and to whom."""

import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import aiohttp
import discord
import pytest

from bot.images.room import Room
from bot.store.errors import StoreBusy
from bot.store.numbers import Numbers
from bot.store.store import Store, open_store
from bot.web.health import Health, Watched
from bot.web.measures import Measures
from bot.web.site import application, served
from engine.protocol import Capabilities
from tests.databases import fresh


class Client:
    """Discord's side as it is looked at."""

    def __init__(self) -> None:
        self.is_there, self.guilds, self.latency = True, ["one"], 0.04

    def is_ready(self) -> bool:
        return self.is_there

    def is_closed(self) -> bool:
        return False


class Engine:
    """One that can be away."""

    def __init__(self) -> None:
        self.told: Capabilities | None = Capabilities(("pocket",), "cpu", 16, 12, 0.1)

    def capabilities(self) -> Capabilities | None:
        return self.told


@dataclass
class Host:
    """What is looked at, and the address."""

    watched: Watched
    client: Client
    engine: Engine
    base: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    async def get(self, path: str, **headers: str) -> tuple[int, str, dict[str, str]]:
        async with aiohttp.ClientSession() as session, session.get(self.base + path, headers=headers) as answer:
            return answer.status, await answer.text(), dict(answer.headers)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(fresh(tmp_path / "fourup.db"), time.time) as opened:
        yield opened


@pytest.fixture
async def host(store: Store, tmp_path: Path) -> AsyncIterator[Host]:
    """Everything is well."""
    client, engine = Client(), Engine()
    room = Room(tmp_path / "blobs", tmp_path / "fourup.db", most=None, reserve=0)
    await room.look()
    watched = Watched(
        client=client,  # type: ignore[arg-type]
        engine=engine,  # type: ignore[arg-type]
        has_models=True,
        count=store.numbers.now,
        room=room,
        measures=Measures("1.0"),
        now=time.time,
    )
    it = Host(watched, client, engine)
    async with served(application(Health(watched).routes()), "127.0.0.1", 0) as port:
        it.base = f"http://127.0.0.1:{port}"
        yield it


async def test_a_bot_that_is_well_says_so(host: Host) -> None:
    """Alive, ready, and measured."""
    assert (await host.get("/healthz"))[:2] == (200, "ok\n")
    status, told, _ = await host.get("/readyz")
    assert status == 200
    assert '"ready": true' in told
    status, told, headers = await host.get("/metrics")
    assert status == 200
    assert headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert 'fourup_jobs{state="waiting"} 0' in told
    assert 'fourup_engine_rows{kind="free"} 12' in told
    assert "fourup_discord_latency_seconds 0.04" in told
    assert "fourup_disk_free_bytes" in told


@pytest.mark.parametrize("part", ["discord", "engine", "disk", "database"])
async def test_what_keeps_members_from_their_pictures_is_named(host: Host, part: str) -> None:
    """With 503; it is alive all the same."""
    if part == "discord":
        host.client.is_there = False
    elif part == "engine":
        host.engine.told = None
    elif part == "disk":
        host.watched.room.is_full = True
    else:

        async def fails() -> Numbers:
            raise StoreBusy

        object.__setattr__(host.watched, "count", fails)
    status, told, _ = await host.get("/readyz")
    assert status == 503
    assert f'"{part}": "no"' in told
    assert told.count('"no"') == 1
    assert (await host.get("/healthz"))[0] == 200
    assert (await host.get("/metrics"))[0] == 200


@pytest.mark.parametrize("name", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
async def test_what_comes_through_a_proxy_reads_no_measurements(host: Host, name: str) -> None:
    """A proxy on this machine asks for the whole world."""
    assert (await host.get("/metrics", **{name: "203.0.113.9"}))[0] == 404


async def test_measurements_are_for_all_where_the_host_says_so(host: Host) -> None:
    """As in a container, where the one who asks is never this machine."""
    routes = Health(host.watched, is_open=True).routes()
    async with served(application(routes), "127.0.0.1", 0) as port:
        open_host = replace(host, base=f"http://127.0.0.1:{port}")
        assert (await open_host.get("/metrics", Via="1.1 proxy"))[0] == 200


async def test_what_is_not_there_is_told_in_one_line_with_careful_headers(host: Host) -> None:
    """And what goes wrong tells nothing of the inside."""
    status, told, headers = await host.get("/nothing")
    assert (status, told) == (404, "404 Not Found\n")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "Server" not in headers or "aiohttp" not in headers["Server"]
    host.watched.measures.full = None  # type: ignore[assignment]
    status, told, _ = await host.get("/readyz")
    assert (status, told) == (500, "500 Internal Server Error\n")


async def test_a_port_that_is_taken_is_no_trouble(host: Host) -> None:
    """The bot does its work without."""
    port = int(host.base.rpartition(":")[2])
    async with served(application([]), "127.0.0.1", port) as found:
        assert found is None


async def test_a_client_that_is_not_connected_is_not_ready(host: Host) -> None:
    """With the real one, whose latency is not a number then."""
    async with discord.Client(intents=discord.Intents.none()) as client:
        watched = replace(host.watched, client=client)
        await Health(watched).look()
    assert watched.measures.discord.of() == 0
    assert watched.measures.latency.of() == 0
