"""Fetching what a member links to: the address is checked where the connection is made, and all of it is bounded."""

import asyncio
import contextlib
import re
import socket
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from bot.images.addresses import is_public
from bot.images.errors import NotFetched, Reason
from bot.loopback import is_loopback

LARGEST = 25 * 1024 * 1024  # bytes of a file
PATIENCE = 15.0  # seconds for all of it, redirects included
MOST_REDIRECTS = 3
PORTS = frozenset({80, 443})
DISCORD = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord keeps files."""
_CHUNK = 64 * 1024
_HEADERS = {
    "Accept": "image/png,image/jpeg,image/webp,image/gif",
    "Accept-Encoding": "identity",
    "User-Agent": "Fourup (image prompts)",
}
_ATTACHMENTS = ("/cdn/attachments/", "/cdn/ephemeral-attachments/", "/attachments/", "/ephemeral-attachments/")
_EXPIRY = re.compile(r"attachments/\d+/\d+/[^?]*\?(?:[^#]*&)?ex=([0-9a-f]{1,12})(?:[&#]|$)")
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_FOR_US = frozenset(range(400, 500)) - {408, 425, 429}
"""Statuses that stay as they are; those left out pass."""


class Resolve(Protocol):
    """Gives the addresses of a host. Raises OSError."""

    async def __call__(self, host: str, port: int) -> Sequence[str]: ...


class Renew(Protocol):
    """Gives a link to an attachment another day; None where that cannot be had."""

    async def __call__(self, link: str) -> str | None: ...


class SystemResolver:
    """The operating system's, in threads of its own: a name server that never answers keeps nobody else waiting, and
    no stop of the bot.
    """

    def __init__(self, at_once: int = 8) -> None:
        self._room = asyncio.Semaphore(at_once)

    async def __call__(self, host: str, port: int) -> list[str]:
        """Its addresses, IPv4 and IPv6."""
        loop = asyncio.get_running_loop()
        answer: asyncio.Future[list[str]] = loop.create_future()

        def done(found: list[str] | OSError | ValueError) -> None:
            self._room.release()
            if answer.cancelled():
                return
            if isinstance(found, list):
                answer.set_result(found)
            else:
                answer.set_exception(found)

        def look_up() -> None:
            found = _look_up(host, port)
            with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(done, found)

        await self._room.acquire()
        threading.Thread(target=look_up, name="resolver", daemon=True).start()
        return await answer


@dataclass(frozen=True)
class Guard:
    """What may be connected to."""

    resolve: Resolve
    is_public: Callable[[str], bool] = is_public
    ports: frozenset[int] | None = PORTS
    """None for all of them."""


class Fetcher:
    """Fetches a file of the web, or of the one origin ("http://127.0.0.1:8420") that stands in for Discord's CDN."""

    def __init__(
        self,
        trusted: str | None = None,
        guard: Guard | None = None,
        patience: float = PATIENCE,
        renew: Renew | None = None,
    ) -> None:
        self._trusted = None if trusted is None else URL(trusted).origin()
        self._renew = renew
        self._guard = guard or Guard(SystemResolver())
        self._patience = patience

    async def fetch(self, link: str) -> bytes:
        """What is behind the link, LARGEST bytes at most. Raises NotFetched.

        A link to an attachment whose time is over by this machine's clock is renewed first; where what was asked for
        leads nowhere, the other one is: as it is, or renewed.
        """
        try:
            async with asyncio.timeout(self._patience):
                fresh = await self._renewed(link) if has_expired(link, time.time()) else link
                try:
                    return await self._follow(fresh)
                except _Refused as refusal:
                    if refusal.reason is not Reason.GONE:
                        raise
                    other = await self._renewed(link) if fresh == link else link
                    if other == fresh:
                        raise
                return await self._follow(other)
        except TimeoutError:
            raise NotFetched(Reason.SLOW, link) from None
        except _Refused as refusal:
            raise NotFetched(refusal.reason, link) from None
        except (aiohttp.ClientError, OSError, ValueError):
            raise NotFetched(Reason.UNREACHABLE, link) from None

    async def _renewed(self, link: str) -> str:
        """With another day, where Discord keeps the file and gives one; otherwise as it is."""
        if self._renew is None or not self.is_attachment(link):
            return link
        fresh = await self._renew(link)
        return fresh if fresh and self.is_attachment(fresh) else link

    async def _follow(self, link: str) -> bytes:
        url = _read(link)
        for _ in range(MOST_REDIRECTS + 1):
            found = await self._get(url)
            if isinstance(found, bytes):
                return found
            was_safe = url.scheme == "https"
            url = _read(found, url)
            if was_safe and url.scheme != "https":
                raise _Refused(Reason.UNREACHABLE)
        raise _Refused(Reason.UNREACHABLE)

    async def _get(self, url: URL) -> bytes | str:
        """The file, or where it is instead."""
        is_trusted = self._is_trusted(url)
        if not is_trusted and self._guard.ports is not None and url.port not in self._guard.ports:
            raise _Refused(Reason.PRIVATE)
        gate = _Gate(self._guard, is_trusted=is_trusted)
        connector = aiohttp.TCPConnector(
            resolver=gate, socket_factory=gate.socket, use_dns_cache=False, force_close=True
        )
        try:
            async with (
                aiohttp.ClientSession(
                    connector=connector,
                    headers=_HEADERS,
                    trust_env=False,
                    auto_decompress=False,
                    cookie_jar=aiohttp.DummyCookieJar(),
                ) as session,
                session.get(url, allow_redirects=False) as answer,
            ):
                return await _read_answer(answer)
        except OSError:
            if gate.has_refused:
                raise _Refused(Reason.PRIVATE) from None
            raise

    def is_attachment(self, link: str) -> bool:
        """True for a link to a file that Discord keeps, or what stands in for it: those are quick."""
        try:
            url = _read(link)
        except _Refused:
            return False
        return url.host in DISCORD or self._is_trusted(url)

    def _is_trusted(self, url: URL) -> bool:
        """True for an attachment on the trusted origin; the rest of that origin is no business of members' links."""
        own = self._trusted
        if own is None or (url.scheme, url.port) != (own.scheme, own.port) or not url.path.startswith(_ATTACHMENTS):
            return False
        return url.host == own.host or (is_loopback(url.host or "") and is_loopback(own.host or ""))


