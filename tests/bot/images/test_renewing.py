"""Links to attachments last a day: a later one is renewed by Discord before it is fetched, or once after it failed."""

import time
from dataclasses import dataclass, field

import pytest

from bot.images.errors import NotFetched, Reason
from bot.images.fetch import Fetcher, has_expired
from playground import Clock, Playground
from playground.member import Member
from tests.bot.conftest import Connect
from tests.bot.images.hostile import guard, hostile_server, ok
from tests.pictures import png

DAY = 24 * 3600
ATTACHMENT = "/cdn/attachments/1/2/a.png"


@dataclass
class Discord:
    """Gives one link for any other."""

    fresh: str | None
    asked: list[str] = field(default_factory=list)

    async def renew(self, link: str) -> str | None:
        self.asked.append(link)
        return self.fresh


@pytest.fixture
def clock() -> Clock:
    """The machine's own, by which a link has expired or not."""
    return Clock()


async def test_a_link_of_days_ago_is_fetched_all_the_same(
    playground: Playground, ada: Member, connect: Connect
) -> None:
    """Discord's own way of renewing it, with the bot's token."""
    async with connect() as fourup:
        message = await ada.send(ada.channel("general"), "a picture", files=[("a picture.png", png())])
        link = message["attachments"][0]["url"]
        playground.clock.advance(3 * DAY)
        with pytest.raises(NotFetched):
            await Fetcher(playground.origin).fetch(link)
        assert await Fetcher(playground.origin, renew=fourup.renewed).fetch(link) == png()


@pytest.mark.failing
async def test_where_discord_gives_none_the_link_is_tried_as_it_is(playground: Playground, connect: Connect) -> None:
    """Whatever went wrong: that is no reason not to try."""
    async with connect() as fourup:
        link = f"{playground.origin}{ATTACHMENT}?ex=1&is=1&hm=0"
        playground.faults.add("cloudflare", route=r"^POST /attachments", count=2)
        assert await fourup.renewed(link) is None
        with pytest.raises(NotFetched) as caught:
            await Fetcher(playground.origin, renew=fourup.renewed).fetch(link)
    assert caught.value.reason is Reason.GONE


@pytest.mark.parametrize(
    ("query", "asked_first"), [("?ex=1", True), ("?is=2&ex=68a0&hm=1", True), ("", False), ("?ex=ffffffffff", False)]
)
async def test_what_has_expired_is_renewed_first_and_what_is_gone_once(query: str, *, asked_first: bool) -> None:
    """The old link is not even asked for; one that should still be good is renewed when it leads nowhere."""
    async with hostile_server() as server:
        old, new = f"{ATTACHMENT}{query}", f"{ATTACHMENT}?ex=fffffffffe"
        server.answers = {old: b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", new: ok(b"abc")}
        discord = Discord(server.url(new, "127.0.0.1"))
        fetcher = Fetcher(server.url("", "127.0.0.1"), guard(), renew=discord.renew)
        assert await fetcher.fetch(server.url(old, "127.0.0.1")) == b"abc"
        assert server.asked == [f"127.0.0.1{each}" for each in ([new] if asked_first else [old, new])]
        assert discord.asked == [server.url(old, "127.0.0.1")]


@pytest.mark.parametrize("status", [403, 404])
async def test_it_is_renewed_once_and_no_more(status: int) -> None:
    """What is gone after that is gone."""
    async with hostile_server() as server:
        gone = f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode()
        server.answers = {ATTACHMENT: gone, f"{ATTACHMENT}?ex=ffffffffff": gone}
        discord = Discord(server.url(f"{ATTACHMENT}?ex=ffffffffff", "127.0.0.1"))
        with pytest.raises(NotFetched) as caught:
            await Fetcher(server.url("", "127.0.0.1"), guard(), renew=discord.renew).fetch(
                server.url(ATTACHMENT, "127.0.0.1")
            )
    assert caught.value.reason is Reason.GONE
    assert len(server.asked) == 2
    assert len(discord.asked) == 1


async def test_nobody_elses_links_are_told_to_discord() -> None:
    """And what comes back in the place of one has to be an attachment again."""
    async with hostile_server() as server:
        gone = b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n"
        server.answers = {"/attachments/1/2/a.png?ex=1": gone, ATTACHMENT: gone, "/secret": ok(b"secret")}
        discord = Discord(server.url("/secret", "127.0.0.1"))
        fetcher = Fetcher(server.url("", "127.0.0.1"), guard(), renew=discord.renew)
        for link in (server.url("/attachments/1/2/a.png?ex=1"), server.url(ATTACHMENT, "127.0.0.1")):
            with pytest.raises(NotFetched):
                await fetcher.fetch(link)
    assert discord.asked == [server.url(ATTACHMENT, "127.0.0.1")]
    assert not any("secret" in each for each in server.asked)


@pytest.mark.parametrize(
    ("link", "is_over"),
    [
        ("https://cdn.discordapp.com/attachments/1/2/a.png?ex=1&is=0&hm=ab", True),
        ("https://cdn.discordapp.com/ephemeral-attachments/1/2/a.png?is=0&ex=1#x", True),
        ("https://cdn.discordapp.com/attachments/1/2/a.png?ex=ffffffffff&is=0", False),
        ("https://cdn.discordapp.com/attachments/1/2/a.png?ex=zz", False),
        ("https://cdn.discordapp.com/attachments/1/2/a.png?ex=", False),
        ("https://cdn.discordapp.com/attachments/1/2/a.png", False),
        ("https://a.test/a.png?ex=1", False),
        ("", False),
    ],
)
def test_a_link_says_itself_when_its_time_is_over(link: str, *, is_over: bool) -> None:
    """In hexadecimal seconds; one that says nothing may still be good."""
    assert has_expired(link, time.time()) is is_over
