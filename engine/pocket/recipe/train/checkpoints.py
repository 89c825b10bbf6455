"""Checkpoints in shards of less than 16 MB, replaced as a whole: what is on disk is always one that was finished."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file

SHARD = 15 * 1024 * 1024
"""Bytes; a single larger tensor is cut along its first dimension."""
INDEX = "index.json"


def save(folder: Path, tensors: Mapping[str, torch.Tensor], facts: Mapping[str, Any]) -> None:
    """Write the tensors and facts (JSON) beside what is there, then put them in its place."""
    fresh, stale = folder.with_name(f"{folder.name}.new"), folder.with_name(f"{folder.name}.old")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    pieces = {name: len(_cut(tensor)) for name, tensor in tensors.items()}
    for number, shard in enumerate(_shards(tensors)):
        save_file(shard, fresh / f"{number:04}.safetensors")
    (fresh / INDEX).write_text(json.dumps({"facts": dict(facts), "pieces": pieces}), encoding="utf-8")
    shutil.rmtree(stale, ignore_errors=True)
    if folder.exists():
        folder.rename(stale)
    fresh.rename(folder)
    shutil.rmtree(stale, ignore_errors=True)


def exist(folder: Path) -> bool:
    """Whether `save` ever wrote there."""
    return _finished(folder) is not None


def load(folder: Path) -> tuple[dict[str, torch.Tensor], dict[str, Any]] | None:
    """The tensors and facts that `save` wrote last; None where it never did."""
    if (finished := _finished(folder)) is None:
        return None
    index = json.loads((finished / INDEX).read_text(encoding="utf-8"))
    parts: dict[str, torch.Tensor] = {}
    for shard in sorted(finished.glob("*.safetensors")):
        parts |= load_file(shard)
    whole = {name: _joined(parts, name, count) for name, count in index["pieces"].items()}
    return whole, index["facts"]


def steps(folder: Path) -> int:
    """How many steps the training behind the last checkpoint took; 0 where there is none."""
    if (finished := _finished(folder)) is None:
        return 0
    return int(json.loads((finished / INDEX).read_text(encoding="utf-8"))["facts"]["steps"])


def joined(groups: Mapping[str, Mapping[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """Several sets of tensors as one, each under its group's name; `part` takes one out."""
    return {f"{group}/{name}": each for group, own in groups.items() for name, each in own.items()}


def part(tensors: Mapping[str, torch.Tensor], prefix: str) -> dict[str, torch.Tensor]:
    """Those whose name starts so, without it."""
    return {name.removeprefix(prefix): each for name, each in tensors.items() if name.startswith(prefix)}


def _finished(folder: Path) -> Path | None:
    """The folder itself, or what it was before, where a `save` was cut off in between."""
    stale = folder.with_name(f"{folder.name}.old")
    return next((each for each in (folder, stale) if (each / INDEX).is_file()), None)


def _joined(parts: Mapping[str, torch.Tensor], name: str, count: int) -> torch.Tensor:
    if count == 1:
        return parts[f"{name}#0"]
    return torch.cat([parts[f"{name}#{piece}"] for piece in range(count)])


def _cut(tensor: torch.Tensor) -> tuple[torch.Tensor, ...]:
    size = tensor.numel() * tensor.element_size()
    if size <= SHARD or tensor.dim() == 0:
        return (tensor,)
    pieces: tuple[torch.Tensor, ...] = torch.split(tensor, max(1, len(tensor) * SHARD // size))
    return pieces


def _shards(tensors: Mapping[str, torch.Tensor]) -> list[dict[str, torch.Tensor]]:
    shards: list[dict[str, torch.Tensor]] = [{}]
    size = 0
    for name, tensor in tensors.items():
        for number, piece in enumerate(_cut(tensor.detach().cpu())):
            own = piece.numel() * piece.element_size()
            if size + own > SHARD and shards[-1]:
                shards.append({})
                size = 0
            shards[-1][f"{name}#{number}"] = piece.contiguous().clone()
            size += own
    return shards
