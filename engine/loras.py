"""The LoRAs that lie in a folder: which there are, and which of them fit a model, told by their files' heads."""

import json
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

_LONGEST_HEAD = 32 * 1024 * 1024
_UNFIT_FOR_NAMES = frozenset(":,<> ")


def fitting(folder: Path, model: Path) -> dict[str, Path]:
    """By name (that of the file), those in `folder` that were made for a UNet like this model's.

    Safetensors only. One whose head does not tell what it was made for is let in, and refused when it is read.
    """
    width = _text_width(model)
    if width is None or not folder.is_dir():
        return {}
    files = sorted(file for file in folder.glob("*.safetensors") if not _UNFIT_FOR_NAMES & set(file.stem))
    return {file.stem: file for file in files if _width(file) in {width, None}}


def head(file: Path) -> dict[str, Any]:
    """What a safetensors file says of itself: 8 bytes of length, then JSON (huggingface/safetensors, README).

    Raises ValueError and OSError for a file that is none.
    """
    with file.open("rb") as opened:
        length = int.from_bytes(opened.read(8), "little")
        if not 0 < length <= _LONGEST_HEAD:
            raise ValueError(f"{file.name} is no safetensors file")
        told = json.loads(opened.read(length))
    if not isinstance(told, dict):
        raise ValueError(f"{file.name} is no safetensors file")  # noqa: TRY004 - whatever it holds, it is a wrong file
    return told


def _text_width(model: Path) -> int | None:
    """Of the texts that the model's UNet reads; None where it has none."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        config: Mapping[str, Any] = json.loads((model / "unet" / "config.json").read_text(encoding="utf-8"))
        return int(config["cross_attention_dim"])
    return None


def _width(file: Path) -> int | None:
    """Of the texts that a LoRA's cross-attention reads; 0 for no LoRA at all, None where it does not touch that."""
    try:
        state = file.stat()
        return _width_of(file, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return 0


@lru_cache(maxsize=4096)
def _width_of(file: Path, _changed: int, _size: int) -> int | None:
    told = head(file)
    downs = [key for key in told if key.endswith((".lora_A.weight", "lora_down.weight", "lora.down.weight"))]
    if not downs:
        return 0
    keys = (key for key in downs if "attn2" in key and "to_k" in key)
    return next((int(told[key]["shape"][1]) for key in keys), None)
