"""Deletes the messages that the database wants to be gone, calmly, until each is or can be deleted by nobody."""

import asyncio

import structlog

from bot.delivery.parts import Parts
from bot.delivery.trouble import Trouble, is_of_the_way, judge
from bot.store.privacy import Erasure

log = structlog.stdlib.get_logger("bot.delivery")


async def erase(parts: Parts) -> None:
    """Until cancelled."""
    while True:
        try:
            found = await parts.store.erasures.due()
            for each in found:
                await _erase(parts, each)
                await asyncio.sleep(parts.pace.erasures)
        except Exception as failure:  # what could not go now goes later
            log.warning("messages not deleted yet", reason=repr(failure), exc_info=not is_of_the_way(failure))
            found = ()
        if not found:
            await asyncio.sleep(parts.pace.look)


async def _erase(parts: Parts, erasure: Erasure) -> None:
    message = parts.channel(erasure.channel_id).get_partial_message(erasure.message_id)
    try:
        await message.delete()
    except Exception as failure:  # noqa: BLE001 - one message that stays must not keep the others
        verdict = judge(failure)
        if verdict.trouble is Trouble.PASSING:
            wait = max(verdict.wait or 0.0, parts.pace.retry(erasure.tries + 1))
            await parts.store.erasures.put_off(erasure.message_id, parts.now() + wait)
            return
        if verdict.trouble is not Trouble.GONE:
            log.info("message cannot be deleted", message=erasure.message_id, reason=repr(failure))
    await parts.store.erasures.done(erasure.message_id)
