"""What the engine's tests share: the tiny model, made once, and one thread for it."""

import os
from pathlib import Path

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
