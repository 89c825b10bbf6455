"""How the database is opened, and what its transactions hold."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.store import engine as module
from bot.store.engine import Database, make_engine
from bot.store.errors import StoreBusy, StoreError, StoreFull
from bot.store.store import Store, open_store
from tests.bot.store.conftest import START, make


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An engine as the store's, on a file with a number in it."""
    engine = make_engine(tmp_path / "counter.db")
    await fill(engine)
    yield engine
    await engine.dispose()


async def fill(engine: AsyncEngine) -> None:
    """A number, 0 at first."""
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE counter (n INTEGER)"))
        await connection.execute(text("INSERT INTO counter VALUES (0)"))


async def read(connection: AsyncConnection) -> int:
    """The number."""
    return int((await connection.execute(text("SELECT n FROM counter"))).scalar_one())


async def write(connection: AsyncConnection, n: int) -> None:
    """Another number."""
    await connection.execute(text("UPDATE counter SET n = :n"), {"n": n})


async def test_no_update_is_lost(counter: AsyncEngine) -> None:
    """Each that reads, then writes, sees what the one before it wrote."""

    async def add() -> None:
        for _ in range(15):
            async with counter.begin() as connection:
                n = await read(connection)
                await asyncio.sleep(0)
                await write(connection, n + 1)

    await asyncio.gather(*(add() for _ in range(4)))
    async with counter.connect() as connection:
        assert await read(connection) == 60


async def test_the_driver_s_own_transactions_lose_updates(tmp_path: Path) -> None:
    """Without an error: the reason for beginning them by hand, and the proof that the test above can fail."""
    engine = create_async_engine(URL.create("sqlite+aiosqlite", database=str(tmp_path / "counter.db")))
    await fill(engine)
    async with engine.connect() as one, engine.connect() as two:
        seen = await read(one), await read(two)
        await write(one, seen[0] + 1)
        await one.commit()
        await write(two, seen[1] + 1)
        await two.commit()
        assert await read(one) == 1
    await engine.dispose()


async def test_readers_do_not_wait_for_a_writer(counter: AsyncEngine) -> None:
    """They see what was committed last."""
    database = Database(counter, lambda: START)
    async with database.writing() as writer:
        await write(writer, 5)
        async with database.reading() as reader:
            assert await read(reader) == 0
    async with database.reading() as reader:
        assert await read(reader) == 5


async def test_a_reader_sees_one_moment(counter: AsyncEngine) -> None:
    """Whatever is committed meanwhile."""
    database = Database(counter, lambda: START)
    async with database.reading() as reader:
        assert await read(reader) == 0
        async with database.writing() as writer:
            await write(writer, 5)
        assert await read(reader) == 0


async def test_every_connection_is_set_up(counter: AsyncEngine) -> None:
    """Write-ahead log, foreign keys, waiting for others, commits that outlast a power cut."""
    async with counter.connect() as one, counter.connect() as two:
        for connection in (one, two):
            told = {}
            for pragma in ("journal_mode", "foreign_keys", "busy_timeout", "synchronous"):
                told[pragma] = (await connection.execute(text(f"PRAGMA {pragma}"))).scalar_one()
            assert told == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}
            await connection.rollback()


async def test_who_is_cancelled_in_a_transaction_leaves_nothing(counter: AsyncEngine) -> None:
    """Neither a change nor a lock."""
    database = Database(counter, lambda: START)
    inside = asyncio.Event()

    async def stuck() -> None:
        async with database.writing() as connection:
            await write(connection, 5)
            inside.set()
            await asyncio.Event().wait()

    for _ in range(6):  # more than the pool has connections
        inside.clear()
        task = asyncio.create_task(stuck())
        await inside.wait()
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    async with database.writing() as connection:
        assert await read(connection) == 0


async def test_a_database_that_another_keeps_locked_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It can be read, and written again when the other is done."""
    monkeypatch.setattr(module, "BUSY", 0.05)
    async with open_store(path, lambda: START) as store:
        await store.jobs.submit([make(1)])
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(StoreBusy, match="Try again"):
                await store.jobs.submit([make(2)])
            assert await store.jobs.get(make(1).id) == make(1)
            other.execute("ROLLBACK")
        assert (await store.jobs.submit([make(2)])).is_new


async def test_a_full_disk_is_told_and_loses_nothing(path: Path) -> None:
    """What was there stays; with room, it goes on."""
    async with open_store(path, lambda: START) as store:
        await store.jobs.submit([make(1)])
    engine = make_engine(path)
    pages: list[Any] = []

    @event.listens_for(engine.sync_engine, "connect")
    def bound(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA page_count")
        pages.append(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA max_page_count = {pages[0] + 5}")
        cursor.close()

    store = Store(Database(engine, lambda: START))
    with pytest.raises(StoreFull, match="make room"):
        await until_full(store)
    written = len(await store.jobs.of(1, limit=100))
    assert written > 1
    assert await store.jobs.get(make(1).id) == make(1)
    assert (await store.jobs.get(make(written).id)).seed == written
    await engine.dispose()
    async with open_store(path, lambda: START) as roomy:
        assert (await roomy.jobs.submit([make(written + 1)])).is_new


async def until_full(store: Store) -> None:
    """Long prompts, one after the other."""
    for number in range(2, 50):
        await store.jobs.submit([make(number, prompt="a red apple " * 500)])


async def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    """A file of another kind, a folder, a folder that cannot be."""
    other = tmp_path / "other.db"
    await asyncio.to_thread(other.write_text, "not a database " * 1000)
    with pytest.raises(StoreError, match="not a database"):
        async with open_store(other, lambda: START):
            pass
    with pytest.raises(StoreError, match="unable to open"):
        async with open_store(tmp_path, lambda: START):
            pass
    with pytest.raises(StoreError, match="folder cannot be made"):
        async with open_store(other / "fourup.db", lambda: START):
            pass
