"""Two stages for one bot, the playground and simcord: the same members act on both, and both tell what they see."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Protocol

import discord
import simcord

from playground.member import Member

Json = dict[str, Any]
ROOM = "general"
PATIENCE = 10.0
EPHEMERAL, LOADING, V2 = 1 << 6, 1 << 7, 1 << 15


@dataclass(frozen=True)
class Act:
    """What a member does. `at` is the message that it is done to: its place among those that the member sees."""

    who: str
    verb: str
    name: str = ""
    at: int = 0
    values: Any = None
    options: Json = field(default_factory=dict)


class Stage(Protocol):
    """Where members act on a bot and see what it does."""

    async def do(self, act: Act) -> Any:
        """Act; what only this member gets at once is given: suggestions, or a modal."""

    def seen(self, who: str) -> list[Json]:
        """The messages that this member sees, oldest first."""


# --- what is compared


def message(shape: Json) -> Json:
    """A message in Discord's JSON, without what differs from one world to the next."""
    return {
        "content": re.sub(r"<@\d+>", "<@somebody>", shape["content"]),
        "embeds": [_embed(each) for each in shape["embeds"]],
        "components": [_component(each) for each in shape["components"]],
        "files": [(each["filename"], each["size"]) for each in shape["attachments"]],
        "ephemeral": bool(shape["flags"] & EPHEMERAL),
        "thinking": bool(shape["flags"] & LOADING),
        "is_layout": bool(shape["flags"] & V2),
        "edited": shape["edited_timestamp"] is not None,
        "everyone": shape["mention_everyone"],
        "mentioned": sorted(_name(each) for each in shape["mentions"]),
        "type": shape["type"],
        "replies": shape.get("message_reference") is not None,
        "author": _name(shape["author"]),
    }


def _name(user: Json) -> str:
    return "the bot" if user.get("bot") else str(user["username"])


def _embed(shape: Json) -> Json:
    kept = {key: shape[key] for key in ("title", "description", "color", "fields") if key in shape}
    told = {part: shape[part]["text" if part == "footer" else "name"] for part in ("footer", "author") if part in shape}
    return kept | told | {part: shape[part]["url"].split(":")[0] for part in ("image", "thumbnail") if part in shape}


COMPARED = ("type", "custom_id", "label", "style", "disabled", "content", "placeholder", "emoji", "options", "required")
DEFAULTS: Json = {"disabled": False, "required": True}


def _component(shape: Json) -> Json:
    kept = {key: shape[key] for key in COMPARED if shape.get(key, DEFAULTS.get(key)) not in (None, DEFAULTS.get(key))}
    if "emoji" in kept:
        kept["emoji"] = kept["emoji"]["name"]
    if "options" in kept:
        kept["options"] = [(each["label"], each["value"], each.get("default", False)) for each in kept["options"]]
    kept |= {"inside": [_component(each) for each in shape["components"]]} if "components" in shape else {}
    kept |= {part: _component(shape[part]) for part in ("accessory", "component") if part in shape}
    return kept | ({"pictures": len(shape["items"])} if "items" in shape else {})


def modal(shape: Json) -> Json:
    components = [_component(each) for each in shape["components"]]
    return {"title": shape["title"], "custom_id": shape["custom_id"], "components": components}


def choices(shapes: list[Json]) -> list[tuple[str, str]]:
    return [(each["name"], each["value"]) for each in shapes]


