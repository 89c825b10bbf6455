"""A member's client: says and hears what Discord's own apps do. For tests, benches and scripts here.

On Discord itself a program may not act with a member's token; this client speaks to loopback only.
"""

import asyncio
import io
import ipaddress
import json
from collections.abc import Callable, Iterable
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote, urlsplit

import aiohttp

Json = dict[str, Any]
Picture = tuple[str, bytes]
"""A file to send: its name and its bytes."""

SUB_COMMAND = 1


class Refused(Exception):
    """The playground answered with an error: `status`, and `body` in Discord's form."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"{status}: {body}")
        self.status, self.body = status, body


class Member:
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
        self._token: str = found["token"]
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
        timeout: float = 10.0,  # noqa: ASYNC109
    ) -> Json:
        """The data of the first event of this kind that passes `test`, whether it came already or comes yet."""
        return (await self._first(lambda name, data: name == event and test(data), event, timeout))[1]

    async def wait_message(self, test: Callable[[Json], bool], *, timeout: float = 10.0) -> Json:  # noqa: ASYNC109
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
        identify = {"token": self._token, "capabilities": 0, "properties": {"os": "Linux", "browser": "playground"}}
        beat: asyncio.Task[None] | None = None
        try:
            async for frame in self._socket:
                payload = json.loads(frame.data)
                if payload["op"] == 10:
                    beat = asyncio.create_task(self._beat(payload["d"]["heartbeat_interval"] / 1000))
                    await self._socket.send_json({"op": 2, "d": identify})
                elif payload["op"] == 0:
                    await self._hear(payload["t"], payload["d"])
        finally:
            if beat:
                beat.cancel()

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
        headers = {"Authorization": self._token}
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

    # --- writing

    async def send(self, channel: Json, content: str = "", files: Iterable[Picture] = (), **fields: Any) -> Json:
        attachments = await self._upload(channel, list(files))
        body = {"content": content, "nonce": self._nonce(), **fields}
        path = f"/channels/{channel['id']}/messages"
        message: Json = await self.api("POST", path, body | ({"attachments": attachments} if attachments else {}))
        return message

    async def react(self, message: Json, emoji: str) -> None:
        path = f"/channels/{message['channel_id']}/messages/{message['id']}/reactions/{quote(emoji)}/@me"
        await self.api("PUT", path)

    async def history(self, channel: Json) -> list[Json]:
        """The newest 50 messages, newest first."""
        messages: list[Json] = await self.api("GET", f"/channels/{channel['id']}/messages")
        return messages

    async def _upload(self, channel: Json, files: list[Picture]) -> list[Json]:
        if not files:
            return []
        asked = [{"id": str(n), "filename": name, "file_size": len(body)} for n, (name, body) in enumerate(files)]
        offered = await self.api("POST", f"/channels/{channel['id']}/attachments", {"files": asked})
        for place, (_name, body) in zip(offered["attachments"], files, strict=True):
            async with self._http.put(place["upload_url"], data=io.BytesIO(body)) as answer:
                answer.raise_for_status()
        places = enumerate(zip(offered["attachments"], files, strict=True))
        return [
            {"id": str(n), "filename": name, "uploaded_filename": place["upload_filename"]}
            for n, (place, (name, _body)) in places
        ]

    # --- interactions

    async def slash(self, channel: Json, command: str, **options: Any) -> str:
        """Use a slash command, `"group sub"` for one below; a file is given as (name, bytes). Gives the nonce."""
        return await self._use(channel, 2, command, options)

    async def autocomplete(self, channel: Json, command: str, focused: str, **options: Any) -> list[Json]:
        """What the bot suggests while `focused` is being typed."""
        nonce = await self._use(channel, 4, command, options, focused)
        answer = await self.wait_for("APPLICATION_COMMAND_AUTOCOMPLETE_RESPONSE", lambda data: data["nonce"] == nonce)
        choices: list[Json] = answer["choices"]
        return choices

    async def menu(self, channel: Json, command: str, target: Json) -> str:
        """Use a context menu on a message, or on a user."""
        kind = 3 if "channel_id" in target else 2
        found = await self._command(channel, command, kind)
        about = {
            "id": found["id"],
            "version": found["version"],
            "name": command,
            "type": kind,
            "target_id": target["id"],
        }
        return await self._interact(channel["id"], 2, about | {"options": []})

    async def press(self, message: Json, custom_id: str) -> str:
        return await self.choose(message, custom_id, None)

    async def choose(self, message: Json, custom_id: str, values: list[str] | None) -> str:
        """Press a button (no values), or choose from a select."""
        node = next(each for each in _nodes(message["components"]) if each.get("custom_id") == custom_id)
        data: Json = {"component_type": node["type"], "custom_id": custom_id}
        data |= {} if values is None else {"values": values}
        place = {"message_id": message["id"], "message_flags": message["flags"]}
        return await self._interact(message["channel_id"], 3, data, **place)

    async def submit(self, modal: Json, **values: Any) -> str:
        """Fill in and send a modal, as INTERACTION_MODAL_CREATE gave it; fields by their custom_id."""
        files = [value for value in values.values() if isinstance(value, tuple)]
        channel = {"id": modal["channel_id"]}
        attachments = await self._upload(channel, files)
        rows = [self._row(node, values, files) for node in modal["components"]]
        data = {"id": modal["id"], "custom_id": modal["custom_id"], "components": rows}
        return await self._interact(channel["id"], 5, data | ({"attachments": attachments} if files else {}))

    def _row(self, node: Json, values: Json, files: list[Picture]) -> Json:
        def leaf(component: Json) -> Json:
            value = values.get(component["custom_id"])
            shape = {"type": component["type"], "custom_id": component["custom_id"]}
            if isinstance(value, tuple):
                return shape | {"values": [str(files.index(value))]}
            return shape | ({"values": value} if isinstance(value, list) else {"value": value})

        shape = {"type": node["type"]}
        if "component" in node:
            return shape | {"component": leaf(node["component"])}
        if "components" in node:
            return shape | {"components": [leaf(each) for each in node["components"]]}
        return shape

    async def _use(self, channel: Json, kind: int, name: str, given: Json, focused: str | None = None) -> str:
        first, *below = name.split()
        found = await self._command(channel, first, 1)
        files = [value for value in given.values() if isinstance(value, tuple)]
        attachments = await self._upload(channel, files)
        asked = found
        for step in below:
            asked = next(each for each in asked["options"] if each["name"] == step)
        types = {each["name"]: each["type"] for each in asked.get("options", [])}
        options = []
        for option, value in given.items():
            told = str(files.index(value)) if isinstance(value, tuple) else value
            options.append({"name": option, "type": types[option], "value": told} | _focus(option == focused))
        for step in reversed(below):
            node = SUB_COMMAND if step == below[-1] else SUB_COMMAND + 1
            options = [{"name": step, "type": node, "options": options}]
        about = {"id": found["id"], "version": found["version"], "name": first, "type": 1, "options": options}
        return await self._interact(channel["id"], kind, about | {"attachments": attachments})

    async def _command(self, channel: Json, name: str, kind: int) -> Json:
        if channel["id"] not in self._commands:
            index = await self.api("GET", f"/channels/{channel['id']}/application-command-index")
            self._commands[channel["id"]] = index["application_commands"]
        for command in self._commands[channel["id"]]:
            if command["name"] == name and command["type"] == kind:
                return command
        raise LookupError(f"{self._name} has no command {name!r} here.")

    async def _interact(self, channel_id: str, kind: int, data: Json, **place: Any) -> str:
        nonce = self._nonce()
        guilds = (g["id"] for g in self.guilds if any(c["id"] == channel_id for c in [*g["channels"], *g["threads"]]))
        guild_id = next(guilds, None)
        body: Json = {"type": kind, "application_id": self._application_id, "channel_id": channel_id, "data": data}
        body |= {"session_id": self._session_id, "nonce": nonce, **place}
        await self.api("POST", "/interactions", body | ({"guild_id": guild_id} if guild_id else {}))
        return nonce

    def _nonce(self) -> str:
        self._nonces += 1
        return f"{int(self.id) + self._nonces}"


def _nodes(components: list[Json]) -> Iterable[Json]:
    for node in components:
        yield node
        yield from _nodes(node.get("components", []))
        yield from _nodes([node["accessory"]] if "accessory" in node else [])


def _focus(is_focused: bool) -> Json:
    return {"focused": True} if is_focused else {}
