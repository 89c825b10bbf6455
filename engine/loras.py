"""The LoRAs that lie in a folder: which there are, and which of them fit a model, told by their files' heads."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any

_LONGEST_HEAD = 32 * 1024 * 1024
_UNFIT_FOR_NAMES = frozenset(":,<> ")
_OF_TRANSFORMERS = re.compile(r"^(base_model\.model\.)?(transformer|diffusion_model)\.|single_blocks|double_blocks")
_READS_TOKENS = re.compile(r"blocks.*(qkv|to_q|to_k|linear1|to_qkv)")
_READS_TEXTS = re.compile(r"attn2.*to_k")
Width = tuple[str, int | None]
"""What kind of network, and how wide it is where that tells one model from another."""


def fitting(folder: Path, model: Path) -> dict[str, Path]:
    """By name (that of the file), those in `folder` that were made for a network like this model's.

    Safetensors only. One whose head does not tell what it was made for is let in, and refused when it is read.
    """
    width = _width_in(model)
    if width is None or not folder.is_dir():
        return {}
    files = sorted(file for file in folder.glob("*.safetensors") if not _UNFIT_FOR_NAMES & set(file.stem))
    kind, _ = width
    return {file.stem: file for file in files if _width(file) in {width, (kind, None)}}


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


def _width_in(model: Path) -> Width | None:
    """Of the texts that the model's UNet reads, or of its transformer's tokens; None where it has neither."""
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        return "unet", int(_config(model, "unet")["cross_attention_dim"])
    with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
        config = _config(model, "transformer")
        return "transformer", int(config["num_attention_heads"]) * int(config["attention_head_dim"])
    return None


def _config(model: Path, part: str) -> Mapping[str, Any]:
    told: Mapping[str, Any] = json.loads((model / part / "config.json").read_text(encoding="utf-8"))
    return told


def _width(file: Path) -> Width:
    """Of the texts that a LoRA's cross-attention reads, or of the tokens of its transformer; 0 for no LoRA at all, None
    where it does not touch what would tell.
    """
    try:
        state = file.stat()
        return _width_of(file, state.st_mtime_ns, state.st_size)
    except (OSError, ValueError, KeyError, TypeError, IndexError):
        return "", 0


@lru_cache(maxsize=4096)
def _width_of(file: Path, _changed: int, _size: int) -> Width:
    told = head(file)
    downs = [key for key in told if key.endswith((".lora_A.weight", "lora_down.weight", "lora.down.weight"))]
    if not downs:
        return "", 0
    is_transformer = any(_OF_TRANSFORMERS.search(key) for key in downs)
    tells = _READS_TOKENS.search if is_transformer else _READS_TEXTS.search
    width = next((int(told[key]["shape"][1]) for key in downs if tells(key)), None)
    return "transformer" if is_transformer else "unet", width
