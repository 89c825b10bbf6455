"""Where the playground keeps its state: one SQLite file that a thread of its own writes, or nothing but memory."""

import json
import queue
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

Json = dict[str, Any]

SCHEMA = """
create table if not exists document (kind text, id text, body text, primary key (kind, id)) without rowid;
create table if not exists blob (key text primary key, body blob);
"""


class Archive(Protocol):
    """Documents by kind and id, and the bytes of files by key."""

    def load(self) -> Iterator[tuple[str, Json]]: ...
    def put(self, kind: str, key: str, body: Json) -> None: ...
    def delete(self, kind: str, key: str) -> None: ...
    def put_blob(self, key: str, body: bytes) -> None: ...
    def get_blob(self, key: str) -> bytes | None: ...
    def delete_blob(self, key: str) -> None: ...
    def close(self) -> None: ...


class MemoryArchive:
    """Keeps files for the life of the process; documents live in the world alone."""

    def __init__(self) -> None:
        self._blobs: dict[str, bytes] = {}

    def load(self) -> Iterator[tuple[str, Json]]:
        return iter(())

    def put(self, kind: str, key: str, body: Json) -> None:
        pass

    def delete(self, kind: str, key: str) -> None:
        pass

    def put_blob(self, key: str, body: bytes) -> None:
        self._blobs[key] = body

    def get_blob(self, key: str) -> bytes | None:
        return self._blobs.get(key)

    def delete_blob(self, key: str) -> None:
        self._blobs.pop(key, None)

    def close(self) -> None:
        pass


class FileArchive:
    """One SQLite file. Writes go through a queue to one thread, which commits all that has gathered at once.

    Reads of files wait for nothing: a file that is still in the queue is answered from there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._queue: queue.SimpleQueue[tuple[str, tuple[Any, ...]] | None] = queue.SimpleQueue()
        self._unwritten: dict[str, bytes] = {}
        with closing(self._connect()) as connection:
            connection.executescript(SCHEMA)
        self._writer = threading.Thread(target=self._write, name="playground-archive")
        self._writer.start()

    def load(self) -> Iterator[tuple[str, Json]]:
        with closing(self._connect()) as connection:
            for kind, body in connection.execute("select kind, body from document order by kind, length(id), id"):
                yield kind, json.loads(body)

    def put(self, kind: str, key: str, body: Json) -> None:
        self._queue.put(("insert or replace into document values (?, ?, ?)", (kind, key, json.dumps(body))))

    def delete(self, kind: str, key: str) -> None:
        self._queue.put(("delete from document where kind = ? and id = ?", (kind, key)))

    def put_blob(self, key: str, body: bytes) -> None:
        self._unwritten[key] = body
        self._queue.put(("insert or replace into blob values (?, ?)", (key, body)))

    def get_blob(self, key: str) -> bytes | None:
        if (body := self._unwritten.get(key)) is not None:
            return body
        with closing(self._connect()) as connection:
            row = connection.execute("select body from blob where key = ?", (key,)).fetchone()
        return row[0] if row else None

    def delete_blob(self, key: str) -> None:
        self._unwritten.pop(key, None)
        self._queue.put(("delete from blob where key = ?", (key,)))

    def close(self) -> None:
        """Write all that is waiting, then end the thread."""
        self._queue.put(None)
        self._writer.join()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=10)
        connection.execute("pragma journal_mode = wal")
        connection.execute("pragma synchronous = normal")
        return connection

    def _write(self) -> None:
        with closing(self._connect()) as connection:
            running = True
            while running:
                batch = [self._queue.get()]
                while not self._queue.empty():
                    batch.append(self._queue.get())
                running = None not in batch
                statements = [entry for entry in batch if entry is not None]
                with connection:
                    for statement, values in statements:
                        connection.execute(statement, values)
                for _statement, values in statements:
                    if len(values) == 2 and self._unwritten.get(values[0]) is values[1]:
                        self._unwritten.pop(values[0], None)


def open_archive(folder: Path | None) -> Archive:
    """The archive in `folder`, its file for the owner's eyes alone since tokens stand in it; or one in memory."""
    if folder is None:
        return MemoryArchive()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "playground.sqlite3"
    path.touch(mode=0o600)
    return FileArchive(path)
