"""What goes between the bot and Discord is counted, with the real client over real sockets."""

import aiohttp
import discord
import pytest

from bot.client import Fourup
from bot.web.exposition import text
from bot.web.measures import ROUTES, Measures
from bot.web.traffic import Traffic, route_of
from playground import Playground
from playground.member import Member
from tests.bot.conftest import VERSION, Connect
from tests.end_to_end.waiting import until

pytestmark = pytest.mark.failing


@pytest.fixture
def measures() -> Measures:
    """Nothing is counted yet."""
    return Measures("1.0", lambda: 0.0)


@pytest.fixture
def fourup(measures: Measures) -> Fourup:
    """A bot whose traffic is heard."""
    return Fourup(VERSION, on_online=lambda: None, traffic=Traffic(measures))


async def test_requests_are_counted_by_what_they_are_about_and_how_they_ended(
    playground: Playground, ada: Member, connect: Connect, fourup: Fourup, measures: Measures
) -> None:
    """Each try of one that Discord limits, fails or loses; some of which discord.py tries again."""
    async with connect(fourup):
        assert measures.requests.of("applications", "2xx") > 0, "commands were looked at or published"
        channel = fourup.get_channel(int(ada.channel("general")["id"]))
        assert isinstance(channel, discord.TextChannel)
        playground.faults.add("rate_limit", route=r"^POST .*/messages$", retry_after=0.01)
        await channel.send("a")
        playground.faults.add("drop_before", route=r"^POST .*/messages$")
        with pytest.raises(aiohttp.ClientError):
            await channel.send("b")
        with pytest.raises(discord.NotFound):
            await channel.fetch_message(1)
    told = {status: measures.requests.of("messages", status) for status in ("2xx", "4xx", "lost")}
    assert told == {"2xx": 1, "4xx": 2, "lost": 1}
    assert measures.limited.of("user") == 1
    assert 'fourup_discord_requests_total{route="messages",status="lost"} 1' in text(measures.families)


async def test_cloudflares_limits_are_told_apart(
    playground: Playground, ada: Member, connect: Connect, fourup: Fourup, measures: Measures
) -> None:
    """They carry no scope, and are the ones to worry about."""
    async with connect(fourup):
        channel = fourup.get_channel(int(ada.channel("general")["id"]))
        assert isinstance(channel, discord.TextChannel)
        playground.faults.add("cloudflare", route=r"^POST .*/messages$")
        with pytest.raises(discord.HTTPException):
            await channel.send("a")
    assert measures.limited.of("cloudflare") == 1


async def test_connections_after_the_first_are_counted(
    playground: Playground, connect: Connect, fourup: Fourup, measures: Measures
) -> None:
    """That which goes on where it broke off, and a new one."""
    async with connect(fourup):
        assert (measures.connected.of("resumed"), measures.connected.of("anew")) == (0, 0)
        playground.faults.add("gateway_reconnect")
        await until(lambda: measures.connected.of("resumed") == 1)
        await fourup.on_connect()
    assert measures.connected.of("anew") == 1


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/api/v10/channels/1/messages/2", "messages"),
        ("/api/v10/channels/1", "channels"),
        ("/api/v10/interactions/1/canary/callback", "interactions"),
        ("/api/v10/webhooks/1/canary/messages/@original", "webhooks"),
        ("/api/v10/users/@me/channels", "users"),
        ("/api/v10/guilds/1/members/2", "guilds"),
        ("/api/v10/applications/1/commands", "applications"),
        ("/api/v10/gateway/bot", "gateway"),
        ("/cdn/attachments/1/2/a.png", "other"),
        ("/", "other"),
    ],
)
def test_a_route_is_a_word_without_numbers_and_tokens(path: str, route: str) -> None:
    """One of a handful."""
    assert route_of(path) == route
    assert route in ROUTES
