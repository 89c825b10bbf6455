"""What the engine's tests share: the tiny model, made once, and one thread for it."""

import os
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("OMP_NUM_THREADS", "1")  # two threads spin against each other and take ten times as long
os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")


@pytest.fixture(scope="session")
def one_thread() -> None:
    """Tiny models are quickest so."""
    import torch  # noqa: PLC0415 - takes seconds, and most tests of the engine do without

    torch.set_num_threads(1)


@pytest.fixture(scope="session")
def tiny_sd15(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a real SD-1.5-shaped model at tiny random size, with IP-Adapters."""
    from tests.engine.tiny import make_tiny_sd15  # noqa: PLC0415 - as above

    return make_tiny_sd15(tmp_path_factory.mktemp("models") / "tiny-sd15")


@pytest.fixture(scope="session")
def tiny_sdxl(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, SDXL-shaped."""
    from tests.engine.tiny_sdxl import make_tiny_sdxl  # noqa: PLC0415 - as above

    return make_tiny_sdxl(tmp_path_factory.mktemp("models") / "tiny-sdxl")


@pytest.fixture(scope="session")
def tiny_flux2(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, FLUX.2-klein-shaped."""
    from tests.engine.tiny_flux2 import make_tiny_flux2  # noqa: PLC0415 - as above

    return make_tiny_flux2(tmp_path_factory.mktemp("models") / "tiny-flux2")


@pytest.fixture(scope="session")
def family(tiny_sd15: Path) -> Any:
    """It, as the engine loads it."""
    from engine.families.sd15 import Sd15  # noqa: PLC0415 - as above

    return Sd15.load(tiny_sd15, "cpu", precision="full")


@pytest.fixture(scope="session")
def stock(tiny_sd15: Path) -> Any:
    """It, as diffusers' own pipelines, with the adapters in the engine's order."""
    from engine.checkpoint import adapter_file, adapters_in  # noqa: PLC0415 - as above
    from tests.engine.stock import Stock  # noqa: PLC0415 - as above

    names = [adapter.name for adapter in adapters_in(tiny_sd15, "sd15")]
    return Stock(tiny_sd15, {name: adapter_file(tiny_sd15, name, "sd15") for name in names})
