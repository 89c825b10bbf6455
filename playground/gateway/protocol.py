"""The gateway's conversation: HELLO, IDENTIFY or RESUME, heartbeats, and the codes with which it hangs up.

Source: Discord's documentation, "Gateway" and "Opcodes and Status Codes".
"""

import asyncio
import json
from collections import deque

from aiohttp import WSMsgType, web

from playground.gateway.hub import PRIVILEGED, Hub
from playground.gateway.session import Session, Wire
from playground.world import shapes
from playground.world.archive import Json
from playground.world.world import World

DISPATCH, HEARTBEAT, IDENTIFY, PRESENCE, VOICE, RESUME, RECONNECT = 0, 1, 2, 3, 4, 6, 7
REQUEST_MEMBERS, INVALID_SESSION, HELLO, HEARTBEAT_ACK, REQUEST_SOUNDBOARD = 8, 9, 10, 11, 31

UNKNOWN_OPCODE, DECODE_ERROR, NOT_AUTHENTICATED, FAILED, ALREADY, BAD_SEQUENCE = 4001, 4002, 4003, 4004, 4005, 4007
TOO_FAST, TIMED_OUT, INVALID_SHARD, INVALID_VERSION, INVALID_INTENTS, DISALLOWED_INTENTS = (
    *(4008, 4009, 4010),
    *(4012, 4013, 4014),
)
ALL_INTENTS = (1 << 26) - 1
SENT_PER_MINUTE = 120
LATENCY = 0.02
"""Seconds until a heartbeat is acknowledged. discord.py notes the time of sending after the fact: an answer that is
faster than any network's meets the note of the heartbeat before, and is reported as 41 seconds behind."""


class HangUp(Exception):
    """The server closes the socket with this code."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code, self.reason = code, reason


class Gateway:
    """Serves the gateway's address; `url` is what READY names for resuming."""

    def __init__(self, world: World, hub: Hub, url: str, heartbeat: float = 41.25) -> None:
        self._world, self._hub, self._url, self._heartbeat = world, hub, url, heartbeat

    async def handle(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse(max_msg_size=1 << 20, compress=False)
        await socket.prepare(request)
        wire = Wire(socket, zlib_stream=request.query.get("compress") == "zlib-stream")
        conversation = Conversation(self._world, self._hub, wire, self._url)
        wire.send(_payload(HELLO, {"heartbeat_interval": int(self._heartbeat * 1000), "_trace": []}))
        try:
            if request.query.get("v", "10") not in {"9", "10"}:
                raise HangUp(INVALID_VERSION, "Invalid API version.")
            await self._listen(socket, conversation)
        except HangUp as end:
            await wire.close(end.code, end.reason)
            conversation.forget()
        finally:
            conversation.leave()
            wire.stop()
        return socket

    async def _listen(self, socket: web.WebSocketResponse, conversation: "Conversation") -> None:
        sent: deque[float] = deque(maxlen=SENT_PER_MINUTE)
        patience = self._heartbeat * 1.5
        while True:
            try:
                message = await socket.receive(timeout=patience)
            except TimeoutError:
                raise HangUp(TIMED_OUT, "Session timed out.") from None
            if message.type not in {WSMsgType.TEXT, WSMsgType.BINARY}:
                if message.type is WSMsgType.CLOSE and message.data in {1000, 1001}:
                    conversation.forget()
                return
            now = self._world.clock.elapsed()
            if len(sent) == SENT_PER_MINUTE and now - sent[0] < 60:
                raise HangUp(TOO_FAST, "You are being rate limited.")
            sent.append(now)
            conversation.hear(_decoded(message.data))


class Conversation:
    """What one socket has said so far, and what is answered."""

    def __init__(self, world: World, hub: Hub, wire: Wire, url: str) -> None:
        self._world, self._hub, self._wire, self._url = world, hub, wire, url
        self._session: Session | None = None

    def hear(self, payload: Json) -> None:
        op, data = payload.get("op"), payload.get("d")
        if op == HEARTBEAT:
            asyncio.get_running_loop().call_later(LATENCY, self._wire.send, _payload(HEARTBEAT_ACK, None))
        elif op == IDENTIFY and isinstance(data, dict):
            self._identify(data)
        elif op == RESUME and isinstance(data, dict):
            self._resume(data)
        elif op not in {PRESENCE, VOICE, REQUEST_MEMBERS, REQUEST_SOUNDBOARD}:
            raise HangUp(UNKNOWN_OPCODE, "Unknown opcode.")
        elif self._session is None:
            raise HangUp(NOT_AUTHENTICATED, "Not authenticated.")
        elif op == REQUEST_MEMBERS and isinstance(data, dict):
            self._members(self._session, data)

    def leave(self) -> None:
        """The socket is gone; the session waits for its RESUME."""
        session = self._session
        if session is not None and session.wire is self._wire:
            session.wire = None
            session.left_at = self._world.clock.now()
            if not self._hub.is_online(session.user_id):
                self._hub.presence(session.user_id, "offline")

    def forget(self) -> None:
        """The session ends with its socket."""
        if self._session is not None and self._session.wire is self._wire:
            self._hub.remove(self._session)

    def _identify(self, data: Json) -> None:
        if self._session is not None:
            raise HangUp(ALREADY, "Already authenticated.")
        user = self._world.user_of(str(data.get("token", "")).removeprefix("Bot "))
        if user is None:
            raise HangUp(FAILED, "Authentication failed.")
        intents = _intents(data) if user["bot"] else None
        session = Session(self._world.secret(32), user["id"], self._wire, intents, _shard(data))
        was_online = self._hub.is_online(user["id"])
        self._hub.add(session)
        self._session = session
        self._greet(session, user)
        if not was_online:
            self._hub.presence(user["id"], "online")

    def _greet(self, session: Session, user: Json) -> None:
        world = self._world
        guilds = [guild for guild in world.guilds_of(user["id"]) if session.holds(guild["id"])]
        whole = [shapes.guild_create(world, guild, user["id"], self._hub.is_online) for guild in guilds]
        ready: Json = {
            "v": 10,
            "user": shapes.me(user),
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": self._url,
            "shard": list(session.shard),
            "_trace": [],
            "user_settings": {},
            "presences": [],
            "relationships": [],
            "guild_join_requests": [],
            "geo_ordered_rtc_regions": [],
        }
        if session.intents is None:
            dms = [shapes.channel(world, dm, user["id"]) for dm in world.dms_of(user["id"])]
            session.dispatch("READY", ready | {"guilds": whole, "private_channels": dms})
            return
        absent = [{"id": guild["id"], "unavailable": True} for guild in guilds]
        own = {"application": {"id": user["id"], "flags": 0}, "guilds": absent, "private_channels": []}
        session.dispatch("READY", ready | own)
        if session.intents & 1:
            for guild in whole:
                session.dispatch("GUILD_CREATE", guild)

    def _resume(self, data: Json) -> None:
        session = self._hub.session(str(data.get("session_id")))
        user = self._world.user_of(str(data.get("token", "")).removeprefix("Bot "))
        if user is None:
            raise HangUp(FAILED, "Authentication failed.")
        sequence = data.get("seq")
        if session is None or session.user_id != user["id"] or not isinstance(sequence, int):
            self._wire.send(_payload(INVALID_SESSION, data=False))
            return
        if sequence > session.sequence:
            raise HangUp(BAD_SEQUENCE, "Invalid seq.")
        missed = session.missed(sequence)
        if missed is None:
            self._wire.send(_payload(INVALID_SESSION, data=False))
            return
        if session.wire is not None:
            session.wire.abort()
        self._session, session.wire = session, self._wire
        for payload in missed:
            self._wire.send(payload)
        session.dispatch("RESUMED", {"_trace": []})
        self._hub.presence(session.user_id, "online")

    def _members(self, session: Session, data: Json) -> None:
        """Members by id or by the beginning of their name; ids may be numbers, as discord.py sends them."""
        guild_id = "".join(_ids(data.get("guild_id"))[:1])
        if not self._world.is_member(guild_id, session.user_id):
            return
        asked, query = _ids(data.get("user_ids")), str(data.get("query") or "").lower()
        limit = data.get("limit")
        people = self._world.members[guild_id]
        found = [
            shapes.member(self._world, member)
            for member in people.values()
            if (member["user_id"] in asked or not asked)
            and self._world.users[member["user_id"]]["username"].startswith(query)
        ][: limit if isinstance(limit, int) and limit > 0 else None]
        chunk = {"guild_id": guild_id, "members": found, "chunk_index": 0, "chunk_count": 1, "presences": []}
        missing = [user_id for user_id in asked if user_id not in people]
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk | {"not_found": missing, "nonce": data.get("nonce")})


