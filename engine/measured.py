"""What a model was measured to take of a device, remembered so that the next start need not measure it again."""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

GUESS = 16
"""Lines of a forward pass, where nothing was measured: eight pictures with their twins."""
MOST = 64
_MARGIN = 0.9
"""Of what is free: the rest is for what allocators waste, and for what nobody foresaw."""
_WORTHWHILE = 0.9
"""Of the pictures a second that any number of lines would give."""
_FEWEST = 2
"""Lines that a picture with its twin takes."""


@dataclass(frozen=True)
class Appetite:
    """Bytes and seconds. A line is a picture, or its twin, of the model's own size in a forward pass."""

    weights: int
    """Once it is loaded."""
    beside: int
    """Of a forward pass, however few its lines."""
    line: int
    decoding: int
    """Of a picture's decoding, which goes on beside the passes."""
    loading: float
    """Seconds until it is loaded."""
    pass_seconds: float
    """Of a forward pass, however few its lines."""
    line_seconds: float

    @property
    def least(self) -> int:
        """Bytes that have to be free beside the weights, so that a picture can be drawn."""
        return self.beside + _FEWEST * self.line + self.decoding

    @property
    def worthwhile(self) -> int:
        """So many lines give nine tenths of the pictures a second that any number would; more of them take longer."""
        overhead = self.pass_seconds / max(self.line_seconds, 1e-9)
        return min(MOST, max(GUESS, round(_WORTHWHILE / (1 - _WORTHWHILE) * overhead)))

    def fitting(self, free: int) -> int:
        """How many lines fit into so many free bytes, beside a picture that is being decoded; at least one."""
        room = _MARGIN * free - self.beside - self.decoding
        return max(1, int(room / max(self.line, 1)))

    def lines(self, free: int) -> int:
        """How many are drawn at once: as many as fit, and as are worth it."""
        return min(self.worthwhile, self.fitting(free))


class Record:
    """A file of appetites, by device and model."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def read(self) -> dict[str, dict[str, Any]]:
        """All that is in it, by device and model; nothing where it is damaged."""
        with suppress(OSError, ValueError):
            told = json.loads(self._file.read_text(encoding="utf-8")) if self._file is not None else {}
            return {key: each for key, each in told.items() if isinstance(each, dict)} if isinstance(told, dict) else {}
        return {}

    def get(self, device: str, identity: str) -> Appetite | None:
        """What was measured of this very model on this very device; None where nothing was."""
        return appetite(self.read().get(_key(device, identity), {}))

    def keep(self, device: str, identity: str, measured: Appetite, **beside: Any) -> None:
        """Remember it, with whatever else people want to know. A disk that takes nothing is no reason to stop."""
        if self._file is None:
            return
        told = {**self.read(), _key(device, identity): {"device": device, **asdict(measured), **beside}}
        unfinished = self._file.with_suffix(f".{os.getpid()}.part")
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(told, indent=1), encoding="utf-8")
            unfinished.replace(self._file)


def appetite(told: Mapping[str, Any]) -> Appetite | None:
    """The one that stands in an entry of the file; None where it does not."""
    names = [each.name for each in fields(Appetite)]
    try:
        return Appetite(**{name: told[name] for name in names})
    except KeyError:
        return None


def identity_of(folder: Path) -> str:
    """A model by its files, told from any other without reading them: names, sizes and times."""
    files = sorted(file for kind in ("*/*.safetensors", "checkpoint.json") for file in folder.glob(kind))
    return "|".join([folder.name, *(f"{file.stat().st_size}:{file.stat().st_mtime_ns}" for file in files)])


def _key(device: str, identity: str) -> str:
    return f"{device} {identity}"
