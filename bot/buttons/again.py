"""A result once more, as the answer to an interaction."""

from contextlib import suppress
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


UPDATED = discord.InteractionResponseType.deferred_message_update
"""The answer is that the message with the button changes, now or later."""


async def post_again(interaction: Interaction, desk: Desk, job: Job) -> None:
    """The job's pictures with live buttons, for all to see unless they are its author's alone, fitted to what may be
    sent here.
    """
    if not interaction.response.is_done():
        if _is_hidden(interaction, job):
            await acknowledged(partial(interaction.response.defer, thinking=True, ephemeral=True))
        else:
            await think(interaction, desk)
    # After a press that was answered by itself, the answer to edit is the message with the button.
    send = _follow if interaction.response.type is UPDATED else _send
    limit = interaction.filesize_limit
    try:
        message = await send(interaction, desk, job, limit)
    except discord.HTTPException as failure:
        if failure.status != 413 and failure.code != TOO_LARGE:
            raise
        message = await send(interaction, desk, job, limit // 2)
    await desk.store.messages.record(Message(message.id, message.channel.id, job.id, Kind.SHOWN))


def _is_hidden(interaction: Interaction, job: Job) -> bool:
    return interaction.guild_id is not None and is_stealth(job.prompt)


async def _send(interaction: Interaction, desk: Desk, job: Job, limit: int) -> discord.Message:
    async def edit() -> discord.Message:
        shown = await desk.delivery.shown(job, limit)
        files = [shown.file, *shown.more]
        return await interaction.edit_original_response(content=shown.content, attachments=files, view=shown.view)

    return await insist(edit)


async def _follow(interaction: Interaction, desk: Desk, job: Job, limit: int) -> discord.Message:
    """A message of the bot's own, which its nonce makes one however often it is sent.

    Where the bot may not write, or only the member is to see it, it is one that follows the answer, sent once: those
    have no nonce.
    """
    channel = interaction.client.get_partial_messageable(interaction.channel_id or 0)

    async def send() -> discord.Message:
        shown = await desk.delivery.shown(job, limit)
        view, files = shown.view or discord.utils.MISSING, [shown.file, *shown.more]
        return await channel.send(shown.content, files=files, view=view, nonce=f"s{interaction.id}")

    if not _is_hidden(interaction, job):
        with suppress(discord.Forbidden, discord.NotFound):
            return await insist(send)
    shown = await desk.delivery.shown(job, limit)
    return await interaction.followup.send(
        shown.content,
        files=[shown.file, *shown.more],
        view=shown.view or discord.utils.MISSING,
        ephemeral=_is_hidden(interaction, job),
        wait=True,
    )