def _ids(given: object) -> list[str]:
    """One id or several, as strings."""
    listed = given if isinstance(given, list) else [given]
    return [str(each) for each in listed if isinstance(each, str | int)]


def reconnect(session: Session) -> None:
    """Ask a client to come back with RESUME (op 7)."""
    if session.wire:
        session.wire.send(_payload(RECONNECT, None))


def invalidate(session: Session, *, resumable: bool) -> None:
    """Tell a client that its session is over (op 9), or, when `resumable`, to resume it."""
    if session.wire:
        session.wire.send(_payload(INVALID_SESSION, data=resumable))


def _payload(op: int, data: object) -> Json:
    return {"op": op, "d": data, "s": None, "t": None}


def _decoded(raw: str | bytes) -> Json:
    try:
        payload = json.loads(raw)
    except (ValueError, RecursionError):
        raise HangUp(DECODE_ERROR, "Error while decoding payload.") from None
    if not isinstance(payload, dict):
        raise HangUp(DECODE_ERROR, "Error while decoding payload.")
    return payload


def _intents(data: Json) -> int:
    intents = data.get("intents")
    if not isinstance(intents, int) or not 0 <= intents <= ALL_INTENTS:
        raise HangUp(INVALID_INTENTS, "Invalid intent(s).")
    if intents & PRIVILEGED:
        raise HangUp(DISALLOWED_INTENTS, "Disallowed intent(s).")
    return intents


def _shard(data: Json) -> tuple[int, int]:
    match data.get("shard", [0, 1]):
        case [int(number), int(count)] if 0 <= number < count:
            return number, count
    raise HangUp(INVALID_SHARD, "Invalid shard.")


async def close_all(hub: Hub) -> None:
    """Hang up on everybody, as a server does that goes down."""
    wires = [session.wire for session in hub.sessions() if session.wire]
    await asyncio.gather(*(wire.close(1012, "Service restart.") for wire in wires))