def differences(mine: Any, theirs: Any, path: str = "") -> list[str]:
    """Where the two disagree, each as "path: the playground's, simcord's"."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        keys = sorted(mine.keys() | theirs.keys())
        return [each for key in keys for each in differences(mine.get(key), theirs.get(key), f"{path}/{key}")]
    if isinstance(mine, list) and isinstance(theirs, list) and len(mine) == len(theirs):
        pairs = enumerate(zip(mine, theirs, strict=True))
        return [each for n, (one, other) in pairs for each in differences(one, other, f"{path}/{n}")]
    return [] if mine == theirs else [f"{path}: {mine!r}, {theirs!r}"]


# --- the playground


class PlaygroundStage:
    """Members' clients over sockets; what they see is what the gateway told them."""

    def __init__(self, members: dict[str, Member]) -> None:
        self.members = members
        self._modals: dict[str, Json] = {}

    def seen(self, who: str) -> list[Json]:
        return [message(each) for each in self._messages(who)]

    async def settled(self, who: str, test: Callable[[list[Json]], bool]) -> list[Json]:
        """What a member sees once it passes `test`; what they see instead, where that does not come."""
        with suppress(TimeoutError):
            await self.members[who]._first(lambda _name, _data: test(self.seen(who)), "what was expected", PATIENCE)
        return self.seen(who)

    def _messages(self, who: str) -> list[Json]:
        held: dict[str, Json] = {}
        room = self.members[who].channel(ROOM)["id"]
        for event, data in self.members[who]._events:
            if event in {"MESSAGE_CREATE", "MESSAGE_UPDATE"} and data["channel_id"] == room:
                held[data["id"]] = data
            elif event == "MESSAGE_DELETE":
                held.pop(data["id"], None)
        return [held[key] for key in sorted(held, key=int)]

    async def do(self, act: Act) -> Any:
        ada, room = self.members[act.who], self.members[act.who].channel(ROOM)
        options = act.options | {key: self.members[who].id for key, who in act.options.items() if key == "who"}
        match act.verb:
            case "say":
                return await ada.send(room, act.name) and None
            case "slash":
                await ada.slash(room, act.name, **options)
            case "type":
                return choices(await ada.autocomplete(room, act.name, act.values, **options))
            case "menu":
                await ada.menu(room, act.name, self._messages(act.who)[act.at])
            case "press":
                await ada.press(self._messages(act.who)[act.at], act.name)
            case "choose":
                await ada.choose(self._messages(act.who)[act.at], act.name, act.values)
            case "submit":
                await ada.submit(self._modals[act.who], **options)
        return await self._modal(act) if act.values == "modal" else None

    async def _modal(self, act: Act) -> Json:
        before = self._modals.get(act.who, {}).get("id")
        shown = await self.members[act.who].wait_for("INTERACTION_MODAL_CREATE", lambda data: data["id"] != before)
        self._modals[act.who] = shown
        return modal(shown)


# --- simcord


class SimcordStage:
    """simcord's actors in process; what they see is its history for a viewer."""

    def __init__(self, env: simcord.Env) -> None:
        guild = env.create_guild("Fourup Studio")
        self._room = guild.create_text_channel(ROOM)
        self._actors = {
            name: guild.add_member(env.create_user(name, global_name=name.title())) for name in ("ada", "bo")
        }
        self._shown: dict[str, Any] = {}

    def seen(self, who: str) -> list[Json]:
        return [message(_as_json(each)) for each in self._room.history(viewer=self._actors[who])]

    async def do(self, act: Act) -> Any:
        actor = self._actors[act.who]
        options = act.options | {key: self._actors[who] for key, who in act.options.items() if key == "who"}
        at = self._room.history(viewer=actor)[act.at] if act.verb in {"menu", "press", "choose"} else None
        match act.verb:
            case "say":
                return await actor.send(self._room, act.name) and None
            case "slash":
                result = await actor.slash(self._room, act.name, **options)
            case "type":
                typed = options.pop(act.values)
                return choices(await actor.autocomplete(self._room, act.name, act.values, typed, **options))
            case "menu":
                result = await actor.context_menu(self._room, act.name, at)  # type: ignore[arg-type]
            case "press":
                result = await actor.click(at, custom_id=act.name)  # type: ignore[arg-type]
            case "choose":
                result = await actor.select(at, act.values, custom_id=act.name)  # type: ignore[arg-type]
            case _:
                result = await actor.submit_modal(self._shown[act.who], options)
        self._shown[act.who] = result
        return modal(result.modal) if result.modal is not None else None


def _as_json(shown: discord.Message) -> Json:
    """A message of discord.py's, as Discord's JSON has it."""
    users = [{"username": each.name, "bot": each.bot} for each in shown.mentions]
    return {
        "content": shown.content,
        "embeds": [each.to_dict() for each in shown.embeds],
        "components": [each.to_dict() for each in shown.components],
        "attachments": [{"filename": each.filename, "size": each.size} for each in shown.attachments],
        "flags": shown.flags.value,
        "edited_timestamp": shown.edited_at,
        "mention_everyone": shown.mention_everyone,
        "mentions": users,
        "type": shown.type.value,
        "message_reference": shown.reference,
        "author": {"username": shown.author.name, "bot": shown.author.bot},
    }
