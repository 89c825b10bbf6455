"""What a member has used so far."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Column, Connection, Select, bindparam, case, func, select

from bot.ids import job_id, made_at
from bot.jobs.job import Action, Speed
from bot.jobs.scene import Scene
from bot.policy.periods import Period
from bot.policy.usage import Used as Spent
from bot.store.engine import Database, reading
from bot.store.tables import channels, jobs, pictures, spent


@dataclass(frozen=True)
class Used:
    """Grids that were drawn in a class, and the GPU's seconds that they took."""

    images: int = 0
    gpu_seconds: float = 0.0


FREE = (Action.UPSCALE, Action.ADOPT)


class Usage:
    """The use case of whoever shows a member what they have used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @reading
    def of(self, connection: Connection, member_id: int) -> dict[Speed, Used]:
        """For each class. A picture taken out of a grid, or brought, costs nothing and does not count."""
        query = (
            select(jobs.c.speed, func.count(), func.sum(jobs.c.gpu_seconds))
            .where(jobs.c.member_id == member_id, jobs.c.gpu_seconds.is_not(None), jobs.c.action.not_in(FREE))
            .group_by(jobs.c.speed)
        )
        found = {Speed(speed): Used(count, seconds) for speed, count, seconds in connection.execute(query)}
        return {speed: found.get(speed, Used()) for speed in Speed}

    @reading
    def since(self, connection: Connection, scene: Scene, day: Period, month: Period) -> Spent:
        """What the member's jobs took of the GPU that were asked for in these periods, in this server.

        Jobs that were deleted meanwhile count. A job's id begins with when it was asked for, so the index of a
        member's jobs finds those of a month at once.
        """
        first, today = job_id(int(month.start * 1000), 0), job_id(int(day.start * 1000), 0)
        sought = {"member_id": scene.member_id, "guild_id": scene.guild_id, "first": first, "today": today}
        sums = [connection.execute(query, sought).one() for query in (_KEPT, _DELETED)]
        last = connection.scalar(_LATEST, {"member_id": scene.member_id})
        of_day, of_month = (sum(each) for each in zip(*sums, strict=True))
        return Spent(of_day, of_month, None if last is None else made_at(last))

    @reading
    def blobs(self, connection: Connection, scene: Scene) -> tuple[str, ...]:
        """The files of the member's pictures in this server, each once: what was brought there too."""
        query = (
            select(pictures.c.blob)
            .distinct()
            .select_from(jobs.join(channels, jobs.c.channel_id == channels.c.id).join(pictures))
            .where(jobs.c.member_id == scene.member_id, channels.c.guild_id.is_not_distinct_from(scene.guild_id))
        )
        return tuple(connection.scalars(query))


def _sums(job: Column[str], seconds: Column[float]) -> Select[tuple[float, float]]:
    """The seconds of the jobs from `today` on, and of all from `first` on."""
    of_day = func.sum(case((job >= bindparam("today"), seconds), else_=0.0))
    return select(func.coalesce(of_day, 0.0), func.coalesce(func.sum(seconds), 0.0)).where(job >= bindparam("first"))


# Statements that every press executes.
_MEMBER: BindParameter[Any] = bindparam("member_id")
_GUILD: BindParameter[Any] = bindparam("guild_id")
_KEPT = (
    _sums(jobs.c.id, jobs.c.gpu_seconds)
    .select_from(jobs.join(channels, jobs.c.channel_id == channels.c.id))
    .where(jobs.c.member_id == _MEMBER, channels.c.guild_id.is_not_distinct_from(_GUILD))
)
_DELETED = _sums(spent.c.job_id, spent.c.gpu_seconds).where(
    spent.c.member_id == _MEMBER, spent.c.guild_id.is_not_distinct_from(_GUILD)
)
_LATEST = select(func.max(jobs.c.id)).where(jobs.c.member_id == _MEMBER, jobs.c.action.not_in(FREE))
