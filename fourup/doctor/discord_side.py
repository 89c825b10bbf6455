"""What `fourup doctor` asks Discord: is it there, does it know the token, how is the application set up."""

import time
from collections.abc import Collection
from email.utils import parsedate_to_datetime

from bot.invitation import PERMISSIONS, invite_link
from fourup.doctor.asking import Answer, asking, base_of
from fourup.doctor.finding import Finding
from fourup.doctor.servers import server_findings
from fourup.errors import DiscordUnreachable

SKEW = 10.0  # seconds that the clocks may differ
USER_INSTALL = (
    "1"  # https://docs.discord.com/developers/resources/application#application-object-application-integration-types
)


async def discord_findings(
    api_base: str | None, token: str | None, guilds: Collection[int] | None = None
) -> list[Finding]:
    """Everything that can be known with this token, or without one; `guilds` are the servers that are served."""
    base = base_of(api_base)
    async with asking(api_base, token) as ask:
        try:
            first = await ask("/users/@me" if token else "/gateway")
            if token is None or first.status != 200 or "id" not in first.body:
                return [_reached(base, first, token), *_clock(first)]
            application, listed = await ask("/oauth2/applications/@me"), await ask("/users/@me/guilds")
        except DiscordUnreachable as failure:
            return [_unreachable(base, failure.reason, token)]
    return [
        _reached(base, first, token),
        *_clock(first),
        *application_findings(application),
        *server_findings(listed, guilds, is_public=not api_base and bool(application.body.get("bot_public"))),
    ]


def _unreachable(base: str, reason: str, token: str | None) -> Finding:
    message = f"{base} cannot be reached: {reason}"
    cure = "Check this machine's network and firewall. `fourup play` needs no network."
    return Finding.fail("discord", message, cure) if token else Finding.warn("discord", message, cure)


def _reached(base: str, answer: Answer, token: str | None) -> Finding:
    if answer.status == 401:
        cure = "Reset the token on the Bot page at https://discord.com/developers/applications and set the new one."
        return Finding.fail("discord", "Discord does not know this token", cure)
    if answer.status != 200:
        message, cure = (
            f"{base} answers {answer.status}",
            "Try again later: https://discordstatus.com says what is wrong.",
        )
        return Finding.fail("discord", message, cure)
    if ("id" if token else "url") not in answer.body:
        cure = "Look whether a proxy or a log-in page of the network stands between."
        return Finding.fail("discord", f"what answers at {base} is not Discord", cure)
    who = f" as {answer.body.get('username')}" if token else ""
    return Finding.ok("discord", f"{base} answered in {answer.milliseconds:.0f} ms{who}")


def _clock(answer: Answer) -> list[Finding]:
    if answer.date is None:
        return []
    ahead = time.time() - parsedate_to_datetime(answer.date).timestamp()
    if abs(ahead) <= SKEW:
        return [Finding.ok("clock", "agrees with Discord's")]
    way = "ahead of" if ahead > 0 else "behind"
    cure = "Let the machine set its clock by the network: timedatectl set-ntp true"
    return [Finding.warn("clock", f"is {abs(ahead):.0f} seconds {way} Discord's", cure)]


def application_findings(answer: Answer) -> list[Finding]:
    """How the application is set up in Discord's portal, and the link that invites it."""
    if answer.status != 200 or "id" not in answer.body:
        return [
            Finding.fail("application", f"Discord answers {answer.status}", "Use the token of a bot, not of a user.")
        ]
    body = answer.body
    page = f"https://discord.com/developers/applications/{body['id']}"
    findings = []
    if body.get("bot_require_code_grant"):
        cure = f'Turn off "Requires OAuth2 Code Grant" at {page}/bot'
        findings.append(Finding.fail("application", "the invite link would not work", cure))
    if body.get("interactions_endpoint_url"):
        cure = f'Empty "Interactions Endpoint URL" at {page}/information'
        findings.append(Finding.fail("application", "its commands go to another address instead of to this bot", cure))
    if USER_INSTALL not in body.get("integration_types_config", {USER_INSTALL: {}}):
        cure = f'Turn on "User Install" at {page}/installation'
        findings.append(Finding.warn("application", "members cannot add it to their own account", cure))
    findings = findings or [
        Finding.ok("application", f"{body.get('name')} ({body['id']}); no privileged intent is needed")
    ]
    return [*findings, Finding.ok("invite", f"{invite_link(body['id'])} (asks for {', '.join(PERMISSIONS)})")]
