"""Answers over a connection that may break before or after Discord has taken them."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import discord
import structlog

from bot.buttons.items import Interaction

log = structlog.stdlib.get_logger("bot.buttons")

# Discord's codes.
UNKNOWN_INTERACTION = 10062  # the answer came after three seconds
ALREADY_ANSWERED = 40060

TRIES = 3
ARRIVED = "arrived"

T = TypeVar("T")


def is_of_the_way(failure: BaseException) -> bool:
    """True for what a lost connection and a Discord that is down do: no trace is wanted of those."""
    is_lost = type(failure).__module__.partition(".")[0] == "aiohttp"
    return is_lost or isinstance(failure, discord.DiscordServerError | TimeoutError)


async def insist(call: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """What comes of the call, tried again where the way to Discord failed; what Discord itself refuses is raised."""
    for _ in range(TRIES - 1):
        try:
            return await call()
        except discord.DiscordException:
            raise
        except Exception as failure:  # noqa: BLE001 - the connection's own errors are of many kinds
            log.info("answer tried again", reason=repr(failure))
    return await call()


async def acknowledged(call: Callable[[], Coroutine[Any, Any, object]]) -> None:
    """The same where it does not matter which try was taken, nor whether the interaction had come before."""
    try:
        await insist(call)
    except discord.HTTPException as failure:
        if failure.code != ALREADY_ANSWERED:
            raise


def age(interaction: Interaction) -> float:
    """Seconds since it was first looked at here. Discord's own time of it is of another clock."""
    now = asyncio.get_running_loop().time()
    arrived: float = interaction.extras.setdefault(ARRIVED, now)
    return now - arrived
