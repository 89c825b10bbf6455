"""A member's connection: logs in, hears what the gateway says, asks the REST API.

On Discord itself a program may not act with a member's token; this client speaks to loopback only.
"""

import asyncio
import ipaddress
import json
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

import aiohttp

Json = dict[str, Any]


class Refused(Exception):
    """The playground answered with an error: `status`, and `body` in Discord's form."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"{status}: {body}")
        self.status, self.body = status, body


class Connection:
    """One member, logged in from entering to leaving; `name` is a username of the playground's."""

    def __init__(self, origin: str, name: str) -> None:
        host = urlsplit(origin).hostname or ""
        if host != "localhost" and not ipaddress.ip_address(host).is_loopback:
            raise ValueError("A member's client speaks to the playground on this machine only.")
        self._origin, self._name = origin, name
        self._events: list[tuple[str, Json]] = []
        self._arrived = asyncio.Condition()
        self._commands: dict[str, list[Json]] = {}
        self._nonces = 0

    async def __aenter__(self) -> Self:
        self._http = aiohttp.ClientSession()
        async with self._http.get(f"{self._origin}/control/state") as answer:
            state = await answer.json()
        found = next((each for each in state["members"] if each["username"] == self._name), None)
        if found is None:
            await self._http.close()
            raise LookupError(f"The playground has no member {self._name!r}.")
        self.id: str = found["id"]
        self.token: str = found["token"]
        self._application_id: str = state["application_id"]
        self._socket = await self._http.ws_connect(f"{self._origin}/gateway?v=10&encoding=json", max_msg_size=0)
        self._listener = asyncio.create_task(self._listen())
        ready = await self.wait_for("READY")
        self.guilds: list[Json] = ready["guilds"]
        self._session_id: str = ready["session_id"]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.cancel()
        await asyncio.gather(self._listener, return_exceptions=True)
        await self._socket.close()
        await self._http.close()

    # --- hearing

    async def wait_for(
        self,
        event: str,
        test: Callable[[Json], bool] = lambda _data: True,
        *,
        timeout: float = 30.0,  # noqa: ASYNC109
    ) -> Json:
        """The data of the first event of this kind that passes `test`, whether it came already or comes yet."""
        return (await self._first(lambda name, data: name == event and test(data), event, timeout))[1]

    async def wait_message(self, test: Callable[[Json], bool], *, timeout: float = 30.0) -> Json:  # noqa: ASYNC109
        """The first state of a message, new or edited, that passes `test`."""
        kinds = {"MESSAGE_CREATE", "MESSAGE_UPDATE"}
        return (await self._first(lambda name, data: name in kinds and test(data), "a message", timeout))[1]

    def heard(self, event: str) -> list[Json]:
        return [data for name, data in self._events if name == event]

    async def _first(self, test: Callable[[str, Json], bool], wanted: str, timeout: float) -> tuple[str, Json]:  # noqa: ASYNC109
        seen = 0
        try:
            async with asyncio.timeout(timeout), self._arrived:
                while True:
                    for name, data in self._events[seen:]:
                        if test(name, data):
                            return name, data
                    seen = len(self._events)
                    await self._arrived.wait()
        except TimeoutError:
            names = ", ".join(name for name, _data in self._events[-20:])
            raise TimeoutError(f"{self._name} heard no {wanted} within {timeout} s; last were: {names}") from None

    async def _listen(self) -> None:
        identify = {"token": self.token, "capabilities": 0, "properties": {"os": "Linux", "browser": "playground"}}
        beat: asyncio.Task[None] | None = None
        try:
            async for frame in self._socket:
                payload = self.read(frame.data)
                if payload["op"] == 10:
                    beat = asyncio.create_task(self._beat(payload["d"]["heartbeat_interval"] / 1000))
                    await self._socket.send_json({"op": 2, "d": identify})
                elif payload["op"] == 0:
                    await self._hear(payload["t"], payload["d"])
        finally:
            if beat:
                beat.cancel()

    def read(self, text: str) -> Json:
        """What a frame says."""
        payload: Json = json.loads(text)
        return payload

    async def _hear(self, event: str, data: Json) -> None:
        if event == "GUILD_APPLICATION_COMMAND_INDEX_UPDATE":
            self._commands.clear()
        async with self._arrived:
            self._events.append((event, data))
            self._arrived.notify_all()

    async def _beat(self, interval: float) -> None:
        while True:
            await asyncio.sleep(interval)
            await self._socket.send_json({"op": 1, "d": None})

    # --- finding one's way

    def guild(self, name: str = "Fourup Studio") -> Json:
        return next(guild for guild in self.guilds if guild["name"] == name)

    def channel(self, name: str, guild: str = "Fourup Studio") -> Json:
        """A channel or thread that this member sees, by its name."""
        here = self.guild(guild)
        return next(each for each in [*here["channels"], *here["threads"]] if each["name"] == name)

    async def dm(self, user_id: str) -> Json:
        channel: Json = await self.api("POST", "/users/@me/channels", {"recipient_id": user_id})
        return channel

    async def api(self, method: str, path: str, body: Any = None) -> Any:
        """A request with this member's token. Raises Refused."""
        headers = {"Authorization": self.token}
        async with self._http.request(method, f"{self._origin}/api/v10{path}", json=body, headers=headers) as answer:
            told = await answer.json() if answer.status != 204 else None
        if answer.status >= 400:
            raise Refused(answer.status, told)
        return told

    async def fetch(self, url: str) -> bytes:
        """The bytes behind a file's link."""
        async with self._http.get(url) as answer:
            answer.raise_for_status()
            return await answer.read()
