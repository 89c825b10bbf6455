"""Gives waiting jobs the boost and the number that may run at once, when moderators change what holds."""

import json
from collections.abc import Collection

from sqlalchemy import Connection, select, update

from bot.policy.limits import of_a_waiting_job
from bot.policy.settings import Place, Scope, Value
from bot.store.scenes import read
from bot.store.tables import IS_WAITING, channels, jobs, limits

WEIGHED = ("boost", "running")
"""The settings by which a job counts while it waits."""


def weigh(connection: Connection, guild_id: int) -> None:
    """All that wait in this server, by what is set there now; shares go on by the new weights from the next pick."""
    given = _given(connection, guild_id)
    columns = (jobs.c.id, jobs.c.member_id, jobs.c.channel_id, jobs.c.scene, jobs.c.boost, jobs.c.most_running)
    placed = jobs.join(channels, jobs.c.channel_id == channels.c.id)
    query = select(*columns).select_from(placed).where(IS_WAITING, channels.c.guild_id == guild_id)
    changed: dict[tuple[float, int | None], list[str]] = {}
    for row in connection.execute(query):
        weight = of_a_waiting_job(given, read(row.scene, row.member_id, row.channel_id, guild_id))
        if weight != (row.boost, row.most_running):
            changed.setdefault(weight, []).append(row.id)
    for (boost, running), ids in changed.items():
        _change(connection, ids, boost, running)


def _change(connection: Connection, ids: Collection[str], boost: float, running: int | None) -> None:
    connection.execute(update(jobs).where(jobs.c.id.in_(ids)).values(boost=boost, most_running=running))


def _given(connection: Connection, guild_id: int) -> dict[str, dict[Place, Value]]:
    query = select(limits).where(limits.c.guild_id == guild_id, limits.c.name.in_(WEIGHED))
    found: dict[str, dict[Place, Value]] = {}
    for row in connection.execute(query).mappings():
        found.setdefault(row["name"], {})[Place(Scope(row["scope"]), row["subject_id"])] = json.loads(row["value"])
    return found
