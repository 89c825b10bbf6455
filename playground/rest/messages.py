"""Messages: write, read, edit, delete; for bots and for members, with files either beside the body or put up before."""

import asyncio
from typing import Any

from playground import forms
from playground.clock import seconds_of
from playground.errors import ApiError, InvalidForm, TooSoon, refusal
from playground.gateway.hub import TYPING
from playground.limits import Limit
from playground.rest import composing
from playground.rest.call import Call, File, Route
from playground.world import shapes
from playground.world.archive import Json
from playground.world.permissions import THREADS, Permission
from playground.world.world import DM, MESSAGE_EPHEMERAL

REPLY, DEFAULT = 19, 0


async def create(call: Call) -> Json:
    channel = call.channel()
    forms.check_message(call.body, composing.beside(call.files))
    _hold_permissions(call, channel)
    if found := _made_before(call, channel):
        return call.context.message(found, call.user_id)
    _hold_slowmode(call, channel)
    files = call.files + await _uploaded(call)
    flags = (call.form.get("flags") or 0) & composing.SETTABLE
    prepared = await composing.prepare(call.context, composing.folder_of(channel["id"], 0), call.form, files)
    blank = composing.blank(call.context, channel, call.user_id, flags=flags, tts=bool(call.form.get("tts")))
    blank |= _reply(call, channel)
    message = composing.fill(call.context, blank, call.form, prepared)
    if (nonce := call.form.get("nonce")) is not None:
        message |= {"_nonce": nonce, "_nonce_for": call.user_id}
        if found := _made_before(call, channel):
            return call.context.message(found, call.user_id)
    _wake(call, channel)
    composing.publish(call.context, message)
    return call.context.message(message, call.user_id)


def _hold_permissions(call: Call, channel: Json) -> None:
    world = call.context.world
    if channel["type"] == DM:
        _hold_dm(call, channel)
        return
    if channel["type"] not in {0, 5} | THREADS:
        raise refusal(50008)
    in_thread = channel["type"] in THREADS
    call.need(channel, Permission.SEND_MESSAGES_IN_THREADS if in_thread else Permission.SEND_MESSAGES)
    if in_thread and channel["thread_metadata"]["locked"]:
        call.need(channel, Permission.MANAGE_THREADS)
    if call.files or call.form.get("attachments"):
        call.need(channel, Permission.ATTACH_FILES)
    if call.form.get("embeds") and call.actor and call.actor["bot"]:
        call.need(channel, Permission.EMBED_LINKS)
    if call.form.get("message_reference") and not world.may(call.user_id, channel) & Permission.READ_MESSAGE_HISTORY:
        raise refusal(160002)


def _hold_dm(call: Call, channel: Json) -> None:
    """A DM needs a server in common, or the application installed, and somebody who takes DMs."""
    world = call.context.world
    other = world.user(next(key for key in channel["_recipients"] if key != call.user_id))
    shared = any(world.is_member(guild["id"], other["id"]) for guild in world.guilds_of(call.user_id))
    installed = other["id"] in world.settings["user_installs"]
    if not other["_accepts_dms"] or not (shared or installed):
        raise refusal(50007)


def _made_before(call: Call, channel: Json) -> Json | None:
    nonce = call.form.get("nonce")
    if nonce is None or not call.form.get("enforce_nonce"):
        return None
    now = call.context.world.clock.now()
    for message in reversed(call.context.world.messages.get(channel["id"], {}).values()):
        if now - seconds_of(message["id"]) >= call.context.nonce_window:
            return None
        if message.get("_nonce") == nonce and message["_author"] == call.user_id:
            return message
    return None


def _hold_slowmode(call: Call, channel: Json) -> None:
    wait = channel.get("rate_limit_per_user", 0)
    freed = Permission.MANAGE_MESSAGES | Permission.MANAGE_CHANNELS | Permission.BYPASS_SLOWMODE
    world = call.context.world
    if not wait or world.may(call.user_id, channel) & freed:
        return
    own = (m for m in reversed(world.messages.get(channel["id"], {}).values()) if m["_author"] == call.user_id)
    if (last := next(own, None)) and (left := wait - (world.clock.now() - seconds_of(last["id"]))) > 0:
        raise TooSoon(20016, left)


