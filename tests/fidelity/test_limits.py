"""Rate limits as discord.py meets them: every form of a 429, and the server's own limits with their headers."""

import asyncio
import logging
import time
from collections import Counter
from typing import Self

import discord
import pytest

from playground import Exchange, Playground
from playground.member import Member
from tests.contract.contract import Violation
from tests.fidelity.hand import Hand, online

RETRY_AFTER = 0.2
MESSAGES = "POST /channels/.*/messages"


@pytest.fixture
def exchanges(playground: Playground) -> list[Exchange]:
    """What went over the wire, in order."""
    seen: list[Exchange] = []
    playground.observe(seen.append)
    return seen


@pytest.mark.parametrize("kind", ["rate_limit", "rate_limit_shared", "rate_limit_global"])
@pytest.mark.parametrize("way", ["bot", "webhook"])
async def test_a_429_is_waited_for(
    kind: str, way: str, playground: Playground, ada: Member, hand: Hand, exchanges: list[Exchange]
) -> None:
    """With Discord's own 429 the client waits as long as it was told, asks again, and the message is there once."""
    await ada.slash(ada.channel("general"), "go")
    interaction = await hand.given()
    await interaction.response.defer()
    playground.faults.add(kind, route="^(POST|PATCH) ", retry_after=RETRY_AFTER, count=1)
    start = time.perf_counter()
    if way == "bot":
        await hand.room("general").send("patient")
    else:
        await interaction.edit_original_response(content="patient")
    assert time.perf_counter() - start >= RETRY_AFTER
    first, second = exchanges[-2:]
    assert (first.status, second.status) == (429, 200)
    assert first.response["retry_after"] == RETRY_AFTER
    assert first.response["global"] is (kind == "rate_limit_global")
    assert playground.faults.waiting() == []
    await ada.wait_message(lambda each: each["content"] == "patient")


async def test_a_global_429_holds_every_request(playground: Playground, ada: Member, hand: Hand) -> None:
    """Also those on routes that nobody limited."""
    playground.faults.add("rate_limit_global", route=MESSAGES, retry_after=RETRY_AFTER)
    with Warned("discord.http", "Global rate limit has been hit") as warned:
        waiting = asyncio.create_task(hand.room("general").send("later"))
        await asyncio.wait_for(warned.wait(), 5)
    start = time.perf_counter()
    await hand.fetch_user(int(ada.id))
    assert time.perf_counter() - start >= RETRY_AFTER * 0.9
    await waiting


class Warned(logging.Handler):
    """Waits for a sentence in a library's log."""

    def __init__(self, logger: str, sentence: str) -> None:
        super().__init__()
        self._logger, self._sentence, self._said = logging.getLogger(logger), sentence, asyncio.Event()

    def emit(self, record: logging.LogRecord) -> None:
        if self._sentence in record.getMessage():
            self._said.set()

    async def wait(self) -> None:
        await self._said.wait()

    def __enter__(self) -> Self:
        self._logger.addHandler(self)
        return self

    def __exit__(self, *_error: object) -> None:
        self._logger.removeHandler(self)


@pytest.mark.parametrize("way", ["bot", "webhook"])
async def test_a_ban_by_cloudflare_is_no_limit_to_wait_for(
    way: str,
    playground: Playground,
    ada: Member,
    hand: Hand,
    exchanges: list[Exchange],
    violations: list[Violation],
) -> None:
    """A 429 without `Via` is an error at once: asking again would make it worse."""
    await ada.slash(ada.channel("general"), "go")
    interaction = await hand.given()
    await interaction.response.defer()
    playground.faults.add("cloudflare")
    edit = interaction.edit_original_response
    attempt = hand.room("general").send("banned") if way == "bot" else edit(content="banned")
    with pytest.raises(discord.HTTPException) as wrong:
        await attempt
    assert (wrong.value.status, wrong.value.text) == (429, "error code: 1015")
    assert Counter(each.status for each in exchanges)[429] == 1
    assert all(each.where == "answer" for each in violations), "Cloudflare's page is none of Discord's answers"
    violations.clear()


async def test_who_waits_no_longer_than_that_is_told_how_long_it_would_be(playground: Playground, hand: Hand) -> None:
    """`max_ratelimit_timeout` reads the body's `retry_after`."""
    hand.http.max_ratelimit_timeout = 30.0
    playground.faults.add("rate_limit", route=MESSAGES, retry_after=300.0)
    with pytest.raises(discord.RateLimited) as wrong:
        await hand.room("general").send("never")
    assert wrong.value.retry_after == 300.0


async def test_the_sixth_message_in_five_seconds_waits_and_arrives(
    playground: Playground, ada: Member, hand: Hand, exchanges: list[Exchange]
) -> None:
    """discord.py reads the headers, so the server never has to answer 429."""
    playground.limits.enabled = True
    start = time.perf_counter()
    for number in range(6):
        await hand.room("general").send(str(number))
    assert time.perf_counter() - start >= 4.5
    sent = [each for each in exchanges if each.method == "POST"]
    assert [each.status for each in sent] == [200] * 6
    assert [each.headers["X-RateLimit-Remaining"] for each in sent] == ["4", "3", "2", "1", "0", "4"]
    assert {each.headers["X-RateLimit-Limit"] for each in sent} == {"5"}
    assert len({each.headers["X-RateLimit-Bucket"] for each in sent}) == 1
    seen = [each["content"] for each in await ada.history(ada.channel("general"))]
    assert seen == ["5", "4", "3", "2", "1", "0"]


async def test_channels_have_limits_of_their_own(playground: Playground, hand: Hand, exchanges: list[Exchange]) -> None:
    """Four messages each to two channels leave one more to each."""
    playground.limits.enabled = True
    for _ in range(4):
        for name in ("general", "pictures"):
            await hand.room(name).send("hello")
    left = [(each.path, each.headers["X-RateLimit-Remaining"]) for each in exchanges]
    assert [number for _path, number in left] == ["4", "4", "3", "3", "2", "2", "1", "1"]
    assert len({path for path, _number in left}) == 2


async def test_two_clients_that_do_not_know_of_each_other_are_held_by_the_server(
    playground: Playground, hand: Hand, exchanges: list[Exchange]
) -> None:
    """The headers of one say nothing to the other: the server answers 429 with what is left, and both arrive."""
    playground.limits.enabled = True
    message = await hand.room("general").send("react")
    async with online(Hand(), playground, ()) as other:
        again = other.room("general").get_partial_message(message.id)
        await asyncio.gather(message.add_reaction("1️⃣"), again.add_reaction("2️⃣"))
    puts = [each for each in exchanges if each.method == "PUT"]
    assert Counter(each.status for each in puts) == {204: 2, 429: 1}
    (refused,) = [each for each in puts if each.status == 429]
    assert 0 < refused.response["retry_after"] <= 0.25
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert refused.headers["X-RateLimit-Remaining"] == "0"


async def test_more_than_fifty_requests_a_second_are_too_many_in_all(
    playground: Playground, hand: Hand, exchanges: list[Exchange]
) -> None:
    """However they are spread over routes and places; answers to interactions do not count."""
    playground.limits.enabled = True
    people = [member.id for member in hand.guilds[0].members]
    routes = [hand.fetch_user, hand.guilds[0].fetch_member]
    await asyncio.gather(*(route(people[n % len(people)]) for n in range(30) for route in routes))
    (first, *_) = [each for each in exchanges if each.status == 429]
    assert first.response["global"] is True
    assert first.headers["X-RateLimit-Scope"] == "global"
    assert sum(each.status == 200 for each in exchanges) == 60
