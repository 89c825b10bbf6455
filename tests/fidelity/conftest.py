"""A bot beside the tests: discord.py as published, ready, each of its moves made by the test."""

from collections.abc import AsyncIterator

import pytest

from playground import Playground
from tests.fidelity.hand import Hand, online


@pytest.fixture
async def hand(playground: Playground) -> AsyncIterator[Hand]:
    """Logged in, with the command /go published."""
    async with online(Hand(), playground) as client:
        yield client
