"""Waiting for states of which nobody tells: those of other processes and their database."""

import asyncio
from collections.abc import Callable

LOOK = 0.05  # seconds between two looks
MOMENT = 0.01


async def until(is_so: Callable[[], object]) -> None:
    """Wait for it; a look comes after the processes had a moment."""
    await asyncio.sleep(LOOK)
    while not is_so():  # noqa: ASYNC110 - there is no event
        await asyncio.sleep(LOOK)


async def moment() -> None:
    """Between two looks, where they are quick: to look without end would take the processor from what is waited for."""
    await asyncio.sleep(MOMENT)
