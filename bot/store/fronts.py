"""A waiting job moved to the front by a moderator, and put back where it was."""

from dataclasses import replace

from sqlalchemy import Connection

from bot.jobs.job import State
from bot.store.audit import Act
from bot.store.errors import CannotUndo, Undoing, UnknownJob
from bot.store.rows import change, load_one
from bot.store.tables.base import kept

ACTION = "front"
"""Before and after are the second at which it was moved, None where it stands where it came."""


def put(connection: Connection, act: Act) -> None:
    """Put the job there. Raises CannotUndo where it waits no more, or was moved meanwhile."""
    try:
        job = load_one(connection, act.job_id or "")
    except UnknownJob:
        raise CannotUndo(Undoing.CHANGED) from None
    if job.state is not State.WAITING or kept(job.moved_at) != kept(act.before):  # the audit has more digits
        raise CannotUndo(Undoing.CHANGED)
    change(connection, replace(job, moved_at=act.after))
