"""The database itself: how it is opened, and the two kinds of transaction on it.

A transaction is a function of a connection. It runs as a whole in a thread, so that the event loop goes on meanwhile.
"""

import asyncio
import functools
import sqlite3
from collections import deque
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError

from bot.store.errors import StoreBusy, StoreError, StoreFull

BUSY = 5.0
"""Seconds to wait for another process that writes."""
READERS = 2
"""Threads that read: one may be at something long."""
TOGETHER = 32
"""Transactions that become durable at once, at most."""
READ_TOGETHER = 8
"""Those that read the same snapshot, at most."""

_BEGIN = "begin"

T = TypeVar("T")
P = ParamSpec("P")


def make_engine(path: Path, *, has_foreign_keys: bool = True) -> Engine:
    """The engine for this file. Transactions take SQLite's write lock when they begin.

    With the driver's own transactions, two that read and then write lose one of the two updates without an error.
    """
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": BUSY, "check_same_thread": False},  # one thread after the other
        pool_size=READERS + 1,
        max_overflow=0,
    )

    @event.listens_for(engine, "connect")
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

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN IMMEDIATE"))

    return engine


@dataclass
class _Task(Generic[T]):
    """A transaction that somebody waits for. `outcome` or `error` is there once it was tried."""

    work: Callable[[Connection], T]
    done: "asyncio.Future[T]"
    outcome: T | None = field(default=None, init=False)
    error: BaseException | None = field(default=None, init=False)

    def tell(self) -> None:
        """Whoever waits goes on."""
        if self.done.done():  # they wait no more
            return
        if self.error is None:
            self.done.set_result(self.outcome)  # type: ignore[arg-type]  # None where T is
        else:
            self.done.set_exception(self.error)


class _Line:
    """Transactions that wait for a thread, in the order in which they came. A thread takes several at once."""

    def __init__(self, name: str, threads: int, most: int, run: Callable[[list[_Task[Any]]], None]) -> None:
        self._run, self._most, self._free = run, most, threads
        self._threads = ThreadPoolExecutor(threads, name)
        self._serving: list[asyncio.Task[None]] = []
        self.waiting: deque[_Task[Any]] = deque()

    async def do(self, work: Callable[[Connection], T]) -> T:
        """What it gives. Raises what it raises."""
        task = _Task(work, asyncio.get_running_loop().create_future())
        self.waiting.append(task)
        if len(self._serving) < self._free:
            self._serving.append(asyncio.create_task(self._serve()))
        done: T = await task.done
        return done

    async def close(self) -> None:
        """What was asked for is finished."""
        await asyncio.gather(*self._serving)
        await asyncio.to_thread(self._threads.shutdown)

    async def _serve(self) -> None:
        """Until nothing waits. Who has given up by the time it would be begun is left out."""
        while self.waiting:
            taken = [self.waiting.popleft() for _ in range(min(self._most, len(self.waiting)))]
            tasks = [each for each in taken if not each.done.done()]
            try:
                await asyncio.get_running_loop().run_in_executor(self._threads, self._run, tasks)
            except RuntimeError:  # the threads have gone
                for task in tasks:
                    task.error = StoreError("The database is closed.")
            except Exception as failure:  # noqa: BLE001 - it goes to those who wait
                for task in tasks:
                    task.error = failure
            for task in tasks:
                task.tell()
        # At once: who comes before the loop's next turn would wait for ever for a thread that has gone.
        self._serving.remove(cast("asyncio.Task[None]", asyncio.current_task()))


class Database:
    """An engine with its two kinds of transaction. Several read at once; those that write are taken in their order.

    Writers that came while others were written become durable together, with one wait for the disk. Whoever waits goes
    on when that is over, and one that fails undoes only what is its own.
    """

    def __init__(self, engine: Engine, now: Callable[[], float]) -> None:
        """`now` gives the second since 1970."""
        self.engine = engine
        self.now = now
        self._readers = _Line("reader", READERS, READ_TOGETHER, self._read)
        self._writer = _Line("writer", 1, TOGETHER, self._write)

    async def read(self, work: Callable[[Connection], T]) -> T:
        """What it gives, from one snapshot. Raises StoreError."""
        return await self._readers.do(work)

    async def write(self, work: Callable[[Connection], T]) -> T:
        """What it gives, when it is durable: what it reads stays true until then, and an error undoes all.

        Raises StoreError.
        """
        return await self._writer.do(work)

    async def close(self) -> None:
        """What was begun is finished."""
        await self._writer.close()
        await self._readers.close()
        self.engine.dispose()

    def _read(self, tasks: list[_Task[Any]]) -> None:
        """All from the same snapshot, which is as new as the latest of them."""
        with _told(), self.engine.connect() as connection:
            reader = connection.execution_options(**{_BEGIN: "BEGIN"})
            with reader.begin():
                for task in tasks:
                    try:
                        with _told():
                            task.outcome = task.work(reader)
                    except Exception as failure:  # noqa: BLE001 - it goes to whoever waits
                        task.error = failure

    def _write(self, tasks: list[_Task[Any]]) -> None:
        """All in one transaction of the database's; where that fails as a whole, each in one of its own."""
        try:
            if len(tasks) > 1:
                with _told():
                    self._write_together(tasks)
                return
        except StoreBusy:
            for task in tasks:
                task.error = StoreBusy()
            return
        except Exception:  # noqa: BLE001 - whatever it was, each is told its own
            for task in tasks:
                task.outcome = task.error = None
        for task in tasks:
            try:
                with _told(), self.engine.begin() as connection:
                    task.outcome = task.work(connection)
            except Exception as failure:  # noqa: BLE001 - it goes to whoever waits
                task.error = failure

    def _write_together(self, tasks: list[_Task[Any]]) -> None:
        with self.engine.begin() as connection:
            for task in tasks:
                try:
                    with connection.begin_nested():
                        task.outcome = task.work(connection)
                except (DBAPIError, sqlite3.Error):  # a full disk undoes the others too
                    raise
                except Exception as failure:  # noqa: BLE001 - it goes to whoever waits
                    task.error = failure


class _Storing(Protocol):
    """Whose methods are transactions."""

    _database: Database


S = TypeVar("S", bound=_Storing)


def reading(
    method: Callable[Concatenate[S, Connection, P], T],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, T]]:
    """A method that is one transaction, which reads. Raises StoreError."""

    @functools.wraps(method)
    async def read(self: S, /, *arguments: P.args, **named: P.kwargs) -> T:
        return await self._database.read(lambda connection: method(self, connection, *arguments, **named))

    return read


def writing(
    method: Callable[Concatenate[S, Connection, P], T],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, T]]:
    """A method that is one transaction, which writes. Raises StoreError."""

    @functools.wraps(method)
    async def write(self: S, /, *arguments: P.args, **named: P.kwargs) -> T:
        return await self._database.write(lambda connection: method(self, connection, *arguments, **named))

    return write


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
