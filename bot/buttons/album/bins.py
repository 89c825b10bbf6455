"""🗑️: the author of a picture takes it away; its messages go, and /show brings it back."""

from functools import partial

import discord
import structlog

from bot.buttons import ids, takedown
from bot.buttons.album.panel import is_panel, turn
from bot.buttons.answers import tell
from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.jobs.job import Job
from bot.policy.errors import ACTION_RESTRICTED, Refused
from bot.words import say

log = structlog.stdlib.get_logger("bot.buttons")


async def pressed(interaction: Interaction, desk: Desk, custom_id: str) -> None:
    """Take it away. Raises UnknownJob, Refused for everybody but its author."""
    job = await desk.store.jobs.get(custom_id.removeprefix(ids.BIN))
    if job.asked.member.id != interaction.user.id:
        raise Refused(ACTION_RESTRICTED, "bin.not_yours")
    await acknowledged(partial(interaction.response.defer))
    await take_away(interaction.client, desk, job)
    if is_panel(interaction):
        await turn(interaction, desk, job)
    else:
        await _drop_pressed(interaction)
    await tell(interaction, say("bin.done", interaction.locale.value, job_id=job.id))


async def take_away(client: discord.Client, desk: Desk, job: Job) -> None:
    """Mark it, then delete its messages: whoever is stopped in between can press again."""
    await desk.store.album.bin(job.id)
    for message in await desk.store.messages.of(job.id):
        await takedown.remove(client, message)
        await desk.store.messages.forget(message.id)


async def _drop_pressed(interaction: Interaction) -> None:
    """The message whose button it was may be one that only the interaction's token opens."""
    try:
        await insist(interaction.delete_original_response)
    except discord.HTTPException as failure:
        log.debug("message gone already", reason=str(failure))
