"""Full pictures for whoever has the link: a page for each job, and its files as they are stored."""

import asyncio
from base64 import b64encode
from collections.abc import Awaitable, Callable
from hashlib import sha256
from html import escape
from pathlib import Path

from aiohttp import hdrs, web

from bot.images.blobs import Blobs
from bot.jobs.job import Job
from bot.messages import alt_text, file_name
from bot.store.errors import UnknownJob
from bot.store.messages import Kind
from bot.store.store import Store
from bot.web.links import Links
from bot.web.site import Route

AGE = 300
"""Seconds for which a browser may keep what it was given: what is hidden then is soon gone."""
_TYPES = {b"\x89PNG": ("image/png", "png"), b"RIFF": ("image/webp", "webp"), b"\xff\xd8\xff": ("image/jpeg", "jpg")}
_STYLE = (
    "body{margin:0;background:#1e1f22;display:grid;gap:8px;padding:8px;"
    "grid-template-columns:repeat(auto-fit,minmax(min(100%,24rem),1fr))}"
    "img{width:100%;height:auto;border-radius:8px;display:block}a:focus-visible{outline:3px solid #fff}"
)
_HASH = b64encode(sha256(_STYLE.encode()).digest()).decode()
_POLICY = (
    f"default-src 'none'; img-src 'self'; style-src 'sha256-{_HASH}'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)
_PAGE = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{title}</title>
<style>{style}</style></head>
<body>
{pictures}
</body>
</html>
"""

Find = Callable[[str], Awaitable[Job | None]]


def standing_in(store: Store) -> Find:
    """Jobs that a message of the bot's shows: what a moderator or its author takes away there is gone here.

    So is what moderators have hidden, and what is for age-restricted channels only.
    """

    async def find(job_id: str) -> Job | None:
        shown = {Kind.RESULT, Kind.SHOWN} & {each.kind for each in await store.messages.of(job_id)}
        try:
            job = await store.jobs.get(job_id) if shown else None
        except UnknownJob:
            return None
        if job is None:
            return None
        ids, rulings = job.with_parent, store.rulings
        return None if await rulings.are_hidden(ids) or await rulings.are_explicit(ids) else job

    return find


class Pictures:
    """The routes. `find` gives the job of an id, and None for one that may not be shown, for whatever reason.

    Nothing of a request becomes part of a path: the files are found by the job's own record.
    """

    def __init__(self, links: Links, find: Find, blobs: Blobs) -> None:
        self._links, self._find, self._blobs = links, find, blobs

    def routes(self) -> list[Route]:
        """Where they are."""
        return [
            web.get(r"/p/{token:[\w-]{44}}", self._page),
            web.get(r"/p/{token:[\w-]{44}}/{index:[1-9]\d?}", self._file),
        ]

    async def _page(self, request: web.Request) -> web.StreamResponse:
        """All pictures of the job; the one itself where there is one."""
        job, token = await self._shown(request)
        if len(job.pictures) == 1:
            return await self._sent(job, 1)
        pictures = "\n".join(
            f'<a href="{token}/{index}"><img src="{token}/{index}" width="{each.width}" height="{each.height}" '
            f'loading="lazy" alt="{escape(alt_text(job, index))}"></a>'
            for index, each in enumerate(job.pictures, start=1)
        )
        page = _PAGE.format(title=escape(alt_text(job)), style=_STYLE, pictures=pictures)
        return web.Response(
            text=page, content_type="text/html", headers={"Content-Security-Policy": _POLICY, **_kept_for_a_while()}
        )

    async def _file(self, request: web.Request) -> web.StreamResponse:
        job, _ = await self._shown(request)
        index = int(request.match_info["index"])
        if index > len(job.pictures):
            raise web.HTTPNotFound
        return await self._sent(job, index)

    async def _shown(self, request: web.Request) -> tuple[Job, str]:
        token = request.match_info["token"]
        job_id = self._links.job_of(token)
        job = await self._find(job_id) if job_id else None
        if job is None or not job.pictures:
            raise web.HTTPNotFound
        return job, token

    async def _sent(self, job: Job, index: int) -> web.StreamResponse:
        """The file as it is stored, in whatever range is asked for; 404 where it is gone."""
        path = self._blobs.path(job.pictures[index - 1].blob)
        found = await asyncio.to_thread(_kind_of, path)
        if found is None:
            raise web.HTTPNotFound
        kind, extension = found
        name = file_name(job, extension, index if len(job.pictures) > 1 else None)
        headers = {hdrs.CONTENT_TYPE: kind, hdrs.CONTENT_DISPOSITION: f'inline; filename="{name}"'}
        return web.FileResponse(path, headers=headers | _kept_for_a_while())


def _kind_of(path: Path) -> tuple[str, str] | None:
    """The type and the extension of one of our own pictures; None for anything else, and where there is none."""
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except FileNotFoundError:
        return None
    return next((kind for signature, kind in _TYPES.items() if start.startswith(signature)), None)


def _kept_for_a_while() -> dict[str, str]:
    return {hdrs.CACHE_CONTROL: f"private, max-age={AGE}"}
