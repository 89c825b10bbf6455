"""What members typed into windows, kept until something comes of it: a wrong prompt, or a bot that ended meanwhile."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.engine import Database
from bot.store.tables import drafts

FRESH = 3600.0
"""Seconds for which a window is opened with what was typed into it last."""
KEPT = 86_400.0
"""Seconds after which it is forgotten."""


class Drafts:
    """The use cases of whoever opens windows; a window is named by its custom id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def put(self, member_id: int, window: str, text: str) -> None:
        """Keep what the member typed into this window; the oldest of everybody's go."""
        now = self._database.now()
        query = insert(drafts).values(member_id=member_id, window=window, text=text, at=now)
        held = {"text": text, "at": now}
        async with self._database.writing() as connection:
            await connection.execute(delete(drafts).where(drafts.c.at < now - KEPT))
            await connection.execute(query.on_conflict_do_update(index_elements=["member_id", "window"], set_=held))

    async def of(self, member_id: int, window: str) -> str | None:
        """What the member typed into this window within the last hour; None where that was nothing."""
        query = select(drafts.c.text).where(
            drafts.c.member_id == member_id,
            drafts.c.window == window,
            drafts.c.at >= self._database.now() - FRESH,
        )
        async with self._database.reading() as connection:
            return (await connection.execute(query)).scalar_one_or_none()

    async def drop(self, member_id: int, window: str) -> None:
        """Something came of it."""
        query = delete(drafts).where(drafts.c.member_id == member_id, drafts.c.window == window)
        async with self._database.writing() as connection:
            await connection.execute(query)
