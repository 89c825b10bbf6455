"""What doctor learns from Discord: a real server that answers as Discord may."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web

from bot.invitation import PERMISSIONS
from fourup.doctor.asking import Answer
from fourup.doctor.discord_side import discord_findings
from fourup.doctor.finding import Finding
from fourup.doctor.servers import server_findings
from playground import Playground

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz"
END = [("invite", "ok"), ("servers", "ok")]
APPLICATION = {"id": "123456789012345678", "name": "Fourup", "integration_types_config": {"0": {}, "1": {}}}


def server(number: int, name: str, *without: str) -> dict[str, Any]:
    """A server as Discord lists it, in which the bot lacks these permissions."""
    granted = sum(bit for permission, bit in PERMISSIONS.items() if permission not in without)
    return {"id": str(number), "name": name, "permissions": str(granted)}


class Answers:
    """What the server says; tests change it."""

    def __init__(self) -> None:
        self.status = 200
        self.application: dict[str, Any] = dict(APPLICATION)
        self.headers: dict[str, str] = {}
        self.is_portal = False
        self.servers: list[dict[str, Any]] = [server(1, "The Harbour")]

    async def user(self, request: web.Request) -> web.Response:
        """GET /users/@me"""
        if self.is_portal:
            return web.Response(text="<h1>Welcome</h1>", content_type="text/html")
        knows = request.headers.get("Authorization") == f"Bot {TOKEN}"
        status = self.status if knows else 401
        return web.json_response({"id": "1", "username": "fourup"}, status=status, headers=self.headers)

    async def about(self, _request: web.Request) -> web.Response:
        """GET /oauth2/applications/@me"""
        return web.json_response(self.application)

    async def guilds(self, _request: web.Request) -> web.Response:
        """GET /users/@me/guilds"""
        return web.json_response(self.servers)

    async def gateway(self, request: web.Request) -> web.Response:
        """GET /gateway, which needs no token."""
        assert "Authorization" not in request.headers
        if self.is_portal:
            return web.Response(text="<h1>Welcome</h1>", content_type="text/html")
        return web.json_response({"url": "wss://gateway.discord.gg"}, headers=self.headers)


@asynccontextmanager
async def serving(answers: Answers) -> AsyncIterator[str]:
    """The address of the server."""
    app = web.Application()
    routes: list[tuple[str, Callable[[web.Request], Awaitable[web.StreamResponse]]]] = [
        ("/api/v10/users/@me", answers.user),
        ("/api/v10/oauth2/applications/@me", answers.about),
        ("/api/v10/users/@me/guilds", answers.guilds),
        ("/api/v10/gateway", answers.gateway),
    ]
    for path, handler in routes:
        app.router.add_get(path, handler)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}/api"
    finally:
        await runner.cleanup()


async def found(answers: Answers, token: str | None = TOKEN) -> dict[str, Finding]:
    """The findings by name."""
    async with serving(answers) as base:
        return {finding.name: finding for finding in await discord_findings(base, token)}


async def test_a_well_kept_application_has_nothing_to_cure() -> None:
    """Reached, known, clock right, invite link with both scopes and the permissions by name."""
    findings = await found(Answers())
    assert {finding.status for finding in findings.values()} == {"ok"}
    assert set(findings) == {"discord", "clock", "application", "invite", "servers"}
    assert findings["servers"].message == "The Harbour"
    assert findings["discord"].message.endswith(" as fourup")
    assert "client_id=123456789012345678&scope=bot+applications.commands&permissions=" in findings["invite"].message
    assert "Attach Files" in findings["invite"].message


async def test_without_a_token_only_the_way_there_is_tried() -> None:
    """The network and the clock can be looked at by anybody."""
    findings = await found(Answers(), token=None)
    assert {name: finding.status for name, finding in findings.items()} == {"discord": "ok", "clock": "ok"}


async def test_a_token_that_discord_does_not_know_fails() -> None:
    """The cure is to reset it; the application is not asked for."""
    findings = await found(Answers(), token="MTIz.x.y")
    assert findings["discord"].status == "fail"
    assert "Reset the token" in findings["discord"].cure
    assert "application" not in findings


async def test_a_discord_in_trouble_fails_without_a_trace() -> None:
    """Its answer is told."""
    answers = Answers()
    answers.status = 503
    findings = await found(answers)
    assert findings["discord"].status == "fail"
    assert findings["discord"].message.endswith("answers 503")


@pytest.mark.parametrize("token", [TOKEN, None])
async def test_a_log_in_page_of_the_network_is_not_taken_for_discord(token: str | None) -> None:
    """Hotels answer everything with a page of theirs."""
    answers = Answers()
    answers.is_portal = True
    findings = await found(answers, token)
    assert findings["discord"].status == "fail"
    assert "is not Discord" in findings["discord"].message
    assert "invite" not in findings


async def test_a_clock_that_is_off_is_told() -> None:
    """By how much and which way."""
    answers = Answers()
    answers.headers = {"Date": "Tue, 01 Jan 2008 00:00:00 GMT"}
    clock = (await found(answers))["clock"]
    assert clock.status == "warn"
    assert clock.message.endswith("seconds ahead of Discord's")


async def test_settings_of_the_portal_that_stop_the_bot_are_told() -> None:
    """Each with the page on which it is turned off; the invite link is there all the same."""
    answers = Answers()
    answers.application |= {
        "bot_require_code_grant": True,
        "interactions_endpoint_url": "https://example.org",
        "integration_types_config": {"0": {}},
    }
    async with serving(answers) as base:
        findings = await discord_findings(base, TOKEN)
    statuses = [(finding.name, finding.status) for finding in findings]
    assert statuses[2:] == [("application", "fail"), ("application", "fail"), ("application", "warn"), *END]
    assert all("https://discord.com/developers/applications/1234" in finding.cure for finding in findings[2:5])


async def test_a_server_where_the_bot_lacks_a_permission_is_named() -> None:
    """With what it lacks; an administrator lacks nothing."""
    answers = Answers()
    chief = server(3, "The Bridge", *PERMISSIONS) | {"permissions": "8"}
    answers.servers = [server(1, "The Harbour"), server(2, "The Pier", "Attach Files", "Embed Links"), chief]
    findings = await found(answers)
    assert "servers" not in findings
    assert findings["permissions"].status == "warn"
    assert findings["permissions"].message == "in The Pier the bot lacks Embed Links, Attach Files"


@pytest.mark.parametrize(
    ("servers", "guilds", "told"),
    [
        ([], None, ["the bot is in none yet"]),
        ([server(1, "The Harbour")], {1}, []),
        ([server(1, "The Harbour")], set(), ["The Harbour (1) is not among discord.guilds"]),
        ([server(1, "The Harbour")], {1, 2}, ["the bot is not in 2, which discord.guilds lists"]),
    ],
)
async def test_the_servers_are_held_against_the_configuration(
    servers: list[dict[str, Any]], guilds: set[int] | None, told: list[str]
) -> None:
    """What one has and the other lacks is told."""
    answers = Answers()
    answers.servers = servers
    async with serving(answers) as base:
        findings = await discord_findings(base, TOKEN, guilds)
    warned = [finding for finding in findings if finding.status == "warn"]
    assert [finding.message for finding in warned] == told
    assert all(finding.name == "servers" and finding.cure for finding in warned)


def test_a_bot_that_anybody_may_add_everywhere_is_a_warning() -> None:
    """Unless the configuration says which servers it serves."""
    listed = Answer(200, [server(1, "The Harbour")], None, 1.0)
    (warned,) = server_findings(listed, None, is_public=True)
    assert "discord.guilds" in warned.cure
    assert [each.status for each in server_findings(listed, {1}, is_public=True)] == ["ok"]
    assert [each.status for each in server_findings(listed, None, is_public=False)] == ["ok"]


async def test_a_network_that_is_away_is_a_warning_without_a_token(unused_tcp_port: int) -> None:
    """It fails only for a bot that needs it."""
    base = f"http://127.0.0.1:{unused_tcp_port}/api"
    (without,) = await discord_findings(base, None)
    (with_token,) = await discord_findings(base, TOKEN)
    assert (without.status, with_token.status) == ("warn", "fail")
    assert "cannot be reached" in without.message


async def test_the_playground_is_as_good_as_discord(playground: Playground) -> None:
    """Its application is set up as a host's should be, and says so over the same routes."""
    findings = await discord_findings(playground.api_base, playground.bot_token)
    assert [(finding.name, finding.status) for finding in findings] == [
        ("discord", "ok"),
        ("clock", "ok"),
        ("application", "ok"),
        *END,
    ]
    without = await discord_findings(playground.api_base, None)
    assert [finding.status for finding in without] == ["ok", "ok"]
