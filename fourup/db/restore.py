"""`fourup db restore`: puts a copy in the place of what a storage folder keeps, which is set aside and not lost."""

import shutil
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from fourup.db.backup import UNFINISHED, Copied, copy_blobs, put_in_place
from fourup.db.opened import faults, named_blobs, reading, revision
from fourup.errors import CannotCopy
from fourup.settings import BLOBS, DATABASE

BESIDE = ("", "-wal", "-shm")
"""What SQLite keeps of a database: its file, and what it is still to write into it."""


def restore(source: Path, folder: Path) -> tuple[Copied, Path | None]:
    """Put the copy in `source` into the folder, which nobody may be using; also where the old database went.

    Its pictures come first and its database last, so that one which is cut short changes nothing. Raises CannotCopy.
    """
    with reading(source / DATABASE) as opened:
        revision(opened)
        if wrong := faults(opened):
            raise CannotCopy(f"The copy in {source} is not whole: {wrong[0]}. Take another one; nothing was changed.")
        named = named_blobs(opened)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        copied = copy_blobs(named, source / BLOBS, folder / BLOBS)
        unfinished = folder / (DATABASE + UNFINISHED)
        shutil.copyfile(source / DATABASE, unfinished)
        _mark_as_tried(unfinished)
        aside = _set_aside(folder)
        put_in_place(unfinished, folder / DATABASE)
    except OSError as failure:
        raise CannotCopy(f"{folder} cannot be written: {failure.strerror} ({failure.filename}).") from None
    return copied, aside


def _mark_as_tried(path: Path) -> None:
    """What was still to be posted may stand in its channel by now: it is looked for there first."""
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("update deliveries set first_tried_at = coalesce(first_tried_at, due_at), tries = max(tries, 1)")
        copy.commit()


def _set_aside(folder: Path) -> Path | None:
    """The database that was there, with what belongs to it, in a folder of its own."""
    if not (folder / DATABASE).exists():
        return None
    aside = folder / time.strftime("replaced-%Y%m%d-%H%M%S")
    aside.mkdir()
    for ending in BESIDE:
        path = folder / (DATABASE + ending)
        if path.exists():
            path.rename(aside / path.name)
    return aside
