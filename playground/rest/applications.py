"""The bot's application and its commands: global ones and those of single servers; and the index that members read."""

from collections.abc import Iterator
from typing import Any

from playground import forms
from playground.errors import refusal
from playground.gateway.hub import MEMBERS_ONLY
from playground.limits import Limit
from playground.rest.call import Call, Created, Route
from playground.rest.composing import without_nulls
from playground.rest.context import Context
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import Permission
from playground.world.world import DM

CHAT_INPUT = 1
IN_GUILD, IN_BOT_DM, IN_PRIVATE = 0, 1, 2
BY_GUILD, BY_USER = 0, 1
SHAPE: Json = {
    "type": CHAT_INPUT,
    "description": "",
    "default_member_permissions": None,
    "nsfw": False,
    "contexts": None,
    "integration_types": [BY_GUILD],
}
KEPT = frozenset({*SHAPE, "name", "options", "name_localizations", "description_localizations", "handler"})


async def me(call: Call) -> Json:
    _hold_own(call, call.user_id)
    return shapes.application(call.context.world)


def _hold_own(call: Call, application_id: str) -> None:
    if application_id != call.context.world.settings["application_id"] or application_id != call.user_id:
        raise refusal(50001)


def _scope(call: Call) -> str | None:
    """The server whose commands a route is about; None for the global ones."""
    _hold_own(call, call.params["application_id"])
    guild_id = call.params.get("guild_id")
    if guild_id is not None and not call.context.world.is_member(guild_id, call.user_id):
        raise refusal(50001)
    return guild_id


def _of(context: Context, guild_id: str | None) -> list[Json]:
    return [each for each in context.world.commands.values() if each.get("guild_id") == guild_id]


async def read_all(call: Call) -> list[Json]:
    return [_shown(each, call) for each in _of(call.context, _scope(call))]


def _shown(command: Json, call: Call) -> Json:
    if call.query.get("with_localizations") in {"true", "1"}:
        return command
    return {key: each for key, each in command.items() if not key.endswith("_localizations")}


async def overwrite(call: Call) -> list[Json]:
    guild_id = _scope(call)
    forms.check_commands(call.body)
    old = {(each["type"], each["name"]): each for each in _of(call.context, guild_id)}
    made = [_make(call.context, given, guild_id, old) for given in call.body]
    for command in old.values():
        if command["id"] not in {each["id"] for each in made}:
            call.context.world.drop("command", command)
    _tell(call.context, guild_id)
    return made


async def create(call: Call) -> Any:
    guild_id = _scope(call)
    forms.check_command(call.form)
    old = {(each["type"], each["name"]): each for each in _of(call.context, guild_id)}
    key = (call.form.get("type") or CHAT_INPUT, call.form["name"])
    made = _make(call.context, call.form, guild_id, old)
    _tell(call.context, guild_id)
    return made if key in old else Created(made)


async def read(call: Call) -> Json:
    return _found(call)


def _found(call: Call) -> Json:
    guild_id = _scope(call)
    command = call.context.world.commands.get(call.params["command_id"])
    if command is None or command.get("guild_id") != guild_id:
        raise refusal(10063)
    return command


async def update(call: Call) -> Json:
    command = _found(call)
    merged = {key: each for key, each in command.items() if key in KEPT} | call.form
    forms.check_command(merged)
    made = _make(call.context, merged, command.get("guild_id"), {(command["type"], merged["name"]): command})
    _tell(call.context, command.get("guild_id"))
    return made


async def delete(call: Call) -> None:
    command = _found(call)
    call.context.world.drop("command", command)
    _tell(call.context, command.get("guild_id"))


def _make(context: Context, given: Json, guild_id: str | None, old: dict[tuple[int, str], Json]) -> Json:
    """Store a command; one of the same type and name keeps its id, and its version too when nothing changed."""
    world = context.world
    told = {key: each for key, each in without_nulls(given).items() if key in KEPT}
    if "integration_types" not in told and guild_id is None:
        told["integration_types"] = [BY_GUILD]
    command = SHAPE | told
    before = old.get((command["type"], command["name"]))
    if command["default_member_permissions"] is not None:
        command["default_member_permissions"] = str(command["default_member_permissions"])
    if guild_id is not None:
        command |= {"guild_id": guild_id}
    application_id = world.settings["application_id"]
    same = {"id", "application_id", "version"}
    if before and {key: each for key, each in before.items() if key not in same} == command:
        return before
    command_id = before["id"] if before else world.ids.next()
    return world.save(
        "command", command | {"id": command_id, "application_id": application_id, "version": world.ids.next()}
    )


