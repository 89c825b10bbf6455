"""Files named by what is in them: kept once, whole or not at all."""

import asyncio
import os
import re
import tempfile
import threading
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from bot.images.errors import PictureGone

SHELVES = tuple(f"{number:02x}" for number in range(256))
"""The folders that the files lie in."""
GRACE = 3600.0
"""Seconds after a `put` in which nothing is deleted: the database may not name it yet."""
_KEY = re.compile("[0-9a-f]{64}")
_UNFINISHED = "unfinished-"
_CHUNK = 1024 * 1024


class Blobs:
    """A folder of files, each at the first two digits of its SHA-256 and then all of them.

    When `put` returns, the file and its name are on the disk (fsync), so that a database may name it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made_at = time.time()
        self._has_tidied = False
        self._deleting = threading.Lock()

    def path(self, key: str) -> Path:
        """Where the file is, if it is there. Raises ValueError for what is no key."""
        if not _KEY.fullmatch(key):
            raise ValueError(f"no key of a blob: {key!r}")
        return self._folder / key[:2] / key

    async def put(self, content: bytes) -> str:
        """Keep these bytes; the key."""
        return await asyncio.to_thread(self._put_bytes, content)

    async def put_file(self, path: Path) -> str:
        """Keep a copy of this file; the key. Raises PictureGone where there is none."""
        return await asyncio.to_thread(self._put_file, path)

    async def get(self, key: str) -> bytes:
        """What was put. Raises PictureGone where it was deleted."""
        try:
            return await asyncio.to_thread(self.path(key).read_bytes)
        except FileNotFoundError:
            raise PictureGone(key) from None

    async def size(self, keys: Iterable[str]) -> int:
        """Bytes that those of these take that are there."""
        return await asyncio.to_thread(self._size, [self.path(key) for key in keys])

    async def delete(self, key: str, grace: float = GRACE) -> bool:
        """Take it away; False where it was put within `grace` seconds, or is not there."""
        return await asyncio.to_thread(self._delete, self.path(key), grace)

    async def old(self, shelf: str, grace: float = GRACE) -> tuple[str, ...]:
        """The keys that begin with these two digits and were put more than `grace` seconds ago.

        What a killed process left unfinished goes meanwhile.
        """
        return await asyncio.to_thread(self._old, shelf, grace)

    @staticmethod
    def _size(paths: Iterable[Path]) -> int:
        found = 0
        for path in paths:
            with suppress(FileNotFoundError):
                found += path.stat().st_size
        return found

    def _old(self, shelf: str, grace: float) -> tuple[str, ...]:
        for path in self._folder.glob(f"{_UNFINISHED}*"):
            self._delete(path, max(grace, time.time() - self._made_at))
        before = time.time() - grace
        try:
            with os.scandir(self._folder / shelf) as files:
                return tuple(each.name for each in files if _KEY.fullmatch(each.name) and _is_older(each, before))
        except FileNotFoundError:
            return ()

    def _put_bytes(self, content: bytes) -> str:
        path = self.path(sha256(content).hexdigest())
        if not self._is_there(path):
            self._write(lambda file: file.write(content), lambda: path)
        return path.name

    def _put_file(self, source: Path) -> str:
        digest = sha256()

        def copy(target: BinaryIO) -> None:
            with source.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    target.write(chunk)

        try:
            return self._write(copy, lambda: self.path(digest.hexdigest())).name
        except FileNotFoundError:
            if source.exists():
                raise
            raise PictureGone(source.name) from None

    def _write(self, write: Callable[[BinaryIO], object], name: Callable[[], Path]) -> Path:
        """Write a file beside the others, then give it its name; one that is there already stays."""
        self._folder.mkdir(parents=True, exist_ok=True)
        self._tidy()
        descriptor, unfinished = tempfile.mkstemp(dir=self._folder, prefix=_UNFINISHED)
        try:
            with os.fdopen(descriptor, "wb") as file:
                write(file)
                path = name()
                if self._is_there(path):
                    return path
                file.flush()
                os.fsync(file.fileno())
            path.parent.mkdir(exist_ok=True)
            Path(unfinished).rename(path)
        finally:
            Path(unfinished).unlink(missing_ok=True)
        _sync(path.parent)
        _sync(self._folder)
        return path

    def _tidy(self) -> None:
        """Once: take away what a killed process left unfinished, which is all that is older than we are."""
        if self._has_tidied:
            return
        self._has_tidied = True
        for path in self._folder.glob(f"{_UNFINISHED}*"):
            self._delete(path, time.time() - self._made_at)

    def _delete(self, path: Path, grace: float) -> bool:
        """Nobody finds a file and has it taken away in the same moment. A clock that was put back makes none old."""
        with self._deleting:
            try:
                if time.time() - path.stat().st_mtime < grace:
                    return False
                path.unlink()
            except FileNotFoundError:
                return False
            return True

    def _is_there(self, path: Path) -> bool:
        """True where it is; then it counts as put just now."""
        with self._deleting:
            try:
                os.utime(path)
            except FileNotFoundError:
                return False
            return True


def _is_older(file: "os.DirEntry[str]", before: float) -> bool:
    try:
        return file.stat().st_mtime <= before
    except FileNotFoundError:
        return False


def _sync(folder: Path) -> None:
    """Put the names in a folder on the disk."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
