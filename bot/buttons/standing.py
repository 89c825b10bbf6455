"""Whether a message still stands: of many who press for the same one within seconds, Discord is asked once."""

import asyncio

import discord
import structlog

from bot.store.messages import Message

log = structlog.stdlib.get_logger("bot.buttons")

KEPT = 10.0
"""Seconds. A message that is deleted while the bot hears of it is forgotten by the store at once."""


class Standing:
    """What Discord said of messages a moment ago."""

    def __init__(self) -> None:
        self._asked: dict[int, asyncio.Task[bool]] = {}

    async def stands(self, client: discord.Client, message: Message) -> bool:
        """False for a message that is gone; it may have gone while the bot was away."""
        asking = self._asked.get(message.id)
        if asking is None:
            asking = self._asked[message.id] = asyncio.create_task(_stands(client, message))
            asyncio.get_running_loop().call_later(KEPT, self._asked.pop, message.id, None)
        return await asyncio.shield(asking)


async def _stands(client: discord.Client, message: Message) -> bool:
    try:
        await client.get_partial_messageable(message.channel_id).fetch_message(message.id)
    except discord.NotFound:
        return False
    except Exception as failure:  # noqa: BLE001 - what cannot be looked at is taken to stand
        log.info("message not looked at", message=message.id, reason=str(failure))
    return True
