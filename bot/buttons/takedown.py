"""Takes a job's pictures out of sight: its messages, and those of the pictures that were taken out of it."""

from collections.abc import AsyncIterator

import discord
import structlog

from bot.buttons.desk import Desk
from bot.jobs.job import Action, Job
from bot.store.messages import Kind, Message
from bot.words import say

log = structlog.stdlib.get_logger("bot.buttons")


async def hide(client: discord.Client, desk: Desk, job: Job) -> None:
    """In the place of the pictures a sentence says that moderators hid them."""
    told = say("picture.was_hidden", job.asked.member.locale)
    async for message in _messages(desk, job):
        if message.kind in {Kind.RESULT, Kind.SHOWN}:
            await _put(client, message, told)


async def delete(client: discord.Client, desk: Desk, job: Job) -> None:
    """The messages go."""
    async for message in _messages(desk, job):
        await remove(client, message)
        await desk.store.messages.forget(message.id)


async def _messages(desk: Desk, job: Job) -> AsyncIterator[Message]:
    taken_out = (each for each in await desk.store.jobs.children(job.id) if each.action is Action.UPSCALE)
    for each in (job, *taken_out):
        for message in await desk.store.messages.of(each.id):
            yield message


async def remove(client: discord.Client, message: Message) -> None:
    """The message goes, if it stands."""
    await _put(client, message, None)


async def _put(client: discord.Client, message: Message, told: str | None) -> None:
    place = client.get_partial_messageable(message.channel_id).get_partial_message(message.id)
    try:
        if told is None:
            await place.delete()
        else:
            await place.edit(content=told, attachments=[], view=None, allowed_mentions=discord.AllowedMentions.none())
    except discord.HTTPException as failure:  # gone already, or where the bot may not write any more
        log.info("message not taken away", message=message.id, reason=str(failure))
