"""Trouble on request."""

from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.member import Member
from tests.playground.bare_bot import BareBot, command

pytestmark = pytest.mark.failing


@pytest.mark.parametrize(
    ("kind", "status", "happened"),
    [
        ("rate_limit", 429, False),
        ("rate_limit_shared", 429, False),
        ("rate_limit_global", 429, False),
        ("cloudflare", 429, False),
        ("error_before", 500, False),
        ("error_after", 500, True),
    ],
)
async def test_each_refusal_is_what_it_says(
    playground: Playground, bot: BareBot, ada: Member, kind: str, status: int, happened: bool
) -> None:
    """Its status, whether anything happened, and that the next request is served again."""
    channel = ada.channel("general")
    path = f"/channels/{channel['id']}/messages"
    playground.faults.add(kind, route=r"^POST .*/messages$")
    if kind == "cloudflare":
        with pytest.raises(ValueError, match="Expecting value"):
            await bot.call("POST", path, {"content": "x"})
    else:
        answer = await bot.call("POST", path, {"content": "x"})
        assert answer.status == status
    assert bool(await ada.history(channel)) is happened
    assert playground.faults.waiting() == []
    assert (await bot.call("POST", path, {"content": "y"})).status == 200


@pytest.mark.parametrize(
    ("kind", "scope"), [("rate_limit", "user"), ("rate_limit_shared", "shared"), ("rate_limit_global", "global")]
)
async def test_a_429_tells_its_scope(playground: Playground, bot: BareBot, kind: str, scope: str) -> None:
    """Header and body agree on whom the limit is for and how long it lasts."""
    playground.faults.add(kind, retry_after=2.5)
    answer = await bot.call("GET", "/users/@me")
    assert answer.headers["X-RateLimit-Scope"] == scope
    assert (answer.body["retry_after"], answer.body["global"]) == (2.5, scope == "global")
    assert (answer.headers.get("X-RateLimit-Global") == "true") is (scope == "global")


@pytest.mark.parametrize(("kind", "happened"), [("drop_before", False), ("drop_after", True)])
async def test_a_line_can_be_cut(playground: Playground, bot: BareBot, ada: Member, kind: str, happened: bool) -> None:
    """Before the effect or after it: the client learns nothing either way."""
    channel = ada.channel("general")
    playground.faults.add(kind, route="POST")
    with pytest.raises(aiohttp.ClientError):
        await bot.call("POST", f"/channels/{channel['id']}/messages", {"content": "x"})
    assert bool(await ada.history(channel)) is happened


async def test_a_fault_is_for_its_route_and_counts_down(playground: Playground, bot: BareBot, ada: Member) -> None:
    """Other routes and members are served; after so many requests it is over."""
    playground.faults.add("error_before", route="POST .*/typing", count=2, status=503)
    path = f"/channels/{ada.channel('general')['id']}/typing"
    assert (await bot.call("GET", "/users/@me")).status == 200
    await ada.api("POST", path)
    assert [(await bot.call("POST", path)).status for _ in range(3)] == [503, 503, 204]


async def test_a_slow_answer_comes(playground: Playground, bot: BareBot) -> None:
    """It takes its time and is right."""
    playground.faults.add("slow", seconds=0.05)
    assert (await bot.call("GET", "/users/@me")).body["username"] == "Fourup"


@pytest.mark.parametrize(
    ("kind", "frame"),
    [("gateway_reconnect", "op 7"), ("gateway_invalid", "op 9")],
)
async def test_the_gateway_can_ask_to_come_back(playground: Playground, kind: str, frame: str) -> None:
    """Op 7 and op 9 reach the bot, and no member."""
    async with Member(playground.origin, "ada"), BareBot(playground) as bot:
        assert playground.faults.add(kind) is None
        assert not await bot.wait_for(frame, lambda _data: True)


async def test_an_interaction_can_come_twice(playground: Playground, bot: BareBot, ada: Member) -> None:
    """The latest one, whole, and with a number of its own; before the first there is nothing to repeat."""
    playground.faults.add("gateway_repeat")
    await bot.publish(command("ping"))
    for _ in range(2):
        await ada.slash(ada.channel("general"), "ping")
    playground.faults.add("gateway_repeat")
    await bot.wait_for("INTERACTION_CREATE", lambda _data: len(bot.heard("INTERACTION_CREATE")) == 3)
    first, second, third = bot.heard("INTERACTION_CREATE")
    assert (first["id"] == second["id"], second == third) == (False, True)


async def test_a_mute_gateway_says_nothing(playground: Playground, bot: BareBot, ada: Member) -> None:
    """The socket stays open; nothing comes, not even to a heartbeat."""
    playground.faults.add("gateway_mute")
    await ada.send(ada.channel("general"), "anybody?")
    await bot.socket.send_json({"op": 1, "d": None})
    session = next(playground.hub.sessions(playground.application_id))
    assert session.sequence > len(bot.events)
    assert not bot.socket.closed


@pytest.mark.parametrize(
    ("kind", "values", "sentence"),
    [
        ("flood", {}, "There is no fault 'flood'"),
        ("slow", {"speed": 1}, "slow has no field 'speed'"),
        ("slow", {"seconds": -1}, "seconds is a number between"),
        ("slow", {"seconds": "1"}, "seconds is a number between"),
        ("slow", {"count": True}, "count is a number between"),
        ("error_before", {"status": 404}, "status is a number between"),
        ("error_before", {"route": "("}, "is no pattern"),
        ("error_before", {"route": 5}, "route is text"),
        ("gateway_invalid", {"resumable": "yes"}, "resumable is boolean"),
    ],
    ids=str,
)
async def test_a_wrong_fault_is_named(playground: Playground, kind: str, values: dict[str, Any], sentence: str) -> None:
    """One sentence says what is wrong, and nothing is added."""
    with pytest.raises(ValueError, match=sentence.replace("(", r"\(")):
        playground.faults.add(kind, **values)
    assert playground.faults.waiting() == []
