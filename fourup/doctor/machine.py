"""What `fourup doctor` looks at on this machine; torch is asked for its version and never imported."""

import os
import platform
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from fourup.doctor.finding import Finding

OLDEST_PYTHON = (3, 11)
LITTLE_DISK = 5 * 1024**3  # bytes
TOO_LITTLE_DISK = 512 * 1024**2
GPU_PATIENCE = 10.0  # seconds for nvidia-smi, which hangs when the driver does


def machine_findings(data: Path) -> list[Finding]:
    """Python, packages, GPU, and the place for data."""
    return [python(sys.version_info[:2]), packages(), torch(), torchvision(), gpu(), disk(data), folder(data)]


def python(version: tuple[int, int]) -> Finding:
    """Fourup needs 3.11."""
    told = f"{platform.python_version()} on {platform.system()}"
    if version >= OLDEST_PYTHON:
        return Finding.ok("python", told)
    return Finding.fail("python", told, "Install Python 3.11 or newer, and Fourup into it.")


def packages() -> Finding:
    """Everything that the distribution names is installed."""
    names = [name for name in required("fourup") if name != "torch"]
    missing = [name for name in names if installed(name) is None]
    if missing:
        cure = f"Install what is missing: {sys.executable} -m pip install --upgrade fourup"
        return Finding.fail("packages", f"{', '.join(missing)} cannot be found", cure)
    return Finding.ok("packages", ", ".join(f"{name} {installed(name)}" for name in names))


def torch() -> Finding:
    """The very version of PyTorch that Fourup is made for."""
    wanted, present = required("fourup").get("torch", "").removeprefix("=="), installed("torch")
    cure = f"Install it: {sys.executable} -m pip install torch=={wanted}"
    if present is None:
        return Finding.fail("torch", "PyTorch is not installed", cure)
    if present.partition("+")[0] != wanted:
        return Finding.fail("torch", f"PyTorch is {present}, Fourup is made for {wanted}", cure)
    return Finding.ok("torch", present)


def torchvision() -> Finding:
    """Fourup does without it; one that does not fit torch breaks the import of the libraries that draw."""
    present = installed("torchvision")
    if present is None:
        return Finding.ok("torchvision", "absent, as it should be")
    cure = f"Take it away: {sys.executable} -m pip uninstall torchvision"
    return Finding.warn("torchvision", f"{present} is installed beside Fourup, which does without it", cure)


def gpu() -> Finding:
    """What nvidia-smi says."""
    command = shutil.which("nvidia-smi")
    if command is None:
        return Finding.ok("gpu", "no NVIDIA driver here, and nothing in this version needs one")
    query = [command, "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    try:
        told = subprocess.run(query, capture_output=True, text=True, timeout=GPU_PATIENCE, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as failure:
        return Finding.warn(
            "gpu", f"nvidia-smi does not answer: {failure}", "Start the machine again, then the driver."
        )
    return Finding.ok("gpu", "; ".join(told.stdout.strip().splitlines()) or "the driver sees none")


def disk(data: Path) -> Finding:
    """Room where the data is kept."""
    free = shutil.disk_usage(_standing(data)).free
    told = f"{free / 1024**3:.1f} GiB free at {_standing(data)}"
    cure = "Make room, or choose another folder with play.data."
    if free < TOO_LITTLE_DISK:
        return Finding.fail("disk", told, cure)
    return Finding.ok("disk", told) if free >= LITTLE_DISK else Finding.warn("disk", told, cure)


def folder(data: Path) -> Finding:
    """The folder for data is there, or can be made, and can be written to."""
    place = _standing(data)
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return Finding.ok("data", f"{data.absolute()} {'can be written to' if data.exists() else 'can be made'}")
    cure = "Allow it for the user that runs Fourup, or choose another folder with play.data."
    return Finding.fail("data", f"{place} is not a folder that can be written to", cure)


def required(distribution: str) -> dict[str, str]:
    """What a distribution needs to run: names with their version bounds, extras left out."""
    lines = [line for line in metadata.requires(distribution) or [] if "extra ==" not in line]
    parts = (re.match(r"([\w.-]+)(?:\[[^]]*])?\s*([^;]*)", line) for line in lines)
    return {part[1]: part[2].strip() for part in parts if part}


def installed(distribution: str) -> str | None:
    """The version of a distribution beside us, None where there is none."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return None


def _standing(path: Path) -> Path:
    """The path itself, or the nearest folder above it that exists."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())
