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
        ("echo 'NVIDIA H100, 81559 MiB, 580.1'", "ok", "NVIDIA H100, 81559 MiB, 580.1"),
        ("exit 9", "warn", "nvidia-smi does not answer"),
    ],
)
def test_the_gpu_is_asked_of_the_driver(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, body: str, status: str, message: str
) -> None:
    """What it says, or that it fails."""
    script(bare_host, "nvidia-smi", body)
    monkeypatch.setenv("PATH", f"{bare_host}:/usr/bin:/bin")
    finding = machine.gpu()
    assert finding.status == status
    assert message in finding.message


def test_a_driver_that_hangs_does_not_hang_doctor(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which drivers do after a fault."""
    script(bare_host, "nvidia-smi", "exec sleep 60")
    monkeypatch.setenv("PATH", f"{bare_host}:/usr/bin:/bin")
    monkeypatch.setattr(machine, "GPU_PATIENCE", 0.2)
    finding = machine.gpu()
    assert finding.status == "warn"
    assert "timed out" in finding.message


def test_a_machine_without_a_gpu_is_well(bare_host: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing in this version needs one."""
    monkeypatch.setenv("PATH", str(bare_host))
    assert machine.gpu().status == "ok"


@pytest.mark.parametrize(("free", "status"), [(10 * 1024**3, "ok"), (1024**3, "warn"), (1024**2, "fail")])
def test_little_room_is_told(bare_host: Path, monkeypatch: pytest.MonkeyPatch, free: int, status: str) -> None:
    """Before it is gone."""
    usage = type("Usage", (), {"free": free})
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage)
    assert machine.disk(bare_host / "not" / "there" / "yet").status == status


def test_the_folder_for_data_can_be_made_or_written(bare_host: Path) -> None:
    """A file in its place fails."""
    assert machine.folder(bare_host / "new" / "deep").message.endswith("can be made")
    assert machine.folder(bare_host).message.endswith("can be written to")
    (bare_host / "file").touch()
    assert machine.folder(bare_host / "file").status == "fail"
    assert machine.folder(bare_host / "file" / "below").status == "fail"