def _tell(context: Context, guild_id: str | None) -> None:
    for guild in [guild_id] if guild_id else list(context.world.guilds):
        data = {"guild_id": guild}
        context.hub.to_guild(guild, "GUILD_APPLICATION_COMMAND_INDEX_UPDATE", data, intent=MEMBERS_ONLY)


# --- what a member may use, and where


def owners(context: Context, command: Json, user_id: str, channel: Json) -> dict[str, str]:
    """Through whom the application reached this place: {"0": the server} , {"1": the user}, or both; empty if not."""
    world = context.world
    found = {}
    types = command["integration_types"] or [BY_GUILD]
    guild_id = channel.get("guild_id")
    bot_id = world.settings["application_id"]
    if BY_GUILD in types:
        if guild_id and world.is_member(guild_id, bot_id):
            found["0"] = guild_id
        elif not guild_id and bot_id in channel["_recipients"]:
            found["0"] = "0"
    if BY_USER in types and user_id in world.settings["user_installs"]:
        found["1"] = user_id
    return found


def context_of(context: Context, channel: Json) -> int:
    if channel["type"] != DM:
        return IN_GUILD
    return IN_BOT_DM if context.world.settings["application_id"] in channel["_recipients"] else IN_PRIVATE


def usable(context: Context, user_id: str, channel: Json) -> Iterator[Json]:
    """The commands that this member may use in this channel."""
    world = context.world
    held = world.may(user_id, channel)
    if not held & Permission.USE_APPLICATION_COMMANDS:
        return
    place = context_of(context, channel)
    for command in world.commands.values():
        if command.get("guild_id") not in {None, channel.get("guild_id")}:
            continue
        reached = owners(context, command, user_id, channel)
        contexts = command["contexts"] or [IN_GUILD, IN_BOT_DM, IN_PRIVATE]
        needed = command["default_member_permissions"]
        allowed = place != IN_GUILD or needed is None or held & int(needed) == int(needed)
        if reached and place in contexts and allowed:
            yield command


async def guild_index(call: Call) -> Json:
    """For a server: all that the member may use in some channel of it; age-restricted ones are marked, not left out."""
    call.need_in_guild(call.params["guild_id"])
    world = call.context.world
    visible = [c for c in world.channels_of(call.params["guild_id"]) if world.can_view(call.user_id, c)]
    found = {command["id"]: command for c in visible for command in usable(call.context, call.user_id, c)}
    return _index(call, list(found.values()))


async def channel_index(call: Call) -> Json:
    return _index(call, list(usable(call.context, call.user_id, call.channel())))


def _index(call: Call, commands: list[Json]) -> Json:
    bot = call.context.world.bot()
    application = {"id": bot["id"], "name": "Fourup", "description": "", "icon": None, "bot": shapes.user(bot)}
    return {"applications": [application] if commands else [], "application_commands": commands, "version": "1"}


COMMANDS = "/applications/{application_id}/commands"
GUILD_COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands"
ROUTES = (
    Route("GET", "/applications/@me", me),
    Route("GET", "/oauth2/applications/@me", me),
    *(
        route
        for base in (COMMANDS, GUILD_COMMANDS)
        for route in (
            Route("GET", base, read_all),
            Route("PUT", base, overwrite, Limit(5, 60.0)),
            Route("POST", base, create, Limit(5, 20.0)),
            Route("GET", base + "/{command_id}", read),
            Route("PATCH", base + "/{command_id}", update, Limit(5, 20.0)),
            Route("DELETE", base + "/{command_id}", delete, Limit(5, 20.0)),
        )
    ),
    Route("GET", "/guilds/{guild_id}/application-command-index", guild_index),
    Route("GET", "/channels/{channel_id}/application-command-index", channel_index),
)
