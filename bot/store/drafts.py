"""What members typed into windows, kept until something comes of it: a wrong prompt, or a bot that ended meanwhile."""

from sqlalchemy import Connection, delete, select
from sqlalchemy.dialects.sqlite import insert

from bot.store.engine import Database, reading, writing
from bot.store.tables import drafts

FRESH = 3600.0
"""Seconds for which a window is opened with what was typed into it last."""
KEPT = 86_400.0
"""Seconds after which it is forgotten."""


class Drafts:
    """The use cases of whoever opens windows; a window is named by its custom id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @writing
    def put(self, connection: Connection, member_id: int, window: str, text: str) -> None:
        """Keep what the member typed into this window; the oldest of everybody's go."""
        now = self._database.now()
        query = insert(drafts).values(member_id=member_id, window=window, text=text, at=now)
        held = {"text": text, "at": now}
        connection.execute(delete(drafts).where(drafts.c.at < now - KEPT))
        connection.execute(query.on_conflict_do_update(index_elements=["member_id", "window"], set_=held))

    @reading
    def of(self, connection: Connection, member_id: int, window: str) -> str | None:
        """What the member typed into this window within the last hour; None where that was nothing."""
        query = select(drafts.c.text).where(
            drafts.c.member_id == member_id,
            drafts.c.window == window,
            drafts.c.at >= self._database.now() - FRESH,
        )
        return connection.execute(query).scalar_one_or_none()

    @writing
    def drop(self, connection: Connection, member_id: int, window: str) -> None:
        """Something came of it."""
        query = delete(drafts).where(drafts.c.member_id == member_id, drafts.c.window == window)
        connection.execute(query)
