"""What doctor says of this machine."""

from collections.abc import Callable
from importlib import metadata
from pathlib import Path

import pytest

from fourup.doctor import machine


def script(folder: Path, name: str, body: str) -> None:
    """A program of that name."""
    file = folder / name
    file.write_text(f"#!/bin/sh\n{body}\n")
    file.chmod(0o755)


def without(*absent: str) -> Callable[[str], str]:
    """`metadata.version` on a machine where these are missing."""
    real = metadata.version

    def version(name: str) -> str:
        if name in absent:
            raise metadata.PackageNotFoundError(name)
        return real(name)

    return version


def test_everything_that_the_distribution_needs_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is named, and the command that installs it."""
    assert machine.packages().status == "ok"
    assert "aiohttp" in machine.packages().message
    monkeypatch.setattr(metadata, "version", without("aiohttp"))
    finding = machine.packages()
    assert (finding.status, finding.message) == ("fail", "aiohttp cannot be found")
    assert "-m pip install" in finding.cure


def test_the_extras_of_developers_are_not_needed() -> None:
    """A host has no pytest."""
    needed = machine.required("fourup")
    assert "pytest" not in needed
    assert needed["torch"] == "==2.13.0"


@pytest.mark.parametrize(
    ("present", "status"), [("2.13.0", "ok"), ("2.13.0+cpu", "ok"), ("2.12.1", "fail"), (None, "fail")]
)
def test_torch_has_to_be_the_very_version(monkeypatch: pytest.MonkeyPatch, present: str | None, status: str) -> None:
    """A build for a device is the same version."""
    monkeypatch.setattr(machine, "installed", lambda _name: present)
    assert machine.torch().status == status


def test_torchvision_is_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is absent here, and named where it is not."""
    assert machine.torchvision().status == "ok"
    monkeypatch.setattr(machine, "installed", lambda _name: "0.28.0")
    assert machine.torchvision().status == "warn"


def test_an_old_python_fails() -> None:
    """3.11 is the oldest."""
    assert machine.python((3, 11)).status == "ok"
    assert machine.python((3, 10)).status == "fail"


@pytest.mark.parametrize(
    ("body", "status", "message"),
    [
        ("echo 'NVIDIA H100, 81559 MiB, 80000 MiB, 580.1'", "ok", "NVIDIA H100 (80000 MiB of 81559 MiB free)"),
        ("exit 9", "warn", "nvidia-smi does not answer"),
        ("exit 0", "ok", "the driver sees none"),
    ],
)
def test_the_gpu_is_asked_of_the_driver(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, body: str, status: str, message: str
) -> None:
    """What it says, with the memory that is free, or that it fails."""
    script(bare_host, "nvidia-smi", body)
    monkeypatch.setenv("PATH", f"{bare_host}:/usr/bin:/bin")
    (finding,) = machine.gpu("cpu")
    assert finding.status == status
    assert message in finding.message


def test_a_driver_that_hangs_does_not_hang_doctor(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which drivers do after a fault."""
    script(bare_host, "nvidia-smi", "exec sleep 60")
    monkeypatch.setenv("PATH", f"{bare_host}:/usr/bin:/bin")
    monkeypatch.setattr(machine, "GPU_PATIENCE", 0.2)
    (finding,) = machine.gpu("auto")
    assert finding.status == "warn"
    assert "timed out" in finding.message


@pytest.mark.parametrize(("device", "status"), [("auto", "ok"), ("cpu", "ok"), ("cuda", "fail"), ("cuda:1", "fail")])
def test_a_machine_without_a_gpu_is_well_unless_one_is_configured(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, device: str, status: str
) -> None:
    """The processor draws too."""
    monkeypatch.setenv("PATH", str(bare_host))
    assert [finding.status for finding in machine.gpu(device)] == [status]


@pytest.mark.parametrize(
    ("said", "status", "cure"),
    [
        ("True 13.0", "ok", ""),
        ("False None", "warn", "Install the build for CUDA"),
        ("False 13.0", "warn", "Install a driver that knows CUDA 13.0"),
        ("", "warn", "import torch"),
    ],
)
def test_whether_torch_can_use_the_card_is_asked_of_a_process(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, said: str, status: str, cure: str
) -> None:
    """Since a build without CUDA beside a card draws a hundred times slower, and says nothing."""
    script(bare_host, "nvidia-smi", "echo 'NVIDIA H100, 81559 MiB, 80000 MiB, 580.1'")
    script(bare_host, "python", f"echo {said}")
    monkeypatch.setenv("PATH", f"{bare_host}:/usr/bin:/bin")
    monkeypatch.setattr("sys.executable", str(bare_host / "python"))
    _, finding = machine.gpu("auto")
    assert (finding.name, finding.status) == ("cuda", status)
    assert cure in finding.cure


@pytest.mark.parametrize(("available", "status"), [(3 * 1024**2, "ok"), (1024**2, "warn")])
def test_little_memory_is_told(bare_host: Path, available: int, status: str) -> None:
    """What a new program could get, as Linux counts it; systems that do not say are passed over."""
    told = bare_host / "meminfo"
    told.write_text(f"MemTotal:       8388608 kB\nMemFree:          1000 kB\nMemAvailable:   {available} kB\n")
    (finding,) = machine.memory(told)
    assert finding.status == status
    assert "of 8.0 GiB" in finding.message
    assert machine.memory(bare_host / "absent") == []
