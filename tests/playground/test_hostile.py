"""Whatever is sent to the server, it answers as Discord answers, and goes on."""

from __future__ import annotations

import io
import json
import os
import random
from itertools import islice
from typing import Any

import aiohttp
import pytest
from yarl import URL

from playground import Playground
from playground.member import Member
from playground.rest.call import Route
from playground.server import ROUTES
from tests.playground.bare_bot import BareBot, command
from tests.playground.hostile import Request, requests

pytestmark = pytest.mark.mistaken
FEW, MANY = 12, 400
PATIENCE = aiohttp.ClientTimeout(total=10)


@pytest.mark.parametrize("route", ROUTES, ids=lambda each: each.name)
async def test_no_request_makes_the_server_fail(
    playground: Playground, bot: BareBot, ada: Member, route: Route
) -> None:
    """Each answer is one of Discord's: JSON with a code and a message, or a success; never 5xx."""
    await assail(playground, bot, ada, route, FEW)


@pytest.mark.proof
@pytest.mark.timeout(600)
@pytest.mark.parametrize("route", ROUTES, ids=lambda each: each.name)
async def test_no_request_of_many(playground: Playground, bot: BareBot, ada: Member, route: Route) -> None:
    """The same, for longer."""
    await assail(playground, bot, ada, route, MANY)


async def assail(playground: Playground, bot: BareBot, ada: Member, route: Route, number: int) -> None:
    rng = random.Random(f"{route.name} {os.environ.get('PLAYGROUND_SEED', '1')}")
    known = await right_ids(playground, bot, ada)
    tokens = [f"Bot {playground.bot_token}", *(user["_token"] for user in playground.world.users.values())]
    api = f"{playground.api_base}/v10"
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(force_close=True), timeout=PATIENCE) as http:
        for request in islice(requests(rng, route.method, route.path, known), number):
            await expect_an_answer(http, api, request, rng.choice(tokens))
    assert (await bot.call("GET", "/users/@me")).status == 200
    assert not bot.socket.closed


async def right_ids(playground: Playground, bot: BareBot, ada: Member) -> dict[str, list[str]]:
    """Ids of everything that there is, by the names that paths use; an interaction waits for its answer."""
    channel = ada.channel("general")
    message = await bot.say(channel, components=[])
    (published,) = await bot.publish(command("draw"))
    await ada.slash(channel, "draw")
    await ada.react(message, "🔥")
    interaction = await bot.wait_for("INTERACTION_CREATE")
    world = playground.world
    return {
        "channel_id": [*world.channels],
        "guild_id": [*world.guilds],
        "user_id": [*world.users],
        "message_id": [message["id"]],
        "command_id": [published["id"]],
        "version": [published["version"]],
        "application_id": [playground.application_id],
        "webhook_id": [playground.application_id],
        "interaction_id": [interaction["id"]],
        "token": [interaction["token"]],
        "emoji": ["%F0%9F%94%A5", "x:1"],
        "role_id": [role["id"] for guild in world.guilds.values() for role in guild["roles"]],
        "overwrite_id": [*world.users],
    }


async def expect_an_answer(http: aiohttp.ClientSession, api: str, request: Request, token: str) -> None:
    url = URL(api + request.path, encoded=True)
    headers = {"Authorization": token, **request.headers}
    data = io.BytesIO(request.body) if request.body else None
    async with http.request(request.method, url, data=data, headers=headers) as answer:
        raw = await answer.read()
    assert answer.status < 500, f"{request}\n{raw[:200]!r}"
    if "Content-Encoding" in request.headers and answer.status == 400:
        return  # refused below the API, in HTTP's own words
    assert not raw or answer.headers["Content-Type"] == "application/json", f"{request}\n{answer.status} {raw[:200]!r}"
    told: Any = json.loads(raw) if raw else None
    assert (answer.status == 204) == (told is None), f"{request}\n{answer.status} {told}"
    if answer.status >= 400:
        assert {"code", "message"} <= set(told), f"{request}\n{told}"
