"""One way of dying: a bot in this process stops at the n-th step that it takes outside."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import discord
import pytest
from discord.webhook.async_ import AsyncWebhookAdapter

from bot.errors import BotError
from bot.images.blobs import Blobs
from bot.store.engine import Database

OUTSIDE = (
    (discord.http.HTTPClient, "request"),
    (AsyncWebhookAdapter, "request"),
    (Blobs, "put_file"),
    (Database, "read"),
    (Database, "write"),
)
"""A request, a file, a transaction."""


class Dead(BotError):
    """The process would not be there any more."""


class Death:
    """Strikes at the `fatal`-th step, before or after it took effect; from then on nothing happens any more."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch
        self.arm(0, is_after=False)
        self._is_armed = False
        for place, name in OUTSIDE:
            monkeypatch.setattr(place, name, self._dying(getattr(place, name)))

    def arm(self, fatal: int, *, is_after: bool) -> None:
        """From now on steps are counted."""
        self.steps, self._fatal, self._is_after = 0, fatal, is_after
        self.struck, self._over, self._is_armed = asyncio.Event(), asyncio.Event(), True

    def bury(self) -> None:
        """Whoever stood still ends, and what is tried by whoever cleans up fails at once."""
        self._over.set()

    def disarm(self) -> None:
        """The next life goes on undisturbed."""
        self._is_armed = False

    def _dying(self, act: Callable[..., Any]) -> Callable[..., Any]:
        async def dying(*arguments: Any, **more: Any) -> Any:
            async with self._step():
                return await act(*arguments, **more)

        return dying

    @asynccontextmanager
    async def _step(self) -> AsyncIterator[None]:
        number = 0
        if self._is_armed:
            self.steps += 1
            number = self.steps
        await self._die(is_now=number == self._fatal and not self._is_after)
        yield
        await self._die(is_now=number == self._fatal and self._is_after)

    async def _die(self, *, is_now: bool) -> None:
        if is_now and self._is_armed:
            self.struck.set()
        if self._is_armed and self.struck.is_set():
            await self._over.wait()
            raise Dead
