"""The control route: people to act as, the bot's process, faults and the clock. Only loopback reaches it."""

import asyncio
import hmac
import ipaddress
import json
import os
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from playground.faults import KINDS, Faults
from playground.forms.commands.options import LOCALES
from playground.gateway.hub import GUILD_MEMBERS
from playground.rest.context import Context
from playground.rest.door import Exchange
from playground.world import seed, shapes
from playground.world.archive import Json

ORDERS = ("restart", "stop", "start")
TOKEN = "PLAYGROUND_CONTROL_TOKEN"  # noqa: S105 - the name of a variable
UNSUPERVISED: Json = {"state": "unsupervised", "pid": None, "restarts": 0, "detail": "Nobody watches over the bot."}
LONGEST_STEP = 366 * 24 * 3600
REMEMBERED = 200

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Control:
    """What the page's side panel shows and does, and where `fourup play` listens for orders."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._faults: Faults = context.faults
        self._process = UNSUPERVISED
        self._supervisor: web.WebSocketResponse | None = None
        self._listeners: set[asyncio.Queue[tuple[str, Json]]] = set()
        self._exchanges: deque[Json] = deque(maxlen=REMEMBERED)
        self._was_online = False

    def routes(self) -> list[web.RouteDef]:
        plain: tuple[tuple[str, str, Handler], ...] = (
            ("GET", "/control/state", self._state),
            ("GET", "/control/events", self._events),
            ("POST", "/control/faults", self._add_fault),
            ("DELETE", "/control/faults", self._clear_faults),
            ("DELETE", "/control/faults/{id}", self._remove_fault),
            ("POST", "/control/clock", self._move_clock),
            ("POST", "/control/bot", self._order),
            ("POST", "/control/members", self._add_member),
            ("PATCH", "/control/members/{id}", self._change_member),
            ("GET", "/control/supervisor", self._supervise),
        )
        return [web.route(method, path, _guarded(handler)) for method, path, handler in plain]

    # --- what the panel sees

    def changed(self) -> None:
        self._tell("state", self._panel())

    def note(self, exchange: Exchange) -> None:
        """Remember an exchange for the wire view, and look whether the bot came or went."""
        line = {
            "at": exchange.at,
            "method": exchange.method,
            "path": _without_tokens(exchange.path),
            "status": exchange.status,
            "ms": exchange.milliseconds,
            "who": exchange.who,
        }
        self._exchanges.append(line)
        self._tell("exchange", line)

    def presence(self, _user_id: str) -> None:
        online = self._is_online()
        if online != self._was_online:
            self._was_online = online
            self.changed()

    def _is_online(self) -> bool:
        return self._context.hub.is_online(self._context.world.settings["application_id"])

    def _panel(self) -> Json:
        clock = self._context.world.clock
        bot = {"user_id": self._context.world.settings["application_id"], "online": self._is_online()}
        return {
            "bot": bot | {"process": self._process},
            "faults": [fault.to_dict() for fault in self._faults.waiting()],
            "clock": {"now": clock.iso(), "ahead": clock.ahead},
        }

    def _tell(self, event: str, data: Json) -> None:
        for queue in self._listeners:
            if queue.qsize() < REMEMBERED:
                queue.put_nowait((event, data))

    async def _state(self, _request: web.Request) -> web.Response:
        world = self._context.world
        people = [self._person(each) for each in world.users.values() if not each["bot"]]
        kinds = [
            {"kind": name, "title": kind.title, "description": kind.description, "fields": list(kind.fields)}
            for name, kind in KINDS.items()
        ]
        state = {"application_id": world.settings["application_id"], "members": people, "fault_kinds": kinds}
        return web.json_response(state | {"locales": sorted(LOCALES)} | self._panel())

    def _person(self, user: Json) -> Json:
        shown = {"id": user["id"], "username": user["username"], "global_name": user["global_name"]}
        private = {"accepts_dms": user["_accepts_dms"], "locale": shapes.locale(user)}
        return shown | {"token": user["_token"], "title": user["_title"]} | private

    async def _events(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"})
        await response.prepare(request)
        queue: asyncio.Queue[tuple[str, Json]] = asyncio.Queue()
        for line in self._exchanges:
            queue.put_nowait(("exchange", line))
        queue.put_nowait(("state", self._panel()))
        self._listeners.add(queue)
        try:
            while True:
                event, data = await queue.get()
                await response.write(f"event: {event}\ndata: {json.dumps(data)}\n\n".encode())
        except ConnectionError:
            return response
        finally:
            self._listeners.discard(queue)

    # --- what the panel does

    async def _add_fault(self, request: web.Request) -> web.Response:
        given = await _object(request)
        try:
            fault = self._faults.add(str(given.pop("kind", "")), **given)
        except (ValueError, TypeError) as wrong:
            return _refused(400, str(wrong))
        return web.json_response(fault.to_dict() if fault else {}, status=201)

    async def _remove_fault(self, request: web.Request) -> web.Response:
        found = self._faults.remove(request.match_info["id"])
        return web.Response(status=204) if found else _refused(404, "That fault is over already.")

    async def _clear_faults(self, _request: web.Request) -> web.Response:
        self._faults.clear()
        return web.Response(status=204)

    async def _move_clock(self, request: web.Request) -> web.Response:
        seconds = (await _object(request)).get("advance")
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= LONGEST_STEP:
            return _refused(400, "advance is a number of seconds between 0 and a year.")
        self._context.world.clock.advance(seconds)
        self.changed()
        return web.json_response(self._panel()["clock"])

    async def _add_member(self, request: web.Request) -> web.Response:
        name = (await _object(request)).get("name")
        world, hub = self._context.world, self._context.hub
        if not isinstance(name, str) or not 1 <= len(name.strip()) <= 32:
            return _refused(400, "name is a text of 1 to 32 characters.")
        username = name.strip().lower().replace(" ", "_")
        if any(each["username"] == username for each in world.users.values()):
            return _refused(409, f"There is a {username} already. Choose another name.")
        user = seed.add_user(world, username, name.strip(), "Newcomer")
        guild = next(iter(world.guilds.values()))
        member = seed.add_member(world, guild, user)
        joined = shapes.member(world, member) | {"guild_id": guild["id"]}
        hub.to_guild(guild["id"], "GUILD_MEMBER_ADD", joined, intent=GUILD_MEMBERS)
        return web.json_response(self._person(user), status=201)

    async def _change_member(self, request: web.Request) -> web.Response:
        given = await _object(request)
        user = self._context.world.users.get(request.match_info["id"])
        if user is None or user["bot"]:
            return _refused(404, "There is no such member.")
        accepts, locale = given.get("accepts_dms", user["_accepts_dms"]), given.get("locale", shapes.locale(user))
        if not isinstance(accepts, bool):
            return _refused(400, "accepts_dms is true or false.")
        if not isinstance(locale, str) or locale not in LOCALES:
            return _refused(400, f"locale is one of {', '.join(sorted(LOCALES))}.")
        user |= {"_accepts_dms": accepts, "_locale": locale}
        self._context.world.save("user", user)
        return web.json_response(self._person(user))

    # --- the supervisor

    async def _order(self, request: web.Request) -> web.Response:
        order = (await _object(request)).get("do")
        if order not in ORDERS:
            return _refused(400, f"do is one of: {', '.join(ORDERS)}.")
        if self._supervisor is None:
            return _refused(409, "Nobody watches over the bot. Start the playground with `fourup play`.")
        await self._supervisor.send_json({"do": order})
        return web.json_response({}, status=202)

    async def _supervise(self, request: web.Request) -> web.StreamResponse:
        expected = os.environ.get(TOKEN, "")
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        if expected and not hmac.compare_digest(expected.encode(), given.encode()):
            return _refused(401, "This socket is for the process that started the playground.")
        socket = web.WebSocketResponse(heartbeat=20)
        await socket.prepare(request)
        self._supervisor = socket
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    self._report(message.data)
        finally:
            if self._supervisor is socket:
                self._supervisor, self._process = None, UNSUPERVISED
                self.changed()
        return socket

    def _report(self, text: str) -> None:
        try:
            told = json.loads(text)
        except ValueError:
            return
        if isinstance(told, dict):
            self._process = {key: told.get(key, UNSUPERVISED[key]) for key in UNSUPERVISED}
            self.changed()

    async def close(self) -> None:
        if self._supervisor is not None:
            await self._supervisor.close(code=1001)


def _guarded(handler: Handler) -> Handler:
    """Only for loopback, by address and by name, and for no page of another site.

    The name guards against a foreign page whose host was made to point here (DNS rebinding); the origin against one
    that merely posts here.
    """

    async def handle(request: web.Request) -> web.StreamResponse:
        if not (_is_loopback(request.remote or "") and _is_loopback(urlsplit(f"//{request.host}").hostname or "")):
            return _refused(403, "The control route answers on this machine only.")
        origin = request.headers.get("Origin")
        if origin is not None and urlsplit(origin).netloc != request.host:
            return _refused(403, "The control route answers the playground's own page only.")
        return await handler(request)

    return handle


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _refused(status: int, message: str) -> web.Response:
    return web.json_response({"message": message}, status=status)


async def _object(request: web.Request) -> dict[str, Any]:
    try:
        given = await request.json()
    except ValueError:
        return {}
    return given if isinstance(given, dict) else {}


def _without_tokens(path: str) -> str:
    """An interaction's token is a secret; a log of paths shows only that there was one."""
    return "/".join(part if len(part) < 60 else "…" for part in path.split("/"))
