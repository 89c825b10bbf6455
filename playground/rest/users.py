"""Users, DMs, and the addresses that a client asks for first."""

from playground import forms
from playground.errors import refusal
from playground.rest.call import Call, Route
from playground.rest.guilds import remove_member
from playground.world import seed, shapes
from playground.world.archive import Json


async def me(call: Call) -> Json:
    return shapes.me(call.context.world.user(call.user_id))


async def read(call: Call) -> Json:
    return shapes.user(call.context.world.user(call.params["user_id"]))


async def my_guilds(call: Call) -> list[Json]:
    world = call.context.world
    return [shapes.my_guild(world, guild, call.user_id) for guild in world.guilds_of(call.user_id)]


async def leave_guild(call: Call) -> None:
    world = call.context.world
    guild_id = call.params["guild_id"]
    if world.guild(guild_id)["owner_id"] == call.user_id:
        raise refusal(50055)
    remove_member(call, world.member(guild_id, call.user_id))


async def open_dm(call: Call) -> Json:
    """The DM with one other user; always the same one."""
    forms.check_dm(call.form)
    world = call.context.world
    other = world.user(str(call.form["recipient_id"]))
    if other["id"] == call.user_id or (other["bot"] and call.actor and call.actor["bot"]):
        raise refusal(50033)
    found = next((dm for dm in world.dms_of(call.user_id) if other["id"] in dm["_recipients"]), None)
    if found is None:
        found = seed.add_dm(world, call.user_id, other["id"])
        for user_id in found["_recipients"]:
            shape = shapes.channel(world, found, user_id)
            if not world.user(user_id)["bot"]:
                call.context.hub.to_user(user_id, "CHANNEL_CREATE", shape)
    return shapes.channel(world, found, call.user_id)


async def gateway(call: Call) -> Json:
    return {"url": call.context.gateway_url}


async def gateway_bot(call: Call) -> Json:
    starts = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
    return {"url": call.context.gateway_url, "shards": 1, "session_start_limit": starts}


async def nothing(_call: Call) -> list[Json]:
    return []


ROUTES = (
    Route("GET", "/gateway", gateway, needs_token=False),
    Route("GET", "/gateway/bot", gateway_bot),
    Route("GET", "/users/@me", me),
    Route("GET", "/users/@me/guilds", my_guilds),
    Route("DELETE", "/users/@me/guilds/{guild_id}", leave_guild),
    Route("POST", "/users/@me/channels", open_dm),
    Route("GET", "/users/{user_id}", read),
    Route("GET", "/soundboard-default-sounds", nothing),
)
