"""Who may do what where: Discord's permission bits and the order in which roles and overwrites apply.

Source: Discord's documentation, "Permissions", with its sections on hierarchy, implicit permissions and timeouts.
"""

from collections.abc import Iterable
from enum import IntFlag
from typing import Any

Json = dict[str, Any]


class Permission(IntFlag):
    """The bits that the playground's routes ask for, by Discord's names."""

    KICK_MEMBERS = 1 << 1
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    USE_APPLICATION_COMMANDS = 1 << 31
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40
    USE_EXTERNAL_APPS = 1 << 50
    PIN_MESSAGES = 1 << 51
    BYPASS_SLOWMODE = 1 << 52


EVERYTHING = (1 << 53) - 1

EVERYONE = (
    Permission.ADD_REACTIONS
    | Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.USE_EXTERNAL_EMOJIS
    | Permission.CHANGE_NICKNAME
    | Permission.USE_APPLICATION_COMMANDS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.USE_EXTERNAL_APPS
)
"""What @everyone may do in a new server."""

IN_A_DM = EVERYONE & ~Permission.CREATE_PUBLIC_THREADS
WHILE_TIMED_OUT = Permission.VIEW_CHANNEL | Permission.READ_MESSAGE_HISTORY
NEEDS_TO_WRITE = (
    Permission.EMBED_LINKS | Permission.ATTACH_FILES | Permission.MENTION_EVERYONE | Permission.SEND_TTS_MESSAGES
)
THREADS = frozenset({10, 11, 12})


def in_guild(guild: Json, member: Json) -> int:
    """What `member` may do in `guild` by its roles, before any channel has its say."""
    if guild["owner_id"] == member["user_id"]:
        return EVERYTHING
    held = {guild["id"], *member["roles"]}
    bits = 0
    for role in guild["roles"]:
        if role["id"] in held:
            bits |= int(role["permissions"])
    return EVERYTHING if bits & Permission.ADMINISTRATOR else bits


def in_channel(guild: Json, member: Json, channel: Json, *, timed_out: bool = False) -> int:
    """What `member` may do in `channel`; a thread is asked with its parent's overwrites."""
    bits = in_guild(guild, member)
    if bits == EVERYTHING:
        return bits
    bits = _overwritten(bits, guild["id"], member, channel["permission_overwrites"])
    if not bits & Permission.VIEW_CHANNEL:
        return 0
    if not bits & Permission.SEND_MESSAGES:
        bits &= ~NEEDS_TO_WRITE
    return bits & WHILE_TIMED_OUT if timed_out else bits


def _overwritten(bits: int, everyone: str, member: Json, overwrites: Iterable[Json]) -> int:
    """Apply @everyone's overwrite, then those of all roles together, then the member's own."""
    by_id = {overwrite["id"]: overwrite for overwrite in overwrites}
    for group in ([everyone], member["roles"], [member["user_id"]]):
        chosen = [by_id[key] for key in group if key in by_id]
        for overwrite in chosen:
            bits &= ~int(overwrite["deny"])
        for overwrite in chosen:
            bits |= int(overwrite["allow"])
    return bits
