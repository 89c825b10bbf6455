"""How a request's body becomes a message: text, mentions, embeds, components, files; new and edited alike."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from playground import cdn
from playground.errors import InvalidForm, refusal
from playground.forms import Beside
from playground.rest.call import File
from playground.rest.context import Context
from playground.world.archive import Json
from playground.world.permissions import Permission
from playground.world.world import MESSAGE_EPHEMERAL

LOADING, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, COMPONENTS_V2 = 1 << 7, 1 << 2, 1 << 12, 1 << 15
SETTABLE = SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2
"""Flags that a sender may set on a message; an interaction's answer may also be ephemeral."""

NOT_PLAYED = {"poll": "polls", "sticker_ids": "stickers"}

BUTTON, SELECTS = 2, frozenset({3, 5, 6, 7, 8})
FILLED: dict[int, Json] = {
    **{kind: {"min_values": 1, "max_values": 1} for kind in SELECTS},
    11: {"description": None, "spoiler": False},
    13: {"spoiler": False},
    14: {"spacing": 1, "divider": True},
    17: {"accent_color": None, "spoiler": False},
}
"""What Discord adds to a component that leaves it out, by the component's type."""

USER_MENTION = re.compile(r"<@!?(\d{15,20})>")
ROLE_MENTION = re.compile(r"<@&(\d{15,20})>")
UNSAFE = re.compile(r"[^\w.()\[\]+-]")


def blank(context: Context, channel: Json, author_id: str, **fields: Any) -> Json:
    """A message with nothing in it, not yet sent."""
    return {
        "id": context.world.ids.next(),
        "channel_id": channel["id"],
        "type": 0,
        "content": "",
        "timestamp": context.world.clock.iso(),
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "flags": 0,
        "_author": author_id,
        "_mentions": [],
        "_reactions": [],
        **fields,
    }


@dataclass(frozen=True)
class Prepared:
    """A file of a request, looked at and named, but not yet kept."""

    index: str
    attachment: Json
    body: bytes


async def prepare(context: Context, folder: str, body: Json, files: list[File]) -> list[Prepared]:
    """Look at the files of a request; the slow part of a message, done before anything is changed."""
    names = {str(each["id"]): each.get("filename") for each in body.get("attachments") or []}
    prepared = []
    for file in files:
        name = safe_name(names.get(file.index) or file.name)
        attachment = await cdn.describe(context.world.ids.next(), folder, name, file.body)
        prepared.append(Prepared(file.index, attachment, file.body))
    return prepared


def fill(context: Context, message: Json, body: Json, files: list[Prepared]) -> Json:
    """The message with what `body` says put in; what it does not name stays. The body has passed its form.

    Raises 50006 when nothing would be left, and 50035 for what the playground has not; nothing is changed then.
    """
    _hold_played(body)
    message = dict(message)
    for key, empty in (("content", ""), ("embeds", []), ("components", [])):
        if key in body:
            message[key] = body[key] if body[key] is not None else empty
    message["embeds"] = [_embed(each) for each in message["embeds"]]
    message["components"] = _numbered([_component(each) for each in message["components"]])
    # An edit of anything else leaves the mentions as they are, whatever it allows.
    if "content" in body or not message["content"]:
        _mention(context, message, body.get("allowed_mentions"))
    message["attachments"] = _attachments(message, body, files)
    if not (message["content"] or message["embeds"] or message["components"] or message["attachments"]):
        raise refusal(50006)
    for file in files:
        context.world.archive.put_blob(file.attachment["_path"], file.body)
    return message


def _hold_played(body: Json) -> None:
    """Refuse by its name what Discord would take and the playground would lose."""
    wrong = {
        key: {"_errors": [{"code": "NOT_PLAYED", "message": f"The playground does not play {what}."}]}
        for key, what in NOT_PLAYED.items()
        if body.get(key)
    }
    if wrong:
        raise InvalidForm(wrong)


def beside(files: list[File], message: Json | None = None) -> Beside:
    """What a body's form is read with: the files that came along, and for an edit the message as it is."""
    came = {file.index: safe_name(file.name) for file in files}
    if message is None:
        return Beside(came)
    return Beside(came, {each["id"]: each["filename"] for each in message["attachments"]}, message["flags"])


def folder_of(channel_id: str, flags: int) -> str:
    return f"{'ephemeral-attachments' if flags & MESSAGE_EPHEMERAL else 'attachments'}/{channel_id}"


def publish(context: Context, message: Json) -> Json:
    """Store a new message and tell all who may see it."""
    context.world.save("message", message)
    channel = context.world.channels.get(message["channel_id"])
    if channel is not None and not message["flags"] & MESSAGE_EPHEMERAL:
        channel["last_message_id"] = message["id"]
        if "message_count" in channel:
            channel["message_count"] += 1
            channel["total_message_sent"] += 1
        context.world.save("channel", channel)
    context.hub.message("MESSAGE_CREATE", message)
    return message


