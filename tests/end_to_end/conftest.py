"""What tests of the whole bot share: a playground in the machine's own time, and a host beside it."""

import os
from collections.abc import AsyncIterator
from pathlib import Path
from random import SystemRandom

import pytest

from playground import Playground
from tests.end_to_end.lives import Lives
from tests.end_to_end.stand_in import model_in

MODEL = '[models.{0}]\nfamily = "sd15"\npath = "{0}"\n'


@pytest.fixture
async def world() -> AsyncIterator[Playground]:
    """A playground that lives in the bot's own time, and lets the bot ask as fast as it can."""
    async with Playground() as running:
        running.limits.enabled = False
        yield running


@pytest.fixture
def lives(world: Playground, tmp_path: Path) -> Lives:
    """The bot of a host with a model that a stand-in draws with quickly."""
    host = tmp_path / "host"
    model_in(host / "small")
    (host / "config.toml").write_text(MODEL.format("small"))
    return Lives(world, host, variables={"STAND_IN_STEP": "0.02"})


@pytest.fixture
def seed() -> int:
    """Another one each time, unless one is to be repeated."""
    return int(os.environ.get("CHAOS_SEED") or SystemRandom().randrange(10**6))
