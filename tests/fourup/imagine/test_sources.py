"""Pictures that a prompt is given in the shell."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from PIL import Image

from bot.images.fetch import Fetcher
from fourup.errors import NoPicture
from fourup.imagine.sources import fetched, sources
from tests.bot.images.hostile import PUBLIC, guard
from tests.pictures import png


@pytest.fixture
async def server() -> AsyncIterator[TestServer]:
    """A server of pictures, at an address that passes for public."""

    async def picture(request: web.Request) -> web.Response:
        return web.Response(body=png())

    app = web.Application()
    app.router.add_get("/{name}.png", picture)
    async with TestServer(app, host=PUBLIC) as running:
        yield running


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
    files = {"https://file-1.invalid/": own}
    there = await fetched([link, "https://file-1.invalid/", link], files, tmp_path, Fetcher(guard=guard()))
    assert there["https://file-1.invalid/"] == str(own)
    with Image.open(there[link]) as picture:
        assert picture.size == (64, 64)
    assert len(there) == 2


async def test_what_cannot_be_fetched_is_named(server: TestServer, tmp_path: Path) -> None:
    """Missing, no server, no host, and this machine's own network: as the bot says it."""
    right, missing = (str(server.make_url(path)) for path in ("/ab.png", "/nothing"))
    with pytest.raises(NoPicture, match=r"/nothing is not there any more"):
        await fetched([right, missing], {}, tmp_path, Fetcher(guard=guard()))
    with pytest.raises(NoPicture, match=r"leads to an address that is not public"):
        await fetched([right], {}, tmp_path)
    await server.close()
    for link in (right, "https://nobody.invalid/a.png"):
        with pytest.raises(NoPicture, match=r"cannot be reached: check the link"):
            await fetched([link], {}, tmp_path, Fetcher(guard=guard()))
