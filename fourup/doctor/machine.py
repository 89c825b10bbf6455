"""What `fourup doctor` looks at on this machine; torch is asked for its version and never imported."""

import platform
import re
import shutil
import subprocess
import sys
from importlib import metadata
from pathlib import Path

from fourup.doctor.finding import Finding

OLDEST_PYTHON = (3, 11)
LITTLE_MEMORY = 2 * 1024**3  # bytes
MEMINFO = Path("/proc/meminfo")
GPU_PATIENCE = 10.0  # seconds for nvidia-smi, which hangs when the driver does
TORCH_PATIENCE = 60.0  # seconds for a process that imports torch
CARD = ("name", "total", "free", "driver")


def machine_findings(device: str) -> list[Finding]:
    """Python, packages, memory and GPU; `device` is the one that is configured."""
    return [python(sys.version_info[:2]), packages(), torch(), torchvision(), *memory(), *gpu(device)]


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


def memory(meminfo: Path = MEMINFO) -> list[Finding]:
    """Of the machine itself, as far as the system tells it."""
    try:
        lines = dict(line.split(":", 1) for line in meminfo.read_text(encoding="ascii").splitlines())
        total, available = (int(lines[name].split()[0]) * 1024 for name in ("MemTotal", "MemAvailable"))
    except (OSError, ValueError, KeyError, IndexError):
        return []
    told = f"{gib(available)} of {gib(total)} are free"
    if available >= LITTLE_MEMORY:
        return [Finding.ok("memory", told)]
    return [Finding.warn("memory", told, "A model without a GPU takes several GiB: close what else runs here.")]


def gpu(device: str) -> list[Finding]:
    """What the driver says of the graphics cards, and whether PyTorch can use them; `device` is engine.device."""
    wants_one = device.startswith("cuda")
    cure = 'Install NVIDIA\'s driver, or set engine.device = "cpu".'
    command = shutil.which("nvidia-smi")
    if command is None:
        if wants_one:
            return [Finding.fail("gpu", f"engine.device is {device}, and there is no NVIDIA driver here", cure)]
        return [Finding.ok("gpu", "no NVIDIA driver here, so the processor draws: slowly")]
    query = [command, "--query-gpu=name,memory.total,memory.free,driver_version", "--format=csv,noheader"]
    try:
        told = subprocess.run(query, capture_output=True, text=True, timeout=GPU_PATIENCE, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as failure:
        cure = "Start the machine again, then the driver."
        return [Finding.warn("gpu", f"nvidia-smi does not answer: {failure}", cure)]
    cards = [dict(zip(CARD, line.split(", "), strict=False)) for line in told.stdout.strip().splitlines()]
    if not cards:
        return [Finding.ok("gpu", "the driver sees none, so the processor draws: slowly")]
    named = [f"{card['name']} ({card.get('free', '?')} of {card.get('total', '?')} free)" for card in cards]
    return [Finding.ok("gpu", "; ".join(named)), *([] if device == "cpu" else [usable()])]


def usable() -> Finding:
    """Whether PyTorch can use the card: asked in a process of its own, since it takes seconds and much memory."""
    question = [sys.executable, "-P", "-c", "import torch; print(torch.cuda.is_available(), torch.version.cuda)"]
    try:
        told = subprocess.run(question, capture_output=True, text=True, timeout=TORCH_PATIENCE, check=True)  # noqa: S603
        is_usable, cuda = told.stdout.split()[-2:]
    except (OSError, ValueError, subprocess.SubprocessError) as failure:
        return Finding.warn(
            "cuda", f"PyTorch could not be asked: {failure}", "Look at what `python -c 'import torch'` says."
        )
    if is_usable == "True":
        return Finding.ok("cuda", f"PyTorch draws on it, with CUDA {cuda}")
    if cuda == "None":
        wanted = required("fourup")["torch"]
        cure = f"Install the build for CUDA: {sys.executable} -m pip install --force-reinstall torch{wanted}"
        return Finding.warn("cuda", "PyTorch is a build without CUDA, so the processor draws", cure)
    cure = f"Install a driver that knows CUDA {cuda}, or look whether this user may use the card."
    return Finding.warn("cuda", "PyTorch cannot use the card, so the processor draws", cure)


def gib(size: int) -> str:
    """As in "3.2 GiB"."""
    return f"{size / 1024**3:.1f} GiB"


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
