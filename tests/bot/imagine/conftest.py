"""A house for each test."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.bot.imagine.house import House, open_house


@pytest.fixture
async def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[House]:
    """Fresh; its drawing process notes what it draws."""
    monkeypatch.setenv("STAND_IN_NOTES", str(tmp_path / "notes"))
    async with open_house(tmp_path) as opened:
        yield opened
