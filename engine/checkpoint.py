"""What the files of a model say of it, read without loading the model: its size and its adapters."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

from engine.plan.facts import Adapter, Facts
from engine.plan.families import FAMILIES
from engine.protocol import Role

ADAPTERS = {
    "plus": (Adapter("plus", Role.IMAGE, 0.45), "ip-adapter-plus_sd15"),
    "base": (Adapter("base", Role.IMAGE, 0.5), "ip-adapter_sd15"),
    "plus_face": (Adapter("plus_face", Role.CHARACTER, 0.45), "ip-adapter-plus-face_sd15"),
}
"""Names of h94/IP-Adapter, the authors' own; the first that is there for a role draws it."""

_VAE_FACTOR = 8
_CHUNK = 1024 * 1024


class NoModel(Exception):
    """A model's folder does not hold a model; the text says what is missing there."""


def facts_of(folder: Path, name: str, family: str) -> Facts:
    """The family's facts with what this model's files say. Raises NoModel where they are not there."""
    if family not in FAMILIES:
        raise NoModel(f"{name} is of the family {family}, which is not known: use {', '.join(FAMILIES)}.")
    try:
        unet = json.loads((folder / "unet" / "config.json").read_text(encoding="utf-8"))
        size = int(unet["sample_size"]) * _VAE_FACTOR
    except (OSError, ValueError, KeyError, TypeError) as failure:
        raise NoModel(f"{folder} holds no model of the family {family}: {_reason(failure)}.") from None
    return replace(FAMILIES[family], model=name, size=size, adapters=adapters_in(folder))


def adapters_in(folder: Path) -> tuple[Adapter, ...]:
    """The adapters that lie beside the model, the preferred first."""
    return tuple(adapter for adapter, _ in ADAPTERS.values() if adapter_file(folder, adapter.name).is_file())


def adapter_file(folder: Path, name: str) -> Path:
    """Where the adapter's weights lie, in the layout of h94/IP-Adapter; its image_encoder/ is beside them."""
    return folder / "ip_adapter" / "models" / f"{ADAPTERS[name][1]}.safetensors"


def weights_hash(folder: Path) -> str:
    """The SHA-256 of the weights that denoise, in hexadecimal; recipes give its first ten digits."""
    files = sorted((folder / "unet").glob("*.safetensors")) or sorted((folder / "unet").glob("*.bin"))
    if not files:
        raise NoModel(f"{folder} holds no weights: there is no unet/*.safetensors in it.")
    digest = hashlib.sha256()
    for file in files:
        with file.open("rb") as opened:
            while chunk := opened.read(_CHUNK):
                digest.update(chunk)
    return digest.hexdigest()


def _reason(failure: Exception) -> str:
    if isinstance(failure, OSError):
        return f"{failure.strerror} ({failure.filename})"
    return f"its unet/config.json cannot be read ({failure})"
