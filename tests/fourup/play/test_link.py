"""The line to the page: a real server at its other end."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from aiohttp import web

from fourup.play import link as module
from fourup.play.link import Link
from fourup.play.watch import BotWatch, Listeners, Report


class Page:
    """The playground's end: what it heard, and the socket that it speaks through."""

    def __init__(self) -> None:
        self.heard: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self.tokens: list[str | None] = []
        self.socket = web.WebSocketResponse()

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """GET /control/supervisor"""
        self.tokens.append(request.headers.get("Authorization"))
        self.socket = web.WebSocketResponse()
        await self.socket.prepare(request)
        async for message in self.socket:
            self.heard.put_nowait(message.json())
        return self.socket

    async def hears(self) -> dict[str, Any]:
        """The next report."""
        return await asyncio.wait_for(self.heard.get(), 20)


class Orders(BotWatch):
    """A watch that only notes its orders."""

    def __init__(self) -> None:
        super().__init__([sys.executable], os.environ, Listeners(lambda _report: None, lambda _line: None))
        self.noted: asyncio.Queue[str] = asyncio.Queue()

    def order(self, order: str) -> None:
        """Note it."""
        self.noted.put_nowait(order)


@pytest.fixture
def page() -> Page:
    """The other end."""
    return Page()


@pytest.fixture
async def line(page: Page, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Link, Orders]]:
    """A link that runs."""
    monkeypatch.setattr(module, "RETRY", 0.01)
    app = web.Application()
    app.router.add_get("/control/supervisor", page.serve)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    link, watch = Link(f"http://127.0.0.1:{runner.addresses[0][1]}", "a token"), Orders()
    running = asyncio.create_task(link.run(watch))
    yield link, watch
    running.cancel()
    with suppress(asyncio.CancelledError):
        await running
    await runner.cleanup()


async def test_reports_go_up_with_the_token(line: tuple[Link, Orders], page: Page) -> None:
    """First how it is, then each change."""
    link, _ = line
    assert (await page.hears())["state"] == "stopped"
    link.report(Report("running", 42, 1, "back again"))
    assert await page.hears() == {"state": "running", "pid": 42, "restarts": 1, "detail": "back again"}
    assert page.tokens == ["Bearer a token"]


async def test_orders_come_down(line: tuple[Link, Orders], page: Page) -> None:
    """What is no order is passed over."""
    _, watch = line
    await page.hears()
    for told in ({"do": "explode"}, ["restart"], {"do": ["stop"]}, None, {"do": "restart"}):
        await page.socket.send_json(told)
    await page.socket.send_str("not json")
    await page.socket.send_json({"do": "stop"})
    assert [await asyncio.wait_for(watch.noted.get(), 20) for _ in range(2)] == ["restart", "stop"]


async def test_a_broken_line_is_opened_anew(line: tuple[Link, Orders], page: Page) -> None:
    """The page then hears the present, not what it missed."""
    _, watch = line
    await page.hears()
    watch.report = Report("running", 7)
    await page.socket.close()
    assert (await page.hears())["pid"] == 7
    assert len(page.tokens) == 2
