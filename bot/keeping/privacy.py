"""The use cases of a member who asks what is kept, or wants to be forgotten."""

from collections.abc import Awaitable, Callable
from contextlib import suppress

from bot.errors import BotError
from bot.keeping.export import Export, Page
from bot.keeping.sweeper import Sweeper
from bot.store.store import Store

Cancel = Callable[[str, int], Awaitable[object]]
"""Ends the job of this id for this member. Raises BotError where it has ended already."""


class Privacy:
    """`cancel` ends a job that nobody wants any more."""

    def __init__(self, store: Store, export: Export, sweeper: Sweeper, cancel: Cancel) -> None:
        self._store, self._export, self._sweeper, self._cancel = store, export, sweeper, cancel

    async def count(self, member_id: int) -> int:
        """How many jobs of the member's are kept."""
        return await self._store.records.count(member_id)

    async def page(self, member_id: int, number: int, limit: int) -> Page:
        """A page of what is kept, in a file of at most `limit` bytes."""
        return await self._export.page(member_id, number, limit)

    async def forget(self, member_id: int) -> None:
        """All that the member made until now goes, what is under way too; it is recorded when this returns.

        It goes in the background, and a crash only delays it.
        """
        await self._store.forgetting.ask(member_id)
        for job in await self._store.jobs.unfinished(member_id):
            with suppress(BotError):
                await self._cancel(job.id, member_id)
        self._sweeper.wake()
