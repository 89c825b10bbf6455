"""Measures how late the event loop is: something slow on it keeps everybody waiting."""

import asyncio

import structlog

from bot.web.exposition import Histogram

PAUSE = 0.1  # seconds between two looks
STANDSTILL = 1.5
"""Seconds of which the host is told: whoever asked meanwhile was answered late or not at all."""

log = structlog.stdlib.get_logger("bot.web")


async def watch(delay: Histogram) -> None:
    """Look until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + PAUSE
        await asyncio.sleep(PAUSE)
        late = max(loop.time() - due, 0.0)
        delay.observe(late)
        if late >= STANDSTILL:
            log.warning("the bot stood still, as on a machine that slept or has too much to do", seconds=round(late, 1))
