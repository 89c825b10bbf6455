"""A bot that reads."""

from collections.abc import AsyncIterator

import pytest

from bot.store.store import Store
from playground import Playground
from tests.bot.commands.describing.reads import Reads
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of


@pytest.fixture
def reads() -> Reads:
    """What it sees."""
    return Reads()


@pytest.fixture
async def reading(playground: Playground, memory: Store, connect: Connect, reads: Reads) -> AsyncIterator[Studio]:
    """It is online."""
    made = studio_of(memory, reading=reads)
    for guild in playground.world.guilds.values():
        await memory.places.meet(int(guild["id"]))
    async with connect(made.client):
        yield made
