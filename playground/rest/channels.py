"""Channels and threads: read, change, archive, delete; overwrites; who takes part."""

from playground import forms
from playground.errors import refusal
from playground.rest import composing
from playground.rest.call import Call, Created, Route
from playground.world import seed, shapes
from playground.world.archive import Json
from playground.world.permissions import THREADS, Permission
from playground.world.world import DM

TEXT, PUBLIC, PRIVATE = 0, 11, 12
THREAD_CREATED = 18
EDITABLE = frozenset({"name", "topic", "nsfw", "rate_limit_per_user", "position", "parent_id", "permission_overwrites"})
THREAD_META = frozenset({"archived", "locked", "auto_archive_duration", "invitable"})


async def read(call: Call) -> Json:
    return shapes.channel(call.context.world, call.channel(), call.user_id)


async def update(call: Call) -> Json:
    channel = call.channel()
    forms.check_channel(call.form)
    is_thread = channel["type"] in THREADS
    if channel["type"] == DM:
        raise refusal(50024)
    owns = is_thread and channel["owner_id"] == call.user_id and "locked" not in call.form
    if not owns:
        call.need(channel, Permission.MANAGE_THREADS if is_thread else Permission.MANAGE_CHANNELS)
    changed = channel | {key: call.form[key] for key in (EDITABLE if not is_thread else {"name"}) & call.form.keys()}
    if is_thread:
        meta = {key: call.form[key] for key in THREAD_META & call.form.keys()}
        if meta.get("archived", False) != channel["thread_metadata"]["archived"]:
            meta["archive_timestamp"] = call.context.world.clock.iso()
        changed["thread_metadata"] = channel["thread_metadata"] | meta
    return _save(call, changed)


def _save(call: Call, channel: Json) -> Json:
    """Store a changed channel; who can no longer see it is told that it went, who now can that it came."""
    world, hub = call.context.world, call.context.hub
    kind = "THREAD" if channel["type"] in THREADS else "CHANNEL"
    before = world.channel(channel["id"])
    users = {session.user_id for session in hub.sessions()}
    saw = {user for user in users if world.can_view(user, before)}
    world.save("channel", channel)
    for user in users:
        sees = world.can_view(user, channel)
        if sees or user in saw:
            event = ("UPDATE" if user in saw else "CREATE") if sees else "DELETE"
            hub.to_user(user, f"{kind}_{event}", shapes.channel(world, channel, user))
    return shapes.channel(world, channel, call.user_id)


async def delete(call: Call) -> Json:
    world = call.context.world
    channel = call.channel()
    if channel["type"] == DM:
        return shapes.channel(world, channel, call.user_id)
    is_thread = channel["type"] in THREADS
    call.need(channel, Permission.MANAGE_THREADS if is_thread else Permission.MANAGE_CHANNELS)
    for thread in [c for c in world.channels_of(channel["guild_id"]) if c.get("parent_id") == channel["id"]]:
        if thread["type"] in THREADS:
            _drop(call, thread)
    _drop(call, channel)
    return shapes.channel(world, channel, call.user_id)


def _drop(call: Call, channel: Json) -> None:
    world, hub = call.context.world, call.context.hub
    event = "THREAD_DELETE" if channel["type"] in THREADS else "CHANNEL_DELETE"
    hub.to_channel(channel, event, lambda viewer: shapes.channel(world, channel, viewer))
    for message in list(world.messages.pop(channel["id"], {}).values()):
        world.messages[channel["id"]] = {message["id"]: message}
        world.drop("message", message)
    world.messages.pop(channel["id"], None)
    world.drop("channel", channel)


async def set_overwrite(call: Call) -> None:
    channel, others = _without_overwrite(call)
    forms.check_overwrite(call.form)
    shape = {"id": call.params["overwrite_id"], "type": call.form["type"]}
    shape |= {key: str(call.form.get(key) or "0") for key in ("allow", "deny")}
    _save(call, channel | {"permission_overwrites": [*others, shape]})


async def delete_overwrite(call: Call) -> None:
    channel, others = _without_overwrite(call)
    _save(call, channel | {"permission_overwrites": others})


def _without_overwrite(call: Call) -> tuple[Json, list[Json]]:
    """The channel of the route, and its overwrites but for the one that is meant; threads and DMs have none."""
    channel = call.channel(Permission.MANAGE_ROLES)
    if "permission_overwrites" not in channel:
        raise refusal(50024)
    return channel, [each for each in channel["permission_overwrites"] if each["id"] != call.params["overwrite_id"]]


