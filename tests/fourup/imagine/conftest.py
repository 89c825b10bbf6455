"""A host with the tiny model in the configuration."""

from pathlib import Path

import pytest


@pytest.fixture
def host(bare_host: Path, tiny: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder; what can be lost is kept in it too."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(bare_host / "cache"))
    (bare_host / "config.toml").write_text(f'[models.tiny]\nfamily = "sd15"\npath = "{tiny}"\nsteps = 4\n')
    return bare_host
