"""Pictures that a prompt is given in the shell."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from fourup.errors import NoPicture
from fourup.imagine import sources as module
from fourup.imagine.sources import fetched, sources


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """A server of pictures."""

    async def picture(request: web.Request) -> web.Response:
        return web.Response(body=request.match_info["name"].encode() * 100)

    app = web.Application()
    app.router.add_get("/{name}.png", picture)
    async with TestServer(app) as running:
        yield running


def content_of(path: str) -> bytes:
    """The file's."""
    return Path(path).read_bytes()


def test_a_file_goes_by_a_link_that_leads_nowhere(bare_host: Path) -> None:
    """In front of the text, as a picture of the web does; what is printed holds no trace of it."""
    (bare_host / "a.png").touch()
    given = sources(["a.png", "https://example.com/b.png"])
    assert given.files == {"https://file-1.invalid/": bare_host / "a.png"}
    typed = given.before("a cat --iw 2")
    assert typed == "<https://file-1.invalid/> <https://example.com/b.png> a cat --iw 2"
    assert given.without(typed) == "<https://example.com/b.png> a cat --iw 2"


@pytest.mark.parametrize("name", ["nowhere.png", ".", "ftp://example.com/a.png"])
def test_what_is_no_file_is_named(bare_host: Path, name: str) -> None:
    """With the cure."""
    with pytest.raises(NoPicture, match=r"There is no picture .*: check the path, or give a link"):
        sources([name])


async def test_pictures_of_the_web_become_files(server: TestServer, tmp_path: Path) -> None:
    """Each once, however often it is named; files of this machine stay where they are."""
    link = str(server.make_url("/ab.png"))
    own = tmp_path / "own.png"
    there = await fetched([link, "https://file-1.invalid/", link], {"https://file-1.invalid/": own}, tmp_path)
    assert there["https://file-1.invalid/"] == str(own)
    assert content_of(there[link]) == b"ab" * 100
    assert len(there) == 2


async def test_what_cannot_be_fetched_is_named(
    server: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Missing, too large, no server, no host."""
    missing, large = str(server.make_url("/nothing")), str(server.make_url("/ab.png"))
    with pytest.raises(NoPicture, match=r"/nothing cannot be fetched, it answers 404"):
        await fetched([missing], {}, tmp_path)
    monkeypatch.setattr(module, "LARGEST", 100)
    with pytest.raises(NoPicture, match=r"ab\.png is larger than .*: give a smaller picture"):
        await fetched([large], {}, tmp_path)
    await server.close()
    for link in (large, "https://nobody.invalid/a.png"):
        with pytest.raises(NoPicture, match=r"cannot be fetched .*: check the link"):
            await fetched([link], {}, tmp_path)


async def test_a_server_that_says_nothing_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For longer than the patience lasts."""
    monkeypatch.setattr(module, "PATIENCE", 0.1)

    end = asyncio.Event()

    async def never(request: web.Request) -> web.Response:
        await end.wait()
        return web.Response()

    app = web.Application()
    app.router.add_get("/a.png", never)
    async with TestServer(app) as server:
        with pytest.raises(NoPicture, match=r"cannot be fetched .*: check the link"):
            await fetched([str(server.make_url("/a.png"))], {}, tmp_path)
        end.set()
