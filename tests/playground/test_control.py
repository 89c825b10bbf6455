"""The control route: what the side panel does, and whom it answers."""

import asyncio
import json
from typing import Any

import aiohttp
import pytest

from playground import Playground
from playground.control import TOKEN
from playground.member import Member
from tests.playground.bare_bot import BareBot


@pytest.fixture
async def http() -> Any:
    async with aiohttp.ClientSession() as session:
        yield session


async def state(http: aiohttp.ClientSession, playground: Playground) -> Any:
    async with http.get(f"{playground.origin}/control/state") as answer:
        return await answer.json()


async def test_the_state_tells_all_that_the_panel_shows(playground: Playground, http: Any) -> None:
    """Members to act as, the bot, kinds of trouble, the clock."""
    told = await state(http, playground)
    assert [each["title"] for each in told["members"]] == ["Owner", "Moderator", "Member", "Member", "Newcomer"]
    assert told["bot"] == {
        "user_id": playground.application_id,
        "online": False,
        "process": {
            "state": "unsupervised", "pid": None, "restarts": 0, "detail": "Nobody watches over the bot."
        },
    }  # fmt: skip
    assert {"kind", "title", "description", "fields"} == set(told["fault_kinds"][0])
    async with BareBot(playground):
        assert (await state(http, playground))["bot"]["online"]


async def test_faults_are_made_and_ended(playground: Playground, http: Any) -> None:
    """Added by kind, listed with what is left, removed one by one or all."""
    base = f"{playground.origin}/control/faults"
    async with http.post(base, json={"kind": "slow", "count": 3}) as answer:
        assert answer.status == 201
        fault = await answer.json()
    assert (await state(http, playground))["faults"] == [fault]
    assert (fault["kind"], fault["left"], fault["seconds"]) == ("slow", 3, 4.0)
    async with http.delete(f"{base}/{fault['id']}") as answer:
        assert answer.status == 204
    async with http.delete(f"{base}/{fault['id']}") as answer:
        assert answer.status == 404
    async with http.post(base, json={"kind": "nonsense"}) as answer:
        assert answer.status == 400
        assert "There is no fault" in (await answer.json())["message"]


async def test_the_clock_goes_forward(playground: Playground, http: Any) -> None:
    """By so many seconds; back, or by a word, it does not go."""
    base = f"{playground.origin}/control/clock"
    before = playground.clock.now()
    async with http.post(base, json={"advance": 90}) as answer:
        assert (await answer.json())["ahead"] == 90
    assert playground.clock.now() == before + 90
    for wrong in (-1, "soon", None, True, 1e12):
        async with http.post(base, json={"advance": wrong}) as answer:
            assert answer.status == 400


async def test_newcomers_join(playground: Playground, ada: Member, http: Any) -> None:
    """A new member can be acted as at once, and the others see it come; names are taken once."""
    base = f"{playground.origin}/control/members"
    async with http.post(base, json={"name": "Zoe Q"}) as answer:
        assert (answer.status, (await answer.json())["username"]) == (201, "zoe_q")
    assert (await ada.wait_for("GUILD_MEMBER_ADD"))["user"]["global_name"] == "Zoe Q"
    async with Member(playground.origin, "zoe_q") as zoe:
        await zoe.send(zoe.channel("general"), "hi")
    for name, status in (("zoe q", 409), ("", 400), ("x" * 33, 400), (5, 400)):
        async with http.post(base, json={"name": name}) as answer:
            assert answer.status == status


async def test_members_close_their_dms(playground: Playground, ada: Member, http: Any) -> None:
    """The switch holds for what the bot may send."""
    async with http.patch(f"{playground.origin}/control/members/{ada.id}", json={"accepts_dms": False}) as answer:
        assert (await answer.json())["accepts_dms"] is False
    assert playground.world.users[ada.id]["_accepts_dms"] is False
    for member, body, status in ((ada.id, {"accepts_dms": "no"}, 400), ("1", {"accepts_dms": True}, 404)):
        async with http.patch(f"{playground.origin}/control/members/{member}", json=body) as answer:
            assert answer.status == status


