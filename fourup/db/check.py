"""`fourup db check`: is the database whole, are all pictures there that it names, and does anything lie about."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bot.images.blobs import GRACE, Blobs
from fourup.db.opened import faults, named_blobs, reading, revision
from fourup.settings import BLOBS, DATABASE

_CHUNK = 1 << 20


@dataclass(frozen=True)
class Report:
    """What was found; keys of blobs, and their bytes."""

    revision: str
    faults: tuple[str, ...]
    """Sentences of SQLite's."""
    named: int
    missing: tuple[str, ...]
    """Named, and not there."""
    damaged: tuple[str, ...]
    """There, and not what its name says."""
    orphans: tuple[Path, ...]
    """There for an hour or longer, and not named."""
    orphan_bytes: int

    @property
    def is_well(self) -> bool:
        """True where nothing is lost; what lies about does no harm."""
        return not (self.faults or self.missing or self.damaged)


def check(folder: Path, *, is_deep: bool = False) -> Report:
    """Look at what a storage folder keeps, or at a copy of it; a running bot is not disturbed.

    `is_deep` reads every picture. Raises CannotCopy where there is nothing that can be read.
    """
    with reading(folder / DATABASE) as opened:
        its_revision, its_faults = revision(opened), tuple(faults(opened))
        named = named_blobs(opened)
    blobs = Blobs(folder / BLOBS)
    missing = tuple(sorted(key for key in named if not blobs.path(key).is_file()))
    damaged = tuple(sorted(key for key in named.difference(missing) if is_deep and not _is_whole(blobs.path(key))))
    orphans = tuple(sorted(_orphans(folder / BLOBS, named, time.time() - GRACE)))
    size = sum(_size(path) for path in orphans)
    return Report(its_revision, its_faults, len(named), missing, damaged, orphans, size)


def tidy(report: Report) -> None:
    """Take away what lies about. Nobody may be using the folder."""
    for path in report.orphans:
        path.unlink(missing_ok=True)


def _orphans(folder: Path, named: set[str], before: float) -> Iterator[Path]:
    """Files that nothing names, last put before that second: a younger one may be named in a moment."""
    for path in folder.rglob("*"):
        try:
            if path.is_file() and path.name not in named and path.stat().st_mtime < before:
                yield path
        except FileNotFoundError:
            continue


def _is_whole(path: Path) -> bool:
    digest = sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest() == path.name


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0
