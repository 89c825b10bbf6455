"""What goes between the bot and Discord, counted: requests with how they ended, limits that were met, connections."""

import re
from types import SimpleNamespace

import aiohttp

from bot.web.measures import SCOPES, STATUSES, Measures

_ABOUT = (
    (re.compile(r"/interactions/"), "interactions"),
    (re.compile(r"/webhooks/"), "webhooks"),
    (re.compile(r"/channels/\d+/messages"), "messages"),
    (re.compile(r"/(channels|users|guilds|applications|gateway)\b"), None),
)
"""The first that a path has, and what it is then; None where it says so itself."""
_TOO_MANY = 429
_LOST = STATUSES[-1]


class Traffic:
    """Hears of each request that discord.py makes, and of each connection."""

    def __init__(self, measures: Measures) -> None:
        self._measures = measures
        self._has_connected = False

    def trace(self) -> aiohttp.TraceConfig:
        """What tells it, for one client."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._ended)
        config.on_request_exception.append(self._failed)
        return config

    def connected(self) -> None:
        """Discord has said who the bot is: the first time that is no connection after another."""
        if self._has_connected:
            self._measures.connected.add(1, "anew")
        self._has_connected = True

    def resumed(self) -> None:
        """The connection goes on where it broke off."""
        self._measures.connected.add(1, "resumed")

    async def _ended(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestEndParams
    ) -> None:
        answer = request.response
        status = f"{answer.status // 100}xx"
        if status in STATUSES:  # not the gateway's 101, which is a connection
            self._measures.requests.add(route_of(request.url.path), status)
        if answer.status == _TOO_MANY:
            scope = answer.headers.get("X-RateLimit-Scope", "cloudflare")
            self._measures.limited.add(1, scope if scope in SCOPES else "user")

    async def _failed(
        self, _: aiohttp.ClientSession, __: SimpleNamespace, request: aiohttp.TraceRequestExceptionParams
    ) -> None:
        self._measures.requests.add(route_of(request.url.path), _LOST)


def route_of(path: str) -> str:
    """What a path of Discord's is about, without the numbers and tokens in it."""
    for form, about in _ABOUT:
        if found := form.search(path):
            return about or found[1]
    return "other"
