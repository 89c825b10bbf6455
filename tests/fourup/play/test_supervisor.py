"""Stopping, as signals ask for it."""

import asyncio
import os
import signal

from fourup.play.supervisor import Stop


async def test_the_first_ctrl_c_asks_and_the_second_kills() -> None:
    """Whoever is in a hurry presses twice."""
    stop, killed = Stop(), asyncio.Event()
    stop.kills.append(killed.set)
    os.kill(os.getpid(), signal.SIGINT)
    await stop.asked.wait()
    assert not killed.is_set()
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.wait_for(killed.wait(), 5)
