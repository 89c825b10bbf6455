"""The line to the playground's page: reports on the bot's process go up, orders come down."""

import asyncio
import json

import aiohttp

from fourup.play.watch import ORDERS, BotWatch, Report

RETRY = 1.0  # seconds


class Link:
    """Holds a WebSocket to the playground for as long as `run` runs, and opens it anew when it breaks."""

    def __init__(self, origin: str, token: str) -> None:
        self._url = f"{origin}/control/supervisor"
        self._headers = {"Authorization": f"Bearer {token}"}
        self._reports: asyncio.Queue[Report] = asyncio.Queue()

    def report(self, report: Report) -> None:
        """Tell the page, now or when the line is up again."""
        self._reports.put_nowait(report)

    async def run(self, watch: BotWatch) -> None:
        """Carry reports and orders until cancelled."""
        async with aiohttp.ClientSession(headers=self._headers) as session:
            while True:
                try:
                    async with session.ws_connect(self._url, heartbeat=20) as socket:
                        await self._carry(socket, watch)
                except aiohttp.ClientError:
                    pass
                await asyncio.sleep(RETRY)

    async def _carry(self, socket: aiohttp.ClientWebSocketResponse, watch: BotWatch) -> None:
        while not self._reports.empty():
            self._reports.get_nowait()
        await socket.send_json(watch.report.to_dict())
        upward = asyncio.create_task(self._send(socket))
        try:
            async for message in socket:
                if message.type is aiohttp.WSMsgType.TEXT:
                    _obey(message.data, watch)
        finally:
            upward.cancel()
            await asyncio.gather(upward, return_exceptions=True)

    async def _send(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        while True:
            await socket.send_json((await self._reports.get()).to_dict())


def _obey(text: str, watch: BotWatch) -> None:
    """Pass on an order; what is none is passed over."""
    try:
        message = json.loads(text)
    except ValueError:
        return
    for order in ORDERS:
        if isinstance(message, dict) and message.get("do") == order:
            watch.order(order)
