"""Servers, their members and roles."""

from datetime import UTC, datetime

from playground import forms
from playground.errors import refusal
from playground.gateway.hub import GUILD_MEMBERS, MEMBERS_ONLY
from playground.rest.call import Call, Route
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import THREADS, Permission


async def read(call: Call) -> Json:
    call.need_in_guild(call.params["guild_id"])
    world = call.context.world
    guild_id = call.params["guild_id"]
    shape = shapes.guild(world.guild(guild_id))
    if call.query.get("with_counts") in {"true", "1"}:
        people = world.members[guild_id]
        online = sum(1 for user_id in people if call.context.hub.is_online(user_id))
        shape |= {"approximate_member_count": len(people), "approximate_presence_count": online}
    return shape


async def channels(call: Call) -> list[Json]:
    call.need_in_guild(call.params["guild_id"])
    world = call.context.world
    found = [c for c in world.channels_of(call.params["guild_id"]) if c["type"] not in THREADS]
    return [shapes.channel(world, c, call.user_id) for c in found if world.can_view(call.user_id, c)]


async def active_threads(call: Call) -> Json:
    call.need_in_guild(call.params["guild_id"])
    world = call.context.world
    found = [
        c
        for c in world.channels_of(call.params["guild_id"])
        if c["type"] in THREADS and not c["thread_metadata"]["archived"] and world.can_view(call.user_id, c)
    ]
    own = [shapes.thread_member(c, call.user_id) for c in found if call.user_id in c["_members"]]
    return {"threads": [shapes.channel(world, c, call.user_id) for c in found], "members": own, "has_more": False}


async def roles(call: Call) -> list[Json]:
    call.need_in_guild(call.params["guild_id"])
    found: list[Json] = call.context.world.guild(call.params["guild_id"])["roles"]
    return found


async def members(call: Call) -> list[Json]:
    call.need_in_guild(call.params["guild_id"])
    world = call.context.world
    after, limit = call.query.get("after", "0"), call.number("limit", 1, 1000)
    after = after if after.isdecimal() else "0"
    found = sorted(world.members[call.params["guild_id"]].values(), key=lambda each: int(each["user_id"]))
    return [shapes.member(world, each) for each in found if int(each["user_id"]) > int(after)][:limit]


async def member(call: Call) -> Json:
    call.need_in_guild(call.params["guild_id"])
    world = call.context.world
    return shapes.member(world, world.member(call.params["guild_id"], call.params["user_id"]))


async def update_member(call: Call) -> Json:
    """Nickname, roles, time-out: each asks for its own permission, and none reaches those who stand higher."""
    guild_id, user_id = call.params["guild_id"], call.params["user_id"]
    forms.check_member(call.body, datetime.fromtimestamp(call.context.world.clock.now(), UTC))
    asked = {
        "nick": Permission.MANAGE_NICKNAMES,
        "roles": Permission.MANAGE_ROLES,
        "communication_disabled_until": Permission.MODERATE_MEMBERS,
    }
    for key, needed in asked.items():
        if key in call.form:
            call.need_in_guild(guild_id, needed)
    found = call.context.world.member(guild_id, user_id)
    _hold_rank(call, guild_id, user_id)
    return _save_member(call, found | {key: call.form[key] for key in asked.keys() & call.form.keys()})


async def update_me(call: Call) -> Json:
    """One's own nickname."""
    guild_id = call.params["guild_id"]
    forms.check_member(call.body, datetime.fromtimestamp(call.context.world.clock.now(), UTC))
    call.need_in_guild(guild_id, Permission.CHANGE_NICKNAME)
    found = call.context.world.member(guild_id, call.user_id)
    return _save_member(call, found | {key: call.form[key] for key in {"nick"} & call.form.keys()})


async def add_role(call: Call) -> None:
    _change_role(call, held=True)


async def remove_role(call: Call) -> None:
    _change_role(call, held=False)


def _change_role(call: Call, *, held: bool) -> None:
    guild_id, role_id = call.params["guild_id"], call.params["role_id"]
    call.need_in_guild(guild_id, Permission.MANAGE_ROLES)
    world = call.context.world
    role = next((each for each in world.guild(guild_id)["roles"] if each["id"] == role_id), None)
    if role is None:
        raise refusal(10011)
    if role["managed"] or role["position"] >= _rank(call, guild_id, call.user_id):
        raise refusal(50013)
    found = world.member(guild_id, call.params["user_id"])
    others = [each for each in found["roles"] if each != role_id]
    _save_member(call, found | {"roles": [*others, role_id] if held else others})


def _rank(call: Call, guild_id: str, user_id: str) -> int:
    """The position of the highest role of a member; the owner stands above all."""
    world = call.context.world
    guild = world.guild(guild_id)
    if guild["owner_id"] == user_id:
        return len(guild["roles"]) + 1
    held = world.member(guild_id, user_id)["roles"]
    return max((role["position"] for role in guild["roles"] if role["id"] in held), default=0)


def _hold_rank(call: Call, guild_id: str, user_id: str) -> None:
    if user_id != call.user_id and _rank(call, guild_id, user_id) >= _rank(call, guild_id, call.user_id):
        raise refusal(50013)


def _save_member(call: Call, found: Json) -> Json:
    world = call.context.world
    world.save("member", found)
    shape = shapes.member(world, found)
    data = shape | {"guild_id": found["guild_id"]}
    call.context.hub.to_guild(found["guild_id"], "GUILD_MEMBER_UPDATE", data, intent=GUILD_MEMBERS)
    return shape


async def kick(call: Call) -> None:
    guild_id, user_id = call.params["guild_id"], call.params["user_id"]
    call.need_in_guild(guild_id, Permission.KICK_MEMBERS)
    found = call.context.world.member(guild_id, user_id)
    _hold_rank(call, guild_id, user_id)
    remove_member(call, found)


def remove_member(call: Call, found: Json) -> None:
    """Somebody is no longer in a server, the bot too: for them it is gone, for the others they are."""
    world, hub = call.context.world, call.context.hub
    world.drop("member", found)
    guild_id = found["guild_id"]
    hub.to_user(found["user_id"], "GUILD_DELETE", {"id": guild_id})
    left = {"guild_id": guild_id, "user": shapes.user(world.user(found["user_id"]))}
    hub.to_guild(guild_id, "GUILD_MEMBER_REMOVE", left, intent=GUILD_MEMBERS)
    hub.to_guild(guild_id, "GUILD_APPLICATION_COMMAND_INDEX_UPDATE", {"guild_id": guild_id}, intent=MEMBERS_ONLY)


GUILD = "/guilds/{guild_id}"
MEMBER = GUILD + "/members/{user_id}"
ROUTES = (
    Route("GET", GUILD, read),
    Route("GET", GUILD + "/channels", channels),
    Route("GET", GUILD + "/threads/active", active_threads),
    Route("GET", GUILD + "/roles", roles),
    Route("GET", GUILD + "/members", members),
    Route("GET", MEMBER, member),
    Route("PATCH", GUILD + "/members/@me", update_me),
    Route("PATCH", MEMBER, update_member),
    Route("DELETE", MEMBER, kick),
    Route("PUT", MEMBER + "/roles/{role_id}", add_role),
    Route("DELETE", MEMBER + "/roles/{role_id}", remove_role),
)
