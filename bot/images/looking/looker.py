"""The interface to whatever looks at pictures, and the one that comes with the bot."""

import asyncio
import sys
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, Self

import structlog

from bot.errors import BotError
from bot.images.decoding.pool import Decoders
from bot.images.looking.talk import SCORE, SEEN

COMMAND = (sys.executable, "-m", "bot.images.looking")
PATIENCE = 20.0
"""Seconds for one picture, the start of the process included."""
REMEMBERED = 4096
"""Pictures whose scores are known without looking again."""

log = structlog.stdlib.get_logger("bot.images")


class CannotLook(BotError):
    """A picture could not be looked at."""

    def __init__(self) -> None:
        super().__init__("The pictures could not be checked just now: try again, or tell the host of this bot.")


class Looker(Protocol):
    """Says how likely pictures are explicit."""

    async def look(self, paths: Sequence[Path]) -> float:
        """The highest score of these files, 0 for harmless to 1 for explicit. Raises CannotLook."""


class Unseeing:
    """Takes every picture for harmless: for a host who does not want them looked at."""

    async def look(self, paths: Sequence[Path]) -> float:
        """0."""
        return 0.0 * len(paths)


UNSEEING = Unseeing()


class Network:
    """A process that is started when it is first needed, and again where it died; an async context manager."""

    def __init__(self, command: Sequence[str] = COMMAND, patience: float = PATIENCE) -> None:
        self._process = Decoders(1, command, patience)
        self._known: OrderedDict[tuple[str, int, int], float] = OrderedDict()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._process.close()

    async def look(self, paths: Sequence[Path]) -> float:
        """The highest of all; a file that was looked at lately is not looked at again."""
        return max([await self._score(path) for path in paths], default=0.0)

    async def _score(self, path: Path) -> float:
        try:
            about = await asyncio.to_thread(path.stat)
            key = str(path), about.st_size, about.st_mtime_ns
            if key in self._known:
                return self._known[key]
            content = await asyncio.to_thread(path.read_bytes)
        except OSError:
            raise CannotLook from None
        answer = await self._process.ask(content)
        if answer[:1] != SEEN or len(answer) != 1 + SCORE.size:
            log.warning("picture not looked at", size=len(content))
            raise CannotLook
        (score,) = SCORE.unpack(answer[1:])
        self._known[key] = score
        if len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
        return float(score)
