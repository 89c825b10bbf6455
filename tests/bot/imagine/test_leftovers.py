"""The engine's own files."""

from pathlib import Path

import pytest

from bot.imagine import leftovers
from bot.imagine.leftovers import Leftovers


async def test_folders_go_when_they_are_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what is in them; those of jobs that are drawn again stay, and so does what is young."""
    old, again, young = (tmp_path / name for name in ("old", "again", "young"))
    for folder in (old, again, young):
        folder.mkdir()
        (folder / "0.png").touch()
    found = Leftovers()
    found.add(None)
    monkeypatch.setattr(leftovers, "KEPT", -1.0)
    found.add(old)
    found.add(again)
    monkeypatch.setattr(leftovers, "KEPT", 60.0)
    found.add(young)
    await found.tidy({"again"})
    assert [old.exists(), again.exists(), young.exists()] == [False, True, True]
