"""Looks at what members bring and at what is drawn for them, where their server wants that."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.images.looking.looker import UNSEEING, CannotLook, Looker
from bot.jobs.job import Asked, Job
from bot.policy.errors import IMAGE_DENIED, Refused
from bot.policy.pictures import ROUGH, Fate, PictureRules, fate
from bot.store.store import Store

TRIES = 2
SOON = 5.0
"""Seconds that an answer waits for looking, beside those that it waits for pictures."""

_log = logging.getLogger(__name__)


async def told_all() -> None:
    """There is nobody to wait for."""


@dataclass(frozen=True)
class Looking:
    """`is_age_restricted` tells it of a channel, by what Discord says now; `told` ends once it has said anything."""

    store: Store
    looker: Looker = UNSEEING
    is_age_restricted: Callable[[int], bool] = lambda _channel_id: False
    told: Callable[[], Awaitable[None]] = told_all

    async def fate_of(self, job: Job, paths: Sequence[Path]) -> tuple[Fate, int | None]:
        """What becomes of its pictures, and the channel that they are moved to. Raises CannotLook.

        That they are explicit is written down first, so that nothing gives them out elsewhere.
        """
        rules = await self.rules(job)
        if not rules.is_on:
            return Fate.SHOWN, None
        await self.told()  # what the last run left may be drawn before Discord is reached
        if rules.channel_id and not self.is_age_restricted(rules.channel_id):
            rules = replace(rules, channel_id=None)  # it was when it was chosen
        found = fate(await self._look(paths), rules, is_age_restricted=self.is_age_restricted(job.asked.channel_id))
        if found in {Fate.SPOILERED, Fate.MOVED}:
            await self.store.rulings.mark_explicit(job.asked.guild_id or 0, job.id)
        return found, rules.channel_id if found is Fate.MOVED else None

    async def accept(self, job: Job, paths: Sequence[Path]) -> None:
        """What its author brought, outside of age-restricted channels. Raises Refused."""
        await self.accept_of(job.asked, paths)

    async def accept_of(self, asked: Asked, paths: Sequence[Path]) -> None:
        """What a member brought for something, the same way. Raises Refused."""
        if not paths or self.is_age_restricted(asked.channel_id) or not (await self._rules(asked)).is_on:
            return
        try:
            score = await self._look(paths)
        except CannotLook:
            raise Refused(IMAGE_DENIED, "picture.unchecked") from None
        if score >= ROUGH:
            raise Refused(IMAGE_DENIED, "picture.denied")

    async def accept_soon(self, job: Job, paths: Sequence[Path]) -> None:
        """The same while its author waits for an answer; what takes longer is left to `accept`. Raises Refused."""
        looking = asyncio.ensure_future(self.accept(job, paths))
        looking.add_done_callback(lambda done: done.cancelled() or done.exception())
        if (await asyncio.wait([looking], timeout=SOON))[0]:
            looking.result()

    async def may_preview(self, job: Job, path: Path) -> bool:
        """True where everybody may see how far it is; what cannot be looked at is not shown."""
        if self.is_age_restricted(job.asked.channel_id) or not (await self.rules(job)).is_on:
            return True
        try:
            return await self.looker.look([path]) < ROUGH
        except CannotLook:
            return False

    async def rules(self, job: Job) -> PictureRules:
        """Those of its server; in direct messages pictures are looked at too."""
        return await self._rules(job.asked)

    async def _rules(self, asked: Asked) -> PictureRules:
        guild_id = asked.guild_id
        return PictureRules() if guild_id is None else await self.store.rulings.pictures(guild_id)

    async def _look(self, paths: Sequence[Path]) -> float:
        for left in range(TRIES - 1, -1, -1):
            try:
                return await self.looker.look(paths)
            except CannotLook:
                if not left:
                    raise
                _log.warning("pictures are looked at once more")
        raise CannotLook
