"""A bot with nothing between it and the wire: what it sends and what comes back, byte for byte."""

import asyncio
import json
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import aiohttp

from playground import Playground

Json = dict[str, Any]
INTENTS = 1 | 1 << 9 | 1 << 10 | 1 << 11 | 1 << 12 | 1 << 13


class Answer:
    """A status, headers, and the JSON of the body."""

    def __init__(self, status: int, headers: Any, body: Any) -> None:
        self.status, self.headers, self.body = status, headers, body


class BareBot:
    """The bot's side of the protocol, as plain as it is documented."""

    def __init__(self, playground: Playground, intents: int = INTENTS) -> None:
        self._playground, self._intents = playground, intents
        self.events: list[tuple[str, Json]] = []
        self._arrived = asyncio.Condition()

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession()
        url = f"{self._playground.origin}/gateway?v=10&encoding=json"
        self.socket = await self._http.ws_connect(url)
        await self.socket.receive_json()
        identify = {"token": self._playground.bot_token, "intents": self._intents, "properties": {}}
        await self.socket.send_json({"op": 2, "d": identify})
        self._listener = asyncio.create_task(self._listen())
        await self.wait_for("READY")
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.cancel()
        await asyncio.gather(self._listener, return_exceptions=True)
        await self.socket.close()
        await self._http.close()

    async def _listen(self) -> None:
        async for frame in self.socket:
            payload = json.loads(frame.data)
            async with self._arrived:
                self.events.append((payload["t"] or f"op {payload['op']}", payload["d"]))
                self._arrived.notify_all()

    async def wait_for(self, event: str, test: Callable[[Json], bool] = lambda _data: True) -> Json:
        """The first event of this kind that passes `test`."""
        async with asyncio.timeout(10), self._arrived:
            while True:
                for name, data in self.events:
                    if name == event and test(data):
                        return data
                await self._arrived.wait()

    def heard(self, event: str) -> list[Json]:
        return [data for name, data in self.events if name == event]

    async def call(self, method: str, path: str, body: Any = None, **more: Any) -> Answer:
        """One request with the bot's token; `data` sends a form instead of JSON."""
        headers = {"Authorization": f"Bot {self._playground.bot_token}", **more.pop("headers", {})}
        url = f"{self._playground.api_base}/v10{path}"
        async with self._http.request(method, url, json=body, headers=headers, **more) as answer:
            raw = await answer.read()
            return Answer(answer.status, answer.headers, json.loads(raw) if raw else None)

    async def say(self, channel: Json, content: str = "hello", **fields: Any) -> Json:
        """A message that is sent, or the test fails."""
        answer = await self.call("POST", f"/channels/{channel['id']}/messages", {"content": content, **fields})
        assert answer.status == 200, answer.body
        body: Json = answer.body
        return body

    async def publish(self, *commands: Json) -> list[Json]:
        answer = await self.call("PUT", f"/applications/{self._playground.application_id}/commands", list(commands))
        assert answer.status == 200, answer.body
        body: list[Json] = answer.body
        return body

    async def answer(self, interaction: Json, kind: int, data: Json | None = None) -> Answer:
        """The callback of an interaction."""
        path = f"/interactions/{interaction['id']}/{interaction['token']}/callback?with_response=true"
        return await self.call("POST", path, {"type": kind} | ({"data": data} if data is not None else {}))

    async def by_token(self, interaction: Json, method: str, rest: str = "", body: Json | None = None) -> Answer:
        """A request to the interaction's webhook."""
        path = f"/webhooks/{self._playground.application_id}/{interaction['token']}{rest}"
        return await self.call(method, path, body)


def buttons(*custom_ids: str) -> list[Json]:
    """A row of grey buttons."""
    row = [{"type": 2, "style": 2, "label": custom_id, "custom_id": custom_id} for custom_id in custom_ids]
    return [{"type": 1, "components": row}]


def command(name: str, **fields: Any) -> Json:
    """A slash command that any server's member may use."""
    return {"type": 1, "name": name, "description": f"Does {name}.", **fields}
