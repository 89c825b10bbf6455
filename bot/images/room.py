"""How much room is left for pictures: what the host allows, and what the disk has."""

import asyncio
import shutil
from dataclasses import dataclass
from os import scandir
from pathlib import Path

import structlog

log = structlog.stdlib.get_logger("bot.images")

PAUSE = 5.0
"""Seconds between two looks; half of one while there is no room."""
SLACK = 1.1
"""Room is there again when so much more of it is free than must be: no going to and fro."""


@dataclass(frozen=True)
class Used:
    """Bytes: free on the disk, and what pictures and the database take."""

    free: int = 0
    pictures: int = 0
    database: int = 0


class Room:
    """`most` bytes may be taken in all (None for no limit), and `reserve` bytes of the disk stay free."""

    def __init__(self, blobs: Path, database: Path, *, most: int | None, reserve: int) -> None:
        self._blobs, self._database = blobs, database
        self._most, self._reserve = most, reserve
        self._folders: dict[str, tuple[int, int]] = {}
        """Of each folder of blobs when it was last changed, and the bytes in it."""
        self.used = Used()
        self.is_full = False

    def is_open(self) -> bool:
        """True where more may be kept."""
        return not self.is_full

    async def look(self) -> None:
        """Measure."""
        try:
            self.used = await asyncio.to_thread(self._measured)
        except OSError as failure:
            log.warning("room not measured", reason=str(failure))
            return
        was_full, self.is_full = self.is_full, self._is_too_little(SLACK if self.is_full else 1.0)
        if self.is_full and not was_full:
            log.error("no room for pictures", free=self.used.free, kept=self.used.pictures + self.used.database)
        elif was_full and not self.is_full:
            log.info("room for pictures again", free=self.used.free)

    async def run(self) -> None:
        """Measure until cancelled."""
        while True:
            await self.look()
            await asyncio.sleep(PAUSE / 2 if self.is_full else PAUSE)

    def _is_too_little(self, slack: float) -> bool:
        kept = self.used.pictures + self.used.database
        is_over = self._most is not None and kept * slack > self._most
        return is_over or self.used.free < self._reserve * slack

    def _measured(self) -> Used:
        free = shutil.disk_usage(_standing(self._blobs)).free
        files = [Path(f"{self._database}{ending}") for ending in ("", "-wal")]
        return Used(free, self._in_blobs(), sum(each.stat().st_size for each in files if each.is_file()))

    def _in_blobs(self) -> int:
        """A folder whose time has not changed has what it had: only the others are gone through."""
        found: dict[str, tuple[int, int]] = {}
        for folder in scandir(self._blobs) if self._blobs.is_dir() else ():
            if folder.is_dir(follow_symlinks=False):
                found[folder.name] = _measured(folder.path, folder.stat().st_mtime_ns, self._folders.get(folder.name))
        self._folders = found
        return sum(size for _, size in found.values())


def _measured(path: str, changed_at: int, known: tuple[int, int] | None) -> tuple[int, int]:
    if known is not None and known[0] == changed_at:
        return known
    size = 0
    for file in scandir(path):
        try:
            size += file.stat().st_size
        except FileNotFoundError:
            continue
    return changed_at, size


def _standing(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())
