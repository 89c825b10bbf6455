"""A host's environment with no setting of Fourup's in it."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def bare_host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty working folder that is the user's own too, and no variable that begins with FOURUP_."""
    for name in [name for name in os.environ if name.upper().startswith("FOURUP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path
