"""The playground as a whole: one server with Discord's API, gateway and CDN, a page to chat in, and its controls."""

import random
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from aiohttp import web

from playground import cdn
from playground.clock import Clock
from playground.control import Control
from playground.faults import Faults
from playground.gateway.hub import Hub
from playground.gateway.protocol import Gateway, close_all
from playground.limits import Limits
from playground.rest import applications, channels, guilds, messages, reactions, uploads, users
from playground.rest.call import Route
from playground.rest.context import Context
from playground.rest.door import Door, Exchange
from playground.rest.interactions import acting, callbacks, webhooks
from playground.world.archive import open_archive
from playground.world.seed import plant
from playground.world.world import World

PAGE = Path(__file__).parent / "page"
ROUTES: tuple[Route, ...] = (
    *users.ROUTES,
    *applications.ROUTES,
    *guilds.ROUTES,
    *channels.ROUTES,
    *messages.ROUTES,
    *reactions.ROUTES,
    *uploads.ROUTES,
    *acting.ROUTES,
    *callbacks.ROUTES,
    *webhooks.ROUTES,
)
VERSIONS = ("/api/v10", "/api/v9", "/api")
NOT_PLAYED = ("/channels/{channel_id}/messages/pins", "/guilds/{guild_id}/members/search")
"""What a route of the table would take for an id."""

PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob: data: https:; object-src 'none'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}


@dataclass(frozen=True)
class Names:
    """Addresses by which the bot knows the server, where they are not its own: in a test, Discord's real ones."""

    gateway: str
    cdn: str


@dataclass(frozen=True)
class Options:
    """How a playground is set up.

    Without `clock` it lives in the machine's time. With `seed` every id, token and link is the same in each run.
    `data` is the folder that keeps the state; without it the state is gone afterwards. `port` 0 takes a free one.
    `heartbeat` is what HELLO asks of clients, in seconds.
    """

    clock: Clock | None = None
    seed: int | None = None
    data: Path | None = None
    host: str = "127.0.0.1"
    port: int = 0
    heartbeat: float = 41.25
    names: Names | None = None


class Playground:
    """Discord on this machine. An asynchronous context manager: it listens from entering to leaving.

    Raises OSError on entering when the port is taken.
    """

    def __init__(self, options: Options | None = None, **choices: object) -> None:
        self.options = options or Options(**choices)  # type: ignore[arg-type] # checked by the dataclass's own fields
        self.clock = self.options.clock or Clock()

    async def __aenter__(self) -> Self:
        options = self.options
        listener = socket.create_server((options.host, options.port))
        host, port = listener.getsockname()[:2]
        self.origin = f"http://{host}:{port}"
        self._archive = open_archive(options.data)
        rng = random.SystemRandom() if options.seed is None else random.Random(options.seed)
        self.world = World(self._archive, self.clock, rng)
        if not self.world.users:
            plant(self.world)
        self._build(options.names or Names(f"ws://{host}:{port}/gateway", f"{self.origin}/cdn"))
        self._runner = web.AppRunner(self._app(), access_log=None, shutdown_timeout=2.0, handler_cancellation=True)
        await self._runner.setup()
        await web.SockSite(self._runner, listener).start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.control.close()
        await close_all(self.hub)
        await self._runner.cleanup()
        await self.context.close()
        self._archive.close()

    @property
    def api_base(self) -> str:
        """What the bot's `discord.api_base` is set to."""
        return f"{self.origin}/api"

    @property
    def application_id(self) -> str:
        application_id: str = self.world.settings["application_id"]
        return application_id

    @property
    def bot_token(self) -> str:
        token: str = self.world.bot()["_token"]
        return token

    def observe(self, observer: Callable[[Exchange], None]) -> None:
        """Have `observer` told of every REST exchange from now on."""
        self.door.observers.append(observer)

    async def serve_tls(self, context: ssl.SSLContext) -> int:
        """Listen on a further port over TLS, and give its number."""
        listener = socket.create_server((self.options.host, 0))
        await web.SockSite(self._runner, listener, ssl_context=context).start()
        port: int = listener.getsockname()[1]
        return port

    def _build(self, names: Names) -> None:
        links = cdn.Links(self.world, names.cdn)
        self.hub = Hub(self.world, links.sign)
        self.limits = Limits(self.clock)
        self.faults = Faults(self.hub, lambda: self.application_id)
        self.context = Context(self.world, self.hub, links, self.limits, self.faults, self.origin, names.gateway)
        self.control = Control(self.context)
        self.faults.on_change.append(self.control.changed)
        self.hub.on_presence.append(self.control.presence)
        self.door = Door(self.context)
        self.door.observers.append(self.control.note)
        self._gateway = Gateway(self.world, self.hub, names.gateway, self.options.heartbeat)

    def _app(self) -> web.Application:
        app = web.Application(client_max_size=1 << 20)
        app.add_routes(self.control.routes())
        app.add_routes(cdn.routes(self.world, self.context.links))
        app.add_routes([uploads.put(self.context)])
        for version in VERSIONS:
            for path in NOT_PLAYED:
                app.router.add_get(version + path, self.door.unknown)
        for route in ROUTES:
            for version in VERSIONS:
                app.router.add_route(route.method, version + route.path, self.door.serve(route))
        app.router.add_route("*", "/api/{rest:.*}", self.door.unknown)
        app.router.add_get("/gateway", self._gateway.handle)
        app.router.add_get("/gateway/", self._gateway.handle)
        app.router.add_get("/", self._front)
        app.router.add_static("/page/", PAGE)
        app.on_response_prepare.append(_secure_page)
        return app

    async def _front(self, request: web.Request) -> web.StreamResponse:
        """The page; or the gateway, for a client that asks for it at the root of its own host name."""
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._gateway.handle(request)
        return web.FileResponse(PAGE / "index.html")


async def _secure_page(request: web.Request, response: web.StreamResponse) -> None:
    if request.path == "/" or request.path.startswith("/page/"):
        response.headers.update(PAGE_HEADERS)