async def _uploaded(call: Call) -> list[File]:
    """The files that a member put up before, named in the body by `uploaded_filename`."""
    return [await take_upload(call, each) for each in call.form.get("attachments") or [] if "uploaded_filename" in each]


async def take_upload(call: Call, about: Json) -> File:
    """The file behind `uploaded_filename`; each may be used once, by the member who put it up."""
    context, key = call.context, str(about["uploaded_filename"]).split("/")[0]
    pending = context.uploads.get(key)
    body = await asyncio.to_thread(context.world.archive.get_blob, f"upload/{key}")
    if pending is None or pending.user_id != call.user_id or body is None:
        raise InvalidForm({"attachments": {"_errors": [{"code": "UPLOAD_NOT_FOUND", "message": "Unknown upload"}]}})
    del context.uploads[key]
    context.world.archive.delete_blob(f"upload/{key}")
    return File(str(about["id"]), about.get("filename") or pending.name, body)


def _reply(call: Call, channel: Json) -> Json:
    reference = call.form.get("message_reference")
    if reference is None:
        return {}
    if reference.get("type", 0) not in {0, None}:
        raise ApiError(501, 0, "The playground does not forward messages")
    held = call.context.world.messages.get(channel["id"], {}).get(str(reference["message_id"]))
    if held is None:
        if reference.get("fail_if_not_exists") is False:
            return {}
        wrong = {"code": "REPLIES_UNKNOWN_MESSAGE", "message": "Unknown message"}
        raise InvalidForm({"message_reference": {"_errors": [wrong]}})
    return {"type": REPLY, "message_reference": reference_to(held, channel), "_replied_to": held["_author"]}


def reference_to(message: Json, channel: Json) -> Json:
    shape = {"type": 0, "channel_id": channel["id"], "message_id": message["id"]}
    return shape | ({"guild_id": channel["guild_id"]} if "guild_id" in channel else {})


def _wake(call: Call, channel: Json) -> None:
    """Writing in an archived thread opens it again."""
    if channel["type"] in THREADS and channel["thread_metadata"]["archived"]:
        channel["thread_metadata"]["archived"] = False
        call.context.world.save("channel", channel)
        call.context.hub.to_channel(channel, "THREAD_UPDATE", lambda _viewer: channel)


async def read_many(call: Call) -> list[Json]:
    """The newest messages first; `before`, `after` and `around` as Discord has them."""
    channel = call.channel()
    if not call.context.world.may(call.user_id, channel) & Permission.READ_MESSAGE_HISTORY:
        return []
    limit = call.number("limit", 50, 100)
    found = [
        m for m in call.context.world.messages.get(channel["id"], {}).values() if not m["flags"] & MESSAGE_EPHEMERAL
    ]
    if before := call.query.get("before"):
        found = [m for m in found if int(m["id"]) < _id(before, "before")]
    if after := call.query.get("after"):
        found = [m for m in found if int(m["id"]) > _id(after, "after")][:limit]
    if around := call.query.get("around"):
        found = sorted(sorted(found, key=lambda m: abs(int(m["id"]) - _id(around, "around")))[:limit], key=_order)
    return [_read(call, channel, m) for m in reversed(found[-limit:])]


def _order(message: Json) -> int:
    return int(message["id"])


def _id(text: str, field: str) -> int:
    if not (text.isascii() and text.isdecimal()):
        wrong = {"code": "NUMBER_TYPE_COERCE", "message": f'Value "{text[:30]}" is not snowflake.'}
        raise InvalidForm({field: {"_errors": [wrong]}})
    return int(text)


async def read(call: Call) -> Json:
    channel = call.channel(Permission.READ_MESSAGE_HISTORY)
    return _read(call, channel, _message(call, channel))


