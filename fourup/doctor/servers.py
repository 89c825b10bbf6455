"""What `fourup doctor` says of the servers that the bot is in: whether it serves them, and what it lacks there."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.invitation import PERMISSIONS
from fourup.doctor.asking import Answer
from fourup.doctor.finding import Finding

ADMINISTRATOR = 1 << 3  # allows all the others


def server_findings(listed: Answer, guilds: Collection[int] | None, *, is_public: bool) -> list[Finding]:
    """One for each thing that is not well, or that all is; `guilds` are those that are served, None for all."""
    if listed.status != 200 or not isinstance(listed.told, list):
        return [Finding.warn("servers", f"Discord answers {listed.status}", "Run doctor again in a while.")]
    servers: list[Mapping[str, Any]] = listed.told
    findings = [*_lacking(servers), *_unserved(servers, guilds), *_absent(servers, guilds)]
    if not servers:
        cure = "Open the invite link above, and choose one of your servers."
        findings.append(Finding.warn("servers", "the bot is in none yet", cure))
    if guilds is None and is_public:
        cure = 'List the servers in discord.guilds, or turn off "Public Bot" on the Bot page of the portal.'
        findings.append(Finding.warn("servers", "anybody can add the bot to a server, and it serves every one", cure))
    return findings or [Finding.ok("servers", ", ".join(str(server["name"]) for server in servers))]


def lacking(permissions: int) -> list[str]:
    """The permissions by name that are not among these."""
    if permissions & ADMINISTRATOR:
        return []
    return [name for name, bit in PERMISSIONS.items() if not permissions & bit]


def _lacking(servers: list[Mapping[str, Any]]) -> list[Finding]:
    lacks = [(server["name"], lacking(int(server["permissions"]))) for server in servers]
    cure = "Open the invite link above once more for that server, or allow it to the bot's role there."
    return [
        Finding.warn("permissions", f"in {name} the bot lacks {', '.join(missing)}", cure)
        for name, missing in lacks
        if missing
    ]


def _unserved(servers: list[Mapping[str, Any]], guilds: Collection[int] | None) -> list[Finding]:
    others = [server for server in servers if guilds is not None and int(server["id"]) not in guilds]
    cure = "Add its number to discord.guilds if it should be served."
    return [
        Finding.warn("servers", f"{each['name']} ({each['id']}) is not among discord.guilds", cure) for each in others
    ]


def _absent(servers: list[Mapping[str, Any]], guilds: Collection[int] | None) -> list[Finding]:
    known = {int(server["id"]) for server in servers}
    missing = sorted(set(guilds or ()) - known)
    cure = "Open the invite link above for that server, or take the number out of discord.guilds."
    return [Finding.warn("servers", f"the bot is not in {each}, which discord.guilds lists", cure) for each in missing]
