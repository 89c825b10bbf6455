"""discord.py byte for byte as published: Discord's real host names, over TLS, answered by the playground."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator

import aiohttp
import discord
import pytest
import trustme
from aiohttp.abc import AbstractResolver, ResolveResult

from playground import Clock, Names, Playground
from playground.member import Member
from tests.fidelity.hand import GO, PATIENCE, Hand, connected
from tests.fidelity.pictures import png

HOSTS = ("discord.com", "gateway.discord.gg", "cdn.discordapp.com")


class Here(AbstractResolver):
    """Takes Discord's host names to one port of this machine, and knows no others."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.asked: set[str] = set()

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        if host not in HOSTS:
            raise OSError(f"{host} is none of Discord's")
        self.asked.add(host)
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=self._port, family=socket.AF_INET, proto=0, flags=0)
        ]

    async def close(self) -> None:
        """There is nothing to close."""


@pytest.fixture
async def discord_itself(clock: Clock) -> AsyncIterator[Playground]:
    """A playground that names Discord's own addresses wherever it names one."""
    names = Names(gateway="wss://gateway.discord.gg", cdn="https://cdn.discordapp.com")
    async with Playground(clock=clock, seed=1, names=names) as playground:
        yield playground


@pytest.fixture
def authority() -> trustme.CA:
    """A certificate authority that nobody but this test knows."""
    return trustme.CA()


@pytest.fixture
async def resolver(discord_itself: Playground, authority: trustme.CA) -> Here:
    """Leads to the playground, which shows a certificate for Discord's names."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(*HOSTS).configure_cert(context)
    return Here(await discord_itself.serve_tls(context))


@pytest.fixture
async def hand(discord_itself: Playground, resolver: Here, authority: trustme.CA) -> AsyncIterator[Hand]:
    """Given a connector, which is a public option; nothing of discord.py is changed."""
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    connector = aiohttp.TCPConnector(limit=0, resolver=resolver, ssl=trusting)
    hand = Hand(connector=connector)
    async with connected(hand, discord_itself.bot_token):
        await hand.publish(GO)
        yield hand


async def test_the_unmodified_client_takes_it_for_discord(
    discord_itself: Playground, resolver: Here, hand: Hand
) -> None:
    """REST, gateway, CDN and RESUME, by their real names and with certificates that are checked."""
    assert discord.http.Route.BASE == "https://discord.com/api/v10"
    assert discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY.host == "gateway.discord.gg"
    async with Member(discord_itself.origin, "ada") as ada:
        body = png(32)
        await ada.slash(ada.channel("general"), "go", image=("cat.png", body))
        interaction = await hand.given()
        (given,) = interaction.data["resolved"]["attachments"].values()  # type: ignore[index,typeddict-item]
        assert given["url"].startswith("https://cdn.discordapp.com/ephemeral-attachments/")
        attachment = discord.Attachment(data=given, state=interaction._state)
        file = await attachment.to_file()
        await interaction.response.send_message("here", file=file)
        message = await ada.wait_message(lambda each: each["content"] == "here")
        assert message["attachments"][0]["url"].startswith("https://cdn.discordapp.com/attachments/")
        shown = discord.Attachment(data=message["attachments"][0], state=interaction._state)
        assert await shown.read() == body
        assert (await hand.user.display_avatar.read()).startswith(b"\x89PNG")  # type: ignore[union-attr]
    assert resolver.asked == set(HOSTS)


async def test_the_session_is_resumed_at_the_address_that_was_named(discord_itself: Playground, hand: Hand) -> None:
    """READY names the gateway's own host, and the client goes there."""
    resumed = hand.wait_for("resumed", timeout=PATIENCE)
    discord_itself.faults.add("gateway_drop")
    await resumed
    assert hand.told.count("ready") == 1


async def test_a_certificate_of_strangers_is_not_believed(discord_itself: Playground, resolver: Here) -> None:
    """Which shows that the others are checked."""
    hand = Hand(connector=aiohttp.TCPConnector(resolver=resolver, ssl=ssl.create_default_context()))
    with pytest.raises(aiohttp.ClientConnectorCertificateError):
        async with asyncio.timeout(PATIENCE), connected(hand, discord_itself.bot_token):
            pass
