"""The world of the playground: users, guilds, channels, messages and commands, as documents in Discord's shapes.

Keys that begin with an underscore are the playground's own and never leave it (`shapes` leaves them out).
"""

import random
from collections.abc import Iterator
from datetime import datetime

from playground.clock import Clock, Snowflakes
from playground.errors import refusal
from playground.world.archive import Archive, Json
from playground.world.permissions import IN_A_DM, THREADS, Permission, in_channel, in_guild

DM = 1
MESSAGE_EPHEMERAL = 1 << 6


class World:
    """All that exists, kept in memory and written to the archive at every change."""

    def __init__(self, archive: Archive, clock: Clock, rng: random.Random) -> None:
        self.archive, self.clock, self.rng = archive, clock, rng
        self.ids = Snowflakes(clock)
        self.settings: Json = {"id": "settings"}
        self.users: dict[str, Json] = {}
        self.guilds: dict[str, Json] = {}
        self.channels: dict[str, Json] = {}
        self.members: dict[str, dict[str, Json]] = {}
        self.messages: dict[str, dict[str, Json]] = {}
        self.commands: dict[str, Json] = {}
        for kind, body in archive.load():
            self._hold(kind, body)

    def secret(self, length: int) -> str:
        """A string of `length` hexadecimal digits from this world's own randomness."""
        return f"{self.rng.getrandbits(length * 4):0{length}x}"

    def save(self, kind: str, body: Json) -> Json:
        self._hold(kind, body)
        if not (kind == "message" and body["flags"] & MESSAGE_EPHEMERAL):
            self.archive.put(kind, _key(kind, body), body)
        return body

    def _hold(self, kind: str, body: Json) -> None:
        match kind:
            case "settings":
                self.settings = body
            case "member":
                self.members.setdefault(body["guild_id"], {})[body["user_id"]] = body
            case "message":
                self.messages.setdefault(body["channel_id"], {})[body["id"]] = body
            case _:
                shelf: dict[str, Json] = getattr(self, f"{kind}s")
                shelf[body["id"]] = body
        if body["id"].isdigit():
            self.ids.after(body["id"])

    def drop(self, kind: str, body: Json) -> None:
        match kind:
            case "member":
                self.members[body["guild_id"]].pop(body["user_id"], None)
            case "message":
                self.messages[body["channel_id"]].pop(body["id"], None)
                for attachment in body["attachments"]:
                    self.archive.delete_blob(attachment["_path"])
            case _:
                getattr(self, f"{kind}s").pop(body["id"], None)
        self.archive.delete(kind, _key(kind, body))

    # --- looking things up; what is not there is the error that Discord answers with

    def user(self, user_id: str) -> Json:
        return _found(self.users, user_id, 10013)

    def guild(self, guild_id: str) -> Json:
        return _found(self.guilds, guild_id, 10004)

    def channel(self, channel_id: str) -> Json:
        return _found(self.channels, channel_id, 10003)

    def member(self, guild_id: str, user_id: str) -> Json:
        return _found(self.members.get(guild_id, {}), user_id, 10007)

    def message(self, channel_id: str, message_id: str, viewer: str | None = None) -> Json:
        """A message that `viewer` can see; with no viewer any message that is not ephemeral."""
        message = _found(self.messages.get(channel_id, {}), message_id, 10008)
        if message["flags"] & MESSAGE_EPHEMERAL and message["_for"] != viewer:
            raise refusal(10008)
        return message

    def is_member(self, guild_id: str, user_id: str) -> bool:
        return user_id in self.members.get(guild_id, {})

    def user_of(self, token: str) -> Json | None:
        return next((user for user in self.users.values() if user["_token"] == token), None)

    def bot(self) -> Json:
        return self.user(self.settings["application_id"])

    def guilds_of(self, user_id: str) -> Iterator[Json]:
        return (guild for guild in self.guilds.values() if self.is_member(guild["id"], user_id))

    def channels_of(self, guild_id: str) -> Iterator[Json]:
        return (channel for channel in self.channels.values() if channel.get("guild_id") == guild_id)

    def dms_of(self, user_id: str) -> Iterator[Json]:
        return (c for c in self.channels.values() if c["type"] == DM and user_id in c["_recipients"])

    # --- permissions

    def may(self, user_id: str, channel: Json) -> int:
        """The permission bits that `user_id` holds in `channel`; 0 for somebody who is not there at all."""
        if channel["type"] == DM:
            return int(IN_A_DM) if user_id in channel["_recipients"] else 0
        guild_id = channel["guild_id"]
        if not self.is_member(guild_id, user_id):
            return 0
        member, parent = self.member(guild_id, user_id), channel
        if channel["type"] in THREADS:
            parent = self.channel(channel["parent_id"])
        return in_channel(self.guild(guild_id), member, parent, timed_out=self.is_timed_out(member))

    def may_in_guild(self, user_id: str, guild_id: str) -> int:
        if not self.is_member(guild_id, user_id):
            return 0
        return in_guild(self.guild(guild_id), self.member(guild_id, user_id))

    def can_view(self, user_id: str, channel: Json) -> bool:
        return bool(self.may(user_id, channel) & Permission.VIEW_CHANNEL)

    def is_timed_out(self, member: Json) -> bool:
        until = member["communication_disabled_until"]
        return until is not None and datetime.fromisoformat(until).timestamp() > self.clock.now()

    def file_limit(self, channel: Json) -> int:
        """Bytes that one file may have in `channel`: 10 MiB, in boosted guilds 50 or 100."""
        tier = self.guild(channel["guild_id"])["premium_tier"] if channel.get("guild_id") in self.guilds else 0
        return {2: 50, 3: 100}.get(tier, 10) << 20


def _key(kind: str, body: Json) -> str:
    return f"{body['guild_id']}:{body['user_id']}" if kind == "member" else str(body["id"])


def _found(shelf: dict[str, Json], key: str, code: int) -> Json:
    if key not in shelf:
        raise refusal(code)
    return shelf[key]
