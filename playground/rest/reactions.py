"""Reactions: put one, take it back, see who did."""

from playground.errors import refusal
from playground.forms import is_emoji
from playground.gateway.hub import REACTIONS
from playground.limits import Limit
from playground.rest.call import Call, Route
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import THREADS, Permission

MOST = 20
"""Different emoji that one message can carry."""


async def add(call: Call) -> None:
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    message = _message(call, channel)
    if channel["type"] in THREADS and channel["thread_metadata"]["archived"]:
        raise refusal(50083)
    emoji = _emoji(call.params["emoji"])
    reaction = _find(message, emoji)
    if reaction is None:
        call.need(channel, Permission.ADD_REACTIONS)
        if len(message["_reactions"]) == MOST:
            raise refusal(30010)
        reaction = {"emoji": emoji, "users": []}
        message["_reactions"].append(reaction)
    if call.user_id not in reaction["users"]:
        reaction["users"].append(call.user_id)
        call.context.world.save("message", message)
        _tell(call, "MESSAGE_REACTION_ADD", message, emoji, call.user_id)


async def remove_own(call: Call) -> None:
    _remove(call, call.user_id)


async def remove_other(call: Call) -> None:
    if call.params["user_id"] != call.user_id:
        call.channel(Permission.MANAGE_MESSAGES)
    _remove(call, call.params["user_id"])


def _remove(call: Call, user_id: str) -> None:
    channel = call.channel()
    message = _message(call, channel)
    emoji = _emoji(call.params["emoji"])
    reaction = _find(message, emoji)
    if reaction is None or user_id not in reaction["users"]:
        raise refusal(10014)
    reaction["users"].remove(user_id)
    message["_reactions"] = [each for each in message["_reactions"] if each["users"]]
    call.context.world.save("message", message)
    _tell(call, "MESSAGE_REACTION_REMOVE", message, emoji, user_id)


async def remove_all(call: Call) -> None:
    channel = call.channel(Permission.MANAGE_MESSAGES)
    message = _message(call, channel)
    message["_reactions"] = []
    call.context.world.save("message", message)
    data = {"channel_id": channel["id"], "message_id": message["id"], **_guild(channel)}
    call.context.hub.to_channel(channel, "MESSAGE_REACTION_REMOVE_ALL", lambda _viewer: data, intents=REACTIONS)


async def remove_emoji(call: Call) -> None:
    channel = call.channel(Permission.MANAGE_MESSAGES)
    message, emoji = _message(call, channel), _emoji(call.params["emoji"])
    message["_reactions"] = [each for each in message["_reactions"] if each["emoji"] != emoji]
    call.context.world.save("message", message)
    data = {"channel_id": channel["id"], "message_id": message["id"], "emoji": emoji, **_guild(channel)}
    call.context.hub.to_channel(channel, "MESSAGE_REACTION_REMOVE_EMOJI", lambda _viewer: data, intents=REACTIONS)


async def users(call: Call) -> list[Json]:
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    reaction = _find(_message(call, channel), _emoji(call.params["emoji"]))
    after, limit = call.query.get("after", ""), call.number("limit", 25, 100)
    after = after if after.isdecimal() else "0"
    found = [each for each in (reaction or {"users": []})["users"] if int(each) > int(after)]
    return [shapes.user(call.context.world.users[each]) for each in sorted(found, key=int)[:limit]]


def _message(call: Call, channel: Json) -> Json:
    return call.context.world.message(channel["id"], call.params["message_id"], call.user_id)


def _emoji(text: str) -> Json:
    """An emoji of Unicode, or one of a server as `name:id`; the playground's servers have none of their own."""
    if not is_emoji(text):
        raise refusal(10014)
    return {"id": None, "name": text}


def _find(message: Json, emoji: Json) -> Json | None:
    return next((each for each in message["_reactions"] if each["emoji"] == emoji), None)


def _guild(channel: Json) -> Json:
    return {"guild_id": channel["guild_id"]} if "guild_id" in channel else {}


def _tell(call: Call, event: str, message: Json, emoji: Json, user_id: str) -> None:
    world = call.context.world
    channel = world.channel(message["channel_id"])
    data: Json = {"user_id": user_id, "channel_id": channel["id"], "message_id": message["id"], "emoji": emoji}
    data |= {"burst": False, "type": 0, **_guild(channel)}
    if event.endswith("ADD"):
        data |= {"message_author_id": message["_author"], "burst_colors": []}
        if "guild_id" in data:
            data["member"] = shapes.member(world, world.member(data["guild_id"], user_id))
    call.context.hub.to_channel(channel, event, lambda _viewer: data, intents=REACTIONS)


PATH = "/channels/{channel_id}/messages/{message_id}/reactions"
SLOW = Limit(1, 0.25)
ROUTES = (
    Route("PUT", PATH + "/{emoji}/@me", add, SLOW),
    Route("DELETE", PATH + "/{emoji}/@me", remove_own, SLOW),
    Route("DELETE", PATH + "/{emoji}/{user_id}", remove_other, SLOW),
    Route("GET", PATH + "/{emoji}", users),
    Route("DELETE", PATH + "/{emoji}", remove_emoji, SLOW),
    Route("DELETE", PATH, remove_all, SLOW),
)
