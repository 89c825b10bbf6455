"""`fourup db backup`: a copy of the database and its pictures, made while the bot runs; the next adds what is new."""

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.images.blobs import Blobs
from fourup.db.opened import faults, named_blobs, reading, revision
from fourup.errors import CannotCopy
from fourup.settings import BLOBS, DATABASE

UNFINISHED = ".unfinished"
SPARE = 16 << 20  # bytes that stay free


@dataclass(frozen=True)
class Copied:
    """What a copy holds now: pictures in all, those that were new, those that went, and those that were gone."""

    pictures: int
    new: int
    removed: int
    missing: int


def backup(folder: Path, target: Path, *, has_pictures: bool = True) -> Copied:
    """Copy a storage folder; an earlier copy in `target` is brought up to date, and stays whole until that is done.

    Raises CannotCopy where it cannot be read or written, or is not whole.
    """
    if target.absolute().is_relative_to(folder.absolute()):
        raise CannotCopy(f"{target} lies in {folder} itself, and would go with it: name a place outside of it.")
    try:
        target.mkdir(parents=True, exist_ok=True)
        unfinished = target / (DATABASE + UNFINISHED)
        _copy_database(folder / DATABASE, unfinished)
        with reading(unfinished) as opened:
            named = named_blobs(opened) if has_pictures else set()
        copied = copy_blobs(named, folder / BLOBS, target / BLOBS)
        put_in_place(unfinished, target / DATABASE)
        removed = _remove_others(target / BLOBS, named) if has_pictures else 0
    except OSError as failure:
        raise CannotCopy(f"The copy cannot be written: {failure.strerror} ({failure.filename}).") from None
    return Copied(len(named) - copied.missing, copied.new, removed, copied.missing)


def _copy_database(source: Path, target: Path) -> None:
    """In one snapshot: whoever writes meanwhile is not kept waiting, and is not in it."""
    target.unlink(missing_ok=True)
    with reading(source) as opened, closing(sqlite3.connect(target)) as copy:
        revision(opened)
        opened.backup(copy)
        copy.execute("pragma journal_mode = delete")  # one file, with nothing beside it
        if wrong := faults(copy):
            raise CannotCopy(
                f"{source} is not whole: {wrong[0]}. Keep your last good copy; `fourup db check` says more."
            )


def copy_blobs(keys: Iterable[str], source: Path, target: Path) -> Copied:
    """Those that `target` lacks; what a member had forgotten meanwhile is missing. Raises CannotCopy, OSError."""
    there, here = Blobs(source), Blobs(target)
    wanted = [key for key in keys if not _is_copied(there.path(key), here.path(key))]
    needed = sum(there.path(key).stat().st_size for key in wanted if there.path(key).is_file())
    free = shutil.disk_usage(target.parent).free
    if needed + SPARE > free:
        raise CannotCopy(
            f"{target.parent} has room for {free >> 20} MiB, and the pictures take {needed >> 20}: make room."
        )
    new = missing = 0
    for key in wanted:
        path = here.path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(key + UNFINISHED)
        try:
            shutil.copyfile(there.path(key), unfinished)
        except FileNotFoundError:
            missing += 1
            continue
        put_in_place(unfinished, path)
        new += 1
    return Copied(len(wanted), new, 0, missing)


def put_in_place(unfinished: Path, path: Path) -> None:
    """On the disk before it has its name."""
    descriptor = os.open(unfinished, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    unfinished.replace(path)


def _is_copied(source: Path, target: Path) -> bool:
    """A blob is what its name says, so that its size tells a whole copy from one that was cut off."""
    try:
        return target.stat().st_size == source.stat().st_size
    except FileNotFoundError:
        return target.is_file() and not source.exists()


def _remove_others(folder: Path, named: set[str]) -> int:
    """What the database names no more was forgotten: it leaves the copy too."""
    others = [path for path in folder.rglob("*") if path.is_file() and path.name not in named]
    for path in others:
        path.unlink()
    return len(others)
