"""The world that a fresh playground begins with: three servers, five people, one bot."""

import base64

from playground.clock import seconds_of
from playground.world.archive import Json
from playground.world.permissions import EVERYONE, Permission
from playground.world.world import World

BOOSTED = 2
TEXT, CATEGORY, PUBLIC_THREAD = 0, 4, 11

MODERATOR = (
    Permission.MANAGE_GUILD
    | Permission.MANAGE_CHANNELS
    | Permission.MANAGE_MESSAGES
    | Permission.MANAGE_THREADS
    | Permission.MANAGE_ROLES
    | Permission.MANAGE_NICKNAMES
    | Permission.MODERATE_MEMBERS
    | Permission.KICK_MEMBERS
    | Permission.VIEW_AUDIT_LOG
    | Permission.MENTION_EVERYONE
    | Permission.PIN_MESSAGES
    | Permission.BYPASS_SLOWMODE
)

PEOPLE = (
    ("olive", "Olive", "Owner"),
    ("mo", "Mo", "Moderator"),
    ("ada", "Ada", "Member"),
    ("bo", "Bo", "Member"),
    ("nia", "Nia", "Newcomer"),
)


def plant(world: World) -> None:
    """Fill an empty world."""
    application_id = world.ids.next()
    world.save(
        "settings",
        {"id": "settings", "application_id": application_id, "user_installs": [], "link_key": world.secret(64)},
    )
    bot = add_user(world, "Fourup", "Fourup", "", user_id=application_id)
    people = {name: add_user(world, name, shown, title) for name, shown, title in PEOPLE}
    studio = _studio(world, people)
    second = add_guild(world, "Second Studio", people["ada"], premium_tier=BOOSTED)
    elsewhere = add_guild(world, "Elsewhere", people["bo"])
    for guild, names in ((second, ("ada", "bo")), (elsewhere, ("ada", "bo", "nia"))):
        for name in names:
            add_member(world, guild, people[name])
    add_channel(world, second, "gallery", topic="Files up to 50 MiB here: this server is boosted.")
    add_channel(world, elsewhere, "lobby", topic="Fourup is no member here; members who installed it bring it along.")
    for guild in (studio, second):
        role = add_role(world, guild, "Fourup", int(EVERYONE), managed=True, tags={"bot_id": application_id})
        add_member(world, guild, bot, roles=[role["id"]])
    world.settings["user_installs"] = [people[name]["id"] for name in ("ada", "nia")]
    world.save("settings", world.settings)


def _studio(world: World, people: dict[str, Json]) -> Json:
    guild = add_guild(world, "Fourup Studio", people["olive"])
    member = add_role(world, guild, "Member", 0, color=0x3BA55D, hoist=True)
    moderator = add_role(world, guild, "Moderator", int(MODERATOR), color=0xE67E22, hoist=True)
    held = {"mo": [moderator, member], "ada": [member], "bo": [member]}
    for name, person in people.items():
        add_member(world, guild, person, roles=[role["id"] for role in held.get(name, [])])
    rooms = add_channel(world, guild, "Studio", kind=CATEGORY)
    add_channel(world, guild, "general", parent=rooms, topic="Say hello.")
    pictures = add_channel(world, guild, "pictures", parent=rooms, topic="Pictures, made together.")
    add_channel(world, guild, "after-dark", parent=rooms, nsfw=True, topic="Age-restricted.")
    staff = add_channel(world, guild, "Staff", kind=CATEGORY)
    mods = add_channel(world, guild, "mods", parent=staff, topic="Moderators only.")
    view = str(int(Permission.VIEW_CHANNEL))
    mods["permission_overwrites"] = [
        {"id": guild["id"], "type": 0, "allow": "0", "deny": view},
        {"id": moderator["id"], "type": 0, "allow": view, "deny": "0"},
    ]
    world.save("channel", mods)
    add_thread(world, pictures, people["ada"], "apple orchard")
    return guild


