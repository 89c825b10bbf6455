"""The database itself: how it is opened, and the two kinds of transaction on it."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store.errors import StoreBusy, StoreError, StoreFull

BUSY = 5.0
"""Seconds to wait for another process that writes."""

_BEGIN = "begin"


def make_engine(path: Path, *, has_foreign_keys: bool = True) -> AsyncEngine:
    """The engine for this file. Transactions take SQLite's write lock when they begin.

    With the driver's own transactions, two that read and then write lose one of the two updates without an error.
    """
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)), connect_args={"timeout": BUSY}, pool_size=4, max_overflow=0
    )

    @event.listens_for(engine.sync_engine, "connect")
    def connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        cursor = connection.cursor()
        for pragma in (
            "journal_mode = WAL",
            "synchronous = FULL",  # NORMAL may lose what was committed last when the power fails
            "secure_delete = ON",  # what a member asked to be deleted is overwritten
            f"foreign_keys = {'ON' if has_foreign_keys else 'OFF'}",
        ):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))

    return engine


class Database:
    """An engine with its two kinds of transaction. Any number read at once; writers of this process queue up."""

    def __init__(self, engine: AsyncEngine, now: Callable[[], float]) -> None:
        """`now` gives the second since 1970."""
        self.engine = engine
        self.now = now
        self._writer = asyncio.Lock()

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """One snapshot. Raises StoreError."""
        with _told():
            async with self.engine.connect() as connection:
                reader = await connection.execution_options(**{_BEGIN: "BEGIN"})
                async with reader.begin():
                    yield reader

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """What is read stays true until the end; an error undoes all. Raises StoreError."""
        with _told():
            async with self._writer, self.engine.begin() as connection:
                yield connection


@contextmanager
def _told() -> Iterator[None]:
    """Say what the database's own errors mean."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as failure:
        cause = failure.orig if isinstance(failure, DBAPIError) else failure
        match getattr(cause, "sqlite_errorcode", 0) & 0xFF:
            case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
                raise StoreBusy from failure
            case sqlite3.SQLITE_FULL:
                raise StoreFull from failure
        raise StoreError(f"The database failed: {cause}.") from failure