def _read(call: Call, channel: Json, message: Json) -> Json:
    """The intent for message content holds for what is asked for too."""
    shape = call.context.message(message, call.user_id)
    is_bot = call.context.world.user(call.user_id).get("bot", False)
    return shapes.for_bot(shape, call.user_id) if is_bot and channel["type"] != DM else shape


def _message(call: Call, channel: Json) -> Json:
    return call.context.world.message(channel["id"], call.params["message_id"])


async def edit(call: Call) -> Json:
    channel = call.channel()
    _hold_open(channel)
    message = _message(call, channel)
    if message["_author"] != call.user_id:
        return await _edit_foreign(call, channel, message)
    forms.check_edit(call.body, composing.beside(call.files, message))
    prepared = await composing.prepare(call.context, composing.folder_of(channel["id"], 0), call.form, call.files)
    message = composing.fill(call.context, _message(call, channel), call.form, prepared)
    message["flags"] = flags_after(message["flags"], call.form)
    return call.context.message(composing.republish(call.context, message), call.user_id)


async def _edit_foreign(call: Call, channel: Json, message: Json) -> Json:
    """Another's message can only have its embeds hidden, by those who manage messages."""
    if set(call.form) != {"flags"}:
        raise refusal(50005)
    call.need(channel, Permission.MANAGE_MESSAGES)
    message["flags"] = flags_after(message["flags"], call.form)
    return call.context.message(composing.republish(call.context, message, edited=False), call.user_id)


def flags_after(flags: int, body: Json) -> int:
    """A message's flags after an edit: embeds may be hidden or shown; Components V2 once set stays."""
    if body.get("flags") is None:
        return flags
    wanted = body["flags"] & (composing.SUPPRESS_EMBEDS | composing.COMPONENTS_V2)
    result: int = (flags & ~composing.SUPPRESS_EMBEDS) | wanted
    return result


def _hold_open(channel: Json) -> None:
    if channel["type"] in THREADS and channel["thread_metadata"]["archived"]:
        raise refusal(50083)


async def delete(call: Call) -> None:
    channel = call.channel()
    message = _message(call, channel)
    if message["_author"] != call.user_id:
        call.need(channel, Permission.MANAGE_MESSAGES)
        if channel["type"] == DM:
            raise refusal(50003)
    composing.remove(call.context, message)


async def delete_many(call: Call) -> None:
    channel = call.channel(Permission.MANAGE_MESSAGES)
    forms.check_bulk_delete(call.form)
    for message_id in call.form["messages"]:
        if message := call.context.world.messages.get(channel["id"], {}).get(str(message_id)):
            composing.remove(call.context, message)


async def typing(call: Call) -> None:
    channel = call.channel()
    _hold_writable(call, channel)
    world = call.context.world
    data: dict[str, Any] = {"channel_id": channel["id"], "user_id": call.user_id, "timestamp": int(world.clock.now())}
    if "guild_id" in channel:
        data["guild_id"] = channel["guild_id"]
    call.context.hub.to_channel(channel, "TYPING_START", lambda _viewer: data, intents=TYPING)


def _hold_writable(call: Call, channel: Json) -> None:
    if channel["type"] != DM:
        in_thread = channel["type"] in THREADS
        call.need(channel, Permission.SEND_MESSAGES_IN_THREADS if in_thread else Permission.SEND_MESSAGES)


MESSAGES = "/channels/{channel_id}/messages"
ROUTES = (
    Route("GET", MESSAGES, read_many),
    Route("POST", MESSAGES, create, Limit(5, 5.0), takes_files=True),
    Route("POST", MESSAGES + "/bulk-delete", delete_many, Limit(1, 3.0)),
    Route("GET", MESSAGES + "/{message_id}", read),
    Route("PATCH", MESSAGES + "/{message_id}", edit, Limit(5, 5.0), takes_files=True),
    Route("DELETE", MESSAGES + "/{message_id}", delete, Limit(5, 1.0)),
    Route("POST", "/channels/{channel_id}/typing", typing, Limit(5, 5.0)),
)
