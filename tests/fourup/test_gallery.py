"""What members can open in a browser, by what the host has set."""

import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.images.blobs import Blobs
from bot.jobs.job import Picture
from bot.store.store import Store, open_store
from fourup.gallery import Gallery, gallery
from fourup.settings import Web

PICTURE = Picture("b" * 64, 16, 16, 7)


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    async with open_store(tmp_path / "fourup.db", time.time) as opened:
        yield opened


async def submit(prompt: str, mask: bytes) -> None:
    raise AssertionError((prompt, mask))


def invited(public: Gallery) -> str | None:
    """The beginning of a link to the editor."""
    return public.editor.invite(PICTURE, "", "en-US", submit).partition("/region/")[0] if public.editor else None


@pytest.mark.parametrize(
    ("web", "is_at_home", "address"),
    [
        (Web(), False, None),
        (Web(), True, "http://127.0.0.1:8430"),
        (Web(port=0), True, None),
        (Web(port=0, public_url="https://example.org"), False, None),
        (Web(public_url="https://example.org/fourup"), False, "https://example.org/fourup"),
        (Web(public_url="https://example.org"), True, "https://example.org"),
    ],
)
async def test_members_reach_what_has_an_address(
    tmp_path: Path, store: Store, web: Web, is_at_home: bool, address: str | None
) -> None:
    """The editor where the host names one, or where Discord itself is on this machine; pictures where one is named."""
    public = gallery(web, tmp_path, store, Blobs(tmp_path / "blobs"), is_at_home=is_at_home)
    assert invited(public) == address
    assert bool(public.routes) == (address is not None)
    assert (tmp_path / "web.key").exists() == (web.public_url is not None and web.port != 0)