# --- threads


async def create_thread(call: Call) -> Created:
    parent = call.channel()
    forms.check_thread(call.form)
    kind = call.form.get("type") or PUBLIC
    if parent["type"] != TEXT or kind not in {PUBLIC, PRIVATE}:
        raise refusal(50024)
    needed = Permission.CREATE_PUBLIC_THREADS if kind == PUBLIC else Permission.CREATE_PRIVATE_THREADS
    call.need(parent, needed)
    return Created(_open(call, parent, kind=kind))


async def create_thread_from(call: Call) -> Created:
    parent = call.channel(Permission.CREATE_PUBLIC_THREADS)
    forms.check_thread(call.form)
    message = call.context.world.message(parent["id"], call.params["message_id"])
    if parent["type"] != TEXT:
        raise refusal(50024)
    if message["id"] in call.context.world.channels:
        raise refusal(160004)
    thread = _open(call, parent, id=message["id"])
    message["flags"] |= 1 << 5
    composing.republish(call.context, message, edited=False)
    return Created(thread)


def _open(call: Call, parent: Json, **fields: object) -> Json:
    context, world = call.context, call.context.world
    owner = world.user(call.user_id)
    life = {"auto_archive_duration": call.form.get("auto_archive_duration") or 1440}
    thread = seed.add_thread(world, parent, owner, call.form["name"], **life, **fields)
    context.hub.to_channel(
        thread, "THREAD_CREATE", lambda viewer: shapes.channel(world, thread, viewer) | {"newly_created": True}
    )
    if "id" not in fields:
        note = composing.blank(context, parent, call.user_id, type=THREAD_CREATED, content=thread["name"])
        reference = {"type": 0, "channel_id": thread["id"], "guild_id": parent["guild_id"]}
        composing.publish(context, note | {"message_reference": reference})
    return shapes.channel(world, thread, call.user_id)


async def join(call: Call) -> None:
    _take_part(call, call.user_id, present=True)


async def leave(call: Call) -> None:
    _take_part(call, call.user_id, present=False)


async def add_to_thread(call: Call) -> None:
    call.channel(Permission.SEND_MESSAGES_IN_THREADS)
    _take_part(call, call.params["user_id"], present=True)


async def remove_from_thread(call: Call) -> None:
    call.channel(Permission.MANAGE_THREADS)
    _take_part(call, call.params["user_id"], present=False)


def _take_part(call: Call, user_id: str, *, present: bool) -> None:
    world, thread = call.context.world, call.channel()
    if thread["type"] not in THREADS:
        raise refusal(50024)
    if thread["thread_metadata"]["archived"]:
        raise refusal(50083)
    world.member(thread["guild_id"], user_id)
    if (user_id in thread["_members"]) == present:
        return
    others = [each for each in thread["_members"] if each != user_id]
    thread["_members"] = [*others, user_id] if present else others
    thread["member_count"] = len(thread["_members"])
    world.save("channel", thread)
    data = {"id": thread["id"], "guild_id": thread["guild_id"], "member_count": thread["member_count"]}
    data |= {"added_members": [shapes.thread_member(thread, user_id)]} if present else {"removed_member_ids": [user_id]}
    call.context.hub.to_channel(thread, "THREAD_MEMBERS_UPDATE", lambda _viewer: data)


async def thread_members(call: Call) -> list[Json]:
    thread = call.channel()
    if thread["type"] not in THREADS:
        raise refusal(50024)
    return [shapes.thread_member(thread, user_id) for user_id in thread["_members"]]


CHANNEL = "/channels/{channel_id}"
ROUTES = (
    Route("GET", CHANNEL, read),
    Route("PATCH", CHANNEL, update),
    Route("DELETE", CHANNEL, delete),
    Route("PUT", CHANNEL + "/permissions/{overwrite_id}", set_overwrite),
    Route("DELETE", CHANNEL + "/permissions/{overwrite_id}", delete_overwrite),
    Route("POST", CHANNEL + "/threads", create_thread),
    Route("POST", CHANNEL + "/messages/{message_id}/threads", create_thread_from),
    Route("GET", CHANNEL + "/thread-members", thread_members),
    Route("PUT", CHANNEL + "/thread-members/@me", join),
    Route("DELETE", CHANNEL + "/thread-members/@me", leave),
    Route("PUT", CHANNEL + "/thread-members/{user_id}", add_to_thread),
    Route("DELETE", CHANNEL + "/thread-members/{user_id}", remove_from_thread),
)
