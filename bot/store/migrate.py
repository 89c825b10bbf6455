"""Brings a database to the tables of this Fourup, in one transaction: all of it, or nothing."""

import asyncio
import time
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from bot.store.engine import Database, make_engine
from bot.store.errors import StoreBusy, StoreError, StoreNewer

PATIENCE = 30.0
"""Seconds to wait for another process that brings the same database up to date, which may take it long."""
PAUSE = 0.1  # seconds
SCRIPTS = Path(__file__).parents[2] / "migrations"


async def migrate(path: Path) -> None:
    """Apply what the database lacks. Raises StoreNewer for one that a later Fourup made, StoreError."""
    # a table that is made anew would take its children along
    database = Database(make_engine(path, has_foreign_keys=False), lambda: 0.0)
    until = time.monotonic() + PATIENCE
    try:
        while True:
            try:
                await database.write(upgrade)
            except StoreBusy:  # at once where the other has just made the file: SQLite then waits for nobody
                if time.monotonic() > until:
                    raise
                await asyncio.sleep(PAUSE)
            else:
                return
    finally:
        await database.close()


def upgrade(connection: Connection, to: str = "head") -> None:
    """Apply what lacks up to this revision, inside the connection's transaction."""
    config = configuration(connection)
    known = ScriptDirectory.from_config(config)
    at = MigrationContext.configure(connection).get_current_revision()
    try:
        known.get_revisions(at or ())
    except CommandError:
        raise StoreNewer(str(at)) from None
    if at in known.get_heads() and to == "head":
        return
    command.upgrade(config, to)
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreError(f"The database was not brought up to date: {broken[0]} would point at rows that are gone.")


def newest_revision() -> tuple[str | None, frozenset[str]]:
    """The revision of the tables of this Fourup, and all that it knows."""
    known = ScriptDirectory.from_config(configuration())
    return known.get_current_head(), frozenset(script.revision for script in known.walk_revisions())


def configuration(connection: Connection | None = None) -> Config:
    """What alembic goes by; `%` has a meaning of its own in it."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
