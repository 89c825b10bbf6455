"""What the bot does with pictures, all together."""

import asyncio
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from bot.errors import BotError
from bot.images import pictures as module
from bot.images.blobs import Blobs
from bot.images.decoding.pool import Decoders
from bot.images.errors import NotFetched, PictureGone, Reason
from bot.images.fetch import Fetcher
from bot.images.pictures import Pictures
from bot.words import say
from tests.bot.images.hostile import Hostile, guard, hostile_server, ok
from tests.bot.images.samples import NOT_PICTURES, corners, encoded


@pytest.fixture
async def pictures(tmp_path: Path) -> AsyncIterator[Pictures]:
    """With one decoder."""
    async with Decoders(1) as decoders:
        yield Pictures(blobs=Blobs(tmp_path / "blobs"), fetcher=Fetcher(guard=guard()), decoders=decoders)


@pytest.fixture
async def server() -> AsyncIterator[Hostile]:
    """Listening."""
    async with hostile_server() as running:
        yield running


async def test_a_links_picture_is_kept(pictures: Pictures, server: Hostile) -> None:
    """As ours: what is in the file of the blob is what Pillow reads there, by any name."""
    server.answers = {"/a.png": ok(encoded(corners(), "GIF")), "/b.png": ok(encoded(corners(), "GIF"))}
    key = await pictures.keep(server.url("/a.png"))
    with Image.open(pictures.blobs.path(key)) as picture:
        assert (picture.format, picture.size) == ("PNG", (40, 20))
    assert await pictures.keep(server.url("/b.png")) == key


async def test_what_is_sent_is_kept_in_the_same_way(pictures: Pictures, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the same bounds."""
    content = encoded(corners(), "PNG")
    assert await pictures.blobs.get(await pictures.keep_upload(content, "a.png"))
    monkeypatch.setattr(module, "LARGEST", len(content) - 1)
    with pytest.raises(NotFetched, match=r"^a\.png is larger than 25 MiB") as caught:
        await pictures.keep_upload(content, "a.png")
    assert caught.value.reason is Reason.TOO_LARGE


@pytest.mark.parametrize("name", ["html", "svg", "tiff"])
async def test_what_is_no_picture_leaves_nothing(
    pictures: Pictures, server: Hostile, tmp_path: Path, name: str
) -> None:
    """And there is a sentence for it, in the language of who reads it."""
    server.answers = {"/a.png": ok(NOT_PICTURES[name])}
    link = server.url("/a.png")
    with pytest.raises(BotError, match="is no picture that can be read: give") as caught:
        await pictures.keep(link)
    assert isinstance(caught.value, NotFetched)
    assert "kein lesbares Bild" in say(caught.value.key, "de", link=link)
    assert not (tmp_path / "blobs").exists()


async def test_a_crowd_is_served_in_turns(pictures: Pictures, server: Hostile) -> None:
    """No more pictures are in memory at a time than there is room for."""
    links = [f"/{number}.png" for number in range(3 * module.LINKS)]
    server.answers = {link: ok(encoded(corners(40 + at, 20), "PNG")) for at, link in enumerate(links)}
    keys = await asyncio.gather(*(pictures.keep(server.url(link)) for link in links))
    assert len(set(keys)) == len(links)


async def test_who_is_cancelled_leaves_room(pictures: Pictures, server: Hostile) -> None:
    """A link that never answers, given up, stands in nobody's way."""
    server.answers = {"/slow.png": (), "/a.png": ok(encoded(corners(), "PNG"))}
    slow = [asyncio.create_task(pictures.keep(server.url("/slow.png"))) for _ in range(module.LINKS)]
    last = asyncio.create_task(pictures.keep(server.url("/a.png")))
    done, _ = await asyncio.wait([last], timeout=0.1)
    assert not done
    for each in slow:
        each.cancel()
    assert await last


async def test_slow_links_stand_in_no_attachments_way(tmp_path: Path, server: Hostile) -> None:
    """Those come from Discord, or from what stands in for it."""
    path = "/cdn/attachments/1/2/a.png"
    server.answers = {"/slow.png": (), path: ok(encoded(corners(), "PNG"))}
    fetcher = Fetcher(trusted=server.url("", "127.0.0.1"), guard=guard())
    async with Decoders(1) as decoders:
        pictures = Pictures(blobs=Blobs(tmp_path), fetcher=fetcher, decoders=decoders)
        slow = [asyncio.create_task(pictures.keep(server.url("/slow.png"))) for _ in range(3 * module.LINKS)]
        assert await pictures.keep(server.url(path, "127.0.0.1"))
        assert not any(each.done() for each in slow)
        for each in slow:
            each.cancel()
        await asyncio.gather(*slow, return_exceptions=True)


async def test_blobs_and_files_make_a_grid(pictures: Pictures, tmp_path: Path) -> None:
    """In any mixture; what is gone is said."""
    (tmp_path / "a.png").write_bytes(encoded(corners(), "PNG"))
    key = await pictures.blobs.put_file(tmp_path / "a.png")
    grid = await pictures.grid([key, tmp_path / "a.png"])
    assert (grid.extension, grid.width, grid.height) == ("png", 80, 20)
    assert Image.open(io.BytesIO(grid.content)).size == (80, 20)
    assert (await pictures.encode([key], 10_000)).content == encoded(corners(), "PNG")
    with pytest.raises(PictureGone):
        await pictures.encode(["0" * 64], 10_000)
