"""Which message shows which job."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Select, bindparam, delete, select, union
from sqlalchemy.dialects.sqlite import insert

from bot.jobs.job import Action, Job
from bot.store.engine import Database, reading, writing
from bot.store.rows import load, select_jobs
from bot.store.tables import IS_PROGRESS, IS_RUNNING, IS_WAITING, deliveries, erasures, jobs, messages


class Kind(StrEnum):
    """What a message shows of its job."""

    PROGRESS = "progress"
    """How far it is; goes, or becomes an end, when the job ends."""
    ENDED = "ended"
    """That it failed or was cancelled."""
    RESULT = "result"
    SHOWN = "shown"
    """Its result once more."""
    ORDER = "order"
    """The order of several grids of which the job is the first."""


WITHOUT = (Action.UPSCALE, Action.ADOPT)
"""What no message shows the progress of."""


@dataclass(frozen=True)
class Message:
    """A message of the bot's that shows a job."""

    id: int
    channel_id: int
    job_id: str
    kind: Kind


class Messages:
    """The use cases of whoever has a message or looks for one."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def record(self, connection: Connection, message: Message) -> None:
        """It stands there; one that is known changes its kind.

        Where its job is gone, since its author was forgotten, it is to be deleted.
        """
        if connection.scalar(select(jobs.c.id).where(jobs.c.id == message.job_id)) is None:
            plan_erasures(connection, [(message.id, message.channel_id)], self._database.now())
            return
        put(connection, message)

    @writing
    def forget(self, connection: Connection, message_id: int) -> None:
        """It is gone."""
        connection.execute(delete(messages).where(messages.c.id == message_id))

    @reading
    def job_of(self, connection: Connection, message_id: int) -> Job | None:
        """The job that the message shows; None where it is not one of ours."""
        is_about_it = messages.c.id == message_id, messages.c.kind != Kind.ORDER
        shown = select(messages.c.job_id).where(*is_about_it).scalar_subquery()
        found = load(connection, select_jobs(jobs.c.id == shown))
        return found[0] if found else None

    @reading
    def of(self, connection: Connection, job_id: str) -> tuple[Message, ...]:
        """The messages that show the job, the oldest first."""
        return _load(connection, _OF_JOB, sought=job_id)

    @reading
    def in_progress(self, connection: Connection) -> tuple[Message, ...]:
        """All messages that show how far a job is: at the start, what they show is old."""
        return _load(connection, _ALL.where(IS_PROGRESS))

    @reading
    def unrecorded(self, connection: Connection, since: str) -> tuple[Job, ...]:
        """Jobs about which a message may stand that is not recorded, the oldest first.

        Those with a later id than `since`, and of those that have not ended the ones that no message is known to show.
        A picture by itself is rendered from the start, and has a message only when it is posted; one that was brought
        has none.
        """
        by_state = [select(jobs.c.id).where(condition) for condition in (IS_WAITING, IS_RUNNING)]
        unfinished = union(*by_state, select(deliveries.c.job_id)).subquery("unfinished")
        shown = select(messages.c.job_id).where(messages.c.job_id == unfinished.c.id).exists()
        late = select(jobs.c.id).where(jobs.c.id > since)
        # of an OR of these SQLite would read the whole table
        asked = jobs.c.id.in_(union(late, select(unfinished.c.id).where(~shown)))
        query = select_jobs(asked, jobs.c.action.not_in(WITHOUT)).order_by(jobs.c.id)
        return load(connection, query)


def plan_erasures(connection: Connection, found: Sequence[tuple[int, int]], now: float) -> None:
    """These messages, with their channels, are to be deleted."""
    rows = [{"message_id": each, "channel_id": channel, "due_at": now, "tries": 0} for each, channel in found]
    if rows:
        connection.execute(insert(erasures).on_conflict_do_nothing(), rows)


def put(connection: Connection, message: Message) -> None:
    """Write the message, or its new kind."""
    row = {"id": message.id, "channel_id": message.channel_id, "job_id": message.job_id, "kind": message.kind}
    connection.execute(_PUT, row)


_PUT = insert(messages)
_PUT = _PUT.on_conflict_do_update(index_elements=["id"], set_={"kind": _PUT.excluded.kind})
_ALL = select(messages).order_by(messages.c.id)
_OF_JOB = _ALL.where(messages.c.job_id == bindparam("sought"))


def _load(connection: Connection, query: Select[Any], **sought: Any) -> tuple[Message, ...]:
    found = connection.execute(query, sought)
    return tuple(Message(row["id"], row["channel_id"], row["job_id"], Kind(row["kind"])) for row in found.mappings())
