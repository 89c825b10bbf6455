"""Finds messages of the bot's that no record leads to, by the job's id in their buttons."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import discord

from bot.buttons import ids
from bot.delivery.parts import Parts

DEPTH = 300
"""Messages to look at from the moment on in which the one that is sought was written."""
SLACK = 60.0
"""Seconds by which this machine's clock and Discord's may differ."""


async def result_of(parts: Parts, channel_id: int, job_id: str, since: float) -> int | None:
    """The message with the job's result, posted since this second since 1970; None where none is found."""
    cancel = ids.cancel(job_id)
    return await _found(parts, channel_id, since, lambda each: ids.job_in(each) == job_id and each != cancel)


async def answer_about(parts: Parts, channel_id: int, job_id: str, since: float) -> int | None:
    """The message that says how far the job is; None where none is found."""
    cancel = ids.cancel(job_id)
    return await _found(parts, channel_id, since, lambda each: each == cancel)


async def _found(parts: Parts, channel_id: int, since: float, is_it: Callable[[str], bool]) -> int | None:
    """Without the right to read what was written before, a channel is empty. Raises discord.HTTPException."""
    after = datetime.fromtimestamp(since - SLACK, UTC)
    async for message in parts.channel(channel_id).history(limit=DEPTH, after=after, oldest_first=True):
        if message.author == parts.client.user and any(map(is_it, _custom_ids(message))):
            return message.id
    return None


def _custom_ids(message: discord.Message) -> Iterator[str]:
    for row in message.components:
        for item in row.children if isinstance(row, discord.ActionRow) else ():
            if item.custom_id:
                yield item.custom_id
