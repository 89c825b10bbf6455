"""A bot that delivers, online in the playground."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store.store import open_store
from playground import Clock, Playground
from playground.member import Member
from tests.bot.delivery.house import House
from tests.databases import fresh
from tests.fidelity.hand import Hand, online

Json = dict[str, object]


@pytest.fixture
def clock() -> Clock:
    """One that goes, so that what is put off comes."""
    return Clock()


@pytest.fixture
async def house(playground: Playground, tmp_path: Path) -> AsyncIterator[House]:
    """Online, and not yet delivering."""
    async with (
        open_store(fresh(tmp_path / "fourup.db"), playground.clock.now) as store,
        online(Hand(max_ratelimit_timeout=30.0), playground, ()) as client,
    ):
        yield House(playground, store, client, tmp_path)


@pytest.fixture
def pictures(ada: Member) -> Json:
    """The channel where most of it happens."""
    return ada.channel("pictures")


@pytest.fixture
async def mo(playground: Playground) -> AsyncIterator[Member]:
    """A moderator, logged in."""
    async with Member(playground.origin, "mo") as member:
        yield member
