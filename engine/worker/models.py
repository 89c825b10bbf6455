"""The models that this process may draw with: loaded when first wanted, and kept."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Self

from engine.catalogue import Entry
from engine.checkpoint import facts_of, weights_hash
from engine.families import Family
from engine.families.flux2 import Flux2
from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.loras import fitting
from engine.plan.facts import Facts

LOADERS: dict[str, Callable[[Path, str, str | None], Family]] = {
    "sd15": Sd15.load,
    "sdxl": Sdxl.load,
    "flux2": Flux2.load,
}
"""Each family's own, by the name that the catalogue gives it."""


@dataclass(frozen=True)
class Model:
    """Where a model lies, and how it is to be read."""

    family: str
    folder: Path
    spacing: str | None = None
    """Of its timesteps, where it is not what its own scheduler says."""
    controls: Mapping[str, Path] = field(default_factory=dict)
    """By kind, folders of ControlNets that do not lie beside it."""
    loras: Path | None = None
    """The folder of LoRAs, of this model's and of others."""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The one of an entry of the catalogue."""
        controls = {kind: Path(folder) for kind, folder in entry.controls.items()}
        loras = None if entry.loras is None else Path(entry.loras)
        return cls(entry.family, Path(entry.path), entry.spacing, controls, loras)


class Models:
    """Models by name, on one device."""

    def __init__(self, models: Mapping[str, Model], device: str) -> None:
        self._models = dict(models)
        self._device = device
        self._loaded: dict[str, Family] = {}
        self._hashes: dict[str, str] = {}
        self._lock = threading.Lock()

    @property
    def names(self) -> tuple[str, ...]:
        """Those that there are, loaded or not."""
        return tuple(self._models)

    def facts(self, name: str) -> Facts:
        """What is so of it, read from its files."""
        model = self._models[name]
        return facts_of(model.folder, name, model.family)

    def loaded(self, name: str) -> Family:
        """The model, loaded now where it was not before; that takes seconds."""
        with self._lock:
            if name not in self._loaded:
                model = self._models[name]
                family = LOADERS[model.family](model.folder, self._device, model.spacing)
                if model.controls:
                    family.follow(model.controls)
                if model.loras is not None:
                    family.wear(partial(fitting, model.loras, model.folder))
                self._loaded[name] = family
            return self._loaded[name]

    def hash(self, name: str) -> str:
        """The SHA-256 of its weights, read once."""
        with self._lock:
            if name not in self._hashes:
                self._hashes[name] = weights_hash(self._models[name].folder)
            return self._hashes[name]
