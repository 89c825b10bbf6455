"""A model that this process may draw with: where its files lie, and how they are loaded."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol, Self

from engine.catalogue import Entry
from engine.checkpoint import PARTS, facts_of, weight_files, weights_hash
from engine.families import Family
from engine.families.flux2 import Flux2
from engine.families.sd15 import Sd15
from engine.families.sdxl import Sdxl
from engine.loras import fitting
from engine.plan.facts import Facts, Precision


class Loads(Protocol):
    """A family's `load`."""

    def __call__(
        self, folder: Path, device: str, *, spacing: str | None, precision: Precision | None, compiled: bool
    ) -> Family:
        """The model in this folder."""


LOADERS: dict[str, Loads] = {"sd15": Sd15.load, "sdxl": Sdxl.load, "flux2": Flux2.load}
"""Each family's own, by the name that the catalogue gives it."""


@dataclass(frozen=True)
class Model:
    """Where a model lies, and how it is to be read."""

    family: str
    folder: Path
    spacing: str | None = None
    """Of its timesteps, where it is not what its own scheduler says."""
    precision: Precision | None = None
    """In which it is held, where that is not what its device is good at."""
    compiled: bool = False
    """Whether its blocks are, when they are first run."""
    controls: Mapping[str, Path] = field(default_factory=dict)
    """By kind, folders of ControlNets that do not lie beside it."""
    preprocessors: Mapping[str, Path] = field(default_factory=dict)
    """By what they find, folders of models that find it for ControlNets."""
    loras: Path | None = None
    """The folder of LoRAs, of this model's and of others."""

    @classmethod
    def of(cls, entry: Entry) -> Self:
        """The one of an entry of the catalogue."""
        controls, preprocessors = (
            {kind: Path(folder) for kind, folder in folders.items()}
            for folders in (entry.controls, entry.preprocessors)
        )
        loras = None if entry.loras is None else Path(entry.loras)
        return cls(
            entry.family,
            Path(entry.path),
            spacing=entry.spacing,
            precision=entry.precision,
            compiled=entry.compiled,
            controls=controls,
            preprocessors=preprocessors,
            loras=loras,
        )

    def facts(self, name: str) -> Facts:
        """What is so of it, read from its files."""
        return facts_of(self.folder, name, self.family)

    def load(self, device: str) -> Family:
        """The model on this device; that takes seconds."""
        family = LOADERS[self.family](
            self.folder, device, spacing=self.spacing, precision=self.precision, compiled=self.compiled
        )
        if self.controls or self.preprocessors:
            family.follow(self.controls, self.preprocessors)
        if self.loras is not None:
            family.wear(partial(fitting, self.loras, self.folder))
        return family

    def hash(self) -> str:
        """The SHA-256 of its weights."""
        return weights_hash(self.folder)

    def size(self) -> int:
        """Bytes of its files of weights."""
        files = {file for part in PARTS[self.family] for file in weight_files(self.folder, part)}
        return sum(file.stat().st_size for file in files)
