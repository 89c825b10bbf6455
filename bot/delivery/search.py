"""Finds messages of the bot's that no record leads to, by the job's id in their buttons."""

import math
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime

import discord

from bot.buttons import ids
from bot.delivery.parts import Parts

DEPTH = 300
"""Messages to look at from the moment on in which the one that is sought was written."""
SLACK = 60.0
"""Seconds by which this machine's clock and Discord's may differ."""


async def result_of(parts: Parts, channel_id: int, job_id: str, since: float) -> int | None:
    """The message with the job's result, posted since this second since 1970; None where none is found.

    Raises discord.HTTPException.
    """
    cancel = ids.cancel(job_id)
    async for message in _written(parts, channel_id, since):
        is_ours = message.author == parts.client.user
        if is_ours and any(each != cancel and ids.job_in(each) == job_id for each in _custom_ids(message)):
            return message.id
    return None


async def answers(parts: Parts, channel_id: int, since: float) -> tuple[dict[str, int], float]:
    """The messages that say how far jobs are, by job, written since then; and until when they were looked for.

    Raises discord.HTTPException.
    """
    found: dict[str, int] = {}
    until, number = math.inf, 0
    async for message in _written(parts, channel_id, since):
        number += 1
        until = message.created_at.timestamp()
        for custom_id in _custom_ids(message) if message.author == parts.client.user else ():
            if (job_id := ids.job_in(custom_id)) and custom_id == ids.cancel(job_id):
                found[job_id] = message.id
    return found, until if number == DEPTH else math.inf


def _written(parts: Parts, channel_id: int, since: float) -> AsyncIterator[discord.Message]:
    """The oldest first. Without the right to read what was written before, a channel is empty."""
    after = datetime.fromtimestamp(since - SLACK, UTC)
    return parts.channel(channel_id).history(limit=DEPTH, after=after, oldest_first=True)


def _custom_ids(message: discord.Message) -> Iterator[str]:
    for row in message.components:
        for item in row.children if isinstance(row, discord.ActionRow) else ():
            if item.custom_id:
                yield item.custom_id
