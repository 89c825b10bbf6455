"""How the database is opened, and what its transactions hold."""

import asyncio
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import closing, suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, text
from sqlalchemy.engine import URL

from bot.store import engine as module
from bot.store.engine import Database, make_engine
from bot.store.errors import StoreBusy, StoreError, StoreFull
from bot.store.store import Store, open_store
from tests.bot.store.conftest import START, make


@pytest.fixture
async def counter(tmp_path: Path) -> AsyncIterator[Database]:
    """As the store's, on a file with a number in it."""
    database = Database(make_engine(tmp_path / "counter.db"), lambda: START)
    await database.write(fill)
    yield database
    await database.close()


def fill(connection: Connection) -> None:
    """A number, 0 at first; none below."""
    connection.execute(text("CREATE TABLE counter (n INTEGER CHECK (n >= 0))"))
    connection.execute(text("INSERT INTO counter VALUES (0)"))


def read(connection: Connection) -> int:
    """The number."""
    return int(connection.execute(text("SELECT n FROM counter")).scalar_one())


def write(connection: Connection, n: int) -> None:
    """Another number."""
    connection.execute(text("UPDATE counter SET n = :n"), {"n": n})


def add(connection: Connection) -> int:
    """One more."""
    n = read(connection) + 1
    write(connection, n)
    return n


async def queued(database: Database, count: int) -> None:
    """Until so many wait."""
    while len(database._writer.waiting) < count:  # noqa: ASYNC110 - it tells nobody
        await asyncio.sleep(0)


def commits(database: Database) -> list[Any]:
    """One for each transaction of the database's, from now on."""
    told: list[Any] = []
    event.listen(database.engine, "commit", told.append)
    return told


class Gate:
    """A transaction that stays open until it is let through."""

    def __init__(self) -> None:
        self._loop, self.entered, self._open = asyncio.get_running_loop(), asyncio.Event(), threading.Event()

    def hold(self, work: Callable[[Connection], Any], connection: Connection) -> Any:
        """Do the work, and stay."""
        done = work(connection)
        self._loop.call_soon_threadsafe(self.entered.set)
        assert self._open.wait(30)
        return done

    def let_through(self) -> None:
        """It ends."""
        self._open.set()


async def test_no_update_is_lost(counter: Database) -> None:
    """Each that reads, then writes, sees what the one before it wrote, and is told what it wrote itself."""
    told = await asyncio.gather(*(counter.write(add) for _ in range(60)))
    assert told == list(range(1, 61))
    assert await counter.read(read) == 60


def test_the_driver_s_own_transactions_lose_updates(tmp_path: Path) -> None:
    """Without an error: the reason for beginning them by hand, and the proof that the test above can fail."""
    engine = create_engine(URL.create("sqlite", database=str(tmp_path / "counter.db")))
    with engine.begin() as connection:
        fill(connection)
    with engine.connect() as one, engine.connect() as two:
        seen = read(one), read(two)
        write(one, seen[0] + 1)
        one.commit()
        write(two, seen[1] + 1)
        two.commit()
        assert read(one) == 1
    engine.dispose()


async def test_readers_do_not_wait_for_a_writer(counter: Database) -> None:
    """They see what was committed last."""
    gate = Gate()
    writing = asyncio.create_task(counter.write(partial(gate.hold, partial(write, n=5))))
    await gate.entered.wait()
    assert await counter.read(read) == 0
    gate.let_through()
    await writing
    assert await counter.read(read) == 5


async def test_a_reader_sees_one_moment(counter: Database) -> None:
    """Whatever is committed meanwhile."""
    gate = Gate()

    def twice(connection: Connection) -> tuple[int, int]:
        first: int = gate.hold(read, connection)
        return first, read(connection)

    reading = asyncio.create_task(counter.read(twice))
    await gate.entered.wait()
    await counter.write(partial(write, n=5))
    gate.let_through()
    assert await reading == (0, 0)


