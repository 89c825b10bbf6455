"""A host's environment with no setting of Fourup's in it."""

import os
from pathlib import Path

import pytest


@pytest.fixture(autouse=True)
def bare_host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty working folder that is the user's own too, and no setting but that no model comes with Fourup."""
    for name in [name for name in os.environ if name.upper().startswith("FOURUP_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("FOURUP_ENGINE__POCKET", "false")
    monkeypatch.setenv("FOURUP_PICTURES__CHECK", "false")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real model at tiny random size."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    from tests.engine.tiny import make_tiny_sd15  # noqa: PLC0415 - torch, which most tests of the shell do without

    return make_tiny_sd15(tmp_path_factory.mktemp("models") / "tiny")
