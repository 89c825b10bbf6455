"""How documents look to a viewer: the JSON of Discord's API, held to its published schemas.

A link to a file is signed anew each time, so that what a client fetches works for another day.
"""

from collections.abc import Callable

from playground.world import media
from playground.world.archive import Json
from playground.world.media import Sign
from playground.world.permissions import THREADS
from playground.world.world import MESSAGE_EPHEMERAL, World

BLANK_USER: Json = {"avatar": None, "discriminator": "0", "public_flags": 0, "flags": 0, "primary_guild": None}
BLANK_MEMBER: Json = {"avatar": None, "banner": None, "flags": 0, "pending": False, "premium_since": None}
BLANK_GUILD: Json = {
    "icon": None,
    "description": None,
    "home_header": None,
    "splash": None,
    "discovery_splash": None,
    "features": [],
    "banner": None,
    "application_id": None,
    "region": "us",
    "afk_channel_id": None,
    "afk_timeout": 300,
    "system_channel_id": None,
    "system_channel_flags": 0,
    "widget_enabled": False,
    "widget_channel_id": None,
    "verification_level": 0,
    "default_message_notifications": 1,
    "mfa_level": 0,
    "explicit_content_filter": 0,
    "max_presences": None,
    "max_members": 500_000,
    "max_stage_video_channel_users": 50,
    "max_video_channel_users": 25,
    "vanity_url_code": None,
    "premium_subscription_count": 0,
    "preferred_locale": "en-US",
    "rules_channel_id": None,
    "safety_alerts_channel_id": None,
    "public_updates_channel_id": None,
    "premium_progress_bar_enabled": False,
    "nsfw": False,
    "nsfw_level": 0,
    "emojis": [],
    "stickers": [],
    "incidents_data": None,
}


def public(document: Json) -> Json:
    """The document without what is the playground's own."""
    return {key: value for key, value in document.items() if not key.startswith("_")}


def user(document: Json) -> Json:
    shape = BLANK_USER | public(document)
    if not document["bot"]:
        del shape["bot"]
    return shape


def locale(document: Json) -> str:
    """The language in which this member reads Discord."""
    return str(document.get("_locale", "en-US"))


def me(document: Json) -> Json:
    private = {"mfa_enabled": False, "locale": locale(document), "verified": True, "email": None, "premium_type": 0}
    return user(document) | private


def member(world: World, document: Json) -> Json:
    """A guild's member with its user inside, as REST and GUILD_CREATE give it."""
    own = {key: value for key, value in document.items() if key not in {"id", "guild_id", "user_id"}}
    return BLANK_MEMBER | own | {"mute": False, "deaf": False, "user": user(world.user(document["user_id"]))}


def guild(document: Json) -> Json:
    return BLANK_GUILD | public(document)


def my_guild(world: World, document: Json, viewer: str) -> Json:
    return {
        "id": document["id"],
        "name": document["name"],
        "icon": None,
        "banner": None,
        "owner": document["owner_id"] == viewer,
        "permissions": str(world.may_in_guild(viewer, document["id"])),
        "features": [],
        "approximate_member_count": None,
        "approximate_presence_count": None,
    }


def channel(world: World, document: Json, viewer: str) -> Json:
    """A guild's channel, a thread, or a DM with the other side as its recipient."""
    shape = public(document)
    if "_recipients" in document:
        others = [key for key in document["_recipients"] if key != viewer]
        shape["recipients"] = [user(world.user(key)) for key in others]
    if document["type"] in THREADS and viewer in document["_members"]:
        shape["member"] = thread_member(document, viewer)
    return shape


def thread_member(thread: Json, user_id: str) -> Json:
    joined = thread["thread_metadata"]["create_timestamp"]
    return {"id": thread["id"], "user_id": user_id, "join_timestamp": joined, "flags": 0}


