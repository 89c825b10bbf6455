"""What `fourup doctor` says of the folders that keep things, and of the database in one of them."""

import asyncio
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.images.room import Room
from bot.store.revisions import newest_revision
from fourup.doctor.finding import Finding
from fourup.doctor.machine import gib
from fourup.pausing import read
from fourup.settings import BLOBS, DATABASE, Storage

LITTLE_DISK = 5 * 1024**3  # bytes
TOO_LITTLE_DISK = 512 * 1024**2
NEARLY_FULL = 0.9
PATIENCE = 5.0  # seconds for a database that is being written to


def disk(folder: Path, key: str) -> Finding:
    """Room where the folder is; `key` is what names another one."""
    free = shutil.disk_usage(standing(folder)).free
    told = f"{gib(free)} free at {standing(folder)}"
    cure = f"Make room, or choose another folder with {key}."
    if free < TOO_LITTLE_DISK:
        return Finding.fail("disk", told, cure)
    return Finding.ok("disk", told) if free >= LITTLE_DISK else Finding.warn("disk", told, cure)


def quota(kept: Storage) -> list[Finding]:
    """How much of storage.max is taken, and whether enough of the disk stays free for new jobs."""
    room = Room(kept.folder / BLOBS, kept.folder / DATABASE, most=kept.max, reserve=kept.reserve)
    asyncio.run(room.look())
    taken = room.used.pictures + room.used.database
    told = f"{gib(taken)} kept" + (f" of {gib(kept.max)} allowed" if kept.max else "")
    if room.is_full:
        cure = "Make room on the disk, or raise storage.max; `fourup db check --tidy` takes away what nothing names."
        return [Finding.fail("room", f"{told}, so no new jobs are taken", cure)]
    if kept.max and taken > kept.max * NEARLY_FULL:
        cure = "Raise storage.max in time, or have old jobs deleted (storage.retention_days)."
        return [Finding.warn("room", told, cure)]
    return [Finding.ok("room", told)]


def writable(folder: Path, key: str) -> Finding:
    """It is there, or can be made, and can be written to."""
    place = standing(folder)
    if place.is_dir() and os.access(place, os.W_OK | os.X_OK):
        return Finding.ok("data", f"{folder.absolute()} {'can be written to' if folder.exists() else 'can be made'}")
    cure = f"Allow it for the user that runs Fourup, or choose another folder with {key}."
    return Finding.fail("data", f"{place} is not a folder that can be written to", cure)


def database(path: Path) -> Finding:
    """Whether it is whole, and of this Fourup; a running bot is not disturbed."""
    if not path.exists():
        return Finding.ok("database", "none yet: the first start makes it")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as opened:
            told = opened.execute("pragma quick_check(1)").fetchone()[0]
            row = opened.execute("select version_num from alembic_version").fetchone()
            jobs = opened.execute("select count(*) from jobs").fetchone()[0]
    except sqlite3.Error as failure:
        return _broken(path, str(failure))
    if told != "ok":
        return _broken(path, told)
    newest, known = newest_revision()
    if row is None or row[0] not in known:
        cure = "Install the Fourup that made it, or put a copy from before in its place."
        return Finding.fail("database", f"{path} was made by a later Fourup", cure)
    age = "" if row[0] == newest else "; the next start brings it up to date"
    return Finding.ok("database", f"{path} is whole, with {jobs} job{'' if jobs == 1 else 's'}{age}")


def standing(path: Path) -> Path:
    """The path itself, or the nearest folder above it that exists."""
    return next(place for place in (path.absolute(), *path.absolute().parents) if place.exists())


def _broken(path: Path, reason: str) -> Finding:
    cure = "Stop the bot, keep a copy of the file, and put your last good copy in its place."
    return Finding.fail("database", f"{path} cannot be used: {reason}", cure)


def paused(folder: Path) -> list[Finding]:
    """Whether the host has paused drawing; nothing where not."""
    found = read(folder)
    if found is None:
        return []
    why = f": {found.reason}" if found.reason else ""
    return [Finding.warn("paused", f"nothing is drawn, by `fourup pause`{why}", "Go on with `fourup resume`.")]
