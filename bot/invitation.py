"""The link that adds the bot to a server, and the permissions that it asks for."""

from collections.abc import Mapping
from urllib.parse import urlencode

SCOPES = ("bot", "applications.commands")

# The bit of each permission, from Discord's documentation.
PERMISSIONS: Mapping[str, int] = {
    "View Channels": 1 << 10,
    "Send Messages": 1 << 11,
    "Send Messages in Threads": 1 << 38,
    "Embed Links": 1 << 14,
    "Attach Files": 1 << 15,
    "Read Message History": 1 << 16,
    "Add Reactions": 1 << 6,
}


def invite_link(application_id: int | str) -> str:
    """Discord's page on which somebody who may manage a server adds the bot to it."""
    query = {"client_id": application_id, "scope": " ".join(SCOPES), "permissions": sum(PERMISSIONS.values())}
    return f"https://discord.com/oauth2/authorize?{urlencode(query)}"
