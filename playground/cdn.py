"""Files: stored once, linked by addresses that are signed and expire, as Discord's CDN does."""

import asyncio
import hmac
import io
import re
import warnings
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode

from aiohttp import web
from PIL import Image, ImageDraw

from playground.world.archive import Json
from playground.world.world import World

_FILE = re.compile(r"\b(?:ephemeral-)?attachments/\d+/\d+/.+$")
LINK_LIFE = 24 * 60 * 60
"""Seconds for which a link to a file works."""

SNIFFED = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF8": "image/gif",
    b"%PDF": "application/pdf",
    b"PK\x03\x04": "application/zip",
}
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"})
"""What a browser may show from here; everything else is offered for saving only."""

AVATAR_COLOURS = ("#5865f2", "#757e8a", "#3ba55c", "#faa61a", "#ed4245", "#eb459f")


class Links:
    """Signs the addresses of files: `ex` and `is` are seconds in hexadecimal, `hm` is their HMAC with the path."""

    def __init__(self, world: World, base: str) -> None:
        self._world = world
        self.base = base
        self._key = world.settings["link_key"].encode()

    def sign(self, path: str) -> str:
        issued = int(self._world.clock.now())
        query = {"ex": f"{issued + LINK_LIFE:x}", "is": f"{issued:x}"}
        return f"{self.base}/{quote(path)}?{urlencode(query | {'hm': self._mark(path, query)})}"

    def renewed(self, link: str) -> str:
        """The same file with another day; a link that leads to no file of ours stays as it is."""
        found = _FILE.search(unquote(link.partition("?")[0]))
        return self.sign(found[0]) if found else link

    def is_valid(self, path: str, query: dict[str, str]) -> bool:
        given = {"ex": query.get("ex", ""), "is": query.get("is", "")}
        if not hmac.compare_digest(self._mark(path, given), query.get("hm", "").encode("ascii", "replace").decode()):
            return False
        return int(given["ex"], 16) > self._world.clock.now()

    def _mark(self, path: str, query: dict[str, str]) -> str:
        text = f"{path}?{query['ex']}&{query['is']}"
        return hmac.new(self._key, text.encode("utf-8", "surrogatepass"), sha256).hexdigest()


def content_type_of(head: bytes) -> str:
    """What the bytes are, by their first few; a file's name is not believed."""
    for magic, kind in SNIFFED.items():
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    try:
        head[:512].decode()
    except UnicodeDecodeError:
        return "application/octet-stream"
    return "text/plain; charset=utf-8"


def size_of_picture(body: bytes) -> dict[str, int]:
    """Width and height as its header tells; nothing is decoded, and what cannot be read has none."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(body)) as picture:
                return {"width": picture.width, "height": picture.height}
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return {}


async def describe(attachment_id: str, folder: str, name: str, body: bytes) -> Json:
    """The attachment that stands for a file; its bytes belong at `_path`."""
    kind = content_type_of(body[:512])
    path = f"{folder}/{attachment_id}/{name}"
    attachment: Json = {"id": attachment_id, "filename": name, "size": len(body), "content_type": kind, "flags": 0}
    size = await asyncio.to_thread(size_of_picture, body) if kind in SHOWN else {}
    return attachment | size | {"_path": path}


def routes(world: World, links: Links) -> list[web.RouteDef]:
    async def attachment(request: web.Request) -> web.Response:
        path = f"{request.match_info['folder']}/{request.match_info['tail']}"
        if not links.is_valid(path, dict(parse_qsl(request.query_string))):
            return web.Response(status=404, text="This content is no longer available.")
        body = await asyncio.to_thread(world.archive.get_blob, path)
        if body is None:
            return web.Response(status=404, text="This content is no longer available.")
        return _file(body)

    async def avatar(request: web.Request) -> web.Response:
        number = int(request.match_info["number"])
        return web.Response(body=await asyncio.to_thread(_avatar, number), content_type="image/png")

    found = []
    for base in ("/cdn", ""):
        found.append(web.get(base + "/{folder:attachments|ephemeral-attachments}/{tail:.+}", attachment))
        found.append(web.get(base + "/embed/avatars/{number:[0-5]}.png", avatar))
    return found


def _file(body: bytes) -> web.Response:
    kind = content_type_of(body[:512])
    headers = {
        "Content-Type": kind,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, max-age=86400",
    }
    if kind not in SHOWN:
        headers["Content-Disposition"] = "attachment"
    return web.Response(body=body, headers=headers)


def _avatar(number: int) -> bytes:
    """Discord's default avatars, drawn: a plain colour with a small picture frame in it."""
    picture = Image.new("RGB", (256, 256), AVATAR_COLOURS[number])
    draw = ImageDraw.Draw(picture)
    for left in (64, 136):
        for top in (64, 136):
            draw.rounded_rectangle((left, top, left + 56, top + 56), radius=12, fill="white")
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()
