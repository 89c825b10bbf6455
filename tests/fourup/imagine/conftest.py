"""A host with the tiny model in the configuration."""

import os
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The model's folder."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    from tests.engine.tiny import make_tiny_sd15  # noqa: PLC0415 - torch, which most tests of the shell do without

    return make_tiny_sd15(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def host(bare_host: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; what can be lost is kept in it too."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(bare_host / "cache"))
    (bare_host / "config.toml").write_text(f'[models.tiny]\nfamily = "sd15"\npath = "{tiny}"\nsteps = 4\n')
    return bare_host
