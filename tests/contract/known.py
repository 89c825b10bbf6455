"""Where Discord and its real clients do what its published file does not say: one list, with who does it, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

DISCORD_PY = "discord.py 2.7"
DISCORD_JS = "discord.js 14"
APPS = "Discord's own apps"


@dataclass(frozen=True)
class Deviation:
    """A key, or a type of a key, that a schema of the file does not know and Discord takes."""

    schema: str
    key: str
    takes: dict[str, Any]
    who: str
    why: str


INTEGER = {"type": "integer"}
INTEGERS = {"type": "array", "items": INTEGER}
TRUTH = {"type": ["boolean", "null"]}
TEXT = {"type": "string"}

FIELD_ERRORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"code": {"type": "string"}, "message": {"type": "string"}},
        "required": ["code", "message"],
    },
}

WHOLE_ATTACHMENT: dict[str, dict[str, Any]] = {
    "url": TEXT,
    "proxy_url": TEXT,
    "content_type": TEXT,
    "size": INTEGER,
    "width": INTEGER,
    "height": INTEGER,
    "spoiler": TRUTH,
}

DEVIATIONS = (
    Deviation(
        "InnerErrors", "_errors", FIELD_ERRORS, "Discord", "codes of fields are words, as its documentation shows"
    ),
    Deviation(
        "MessageAttachmentRequest",
        "id",
        INTEGER,
        f"{DISCORD_PY}, {DISCORD_JS}, hikari",
        "the number of files[N]; ids may be numbers",
    ),
    Deviation(
        "MessageAttachmentRequest", "uploaded_filename", TEXT, APPS, "a file that was put to its upload_url before"
    ),
    *(
        Deviation("MessageAttachmentRequest", key, takes, DISCORD_PY, "an edit gives back whole what it keeps")
        for key, takes in WHOLE_ATTACHMENT.items()
    ),
    Deviation("RichEmbed", "flags", INTEGER, DISCORD_PY, "sent with embeds, without effect"),
    *(
        Deviation("MessageReferenceRequest", key, INTEGER, DISCORD_PY, "ids may be numbers")
        for key in ("guild_id", "channel_id", "message_id")
    ),
    *(
        Deviation("MessageAllowedMentionsRequest", key, INTEGERS, DISCORD_PY, "ids may be numbers")
        for key in ("users", "roles")
    ),
    Deviation("CreatePrivateChannelRequest", "recipient_id", INTEGER, DISCORD_PY, "ids may be numbers"),
    Deviation("IncomingWebhookUpdateRequestPartial", "tts", TRUTH, DISCORD_PY, "sent with every edit, without effect"),
    Deviation(
        "IncomingWebhookUpdateForInteractionCallbackRequestPartial", "tts", TRUTH, DISCORD_JS, "sent with every update"
    ),
    Deviation("MessageEditRequestPartial", "tts", TRUTH, DISCORD_JS, "sent with every edit, without effect"),
    Deviation("MessageEditRequestPartial", "enforce_nonce", TRUTH, DISCORD_JS, "sent with every edit, without effect"),
    Deviation("IncomingWebhookRequestPartial", "enforce_nonce", TRUTH, DISCORD_JS, "sent with every follow-up"),
    Deviation("IncomingWebhookUpdateRequestPartial", "enforce_nonce", TRUTH, DISCORD_JS, "sent with every edit"),
    Deviation("IncomingWebhookInteractionRequest", "enforce_nonce", TRUTH, DISCORD_JS, "sent with every answer"),
    Deviation(
        "IncomingWebhookUpdateForInteractionCallbackRequestPartial",
        "enforce_nonce",
        TRUTH,
        DISCORD_JS,
        "sent with every update",
    ),
    Deviation("ApplicationCommandUpdateRequest", "nsfw", TRUTH, f"{DISCORD_PY}, hikari", "documented, not published"),
    Deviation("ApplicationCommandCreateRequest", "nsfw", TRUTH, f"{DISCORD_PY}, hikari", "documented, not published"),
    Deviation("ApplicationCommandPatchRequestPartial", "nsfw", TRUTH, DISCORD_PY, "documented, not published"),
    Deviation(
        "ApplicationCommandUpdateRequest",
        "default_member_permissions",
        {"type": "string", "pattern": "^[0-9]+$"},
        DISCORD_JS,
        "documented as a string of bits",
    ),
)


@dataclass(frozen=True)
class MemberRoute:
    """A route that only Discord's own apps use; Discord publishes none of them."""

    method: str
    path: str
    what: str


MEMBER_ROUTES = (
    MemberRoute("POST", "/interactions", "use a command, press, choose, submit, ask for suggestions"),
    MemberRoute("GET", "/guilds/{guild_id}/application-command-index", "the commands of a guild"),
    MemberRoute("GET", "/channels/{channel_id}/application-command-index", "the commands in a direct message"),
    MemberRoute("GET", "/applications/{application_id}/application-command-index", "the commands of an application"),
    MemberRoute("POST", "/channels/{channel_id}/attachments", "where to put a file that is about to be sent"),
    MemberRoute("POST", "/attachments/refresh-urls", "another day for links whose time is over; bots ask for it too"),
    MemberRoute("GET", "/users/@me/application-command-index", "the commands that a member installed"),
)