async def test_members_read_in_their_language(playground: Playground, ada: Member, http: Any) -> None:
    """It stays until it is changed, and only Discord's languages are taken."""
    base = f"{playground.origin}/control/members/{ada.id}"
    async with http.patch(base, json={"locale": "ja"}) as answer:
        assert ((await answer.json())["locale"], answer.status) == ("ja", 200)
    async with http.patch(base, json={"accepts_dms": True}) as answer:
        assert (await answer.json())["locale"] == "ja"
    for wrong in ("jp", "", None, 5, ["ja"], {}):
        async with http.patch(base, json={"locale": wrong}) as answer:
            assert answer.status == 400
    assert (await ada.api("GET", "/users/@me"))["locale"] == "ja"
    assert [each["locale"] for each in (await state(http, playground))["members"]].count("en-US") == 4


async def test_events_tell_what_changes(playground: Playground, http: Any) -> None:
    """The panel hears of faults, of the bot's coming, and of each exchange, without any token in it."""
    async with http.get(f"{playground.origin}/control/events") as stream:
        assert await heard(stream, "state", lambda data: not data["bot"]["online"])
        playground.faults.add("slow")
        assert await heard(stream, "state", lambda data: bool(data["faults"]))
        playground.faults.clear()
        async with BareBot(playground) as bot:
            assert await heard(stream, "state", lambda data: data["bot"]["online"])
            await bot.call("GET", f"/webhooks/{playground.application_id}/{'f' * 96}/messages/@original")
            line = await heard(stream, "exchange", lambda data: "/webhooks/" in data["path"])
            assert line["path"] == f"/webhooks/{playground.application_id}/…/messages/@original"
            assert (line["method"], line["status"], line["who"]) == ("GET", 404, "Fourup")


async def heard(stream: aiohttp.ClientResponse, event: str, test: Any) -> Any:
    async with asyncio.timeout(5):
        while True:
            name = (await stream.content.readline()).decode().removeprefix("event: ").strip()
            data = (await stream.content.readline()).decode().removeprefix("data: ")
            await stream.content.readline()
            if name == event and test(json.loads(data)):
                return json.loads(data)


async def test_orders_reach_the_supervisor(playground: Playground, http: Any) -> None:
    """What the panel asks is passed on, and what the supervisor reports is shown; without one it is said so."""
    order = f"{playground.origin}/control/bot"
    async with http.post(order, json={"do": "restart"}) as answer:
        assert (answer.status, "fourup play" in (await answer.json())["message"]) == (409, True)
    async with http.ws_connect(f"{playground.origin}/control/supervisor") as supervisor:
        async with http.post(order, json={"do": "dance"}) as answer:
            assert answer.status == 400
        async with http.post(order, json={"do": "restart"}) as answer:
            assert answer.status == 202
        assert await supervisor.receive_json() == {"do": "restart"}
        await supervisor.send_str("no json")
        await supervisor.send_json({"state": "running", "pid": 7, "restarts": 1, "detail": "Up.", "more": "?"})
        async with http.get(f"{playground.origin}/control/events") as stream:
            told = await heard(stream, "state", lambda data: data["bot"]["process"]["state"] == "running")
        assert told["bot"]["process"] == {"state": "running", "pid": 7, "restarts": 1, "detail": "Up."}


async def test_only_the_right_process_supervises(
    playground: Playground, http: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a token set, the socket is for whoever knows it."""
    monkeypatch.setenv(TOKEN, "secret")
    url = f"{playground.origin}/control/supervisor"
    for token in ("", "wrong"):
        with pytest.raises(aiohttp.WSServerHandshakeError):
            await http.ws_connect(url, headers={"Authorization": f"Bearer {token}"})
    async with http.ws_connect(url, headers={"Authorization": "Bearer secret"}) as supervisor:
        assert not supervisor.closed


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "evil.example"}, 403),
        ({"Host": "127.0.0.1.evil.example:8420"}, 403),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Host": "localhost"}, 200),
    ],
    ids=str,
)
async def test_no_foreign_page_reaches_it(
    playground: Playground, http: Any, headers: dict[str, str], status: int
) -> None:
    """A site in the same browser can neither read the members' tokens nor make trouble, under whatever name it asks."""
    async with http.get(f"{playground.origin}/control/state", headers=headers) as answer:
        assert answer.status == status
        assert ("token" in await answer.text()) is (status == 200)


async def test_a_foreign_page_opens_no_gateway(playground: Playground, http: Any) -> None:
    """Without a member's token there is nothing to hear; the tokens are behind the guarded route."""
    async with http.ws_connect(f"{playground.origin}/gateway?v=10") as socket:
        await socket.receive_json()
        await socket.send_json({"op": 2, "d": {"token": "", "capabilities": 0, "properties": {}}})
        await socket.receive()
        assert socket.close_code == 4004
