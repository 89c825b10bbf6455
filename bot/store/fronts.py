"""A waiting job moved to the front by a moderator, and put back where it was."""

from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.jobs.job import State
from bot.store.audit import Act
from bot.store.errors import CannotUndo, Undoing, UnknownJob
from bot.store.rows import change, load_one

ACTION = "front"
"""Before and after are the second at which it was moved, None where it stands where it came."""


async def put(connection: AsyncConnection, act: Act) -> None:
    """Put the job there. Raises CannotUndo where it waits no more, or was moved meanwhile."""
    try:
        job = await load_one(connection, act.job_id or "")
    except UnknownJob:
        raise CannotUndo(Undoing.CHANGED) from None
    if job.state is not State.WAITING or job.moved_at != act.before:
        raise CannotUndo(Undoing.CHANGED)
    await change(connection, replace(job, moved_at=act.after))
