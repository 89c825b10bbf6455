"""Which files of a repository make a model: those that its family loads, as safetensors, in the smallest precision."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.checkpoint import PARTS
from fourup.errors import CannotPull
from fourup.hub.presets import Source

_SAFE = re.compile(r"[\w-][\w.+-]*(/[\w-][\w.+-]*)*")
_BESIDE = ("scheduler", "tokenizer", "tokenizer_2")
"""Folders without weights."""
_TEXTS = (".json", ".txt", ".jinja")
_WEIGHTS = ".safetensors"
_HALF = ".fp16" + _WEIGHTS


@dataclass(frozen=True)
class Remote:
    """A file as the hub lists it: `sha256` for large ones, git's `blob` for all others."""

    repository: str
    revision: str
    path: str
    size: int
    sha256: str | None
    blob: str


def chosen(files: Iterable[Remote], source: Source, family: str) -> dict[str, Remote]:
    """The files to pull, by their paths in the model's folder. Raises CannotPull where what is needed is not there."""
    by_path = {each.path: each for each in files if is_safe(each.path)}
    if source.renamed is not None:
        return {own: _there(by_path, path, source) for path, own in source.renamed.items()}
    found = {"model_index.json": _there(by_path, "model_index.json", source)}
    for folder in (*PARTS[family], *_BESIDE):
        if folder not in source.leaves_out:
            found |= _of_folder(by_path, folder, needs_weights=folder in PARTS[family])
    return found


def is_safe(path: str) -> bool:
    """A relative path that stays where it is put."""
    return _SAFE.fullmatch(path) is not None


def _there(by_path: Mapping[str, Remote], path: str, source: Source) -> Remote:
    if path not in by_path:
        raise CannotPull(f"{source.repository} has no {path}, so it is not laid out as Fourup knows it.")
    return by_path[path]


def _of_folder(by_path: Mapping[str, Remote], folder: str, *, needs_weights: bool) -> dict[str, Remote]:
    inside = {path: each for path, each in by_path.items() if path.rpartition("/")[0] == folder}
    texts = {path: each for path, each in inside.items() if path.endswith(_TEXTS)}
    weights = _weights({path: each for path, each in inside.items() if path.endswith(_WEIGHTS)})
    if needs_weights and not weights:
        has_pickles = any(path.endswith((".bin", ".ckpt", ".pt")) for path in inside)
        why = "only as pickles, which can run any program when they are read" if has_pickles else "not at all"
        raise CannotPull(f"The weights of {folder} are there {why}: choose a model that has them as safetensors.")
    return {path: each for path, each in texts.items() if ".fp16." not in path} | weights


def _weights(files: Mapping[str, Remote]) -> dict[str, Remote]:
    """Half precision under the plain name, where there is such a file; else what diffusers would load."""
    halves = {path.replace(_HALF, _WEIGHTS): each for path, each in files.items() if path.endswith(_HALF)}
    plain = {path: each for path, each in files.items() if path.rpartition("/")[2].count(".") == 1}
    return halves or plain
