"""All that the database has of a member, as plain values: what an export tells."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select

from bot.store.engine import Database, reading
from bot.store.privacy.fates import Fate, member_column, tables_of
from bot.store.tables import channels, jobs

Row = dict[str, Any]


class Records:
    """The use cases of a member who wants to see it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def count(self, connection: Connection, member_id: int) -> int:
        """How many jobs of the member's there are."""
        query = select(func.count()).select_from(jobs).where(jobs.c.member_id == member_id)
        return int(connection.scalar(query) or 0)

    @reading
    def about(self, connection: Connection, member_id: int) -> dict[str, list[Row]]:
        """The rows of each table that has some about the member, but for jobs."""
        found: dict[str, list[Row]] = {}
        for fate in (Fate.AT_THE_END, Fate.WITH_THE_MEMBER, Fate.WITH_EITHER, Fate.KEPT):
            for table in tables_of(fate):
                if table.name != "members" and "member_id" not in table.c:
                    continue  # what moderators have set is about no one member
                rows = connection.execute(select(table).where(member_column(table) == member_id))
                if told := [_plain(row) for row in rows.mappings()]:
                    found[table.name] = told
        return found

    @reading
    def jobs(self, connection: Connection, member_id: int, before: str = "", limit: int = 200) -> list[Row]:
        """So many of the member's jobs, the latest first, those before the job of this id; with their pictures."""
        joined = jobs.join(channels, jobs.c.channel_id == channels.c.id)
        query = select(jobs, channels.c.guild_id).select_from(joined).where(jobs.c.member_id == member_id)
        if before:
            query = query.where(jobs.c.id < before)
        rows = connection.execute(query.order_by(jobs.c.id.desc()).limit(limit))
        found = [_plain(row) for row in rows.mappings()]
        beside = _beside(connection, [row["id"] for row in found])
        return [row | beside.get(row["id"], {}) for row in found]


def _beside(connection: Connection, ids: Sequence[str]) -> dict[str, dict[str, list[Row]]]:
    """The rows of other tables that belong to each job."""
    found: dict[str, dict[str, list[Row]]] = {}
    for table in tables_of(Fate.WITH_THE_JOB):
        if table is not jobs:
            rows = connection.execute(select(table).where(table.c.job_id.in_(ids)))
            for row in rows.mappings():
                told = {name: value for name, value in _plain(row).items() if name != "job_id"}
                found.setdefault(row["job_id"], {}).setdefault(table.name, []).append(told)
    return found


def _plain(row: RowMapping | Mapping[str, Any]) -> Row:
    return dict(row)
