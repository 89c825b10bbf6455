"""One client of the gateway: the socket that it has now, and the events that it is owed."""

import asyncio
import json
import zlib
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from aiohttp import web

from playground.world.archive import Json

REMEMBERED = 2000
"""Events kept for a RESUME; a client that missed more has to start anew."""


class Told(Json):
    """What an event tells, written as JSON once for all who hear it; nothing is changed in it any more."""

    @cached_property
    def text(self) -> str:
        """The JSON."""
        return _json(self)


class Wire:
    """A socket with a queue before it, so that whoever dispatches never waits for a slow reader."""

    def __init__(self, socket: web.WebSocketResponse, *, zlib_stream: bool) -> None:
        self.socket = socket
        self._deflate = zlib.compressobj() if zlib_stream else None
        self._queue: asyncio.Queue[Json | None] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())
        self.is_mute = False

    def send(self, payload: Json) -> None:
        if not self.is_mute:
            self._queue.put_nowait(payload)

    async def close(self, code: int = 1000, reason: str = "") -> None:
        """Close after what is waiting was sent."""
        self._queue.put_nowait(None)
        await asyncio.wait([self._writer])
        await self.socket.close(code=code, message=reason.encode())

    def stop(self) -> None:
        """Send nothing more."""
        self._writer.cancel()

    def abort(self) -> None:
        """Cut the line in the middle of whatever it carries, as a failing network does."""
        self.stop()
        transport = self.socket._req.transport if self.socket._req else None  # noqa: SLF001 - aiohttp has no public way
        if transport is not None:
            transport.abort()

    async def _write(self) -> None:
        while (payload := await self._queue.get()) is not None:
            text = _written(payload)
            try:
                if self._deflate:
                    packed = self._deflate.compress(text.encode()) + self._deflate.flush(zlib.Z_SYNC_FLUSH)
                    await self.socket.send_bytes(packed)
                else:
                    await self.socket.send_str(text)
            except ConnectionError:
                return


def _json(value: Json) -> str:
    return json.dumps(value, separators=(",", ":"))


def _written(payload: Json) -> str:
    told = payload.get("d")
    if not isinstance(told, Told):
        return _json(payload)
    head = _json({key: value for key, value in payload.items() if key != "d"})
    return f'{head[:-1]},"d":{told.text}}}'


@dataclass(eq=False)
class Session:
    """A client from IDENTIFY until it ends; `wire` is None while its socket is gone and RESUME is awaited."""

    id: str
    user_id: str
    wire: Wire | None
    intents: int | None
    """None for a member's client, which hears everything that its user may see."""
    shard: tuple[int, int] = (0, 1)
    sequence: int = 0
    left_at: float = 0.0
    _log: deque[Json] = field(default_factory=lambda: deque(maxlen=REMEMBERED))

    def dispatch(self, event: str, data: Json) -> None:
        self.sequence += 1
        payload = {"op": 0, "s": self.sequence, "t": event, "d": data}
        self._log.append(payload)
        if self.wire:
            self.wire.send(payload)

    def repeat(self, event: str) -> None:
        """Deliver the latest event of this kind again, as Discord may at any time; nothing where none is remembered."""
        last = next((payload for payload in reversed(self._log) if payload["t"] == event), None)
        if last is not None:
            self.dispatch(event, last["d"])

    def missed(self, sequence: int) -> Iterator[Json] | None:
        """The events after `sequence`; None when they are no longer all remembered."""
        if sequence > self.sequence or (self._log and self._log[0]["s"] > sequence + 1):
            return None
        return (payload for payload in list(self._log) if payload["s"] > sequence)

    def holds(self, guild_id: str | None) -> bool:
        """Whether events of this guild (None: of a DM) come to this shard."""
        number, count = self.shard
        return (0 if guild_id is None else (int(guild_id) >> 22) % count) == number
