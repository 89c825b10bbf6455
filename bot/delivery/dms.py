"""Sends a job's pictures to a member who asked for them, as a direct message."""

import asyncio

import discord
import structlog

from bot import messages
from bot.delivery.parts import Parts
from bot.delivery.posts import SMALLEST, file_of, smaller
from bot.delivery.trouble import Trouble, judge
from bot.jobs.ids import nonce
from bot.jobs.job import Job
from bot.store.messages import Kind, Message

log = structlog.stdlib.get_logger("bot.delivery")

TRIES = 4
LARGEST_REQUEST = 24 << 20
"""Bytes for all files of a message; Discord takes 25 MiB in all."""


async def send(parts: Parts, job: Job, member_id: int) -> bool:
    """Prompt, id, seed, the grid, and each of its pictures. False where the member takes no direct messages.

    Asked for twice within minutes, it is sent once. Raises PictureGone, and at last whatever came between.
    """
    count = len(job.pictures) + (len(job.pictures) > 1)
    limit = min(parts.limit(None), LARGEST_REQUEST // max(count, 1))
    for tries in range(1, TRIES + 1):
        files = await _files(parts, job, limit)
        try:
            channel = parts.channel(await parts.dm(member_id))
            message = await channel.send(
                messages.by_dm(job),
                files=files,
                nonce=f"d{nonce(job.id)}",
                allowed_mentions=discord.AllowedMentions.none(),
                suppress_embeds=True,
            )
        except Exception as failure:
            verdict = judge(failure)
            log.info("direct message not sent", job=job.id, reason=repr(failure), why=verdict.trouble)
            if verdict.trouble is Trouble.CLOSED:
                return False
            if verdict.trouble is Trouble.TOO_LARGE and limit > SMALLEST:
                limit = smaller(limit, limit)
            elif verdict.trouble is not Trouble.PASSING or tries == TRIES:
                raise
            else:
                await asyncio.sleep(verdict.wait or parts.pace.retry(tries))
        else:
            await parts.store.messages.record(Message(message.id, channel.id, job.id, Kind.SHOWN))
            return True
    return False


async def _files(parts: Parts, job: Job, limit: int) -> list[discord.File]:
    keys = [each.blob for each in job.pictures]
    files = [file_of(job, await parts.pictures.encode(keys, limit))]
    if len(keys) > 1:
        for index, key in enumerate(keys, start=1):
            files.append(file_of(job, await parts.pictures.encode([key], limit), index))
    return files