def add_user(world: World, username: str, shown: str, title: str, *, user_id: str | None = None) -> Json:
    """A user with a token in the form of Discord's: the id in base64, a time stamp, a signature."""
    user_id = user_id or world.ids.next()
    is_bot = not title
    head = base64.b64encode(user_id.encode()).decode().rstrip("=")
    token = f"{head}.{world.secret(6)}.{world.secret(38)}"
    user: Json = {"id": user_id, "username": username, "global_name": None if is_bot else shown, "bot": is_bot}
    return world.save("user", user | {"_token": token, "_title": title or "Bot", "_accepts_dms": True})


def add_guild(world: World, name: str, owner: Json, *, premium_tier: int = 0) -> Json:
    guild_id = world.ids.next()
    guild: Json = {"id": guild_id, "name": name, "owner_id": owner["id"], "premium_tier": premium_tier, "roles": []}
    everyone = add_role(world, guild, "@everyone", int(EVERYONE), role_id=guild_id)
    everyone["position"] = 0
    return world.save("guild", guild)


def add_role(world: World, guild: Json, name: str, permissions: int, **fields: object) -> Json:
    color = fields.get("color", 0)
    role: Json = {
        "id": fields.pop("role_id", None) or world.ids.next(),
        "name": name,
        "permissions": str(permissions),
        "position": len(guild["roles"]),
        "color": color,
        "colors": {"primary_color": color, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }
    guild["roles"].append(role | fields)
    world.save("guild", guild)
    found: Json = guild["roles"][-1]
    return found


def add_member(world: World, guild: Json, user: Json, *, roles: list[str] | None = None) -> Json:
    member = {
        "id": f"{guild['id']}:{user['id']}",
        "guild_id": guild["id"],
        "user_id": user["id"],
        "roles": roles or [],
        "nick": None,
        "joined_at": world.clock.iso(),
        "communication_disabled_until": None,
    }
    return world.save("member", member)


def add_channel(world: World, guild: Json, name: str, *, kind: int = TEXT, **fields: object) -> Json:
    parent = fields.pop("parent", None)
    channel: Json = {
        "id": world.ids.next(),
        "type": kind,
        "guild_id": guild["id"],
        "name": name,
        "position": sum(1 for _ in world.channels_of(guild["id"])),
        "parent_id": parent["id"] if isinstance(parent, dict) else None,
        "permission_overwrites": [],
        "flags": 0,
    }
    if kind == TEXT:
        channel |= {"topic": None, "nsfw": False, "last_message_id": None, "rate_limit_per_user": 0}
    return world.save("channel", channel | fields)


def add_thread(world: World, parent: Json, owner: Json, name: str, **fields: object) -> Json:
    """A thread under `parent`; given `id`, it hangs on the message of that id."""
    thread: Json = {
        "id": fields.pop("id", None) or world.ids.next(),
        "type": fields.pop("kind", PUBLIC_THREAD),
        "guild_id": parent["guild_id"],
        "parent_id": parent["id"],
        "owner_id": owner["id"],
        "name": name,
        "flags": 0,
        "last_message_id": None,
        "rate_limit_per_user": 0,
        "message_count": 0,
        "member_count": 1,
        "total_message_sent": 0,
        "_members": [owner["id"]],
    }
    thread["thread_metadata"] = {
        "archived": False,
        "archive_timestamp": world.clock.iso(seconds_of(thread["id"])),
        "auto_archive_duration": fields.pop("auto_archive_duration", 1440),
        "locked": False,
        "create_timestamp": world.clock.iso(),
    }
    return world.save("channel", thread | fields)


def add_dm(world: World, first: str, second: str) -> Json:
    recipients = sorted((first, second))
    channel = {"id": world.ids.next(), "type": 1, "flags": 0, "last_message_id": None, "_recipients": recipients}
    return world.save("channel", channel)
