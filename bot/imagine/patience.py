"""Trying again where the trouble passes: a database that is busy, a disk that is full."""

import asyncio
import errno
import logging
from collections.abc import Awaitable, Callable
from typing import TypeVar

from bot.images.errors import NoRoom
from bot.store.errors import StoreBusy, StoreFull

FIRST_DELAY = 0.1  # seconds
LONGEST_DELAY = 5.0
_PASSING = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EMFILE, errno.ENFILE})

_log = logging.getLogger(__name__)
T = TypeVar("T")


async def patiently(act: Callable[[], Awaitable[T]]) -> T:
    """Do it, again and again while the trouble is of the kind that passes."""
    delay = FIRST_DELAY
    while True:
        try:
            return await act()
        except (StoreBusy, StoreFull, NoRoom, OSError) as failure:
            if isinstance(failure, OSError) and failure.errno not in _PASSING:
                raise
            _log.warning("tried again in %.1f s: %s", delay, failure)
        await asyncio.sleep(delay)
        delay = min(2 * delay, LONGEST_DELAY)
