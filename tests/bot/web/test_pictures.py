"""Full pictures over real sockets: whoever has the link sees them, as long as a message shows them."""

import asyncio
import socket
import time
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import aiohttp
import pytest

from bot.ids import job_id
from bot.images.blobs import Blobs
from bot.jobs.job import Asked, Job, Member, New, Picture
from bot.jobs.queue import Choice
from bot.store.store import Store, open_store
from bot.web.links import Links
from bot.web.pictures import Pictures, standing_in
from bot.web.site import application, served
from tests.databases import fresh
from tests.pictures import png

MESSAGE = 55


@dataclass
class Gallery:
    """The pictures, and the way to them."""

    store: Store
    blobs: Blobs
    links: Links
    port: int
    made: int = 0

    async def posted(self, count: int = 4, *, prompt: str = "a red apple") -> Job:
        """A job whose pictures stand in a channel."""
        self.made += 1
        asked = Asked(self.made, Member(7, "ada"), 9, 3)
        job = Job.imagine(New(job_id(1_790_000_000_000, self.made), 1, asked), prompt)
        await self.store.jobs.submit([job])
        running = await self.store.leases.claim("one", 60.0, lambda _queue: Choice(job.id))
        assert running is not None
        keys = [await self.blobs.put(png(16, 16, f"#{number}04060")) for number in range(1, count + 1)]
        pictures = [Picture(key, 16, 16, number) for number, key in enumerate(keys)]
        await self.store.leases.render(running.lease, pictures, 1.0)
        return await self.store.outbox.deliver(job.id, 9, MESSAGE)

    async def get(self, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes, Mapping[str, str]]:
        url = f"http://127.0.0.1:{self.port}{path}"
        async with aiohttp.ClientSession() as session, session.request(method, url, headers=headers) as answer:
            return answer.status, await answer.read(), answer.headers

    def path(self, job: Job) -> str:
        return f"/p/{self.links.token(job.id)}"


@pytest.fixture
async def gallery(tmp_path: Path) -> AsyncIterator[Gallery]:
    """Served."""
    blobs, links = Blobs(tmp_path / "blobs"), Links("https://example.org", b"key")
    async with open_store(fresh(tmp_path / "fourup.db"), time.time) as store:
        routes = Pictures(links, standing_in(store), blobs).routes()
        async with served(application(routes), "127.0.0.1", 0) as port:
            assert port is not None
            yield Gallery(store, blobs, links, port)


async def test_a_grids_page_shows_its_pictures(gallery: Gallery) -> None:
    """Each a link to its file, which is the stored one, byte by byte; nothing is run and nothing is asked elsewhere."""
    job = await gallery.posted()
    status, page, headers = await gallery.get(gallery.path(job))
    assert status == 200
    assert page.count(b"<img ") == 4
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; img-src 'self'; style-src 'sha256-")
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in headers["X-Robots-Tag"]
    status, content, headers = await gallery.get(f"{gallery.path(job)}/2")
    assert content == await gallery.blobs.get(job.pictures[1].blob)
    assert headers["Content-Type"] == "image/png"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Disposition"] == f'inline; filename="ada_a_red_apple_2_{job.id}.png"'
    assert headers["Cache-Control"] == "private, max-age=300"


async def test_one_picture_is_its_own_page(gallery: Gallery) -> None:
    """The link leads to it at once."""
    job = await gallery.posted(1)
    _, content, headers = await gallery.get(gallery.path(job))
    assert content == await gallery.blobs.get(job.pictures[0].blob)
    assert headers["Content-Disposition"] == f'inline; filename="ada_a_red_apple_{job.id}.png"'


async def test_words_of_a_member_are_only_words_there(gallery: Gallery) -> None:
    """A prompt is in the page's title and descriptions."""
    job = await gallery.posted(prompt='"><script>alert(1)</script> & <b>')
    _, page, _ = await gallery.get(gallery.path(job))
    assert b"<script" not in page
    assert b"&lt;script&gt;" in page


async def test_a_part_can_be_asked_for_and_what_is_known_is_not_sent_again(gallery: Gallery) -> None:
    """As browsers and downloads do; a part that is not there is 416."""
    job = await gallery.posted(1)
    whole = await gallery.blobs.get(job.pictures[0].blob)
    status, content, headers = await gallery.get(gallery.path(job), Range="bytes=10-19")
    assert (status, content) == (206, whole[10:20])
    assert headers["Content-Range"] == f"bytes 10-19/{len(whole)}"
    assert (await gallery.get(gallery.path(job), Range=f"bytes={len(whole)}-"))[0] == 416
    assert (await gallery.get(gallery.path(job), "HEAD"))[:2] == (200, b"")
    status, content, _ = await gallery.get(gallery.path(job), **{"If-None-Match": headers["ETag"]})
    assert (status, content) == (304, b"")


@pytest.mark.parametrize("gone", ["message", "blob", "unknown"])
async def test_what_is_hidden_or_forgotten_is_not_there(gallery: Gallery, gone: str) -> None:
    """A message that was deleted takes its link with it; all look alike."""
    job = await gallery.posted(1)
    path = gallery.path(job)
    assert (await gallery.get(path))[0] == 200
    if gone == "message":
        await gallery.store.messages.forget(MESSAGE)
    elif gone == "blob":
        gallery.blobs.path(job.pictures[0].blob).unlink()
    else:
        path = f"/p/{gallery.links.token(job_id(5, 5))}"
    status, content, _ = await gallery.get(path)
    assert (status, content) == (404, b"404 Not Found\n")


@pytest.mark.parametrize("end", ["/0", "/5", "/99", "/1/..", "/1x", "/-1", "/%31%00", "/../../fourup.db"])
async def test_nothing_else_can_be_asked_for(gallery: Gallery, end: str) -> None:
    """Numbers of its pictures, and no paths."""
    job = await gallery.posted()
    assert (await gallery.get(f"{gallery.path(job)}{end}"))[0] == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../fourup.db",
        "/p/../fourup.db",
        "/p/..%2f..%2ffourup.db",
        "/p/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/p/" + "A" * 44,
        "/p/" + "A" * 44 + "/../../../../etc/passwd",
        "/p/\\..\\..\\fourup.db",
    ],
)
async def test_no_path_leads_out(gallery: Gallery, path: str) -> None:
    """As it is on the wire, where no client tidies it up first."""
    reply = await _raw(gallery.port, f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert reply.split(b" ", 2)[1] in {b"400", b"404"}
    assert b"SQLite" not in reply
    assert b"root:" not in reply


async def test_what_is_no_picture_is_not_sent(gallery: Gallery) -> None:
    """Whatever lies in its place."""
    job = await gallery.posted(1)
    gallery.blobs.path(job.pictures[0].blob).write_bytes(b"<html><script>alert(1)</script>")
    assert (await gallery.get(gallery.path(job)))[0] == 404


async def _raw(port: int, request: str) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, family=socket.AF_INET)
    writer.write(request.encode())
    reply = await asyncio.wait_for(reader.read(), 10)
    writer.close()
    return reply
