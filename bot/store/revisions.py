"""The revisions of the database's tables, applied in one transaction: all of them, or nothing."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from bot.store.errors import StoreError, StoreNewer

SCRIPTS = Path(__file__).parents[2] / "migrations"


def upgrade(connection: Connection, to: str = "head") -> None:
    """Apply what lacks up to this revision, inside the connection's transaction. Raises StoreNewer, StoreError."""
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
