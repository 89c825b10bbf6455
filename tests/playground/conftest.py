"""The bot's side of the wire, for the tests of the server."""

from collections.abc import AsyncIterator

import pytest

from playground import Playground
from tests.playground.bare_bot import BareBot


@pytest.fixture
async def bot(playground: Playground) -> AsyncIterator[BareBot]:
    """The bot, logged in."""
    async with BareBot(playground) as running:
        yield running