def guild_create(world: World, document: Json, viewer: str, online: Callable[[str], bool]) -> Json:
    """A whole guild as the gateway gives it, with the channels that `viewer` may see."""
    guild_id = document["id"]
    seen = [c for c in world.channels_of(guild_id) if world.can_view(viewer, c)]
    members = list(world.members[guild_id].values())
    threads = [c for c in seen if c["type"] in THREADS and not c["thread_metadata"]["archived"]]
    return guild(document) | {
        "joined_at": world.member(guild_id, viewer)["joined_at"],
        "large": False,
        "unavailable": False,
        "member_count": len(members),
        "members": [member(world, each) for each in members],
        "channels": [channel(world, c, viewer) for c in seen if c["type"] not in THREADS],
        "threads": [channel(world, c, viewer) for c in threads],
        "presences": [presence(m["user_id"], guild_id) for m in members if online(m["user_id"])],
        "voice_states": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def presence(user_id: str, guild_id: str, status: str = "online") -> Json:
    return {"user": {"id": user_id}, "guild_id": guild_id, "status": status, "activities": [], "client_status": {}}


def attachment(document: Json, sign: Sign) -> Json:
    url = sign(document["_path"])
    return public(document) | {"url": url, "proxy_url": url}


def message(world: World, document: Json, viewer: str, sign: Sign) -> Json:
    """A message as REST gives it to `viewer`; its nonce is for whoever sent it.

    A file that an embed or a component shows is not among the attachments (discord-api-docs 8277).
    """
    shape = public(document)
    files = {each["filename"]: each for each in document["attachments"]}
    shape["author"] = user(world.users[document["_author"]])
    shape["mentions"] = [user(world.users[key]) for key in document["_mentions"]]
    shape["embeds"] = [media.embed(each, files, sign) for each in document["embeds"]]
    shape["components"] = media.linked(document["components"], files, sign)
    placed = set(media.names([document["embeds"], document["components"]]))
    shape["attachments"] = [attachment(each, sign) for name, each in files.items() if name not in placed]
    if document["_reactions"]:
        shape["reactions"] = [_reaction(each, viewer) for each in document["_reactions"]]
    if document.get("_nonce") is not None and document["_nonce_for"] == viewer:
        shape["nonce"] = document["_nonce"]
    if thread := world.channels.get(document["id"]):
        shape["thread"] = channel(world, thread, viewer)
    return shape | _replied(world, document, viewer, sign)


def concerned(world: World, document: Json) -> set[str]:
    """To whom `message` looks otherwise than to all others: who sent it, reacted to it, or is in its thread."""
    found = {document.get("_nonce_for")}
    for each in filter(None, (document, _original(world, document))):
        found |= {each.get("_for"), *(user for reaction in each["_reactions"] for user in reaction["users"])}
        found |= set(world.channels.get(each["id"], {}).get("_members", ()))
    return {each for each in found if each is not None}


def for_bot(shape: Json, user_id: str) -> Json:
    """A message of a server's as a bot has it without the intent for message content, which is privileged.

    It reads its own, and those that mention it; of all others it learns that they are there.
    """
    if user_id in {shape["author"]["id"], *(each["id"] for each in shape["mentions"])}:
        return shape
    return shape | {"content": "", "embeds": [], "attachments": [], "components": []}


def _replied(world: World, document: Json, viewer: str, sign: Sign) -> Json:
    if "message_id" not in (document.get("message_reference") or {}) or document.get("_quoted"):
        return {}
    original = _original(world, document)
    if original is None or (original["flags"] & MESSAGE_EPHEMERAL and original["_for"] != viewer):
        return {"referenced_message": None}
    return {"referenced_message": message(world, original | {"_quoted": True}, viewer, sign)}


def _original(world: World, document: Json) -> Json | None:
    """What it answers, where that stands."""
    reference = document.get("message_reference") or {}
    return world.messages.get(reference.get("channel_id", ""), {}).get(reference.get("message_id", ""))


def _reaction(document: Json, viewer: str) -> Json:
    count = len(document["users"])
    return {
        "emoji": document["emoji"],
        "count": count,
        "count_details": {"burst": 0, "normal": count},
        "burst_colors": [],
        "me_burst": False,
        "me": viewer in document["users"],
    }


def application(world: World) -> Json:
    """The bot's application, as its developer sees it. It has no privileged intent, since Fourup needs none."""
    owner = next(each for each in world.users.values() if each["_title"] == "Owner")
    bot = world.bot()
    return {
        "id": bot["id"],
        "name": "Fourup",
        "icon": None,
        "description": "Makes pictures.",
        "type": None,
        "bot": user(bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "integration_types_config": {"0": {}, "1": {}},
        "verify_key": "0" * 64,
        "flags": 0,
        "flags_new": "0",
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user(owner),
        "approximate_guild_count": sum(1 for _ in world.guilds_of(bot["id"])),
        "approximate_user_install_count": len(world.settings["user_installs"]),
        "approximate_user_authorization_count": 0,
        "event_webhooks_status": 1,
        "event_webhooks_types": [],
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": [],
    }
