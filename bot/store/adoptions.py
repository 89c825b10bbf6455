"""Pictures that members bring: each is a job of its own, so that it is moderated, kept and forgotten as others are."""

from sqlalchemy import Connection, select

from bot.jobs.job import Action, Job
from bot.store import places
from bot.store.engine import Database, writing
from bot.store.rows import add, load, select_jobs
from bot.store.tables import binned, jobs, pictures


class Adoptions:
    """The use case of whoever takes one up."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def take(self, connection: Connection, new: Job) -> Job:
        """Write it; what was brought with the same interaction before, or here by the same member and under the same
        words, is the one that is there already.
        """
        (picture,) = new.pictures
        is_brought = jobs.c.action == Action.ADOPT
        same = (
            jobs.c.member_id == new.asked.member.id,
            jobs.c.channel_id == new.asked.channel_id,
            jobs.c.prompt == new.prompt,
            jobs.c.id.in_(select(pictures.c.job_id).where(pictures.c.blob == picture.blob)),
            jobs.c.id.not_in(select(binned.c.job_id)),
        )
        for conditions in ((jobs.c.interaction_id == new.asked.interaction_id,), same):
            if found := load(connection, select_jobs(is_brought, *conditions).limit(1)):
                return found[0]
        places.know(connection, new.asked, self._database.now())
        add(connection, new)
        return new