async def test_every_connection_is_set_up(counter: Database) -> None:
    """Write-ahead log, foreign keys, waiting for others, commits that outlast a power cut."""

    def told(connection: Connection) -> dict[str, Any]:
        pragmas = ("journal_mode", "foreign_keys", "busy_timeout", "synchronous")
        return {each: connection.execute(text(f"PRAGMA {each}")).scalar_one() for each in pragmas}

    for way in (counter.read, counter.write):
        assert await way(told) == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 5000, "synchronous": 2}


async def test_writers_that_come_together_are_committed_together(counter: Database) -> None:
    """Forty that came while one was written take two commits more; nobody is told before the one that holds theirs."""
    gate = Gate()
    first = asyncio.create_task(counter.write(partial(gate.hold, add)))
    await gate.entered.wait()
    told = commits(counter)
    others = [asyncio.create_task(counter.write(add)) for _ in range(40)]
    await queued(counter, 40)
    gate.let_through()
    assert await asyncio.gather(first, *others) == list(range(1, 42))
    assert len(told) == 3


async def test_one_that_fails_undoes_its_own_alone(counter: Database) -> None:
    """Whether by an error of ours or of the database's, among others that are committed with it."""

    def wrong(connection: Connection) -> None:
        write(connection, 100)
        raise KeyError("ours")

    def refused(connection: Connection) -> None:
        write(connection, 200)
        write(connection, -1)

    for bad, error in ((wrong, KeyError), (refused, StoreError)):
        gate = Gate()
        first = asyncio.create_task(counter.write(partial(gate.hold, add)))
        await gate.entered.wait()
        others = [asyncio.create_task(counter.write(each)) for each in (add, bad, add)]
        await queued(counter, 3)
        gate.let_through()
        await first
        told = await asyncio.gather(*others, return_exceptions=True)
        assert isinstance(told[1], error)
    assert await counter.read(read) == 6


async def test_who_gave_up_before_it_began_changes_nothing(counter: Database) -> None:
    """What has begun is finished, though nobody waits for it any more; others go on."""
    gate = Gate()
    first = asyncio.create_task(counter.write(partial(gate.hold, add)))
    await gate.entered.wait()
    second = asyncio.create_task(counter.write(partial(write, n=50)))
    await queued(counter, 1)
    for task in (first, second):
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    gate.let_through()
    assert await counter.write(add) == 2


async def test_closing_finishes_what_was_begun(tmp_path: Path) -> None:
    """And what comes later is refused, not forgotten in silence."""
    database = Database(make_engine(tmp_path / "counter.db"), lambda: START)
    filling = asyncio.create_task(database.write(fill))
    await asyncio.sleep(0)
    await database.close()
    await filling
    for way in (database.read, database.write):
        with pytest.raises(StoreError, match="closed"):
            await way(add)
    with closing(sqlite3.connect(tmp_path / "counter.db")) as file:
        assert file.execute("SELECT n FROM counter").fetchall() == [(0,)]


async def test_a_busy_database_is_told_to_all_that_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After one wait, not one after the other."""
    monkeypatch.setattr(module, "BUSY", 0.05)
    database = Database(make_engine(tmp_path / "counter.db"), lambda: START)
    await database.write(fill)
    tries: list[Any] = []
    event.listen(database.engine, "begin", tries.append)
    with closing(sqlite3.connect(tmp_path / "counter.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        told = await asyncio.gather(*(database.write(add) for _ in range(9)), return_exceptions=True)
        other.execute("ROLLBACK")
    assert {type(each) for each in told} == {StoreBusy}
    assert len(tries) <= 2
    assert await database.write(add) == 1
    await database.close()


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

    @event.listens_for(engine, "connect")
    def bound(connection: Any, _record: object) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA page_count")
        pages.append(cursor.fetchone()[0])
        cursor.execute(f"PRAGMA max_page_count = {pages[0] + 5}")
        cursor.close()

    database = Database(engine, lambda: START)
    store = Store(database)
    with pytest.raises(StoreFull, match="make room"):
        await until_full(store)
    written = len(await store.jobs.of(1, limit=100))
    assert written > 1
    assert await store.jobs.get(make(1).id) == make(1)
    assert (await store.jobs.get(make(written).id)).seed == written
    await database.close()
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
