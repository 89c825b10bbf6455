"""What a member has used so far."""

from dataclasses import dataclass

from sqlalchemy import func, select

from bot.jobs.job import Action, Speed
from bot.store.engine import Database
from bot.store.tables import jobs


@dataclass(frozen=True)
class Used:
    """Grids that were drawn in a class, and the GPU's seconds that they took."""

    images: int = 0
    gpu_seconds: float = 0.0


class Usage:
    """The use case of whoever shows a member what they have used."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def of(self, member_id: int) -> dict[Speed, Used]:
        """For each class. A picture taken out of a grid costs nothing and does not count."""
        query = (
            select(jobs.c.speed, func.count(), func.sum(jobs.c.gpu_seconds))
            .where(jobs.c.member_id == member_id, jobs.c.gpu_seconds.is_not(None), jobs.c.action != Action.UPSCALE)
            .group_by(jobs.c.speed)
        )
        async with self._database.reading() as connection:
            found = {Speed(speed): Used(count, seconds) for speed, count, seconds in await connection.execute(query)}
        return {speed: found.get(speed, Used()) for speed in Speed}
