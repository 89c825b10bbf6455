"""What a handler is given, what it may answer, and the table that its route stands in."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias
from urllib.parse import parse_qs

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from playground.errors import ApiError, InvalidForm, refusal
from playground.forms import read_json
from playground.limits import DEFAULT, Limit
from playground.rest.context import Context
from playground.world.archive import Json
from playground.world.permissions import Permission

REQUEST_LIMIT = 25 << 20
"""Bytes that a whole request may have where single files are limited to 10 MiB."""
JSON_LIMIT = 1 << 20
FILE_PART = re.compile(r"files?\[(\d{1,4})\]|file(\d{0,4})")


@dataclass(frozen=True)
class File:
    """A file of a request, before it is stored. `index` is what the body's attachments name it by."""

    index: str
    name: str
    body: bytes


@dataclass(frozen=True)
class Created:
    """An answer with status 201."""

    body: Any


@dataclass
class Call:
    """One request: who asks, for what, with which body and files."""

    context: Context
    actor: Json | None
    """The user whose token came along; None on routes that need none."""
    params: dict[str, str]
    query: dict[str, str]
    body: Any = None
    files: list[File] = field(default_factory=list)
    content_type: str = ""

    @property
    def user_id(self) -> str:
        if self.actor is None:
            raise ApiError(401, 0, "401: Unauthorized")
        user_id: str = self.actor["id"]
        return user_id

    @property
    def form(self) -> Json:
        """The body, which has to be an object."""
        if not isinstance(self.body, dict):
            raise InvalidForm({"_errors": [{"code": "DICT_TYPE_CONVERT", "message": "Only dictionaries may be used."}]})
        return self.body

    def channel(self, *needs: Permission) -> Json:
        """The channel of the route, if the actor may see it and holds all that is needed there."""
        channel = self.context.world.channel(self.params["channel_id"])
        self.need(channel, *needs)
        return channel

    def need(self, channel: Json, *needs: Permission) -> None:
        held = self.context.world.may(self.user_id, channel)
        if not held & Permission.VIEW_CHANNEL:
            raise refusal(50001)
        for bit in needs:
            if not held & bit:
                raise refusal(50013)

    def need_in_guild(self, guild_id: str, *needs: Permission) -> None:
        world = self.context.world
        world.guild(guild_id)
        if not world.is_member(guild_id, self.user_id):
            raise refusal(50001)
        held = world.may_in_guild(self.user_id, guild_id)
        for bit in needs:
            if not held & bit:
                raise refusal(50013)

    def number(self, name: str, default: int, highest: int) -> int:
        """A whole number of the query between 1 and `highest`."""
        text = self.query.get(name, str(default))
        if not text.isdecimal() or not 1 <= int(text) <= highest:
            message = f"int value should be between 1 and {highest}."
            raise InvalidForm({name: {"_errors": [{"code": "NUMBER_TYPE_RANGE", "message": message}]}})
        return int(text)


Handler: TypeAlias = Callable[[Call], Awaitable[Any]]


@dataclass(frozen=True)
class Route:
    """A line of the table: for whom it is, and how often it may be asked."""

    method: str
    path: str
    handler: Handler
    limit: Limit = DEFAULT
    needs_token: bool = True
    takes_files: bool = False

    @property
    def name(self) -> str:
        return f"{self.method} {self.path}"


def place_of(params: dict[str, str]) -> str:
    """The channel, guild or webhook that a request is about: each has windows of its own."""
    if "token" in params:
        return params["token"]
    return params.get("channel_id") or params.get("guild_id") or ""


async def read_body(request: web.Request, file_limit: int) -> tuple[Any, list[File]]:
    """The JSON of a request and its files; a file over `file_limit` bytes is refused as Discord refuses it."""
    if not request.can_read_body:
        return None, []
    try:
        if request.content_type == "multipart/form-data":
            return await _multipart(request, file_limit)
        raw = await _bounded(request, JSON_LIMIT)
    except web.RequestPayloadError:  # not packed as its Content-Encoding says
        raise refusal(50109) from None
    if request.content_type == "application/x-www-form-urlencoded":
        fields = {key: values[-1] for key, values in parse_qs(raw.decode("utf-8", "replace")).items()}
        return (read_json(fields["payload_json"].encode()) if "payload_json" in fields else fields), []
    return (read_json(raw) if raw else None), []


async def _multipart(request: web.Request, file_limit: int) -> tuple[Any, list[File]]:
    body: Any = {}
    files: list[File] = []
    left = max(REQUEST_LIMIT, file_limit + JSON_LIMIT)
    too_large = False
    try:
        reader = await request.multipart()
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader):
                raise refusal(50046)
            content = await _part(part, min(file_limit, left))
            if content is None:
                too_large = True
                continue
            left -= len(content)
            if part.name == "payload_json":
                body = read_json(content)
            elif found := FILE_PART.fullmatch(part.name or ""):
                index = found[1] or found[2] or "0"
                files.append(File(index, part.filename or "unknown", content))
    except (ValueError, HttpProcessingError) as wrong:
        raise refusal(50109) from wrong
    if too_large:
        raise refusal(40005)
    return body, files


async def _part(part: BodyPartReader, limit: int) -> bytes | None:
    """The bytes of one part; None, with the rest read and forgotten, when they are more than `limit`."""
    chunks, size = [], 0
    while chunk := await part.read_chunk(1 << 16):
        size += len(chunk)
        if size <= limit:
            chunks.append(chunk)
        elif size > limit + (64 << 20):
            raise refusal(40005)
    return b"".join(chunks) if size <= limit else None


async def _bounded(request: web.Request, limit: int) -> bytes:
    raw = bytearray()
    async for chunk in request.content.iter_chunked(1 << 16):
        raw += chunk
        if len(raw) > limit:
            raise refusal(40005)
    return bytes(raw)