def has_expired(link: str, now: float) -> bool:
    """True for a link to an attachment that says itself, in hexadecimal seconds, that its time is over."""
    found = _EXPIRY.search(link)
    return found is not None and int(found[1], 16) <= now


class _Refused(Exception):
    """Ends a fetch for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class _Gate(AbstractResolver):
    """Stands between one request and the network: every address passes `socket`, literal ones too."""

    def __init__(self, guard: Guard, *, is_trusted: bool) -> None:
        self._guard = guard
        self._is_trusted = is_trusted
        self.has_refused = False

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        """The host's addresses, each of them public: one that is not speaks against the whole name."""
        addresses = await self._guard.resolve(host, port)
        for address in addresses:
            self._check(address)
        return [
            ResolveResult(
                hostname=host,
                host=address,
                port=port,
                family=socket.AF_INET6 if ":" in address else socket.AF_INET,
                proto=socket.IPPROTO_TCP,
                flags=socket.AI_NUMERICHOST,
            )
            for address in addresses
        ]

    def socket(self, address: aiohttp.AddrInfoType) -> socket.socket:
        """A socket for a connection to this address, and to no other."""
        family, kind, protocol, _, place = address
        self._check(str(place[0]))
        return socket.socket(family, kind, protocol)

    async def close(self) -> None:
        """Nothing is held."""

    def _check(self, address: str) -> None:
        if not self._is_trusted and not self._guard.is_public(address):
            self.has_refused = True
            raise PermissionError(f"{address} is not public")


def _read(link: str, base: URL | None = None) -> URL:
    """The address to ask: http or https, with a host, without a name and password."""
    try:
        url = URL(link) if base is None else base.join(URL(link))
        is_right = url.scheme in ("http", "https") and bool(url.host) and url.user is None and url.password is None
    except ValueError:
        raise _Refused(Reason.NO_LINK) from None
    if not is_right:
        raise _Refused(Reason.NO_LINK)
    return url.with_fragment(None)


async def _read_answer(answer: aiohttp.ClientResponse) -> bytes | str:
    if answer.status in _REDIRECTS and "Location" in answer.headers:
        return answer.headers["Location"]
    if answer.status in _NOT_FOR_US:
        raise _Refused(Reason.GONE)
    if answer.status != 200:
        raise _Refused(Reason.UNREACHABLE)
    if answer.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise _Refused(Reason.NOT_A_PICTURE)
    if (answer.content_length or 0) > LARGEST:
        raise _Refused(Reason.TOO_LARGE)
    content = bytearray()
    async for chunk in answer.content.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > LARGEST:
            raise _Refused(Reason.TOO_LARGE)
    return bytes(content)


def _look_up(host: str, port: int) -> list[str] | OSError | ValueError:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, ValueError) as failure:  # UnicodeError, a ValueError, for a label that is too long
        return failure
    return list(dict.fromkeys(str(place[0]) for *_, place in found))
