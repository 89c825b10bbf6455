"""What reacting to a job's message does: ✉️ sends its result, ❌ cancels the job or takes its message away."""

from functools import partial

import discord
import structlog

from bot.buttons import views
from bot.buttons.connection import insist
from bot.buttons.desk import Desk
from bot.buttons.hidden import is_for_nobody
from bot.commands.admission import Admission
from bot.errors import BotError
from bot.jobs.job import Job, State

log = structlog.stdlib.get_logger("bot.commands")

LETTER, CROSS = "✉", "❌"
_VARIANT = "\ufe0f"  # tells a screen to show a character in colours; programs leave it out


class Reactions:
    """Nothing can be answered to a reaction: what is not possible is left undone, and logged where it matters."""

    def __init__(self, client: discord.Client, desk: Desk, admission: Admission) -> None:
        self._client, self._desk, self._admission = client, desk, admission

    async def added(self, reaction: discord.RawReactionActionEvent) -> None:
        """Somebody reacted to some message."""
        emoji = (reaction.emoji.name or "").rstrip(_VARIANT)
        if emoji not in {LETTER, CROSS} or (self._client.user and reaction.user_id == self._client.user.id):
            return
        try:
            job = await self._job_of(reaction)
            if job and await self._admission.admits(reaction.user_id, reaction.guild_id):
                await (self._send if emoji == LETTER else self._take_away)(reaction, job)
        except (BotError, discord.HTTPException) as failure:
            log.warning("reaction not followed", message=reaction.message_id, reason=str(failure))
        except Exception:
            log.exception("reaction failed", message=reaction.message_id)

    async def _job_of(self, reaction: discord.RawReactionActionEvent) -> Job | None:
        """By what is recorded; a result that was posted this very moment is looked at."""
        if job := await self._desk.store.messages.job_of(reaction.message_id):
            return job
        if self._client.user is None or reaction.message_author_id != self._client.user.id:
            return None
        channel = self._client.get_partial_messageable(reaction.channel_id, guild_id=reaction.guild_id)
        job_id = views.job_under(await insist(partial(channel.fetch_message, reaction.message_id)))
        return await self._desk.store.jobs.get(job_id) if job_id else None

    async def _send(self, reaction: discord.RawReactionActionEvent, job: Job) -> None:
        if await is_for_nobody(self._desk, job):
            log.info("hidden, or explicit", member=reaction.user_id, job=job.id)
        elif job.pictures and not await self._desk.delivery.send_by_dm(job, reaction.user_id):
            log.info("takes no direct messages", member=reaction.user_id, job=job.id)

    async def _take_away(self, reaction: discord.RawReactionActionEvent, job: Job) -> None:
        """Only its author may."""
        if reaction.user_id != job.asked.member.id:
            return
        if job.state in {State.WAITING, State.RUNNING}:
            await self._desk.imagine.cancel(job.id, reaction.user_id)
            return
        channel = self._client.get_partial_messageable(reaction.channel_id, guild_id=reaction.guild_id)
        try:
            await insist(channel.get_partial_message(reaction.message_id).delete)
        except discord.NotFound:
            log.debug("message gone already", message=reaction.message_id)
        await self._desk.store.messages.forget(reaction.message_id)
