"""What becomes of the rows of each table when a member is forgotten or a job is too old, and why some stay."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from sqlalchemy import Column, Connection, Table, delete, insert, select, update

from bot.ids import job_id
from bot.store.tables import channels, jobs, metadata, spent


class Fate(StrEnum):
    """Of a table's rows."""

    WITH_THE_MEMBER = "with the member"
    """They go as soon as the member of `member_id` asks to be forgotten."""
    WITH_THE_JOB = "with the job"
    """They go with the job of `job_id`."""
    WITH_EITHER = "with either"
    """They go with the member of `member_id`, and with the job of `job_id`: what one has to do with another's."""
    AT_THE_END = "at the end"
    """They go when nothing else is left."""
    KEPT = "kept"
    """They stay for as long as the server needs them to protect its members: who was banned, who did what."""
    NOBODYS = "nobody's"
    """They are about no member."""


FATES: dict[str, Fate] = {
    "alarms": Fate.KEPT,
    "audit": Fate.KEPT,
    "binned": Fate.WITH_THE_JOB,
    "channels": Fate.NOBODYS,
    "deliveries": Fate.WITH_THE_JOB,
    "drafts": Fate.WITH_THE_MEMBER,
    "erasures": Fate.NOBODYS,
    "favourites": Fate.WITH_EITHER,
    "guilds": Fate.NOBODYS,
    "jobs": Fate.WITH_THE_JOB,
    "leaving": Fate.AT_THE_END,
    "limits": Fate.KEPT,
    "macros": Fate.WITH_THE_MEMBER,
    "members": Fate.AT_THE_END,
    "messages": Fate.WITH_THE_JOB,
    "orders": Fate.WITH_THE_MEMBER,
    "originals": Fate.WITH_THE_JOB,
    "pictures": Fate.WITH_THE_JOB,
    "preferences": Fate.WITH_THE_MEMBER,
    "rates": Fate.NOBODYS,
    "retention": Fate.NOBODYS,
    "rulings": Fate.KEPT,
    "shares": Fate.AT_THE_END,
    "spent": Fate.KEPT,
    "thinking": Fate.WITH_THE_MEMBER,
    "virtual_time": Fate.NOBODYS,
}
"""Every table; a test fails where one is missing."""


COUNTED = 32 * 86_400.0
"""Seconds for which a limit may count what a job took: a month, whatever the time zone."""


def tables_of(fate: Fate) -> Iterator[Table]:
    """Those whose rows have this fate, the ones first that point at others."""
    return (table for table in reversed(metadata.sorted_tables) if FATES.get(table.name) is fate)


def member_column(table: Table) -> "Column[int]":
    """Which says whose a row is."""
    return table.c.id if table.name == "members" else table.c.member_id


def drop_jobs(connection: Connection, ids: Sequence[str], now: float) -> None:
    """The jobs, and all that goes with them. What others made of them stays, and says no more what it was made of.

    What they took of the GPU is kept while a limit may count it, or forgetting would give a new allowance.
    """
    counted = job_id(int((now - COUNTED) * 1000), 0)
    took = select(jobs.c.id, jobs.c.member_id, channels.c.guild_id, jobs.c.gpu_seconds).select_from(
        jobs.join(channels, jobs.c.channel_id == channels.c.id)
    )
    kept = took.where(jobs.c.id.in_(ids), jobs.c.id >= counted, jobs.c.gpu_seconds > 0)
    connection.execute(delete(spent).where(spent.c.job_id < counted))
    connection.execute(insert(spent).from_select(list(spent.c), kept))
    connection.execute(update(jobs).where(jobs.c.parent.in_(ids)).values(parent=None))
    for table in (*tables_of(Fate.WITH_EITHER), *tables_of(Fate.WITH_THE_JOB)):
        column = jobs.c.id if table is jobs else table.c.job_id
        connection.execute(delete(table).where(column.in_(ids)))


def drop_settings(connection: Connection, member_id: int) -> None:
    """What the member has set, and which pictures of others are favourites."""
    for table in (*tables_of(Fate.WITH_THE_MEMBER), *tables_of(Fate.WITH_EITHER)):
        connection.execute(delete(table).where(member_column(table) == member_id))
