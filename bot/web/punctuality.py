"""Measures how late the event loop is: something slow on it keeps everybody waiting."""

import asyncio

from bot.web.exposition import Histogram

PAUSE = 0.1  # seconds between two looks


async def watch(delay: Histogram) -> None:
    """Look until cancelled."""
    loop = asyncio.get_running_loop()
    while True:
        due = loop.time() + PAUSE
        await asyncio.sleep(PAUSE)
        delay.observe(max(loop.time() - due, 0.0))
