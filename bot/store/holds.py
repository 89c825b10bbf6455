"""Which servers' queues moderators have stopped, as the scheduler and those who wait have to know it."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from bot.jobs.queue import Halt, Hold
from bot.store.tables import channels, jobs, rulings

QUEUE = "queue"
"""The kind of ruling."""


def hold_of(value: Any) -> Hold | None:
    """What was decided, as it is kept; None where nothing was."""
    return Hold(Halt(value["halt"]), int(value["by"]), value["reason"]) if value else None


def value_of(hold: Hold | None) -> dict[str, str] | None:
    """As it is kept."""
    return {"halt": hold.halt.value, "by": str(hold.by), "reason": hold.reason} if hold else None


def holds(connection: Connection) -> Mapping[int, Hold]:
    """All of them, by their server."""
    query = select(rulings.c.guild_id, rulings.c.value).where(rulings.c.kind == QUEUE)
    found = {row.guild_id: hold_of(json.loads(row.value)) for row in connection.execute(query)}
    return {guild_id: hold for guild_id, hold in found.items() if hold}


def paused(found: Mapping[int, Hold]) -> frozenset[int]:
    """The servers of which nothing is handed out."""
    return frozenset(guild_id for guild_id, hold in found.items() if hold.halt is Halt.PAUSED)


def is_elsewhere(guild_ids: Collection[int]) -> ColumnElement[bool]:
    """Of a job: it was asked for in none of these servers."""
    return jobs.c.channel_id.not_in(select(channels.c.id).where(channels.c.guild_id.in_(guild_ids)))
