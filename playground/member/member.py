"""What a member does: write, attach, react, use a command, press, choose, submit."""

import io
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from playground.member.connection import Connection, Json

Picture = tuple[str, bytes]
"""A file to send: its name and its bytes."""

SUB_COMMAND = 1


class Member(Connection):
    """Says what Discord's own apps say; each act gives its nonce, by which the answer is known."""

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

    async def slash(self, channel: Json, command: str, /, **options: Any) -> str:
        """Use a slash command, `"group sub"` for one below; a file is given as (name, bytes). Gives the nonce."""
        return await self._use(channel, 2, command, options)

    async def autocomplete(self, channel: Json, command: str, focused: str, /, **options: Any) -> list[Json]:
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
