"""Brings a database to the tables of this Fourup, in one transaction: all of it, or nothing."""

import asyncio
import time
from pathlib import Path

from sqlalchemy import Connection

from bot.store.engine import Database, make_engine
from bot.store.errors import StoreBusy

PATIENCE = 30.0
"""Seconds to wait for another process that brings the same database up to date, which may take it long."""
PAUSE = 0.1  # seconds
VERSIONS = Path(__file__).parents[2] / "migrations" / "versions"


async def migrate(path: Path) -> None:
    """Apply what the database lacks. Raises StoreNewer for one that a later Fourup made, StoreError."""
    # a table that is made anew would take its children along
    database = Database(make_engine(path, has_foreign_keys=False), lambda: 0.0)
    until = time.monotonic() + PATIENCE
    try:
        while True:
            try:
                await database.write(_bring_up)
            except StoreBusy:  # at once where the other has just made the file: SQLite then waits for nobody
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(PAUSE)
            else:
                return
    finally:
        await database.close()


def _bring_up(connection: Connection) -> None:
    if not is_up_to_date(connection):
        from bot.store.revisions import upgrade  # noqa: PLC0415 - alembic, a tenth of the time that the bot takes to start

        upgrade(connection)


def is_up_to_date(connection: Connection) -> bool:
    """Whether nothing is to be applied, by the newest revision's file alone, whose name begins with its number."""
    if not connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").first():
        return False
    newest = max(path.name for path in VERSIONS.glob("v[0-9]*.py"))
    at = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalars().all()
    return at == [newest[1:].partition("_")[0]]
