"""The door of the REST API: token, rate limit, fault, body, handler, answer; and a record of each exchange."""

import asyncio
import json
import logging
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from playground.errors import ApiError, TooSoon, not_emulated, unauthorized
from playground.faults import Fault
from playground.limits import VIA, Verdict, body_429, headers_429
from playground.rest.call import Call, Created, Route, place_of, read_body
from playground.rest.context import Context

log = logging.getLogger(__name__)
PREFIX = re.compile(r"/api(?:/v\d+)?")
LARGEST_FILE = 100 << 20
SCOPES = {
    "rate_limit": "user",
    "rate_limit_shared": "shared",
    "rate_limit_global": "global",
    "cloudflare": "cloudflare",
}


@dataclass
class Exchange:
    """One request and its answer as they went over the wire, without tokens and without files."""

    method: str
    path: str
    """Without /api/v10."""
    query: dict[str, str]
    content_type: str
    request: Any
    files: int = 0
    is_read: bool = False
    """Whether the body was read; a request that is turned away at the door has none."""
    status: int = 0
    response: Any = None
    who: str = ""
    """Username; empty where no token was sent."""
    at: str = ""
    milliseconds: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    """Of the answer."""


class Door:
    """Every request comes through `handle`; observers are told of each exchange."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self.observers: list[Callable[[Exchange], None]] = []

    def serve(self, route: Route) -> Callable[[web.Request], Any]:
        async def handle(request: web.Request) -> web.StreamResponse:
            return await self._handle(request, route)

        return handle

    async def unknown(self, request: web.Request) -> web.StreamResponse:
        """A route that Discord may have and the playground has not."""
        exchange = self._exchange(request)
        return self._finish(exchange, not_emulated(request.method, exchange.path), {}, time.perf_counter())

    async def _handle(self, request: web.Request, route: Route) -> web.StreamResponse:
        start = time.perf_counter()
        exchange = self._exchange(request)
        headers: dict[str, str] = {}
        fault = None
        answer: Any
        try:
            actor = self._actor(request, route, exchange)
            if actor is None or actor["bot"]:
                fault = self._context.faults.take(request.method, exchange.path)
                verdict = self._count(request, route, actor)
                headers = verdict.headers
                if refused := await self._before(fault, verdict):
                    return self._finish_429(exchange, refused, headers, start)
            answer = await self._answer(request, route, actor, exchange)
            if fault and fault.kind == "error_after":
                answer = ApiError(fault.status, 0, f"{fault.status}: Internal Server Error")
        except ApiError as error:
            answer = error
        except _Dropped:
            return _cut(request)
        except Exception:
            log.exception("playground: %s %s failed", request.method, exchange.path)
            answer = ApiError(500, 0, "500: Internal Server Error")
        if fault and fault.kind == "drop_after":
            self._note(exchange, 0, None, start)
            return _cut(request)
        return self._finish(exchange, answer, headers, start)

    def _exchange(self, request: web.Request) -> Exchange:
        path = PREFIX.sub("", request.path, count=1)
        return Exchange(request.method, path, dict(request.query), request.content_type, None)

    def _actor(self, request: web.Request, route: Route, exchange: Exchange) -> dict[str, Any] | None:
        kind, _, token = request.headers.get("Authorization", "").rpartition(" ")
        actor = self._context.world.user_of(token) if token else None
        if actor is not None and (kind == "Bot") == actor["bot"]:
            exchange.who = actor["username"]
            return actor
        if route.needs_token:
            raise unauthorized()
        if "token" in request.match_info:
            exchange.who = self._context.world.bot()["username"]
        return None

    def _count(self, request: web.Request, route: Route, actor: dict[str, Any] | None) -> Verdict:
        who = actor["id"] if actor else self._context.world.settings["application_id"]
        place = place_of(dict(request.match_info))
        return self._context.limits.take(who, route.name, place, route.limit, counts_globally=route.needs_token)

    async def _before(self, fault: Fault | None, verdict: Verdict) -> tuple[float, str] | None:
        """What a fault or a limit does before anything happened; seconds and scope when it is a 429."""
        if fault is not None:
            if fault.kind in SCOPES:
                return fault.retry_after, SCOPES[fault.kind]
            if fault.kind == "error_before":
                raise ApiError(fault.status, 0, f"{fault.status}: Internal Server Error")
            if fault.kind == "drop_before":
                raise _Dropped
            if fault.kind == "slow":
                await asyncio.sleep(fault.seconds)
        return None if verdict.retry_after is None else (verdict.retry_after, verdict.scope)

    async def _answer(
        self, request: web.Request, route: Route, actor: dict[str, Any] | None, exchange: Exchange
    ) -> Any:
        params = dict(request.match_info)
        limit = self._file_limit(params) if route.takes_files else 0
        body, files = await read_body(request, limit)
        exchange.request, exchange.files, exchange.is_read = body, len(files), True
        call = Call(self._context, actor, params, dict(request.query), body, files, request.content_type)
        return await route.handler(call)

    def _file_limit(self, params: dict[str, str]) -> int:
        world = self._context.world
        channel_id = params.get("channel_id")
        if interaction := self._context.interactions.get(params.get("token", "")):
            channel_id = interaction.channel_id
        channel = world.channels.get(channel_id or "")
        return LARGEST_FILE if channel is None else world.file_limit(channel)

    def _finish_429(
        self, exchange: Exchange, refused: tuple[float, str], headers: dict[str, str], start: float
    ) -> web.Response:
        retry_after, scope = refused
        if scope == "cloudflare":
            self._note(exchange, 429, "error code: 1015", start)
            return web.Response(status=429, text="error code: 1015")
        body = body_429(retry_after, scope)
        exchange.headers = headers | headers_429(retry_after, scope)
        self._note(exchange, 429, body, start)
        return _json(body, 429, exchange.headers)

    def _finish(self, exchange: Exchange, answer: Any, headers: dict[str, str], start: float) -> web.Response:
        status, body = 200, answer
        if isinstance(answer, ApiError):
            status, body = answer.status, answer.to_dict()
            if isinstance(answer, TooSoon):
                body |= {"retry_after": round(answer.retry_after, 3), "global": False}
                headers |= headers_429(answer.retry_after, "user")
        elif isinstance(answer, Created):
            status, body = 201, answer.body
        elif answer is None:
            status = 204
        exchange.headers = headers
        self._note(exchange, status, body, start)
        return web.Response(status=204, headers=headers | VIA) if status == 204 else _json(body, status, headers)

    def _note(self, exchange: Exchange, status: int, body: Any, start: float) -> None:
        exchange.status, exchange.response = status, body
        exchange.at = self._context.world.clock.iso()
        exchange.milliseconds = round((time.perf_counter() - start) * 1000, 2)
        for observer in self.observers:
            observer(exchange)


class _Dropped(Exception):
    """The line is to be cut without an answer."""


def _json(body: Any, status: int, headers: dict[str, str]) -> web.Response:
    """JSON with the bare content type: discord.py compares it letter by letter, and knows no charset there."""
    raw = json.dumps(body, separators=(",", ":")).encode()
    return web.Response(body=raw, status=status, headers=headers | VIA | {"Content-Type": "application/json"})


def _cut(request: web.Request) -> web.Response:
    if request.transport is not None:
        request.transport.abort()
    return web.Response(status=500)