def republish(context: Context, message: Json, *, edited: bool = True) -> Json:
    if edited:
        message["edited_timestamp"] = context.world.clock.iso()
    context.world.save("message", message)
    context.hub.message("MESSAGE_UPDATE", message)
    return message


def remove(context: Context, message: Json) -> None:
    context.world.drop("message", message)
    channel = context.world.channels.get(message["channel_id"], {"id": message["channel_id"]})
    context.hub.message_deleted(message, channel)


def components_of(message: Json) -> Iterator[Json]:
    """Every component of a message, however deep it stands."""

    def walk(nodes: list[Json]) -> Iterator[Json]:
        for node in nodes:
            yield node
            yield from walk(node.get("components", []))
            yield from walk([node["accessory"]] if "accessory" in node else [])

    return walk(message["components"])


def safe_name(name: str) -> str:
    """A file's name as Discord keeps it: no folders, no blanks, nothing that a link cannot carry."""
    plain = name.encode("utf-8", "ignore").decode().replace(" ", "_")
    plain = UNSAFE.sub("", plain.rsplit("/", 1)[-1].rsplit("\\", 1)[-1]).lstrip(".")
    return plain[-200:] or "unknown"


def without_nulls(value: Any) -> Any:
    """JSON without the keys that hold null, which Discord takes for keys not sent."""
    if isinstance(value, dict):
        return {key: without_nulls(each) for key, each in value.items() if each is not None}
    return [without_nulls(each) for each in value] if isinstance(value, list) else value


EMBED_NEEDS = {"author": "name", "footer": "text", "image": "url", "thumbnail": "url"}
"""What each part of an embed is nothing without: Discord drops the part."""


def _embed(given: Json) -> Json:
    embed: Json = without_nulls(given)
    embed["fields"] = [{"inline": False, **each} for each in embed.get("fields", [])]
    empty = {key for key, need in EMBED_NEEDS.items() if not embed.get(key, {}).get(need)}
    empty |= set() if embed["fields"] else {"fields"}
    return {key: value for key, value in embed.items() if key not in empty}


def _component(given: Json) -> Json:
    node: Json = {**FILLED.get(given["type"], {}), **without_nulls(given)}
    if "items" in node:
        node["items"] = [{"description": None, "spoiler": False, **each} for each in node["items"]]
    for emoji in (each.get("emoji") for each in [node, *node.get("options", [])]):
        if emoji and "id" in emoji:
            emoji["id"] = str(emoji["id"])
    if "components" in node:
        node["components"] = [_component(each) for each in node["components"]]
    if "accessory" in node:
        node["accessory"] = _component(node["accessory"])
    return node


def _numbered(nodes: list[Json]) -> list[Json]:
    """Give an id to each component that has none: the lowest free numbers, in reading order."""
    every = list(components_of({"components": nodes}))
    taken = {node["id"] for node in every if node.get("id")}
    free = (number for number in count(1) if number not in taken)
    for node in every:
        node["id"] = node.get("id") or next(free)
    return nodes


def _mention(context: Context, message: Json, allowed: Json | None) -> None:
    """Whom the text pings: those it names, as far as `allowed_mentions` allows."""
    world, content = context.world, message["content"]
    channel = world.channels.get(message["channel_id"], {})
    parse = set(("users", "roles", "everyone") if allowed is None else allowed.get("parse") or ())
    users, roles = ({str(each) for each in (allowed or {}).get(key) or ()} for key in ("users", "roles"))
    named = dict.fromkeys(USER_MENTION.findall(content))
    found = [key for key in named if key in world.users and ("users" in parse or key in users)]
    original = message.get("_replied_to")
    if original and (allowed is None or (allowed or {}).get("replied_user")) and original not in found:
        found.append(original)
    message["_mentions"] = found
    guild = world.guilds.get(channel.get("guild_id", ""), {"roles": []})
    known = {role["id"] for role in guild["roles"]}
    named_roles = dict.fromkeys(ROLE_MENTION.findall(content))
    message["mention_roles"] = [k for k in named_roles if k in known and ("roles" in parse or k in roles)]
    may_ping_all = bool(channel) and world.may(message["_author"], channel) & Permission.MENTION_EVERYONE
    names_all = "@everyone" in content or "@here" in content
    message["mention_everyone"] = bool(names_all and "everyone" in parse and may_ping_all)


def _attachments(message: Json, body: Json, files: list[Prepared]) -> list[Json]:
    """The files that the message keeps, then the new ones."""
    named: list[Json] = body.get("attachments") or []
    about = {str(each["id"]): each for each in named}
    kept = list(message["attachments"])
    if "attachments" in body:
        kept = [each | _told(about[each["id"]]) for each in kept if each["id"] in about]
    return kept + [{**file.attachment, **_told(about.get(file.index, {}))} for file in files]


def _told(about: Json) -> Json:
    return {"description": about["description"]} if about.get("description") else {}
