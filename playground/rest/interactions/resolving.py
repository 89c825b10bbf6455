"""What a member filled in, made into what the bot is told: ids become whole objects under `resolved`.

An id that names nothing here, or nothing that the bot allowed, is refused with its path.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from playground.errors import ApiError, InvalidForm, refusal
from playground.forms.tree import Path, Problem, tree
from playground.rest.context import Context
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import THREADS
from playground.world.world import DM

SUB_COMMAND, SUB_GROUP, STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(1, 12)
USER_SELECT, ROLE_SELECT, MENTIONABLE_SELECT, CHANNEL_SELECT = 5, 6, 7, 8


class Resolved:
    """Gathers the objects that an interaction names, as this channel's server knows them."""

    def __init__(self, context: Context, channel: Json, viewer: str) -> None:
        self._context, self._channel, self._viewer = context, channel, viewer
        self._found: dict[str, dict[str, Json]] = {}

    def shape(self) -> Json:
        return self._found

    def user(self, user_id: str) -> None:
        world, guild_id = self._context.world, self._channel.get("guild_id")
        self._put("users", user_id, shapes.user(world.user(user_id)))
        if guild_id and world.is_member(guild_id, user_id):
            member = shapes.member(world, world.member(guild_id, user_id))
            del member["user"], member["mute"], member["deaf"]
            self._put("members", user_id, member | {"permissions": str(world.may(user_id, self._channel))})

    def role(self, role_id: str) -> None:
        guild = self._context.world.guilds.get(self._channel.get("guild_id", ""), {"roles": []})
        role = next((each for each in guild["roles"] if each["id"] == role_id), None)
        if role is None:
            raise refusal(10011)
        self._put("roles", role_id, role)

    def mentionable(self, key: str) -> None:
        (self.user if key in self._context.world.users else self.role)(key)

    def channel(self, channel_id: str, kinds: list[int]) -> None:
        world = self._context.world
        channel = world.channel(channel_id)
        if (
            channel["type"] == DM
            or not world.can_view(self._viewer, channel)
            or (kinds and channel["type"] not in kinds)
        ):
            raise refusal(10003)
        kept = {"id", "type", "name", "parent_id", "thread_metadata", "flags", "nsfw", "topic", "position"}
        shape = {key: value for key, value in channel.items() if key in kept}
        if channel["type"] in THREADS:
            shape.pop("position", None)
        permissions = str(world.may(self._viewer, channel))
        self._put("channels", channel_id, shape | {"permissions": permissions, "guild_id": channel["guild_id"]})

    def attachment(self, shape: Json) -> None:
        self._put("attachments", shape["id"], shape)

    def _put(self, kind: str, key: str, shape: Json) -> None:
        self._found.setdefault(kind, {})[key] = shape


# --- options of commands


@dataclass(frozen=True)
class Filling:
    """How a command is being filled in: the files that came along, and whether it is still being typed."""

    files: dict[str, Json]
    is_typing: bool


def options(found: Resolved, asked: list[Json], given: list[Json], filling: Filling) -> list[Json]:
    """The options that the bot is told; they have passed their form."""
    by_name = {each["name"]: each for each in asked}
    told = []
    for number, each in enumerate(given):
        option = by_name[each["name"]]
        shape = {"name": option["name"], "type": option["type"]}
        if option["type"] in {SUB_COMMAND, SUB_GROUP}:
            inner = options(found, option.get("options", []), each.get("options") or [], filling)
            told.append(shape | {"options": inner})
            continue
        path = ("data", "options", str(number), "value")
        shape["value"] = _value(found, option, each.get("value"), filling, path)
        told.append(shape | ({"focused": True} if each.get("focused") else {}))
    return told


def _value(found: Resolved, option: Json, value: Any, filling: Filling, path: Path) -> Any:
    """A plain value as it is, an id resolved; while the command is typed, half an id stays what was typed."""
    kind = option["type"]
    if kind in {STRING, INTEGER, NUMBER, BOOLEAN}:
        return value
    try:
        if kind == ATTACHMENT:
            return _file(found, filling.files, str(value), path)
        return _resolve(found, kind, str(value), option.get("channel_types", []), path)
    except InvalidForm:
        if filling.is_typing:
            return value
        raise


def _file(found: Resolved, files: dict[str, Json], key: str, path: Path) -> str:
    if key not in files:
        raise _wrong(path, "ATTACHMENT_NOT_FOUND", "Attachment data not found")
    found.attachment(files[key])
    attachment_id: str = files[key]["id"]
    return attachment_id


def _resolve(found: Resolved, kind: int, key: str, channel_types: list[int], path: Path) -> str:
    resolvers: dict[int, Callable[[], None]] = {
        USER: lambda: found.user(key),
        CHANNEL: lambda: found.channel(key, channel_types),
        ROLE: lambda: found.role(key),
        MENTIONABLE: lambda: found.mentionable(key),
    }
    try:
        resolvers[kind]()
    except ApiError as unknown:
        raise _wrong(path, "BASE_TYPE_CHOICES", unknown.message) from None
    return key


def _wrong(path: Path, code: str, message: str) -> InvalidForm:
    return InvalidForm(tree([Problem(path, code, message)]))


# --- selects and modals

RESOLVED_AS = {USER_SELECT: USER, ROLE_SELECT: ROLE, MENTIONABLE_SELECT: MENTIONABLE, CHANNEL_SELECT: CHANNEL}


def chosen(found: Resolved, select: Json, values: list[Any], path: Path) -> list[str]:
    """The values of a select; ids among them are resolved."""
    if kind := RESOLVED_AS.get(select["type"]):
        allowed = select.get("channel_types", [])
        return [_resolve(found, kind, str(key), allowed, (*path, str(n))) for n, key in enumerate(values)]
    return [str(value) for value in values]


def submitted(found: Resolved, asked: list[Json], given: list[Json], files: dict[str, Json]) -> list[Json]:
    """A modal's fields as the bot is told them, in the modal's order; they have passed their form."""
    by_id = {leaf["custom_id"]: leaf for leaf in _leaves(given) if "custom_id" in leaf}
    told = []
    for number, node in enumerate(asked):
        path = ("data", "components", str(number))
        shape = {"type": node["type"], "id": node["id"]}
        if "component" in node:
            shape["component"] = _field(found, node["component"], by_id, files, (*path, "component"))
        elif "components" in node:
            leaves = enumerate(node["components"])
            shape["components"] = [
                _field(found, leaf, by_id, files, (*path, "components", str(n))) for n, leaf in leaves
            ]
        told.append(shape)
    return told


def _leaves(nodes: list[Json]) -> Iterator[Json]:
    for node in nodes:
        inner = [*(node.get("components") or []), *([node["component"]] if node.get("component") else [])]
        yield from _leaves(inner) if inner else [node]


def _field(found: Resolved, asked: Json, given: dict[str, Json], files: dict[str, Json], path: Path) -> Json:
    shape = {"type": asked["type"], "id": asked["id"], "custom_id": asked["custom_id"]}
    leaf = given.get(asked["custom_id"], {})
    values = leaf.get("values") or []
    match asked["type"]:
        case 4:
            return shape | {"value": leaf.get("value") or ""}
        case 21:
            return shape | {"value": leaf.get("value")}
        case 23:
            return shape | {"value": bool(leaf.get("value"))}
        case 19:
            return shape | {"values": [_file(found, files, str(key), (*path, "values")) for key in values]}
    return shape | {"values": chosen(found, asked, values, (*path, "values"))}
