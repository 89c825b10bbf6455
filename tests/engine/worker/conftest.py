"""The tiny model loaded twice: as the engine's family, and as diffusers' own pipeline to compare with."""

from pathlib import Path

import pytest

from engine.checkpoint import adapter_file, adapters_in
from engine.families.sd15 import Sd15
from tests.engine.worker.stock import Stock


@pytest.fixture(scope="session")
def family(tiny_sd15: Path) -> Sd15:
    """As the engine loads it."""
    return Sd15.load(tiny_sd15, "cpu")


@pytest.fixture(scope="session")
def stock(tiny_sd15: Path) -> Stock:
    """As diffusers does, with the adapters in the same order."""
    names = [adapter.name for adapter in adapters_in(tiny_sd15)]
    return Stock(tiny_sd15, {name: adapter_file(tiny_sd15, name) for name in names})
