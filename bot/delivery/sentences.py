"""Tells of jobs that failed where no message shows them: in their channel, else to the author."""

import asyncio

import discord
import structlog

from bot import messages
from bot.delivery.parts import Parts, pinging
from bot.delivery.trouble import Trouble, judge
from bot.jobs.ids import nonce
from bot.jobs.job import Job
from bot.store.errors import StoreError
from bot.store.messages import Kind, Message

log = structlog.stdlib.get_logger("bot.delivery")

TRIES = 6


async def tell(parts: Parts, job: Job) -> None:
    """Post why the job has no pictures, once; what cannot be told stands in the store and in /show."""
    try:
        known = await parts.store.messages.of(job.id)
        if any(each.kind in {Kind.PROGRESS, Kind.ENDED} for each in known):
            return
        message = await _post(parts, job)
        if message is not None:
            record = Message(message.id, message.channel.id, job.id, Kind.ENDED)
            await parts.store.messages.record(record)
    except StoreError as failure:
        log.warning("end not recorded", job=job.id, reason=str(failure))


async def _post(parts: Parts, job: Job) -> discord.Message | None:
    first = await _dm(parts, job) if messages.is_private(job) else job.asked.channel_id
    channel_id, tries = first, 0
    while channel_id is not None:
        try:
            return await parts.channel(channel_id).send(
                messages.stopped(job), nonce=f"f{nonce(job.id)}", allowed_mentions=pinging(job), suppress_embeds=True
            )
        except Exception as failure:  # noqa: BLE001 - told or not, the others go on
            verdict = judge(failure)
            tries += 1
            log.info("end not told", job=job.id, reason=repr(failure), why=verdict.trouble)
            if verdict.trouble is Trouble.PASSING and tries < TRIES:
                await asyncio.sleep(verdict.wait or parts.pace.retry(tries))
                continue
        found = await _dm(parts, job) if channel_id == job.asked.channel_id else None
        channel_id = None if found == channel_id else found
    return None


async def _dm(parts: Parts, job: Job) -> int | None:
    try:
        return await parts.dm(job.asked.member.id)
    except Exception as failure:  # noqa: BLE001 - as above
        log.info("no direct message", job=job.id, reason=repr(failure))
        return None
