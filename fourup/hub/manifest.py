"""What is written beside a pulled model: where it is from, each file with its hash, its licence and its settings."""

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from engine.catalogue import Entry, entry
from fourup.errors import CannotPull

FILE = "fourup-model.json"
_CHUNK = 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """A file of the model: from which repository at which commit, and what it holds. `sha256` is known once it is here
    for files that the hub keeps in git, for all others from the start.
    """

    repository: str
    revision: str
    path: str
    size: int
    sha256: str | None
    blob: str


@dataclass(frozen=True)
class Manifest:
    """A pulled model."""

    name: str
    family: str
    licence: str
    licence_url: str
    is_commercial: bool
    files: dict[str, Kept]
    settings: dict[str, Any] = field(default_factory=dict)
    is_whole: bool = False
    """False while files are still to be fetched."""

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(each.size for each in self.files.values())

    def entry(self, folder: Path) -> Entry:
        """Its place in the catalogue."""
        return entry(self.name, {"family": self.family, "path": str(folder), **self.settings})

    def write(self, folder: Path) -> None:
        """Put it beside the model, whole or not at all."""
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{FILE}.part"
        unfinished.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        unfinished.replace(folder / FILE)

    @classmethod
    def read(cls, folder: Path) -> "Manifest | None":
        """The one in this folder; None where there is none. Raises CannotPull where it cannot be read."""
        file = folder / FILE
        if not file.is_file():
            return None
        try:
            told = json.loads(file.read_text(encoding="utf-8"))
            files = {path: Kept(**each) for path, each in told.pop("files").items()}
            return cls(files=files, **told)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            raise CannotPull(f"{file} cannot be read: take {folder} away, and pull the model again.") from None


def manifests(models: Path) -> Iterator[tuple[Path, Manifest]]:
    """The models that were pulled into this folder, by name; those that cannot be read are left out."""
    for folder in sorted(models.iterdir()) if models.is_dir() else ():
        try:
            found = Manifest.read(folder)
        except CannotPull:
            continue
        if found is not None:
            yield folder, found


def wrong_files(folder: Path, manifest: Manifest, on_read: Callable[[int], None] = lambda _: None) -> dict[str, str]:
    """Each file that is not what was pulled, with what is wrong with it; empty where all is well."""
    wrong = {}
    for path, kept in manifest.files.items():
        file = folder / path
        if not file.is_file():
            wrong[path] = "is missing"
        elif file.stat().st_size != kept.size:
            wrong[path] = f"has {file.stat().st_size} bytes instead of {kept.size}"
        elif not is_what_was_listed(file, kept, on_read):
            wrong[path] = "holds something else"
    return wrong


def is_what_was_listed(file: Path, kept: Kept, on_read: Callable[[int], None] = lambda _: None) -> bool:
    """True where the file has the hash on record."""
    if kept.sha256 is not None:
        return sha256(file, on_read) == kept.sha256
    content = file.read_bytes()
    on_read(len(content))
    # The name that git gives a file: https://git-scm.com/book/en/v2/Git-Internals-Git-Objects
    return hashlib.sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest() == kept.blob


def sha256(file: Path, on_read: Callable[[int], None] = lambda _: None) -> str:
    """Of its content, in hexadecimal."""
    digest = hashlib.sha256()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
            on_read(len(chunk))
    return digest.hexdigest()
