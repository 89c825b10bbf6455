"""Which blobs the database names: a picture that several jobs share stays until the last of them goes."""

from collections.abc import Sequence

from sqlalchemy import Connection, select, union

from bot.store.engine import Database, reading
from bot.store.tables import metadata

BLOB = "blob"
"""How a column is called that has the key of a blob."""


class Named:
    """The use case of whoever takes away files that nobody needs."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def unnamed(self, connection: Connection, keys: Sequence[str]) -> frozenset[str]:
        """Those of these keys that no row has. A file of such a key may go where nobody is about to name it."""
        return frozenset(keys) - _named(connection, keys)


def blobs_of(connection: Connection, job_ids: Sequence[str]) -> frozenset[str]:
    """The blobs that these jobs name; others may name them too."""
    columns = [table for table in metadata.sorted_tables if BLOB in table.c and "job_id" in table.c]
    query = union(*(select(table.c.blob).where(table.c.job_id.in_(job_ids)) for table in columns))
    return frozenset(connection.execute(query).scalars())


def _named(connection: Connection, keys: Sequence[str]) -> frozenset[str]:
    columns = [table.c.blob for table in metadata.sorted_tables if BLOB in table.c]
    query = union(*(select(column).where(column.in_(keys)) for column in columns))
    return frozenset(connection.execute(query).scalars())
