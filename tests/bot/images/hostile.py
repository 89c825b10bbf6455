"""A server on this machine that behaves as badly as one of the web can, and name servers that lie."""

import asyncio
import itertools
import ssl
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from bot.images.addresses import is_public
from bot.images.fetch import Guard

PUBLIC = "127.0.0.2"
"""Of this machine, and taken for public in these tests."""


class Hostile:
    """Answers every request with the bytes for its path, as they are; a tuple is sent piece by piece, then it stays
    silent until `end`.
    """

    def __init__(self) -> None:
        self.answers: dict[str, bytes | tuple[bytes, ...]] = {}
        self.asked: list[str] = []
        self.heads: list[str] = []
        self.port = 0
        self.end = asyncio.Event()

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, one request."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            path = head.split(" ")[1]
            self.heads.append(head)
            self.asked.append(f"{writer.get_extra_info('sockname')[0]}{path}")
            told = self.answers[path]
            for piece in (told,) if isinstance(told, bytes) else told:
                writer.write(piece)
                await writer.drain()
            if isinstance(told, tuple):
                await self.end.wait()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def url(self, path: str, host: str = "public.test") -> str:
        """The address of a path, by a name that is resolved to PUBLIC."""
        return f"http://{host}:{self.port}{path}"


@asynccontextmanager
async def hostile_server(context: ssl.SSLContext | None = None) -> AsyncIterator[Hostile]:
    """On the loopback address itself, and on the one that passes for public, with the same port."""
    server = Hostile()
    listening = await asyncio.start_server(server.answer, ["127.0.0.1", PUBLIC], 0, ssl=context)
    first, second = listening.sockets
    server.port = first.getsockname()[1]
    if second.getsockname()[1] != server.port:
        listening.close()
        await listening.wait_closed()
        listening = await asyncio.start_server(server.answer, ["127.0.0.1", PUBLIC], server.port, ssl=context)
    async with listening:
        yield server
        server.end.set()


def ok(body: bytes, *headers: str) -> bytes:
    """An answer of status 200."""
    lines = ["HTTP/1.1 200 OK", *headers, "Connection: close", "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


def redirect(location: str, status: int = 302) -> bytes:
    """To another place."""
    return f"HTTP/1.1 {status} Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n".encode()


class Names:
    """A resolver that gives a host's lists of addresses in turn, the last for ever; others do not exist."""

    def __init__(self, table: dict[str, Sequence[Sequence[str]]] | None = None) -> None:
        table = {"public.test": [[PUBLIC]], "internal.test": [["127.0.0.1"]]} | (table or {})
        self._turns = {host: itertools.chain(turns, itertools.repeat(turns[-1])) for host, turns in table.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str, port: int) -> Sequence[str]:
        """The next list."""
        self.asked.append(host)
        if host not in self._turns:
            raise OSError(f"no such host: {host}")
        return next(self._turns[host])


def guard(names: Names | None = None) -> Guard:
    """The real one, that takes PUBLIC for public, on any port."""
    return Guard(names or Names(), lambda address: address == PUBLIC or is_public(address), None)
