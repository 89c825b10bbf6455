"""A database file as `fourup db` reads it, by SQLite itself: whether it is whole, how old, and which blobs it names."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from bot.store.revisions import newest_revision
from fourup.errors import CannotCopy

PATIENCE = 5.0  # seconds for a database that is being written to
BLOB = "blob"
"""How every column is called that names a file among the blobs."""


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """The database, which is not changed; a bot may have it. Raises CannotCopy where it cannot be read."""
    if not path.is_file():
        raise CannotCopy(f"There is no database at {path}: name the right folder.")
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=PATIENCE)) as opened:
            yield opened
    except sqlite3.Error as failure:
        raise CannotCopy(f"{path} cannot be read: {failure}.") from None


def faults(opened: sqlite3.Connection) -> list[str]:
    """What SQLite finds wrong with it, at most a dozen sentences; none where it is whole."""
    told = [str(line) for (line,) in opened.execute("pragma integrity_check(12)")]
    orphans = [
        f"row {row} of {table} points at a row of {parent} that is gone"
        for table, row, parent, _ in opened.execute("pragma foreign_key_check")
    ]
    return [line for line in told if line != "ok"] + orphans[:12]


def revision(opened: sqlite3.Connection) -> str:
    """Of its tables. Raises CannotCopy for one that is not ours, or of a later Fourup."""
    try:
        found = opened.execute("select version_num from alembic_version").fetchone()
    except sqlite3.OperationalError:
        found = None
    if found is None:
        raise CannotCopy("That is no database of Fourup's: it has no revision.")
    if found[0] not in newest_revision()[1]:
        raise CannotCopy(f"The database was made by a later Fourup (revision {found[0]}): install that one.")
    return str(found[0])


def named_blobs(opened: sqlite3.Connection) -> set[str]:
    """The keys of all blobs that the database names, in whatever table."""
    tables = [name for (name,) in opened.execute("select name from sqlite_master where type = 'table'")]
    named: set[str] = set()
    for table in tables:
        columns = {row[1] for row in opened.execute(f'pragma table_info("{table}")')}
        if BLOB in columns:
            query = f'select distinct "{BLOB}" from "{table}" where "{BLOB}" is not null'  # noqa: S608 - our own names
            named |= {key for (key,) in opened.execute(query)}
    return named
