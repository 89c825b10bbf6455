"""A result once more, as the answer to an interaction."""

from functools import partial

import discord

from bot.buttons.connection import acknowledged, insist
from bot.buttons.desk import Desk
from bot.buttons.items import Interaction
from bot.buttons.thinking import think
from bot.jobs.job import Job
from bot.messages import is_stealth
from bot.store.messages import Kind, Message

TOO_LARGE = 40005  # Discord's code for a file above what is allowed there


async def post_again(interaction: Interaction, desk: Desk, job: Job) -> None:
    """The job's pictures with live buttons, for all to see unless they are its author's alone, fitted to what may be
    sent here.
    """
    is_hidden = interaction.guild_id is not None and is_stealth(job.prompt)
    if is_hidden:
        await acknowledged(partial(interaction.response.defer, thinking=True, ephemeral=True))
    else:
        await think(interaction, desk)
    limit = interaction.filesize_limit
    try:
        message = await insist(partial(_send, interaction, desk, job, limit))
    except discord.HTTPException as failure:
        if failure.status != 413 and failure.code != TOO_LARGE:
            raise
        message = await insist(partial(_send, interaction, desk, job, limit // 2))
    await desk.store.messages.record(Message(message.id, message.channel.id, job.id, Kind.SHOWN))


async def _send(interaction: Interaction, desk: Desk, job: Job, limit: int) -> discord.Message:
    shown = await desk.delivery.shown(job, limit)
    files = [shown.file, *shown.more]
    return await interaction.edit_original_response(content=shown.content, attachments=files, view=shown.view)
