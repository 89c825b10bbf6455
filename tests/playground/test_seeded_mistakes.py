"""Over the wire: every seeded mistake is refused with 400 and 50035 at its path, and its right twin is taken."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import pytest

from playground import Playground
from playground.member import Member, Refused
from tests.contract.contract import Contract, Violation
from tests.playground.bare_bot import Answer, BareBot
from tests.playground.bodies import Json, acting, button, command, modal, row, submitted
from tests.playground.mistakes import MISTAKES, seeded
from tests.playground.mistakes.seeded import Mistake


@dataclass
class Desk:
    """Where each kind of body is handed in."""

    bot: BareBot
    ada: Member
    olive: Member
    imagine: Json
    """The command, as it is registered."""
    interaction: Json
    """The one that waits for an answer."""

    async def hand_in(self, to: str, body: Json) -> Answer:
        if to in {seeded.ANSWER_COMMAND, seeded.ANSWER_MODAL, seeded.SUGGEST}:
            path = f"/interactions/{self.interaction['id']}/{self.interaction['token']}/callback"
            return await self.bot.call("POST", path, body)
        channel, guild = self.ada.channel("general")["id"], self.ada.guild()["id"]
        application = self.interaction["application_id"]
        who, method, path = {
            seeded.SEND: (None, "POST", f"/channels/{channel}/messages"),
            seeded.REGISTER: (None, "POST", f"/applications/{application}/commands"),
            seeded.REGISTER_ALL: (None, "PUT", f"/applications/{application}/commands"),
            seeded.BEGIN_THREAD: (None, "POST", f"/channels/{channel}/threads"),
            seeded.ACT: (self.ada, "POST", "/interactions"),
            seeded.CHANGE_MEMBER: (self.olive, "PATCH", f"/guilds/{guild}/members/{self.ada.id}"),
        }[to]
        if who is None:
            return await self.bot.call(method, path, body)
        try:
            return Answer(200, {}, await who.api(method, path, body))
        except Refused as refused:
            return Answer(refused.status, {}, refused.body)


@pytest.fixture
async def desk(playground: Playground, bot: BareBot, ada: Member) -> AsyncIterator[Desk]:
    """A desk, before which a member has just used /imagine."""
    (imagine,) = await bot.publish(command())
    typed = {"type": 3, "name": "prompt", "value": "a cat"}
    await ada.api("POST", "/interactions", of(ada, playground, 2, imagine, [typed]))
    async with Member(playground.origin, "olive") as olive:
        yield Desk(bot, ada, olive, imagine, await bot.wait_for("INTERACTION_CREATE"))


def of(ada: Member, playground: Playground, kind: int, imagine: Json, options: list[Json]) -> Json:
    """What ada's client sends to use a command, or to ask for suggestions."""
    data = {"id": imagine["id"], "version": imagine["version"], "name": imagine["name"], "type": 1, "options": options}
    place = {"guild_id": ada.guild()["id"], "channel_id": ada.channel("general")["id"]}
    return acting(kind, data) | place | {"application_id": playground.application_id}


@pytest.mark.mistaken
@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda each: each.name)
async def test_a_mistake_is_refused_where_it_is(playground: Playground, desk: Desk, mistake: Mistake) -> None:
    """400, 50035, one error at the mistake's path; then the twin without it is taken."""
    await ready(playground, desk, mistake.to)
    refused = await desk.hand_in(mistake.to, mistake.wrong)
    assert (refused.status, refused.body["code"]) == (400, 50035)
    assert list(paths(refused.body["errors"])) == [(mistake.path, mistake.code)]
    taken = await desk.hand_in(mistake.to, mistake.right)
    if mistake.to == seeded.ACT:
        assert taken.body["code"] != 50035, "its ids are made up, its form is right"
    else:
        assert taken.status < 300, taken.body


async def ready(playground: Playground, desk: Desk, to: str) -> None:
    """Let the interaction be one that waits for this kind of answer."""
    channel = desk.ada.channel("general")
    if to == seeded.ANSWER_MODAL:
        await desk.hand_in(to, {"type": 9, "data": modal()})
        opened = await desk.ada.wait_for("INTERACTION_MODAL_CREATE")
        body = submitted() | {"channel_id": channel["id"], "guild_id": desk.ada.guild()["id"]}
        body |= {"application_id": playground.application_id, "data": submitted()["data"] | {"id": opened["id"]}}
        await desk.ada.api("POST", "/interactions", body)
        desk.interaction = await desk.bot.wait_for("INTERACTION_CREATE", lambda each: each["type"] == 5)
    if to == seeded.SUGGEST:
        typed = {"type": 3, "name": "style", "value": "wat", "focused": True}
        await desk.ada.api("POST", "/interactions", of(desk.ada, playground, 4, desk.imagine, [typed]))
        desk.interaction = await desk.bot.wait_for("INTERACTION_CREATE", lambda each: each["type"] == 4)


def paths(tree: Any, at: str = "") -> list[tuple[str, str]]:
    """The errors of a tree: (path, code)."""
    here = [(at, each["code"]) for each in tree.get("_errors", ())]
    below = [found for key, each in tree.items() if key != "_errors" for found in paths(each, f"{at}.{key}".strip("."))]
    return here + below


MISSPELT = [
    (seeded.SEND, {"contnet": "x", "content": "y"}, "", "contnet"),
    (seeded.SEND, {"embeds": [{"titel": "x", "title": "y"}]}, "embeds/0", "titel"),
    (seeded.SEND, {"components": [row(button("x", lable="y"))], "content": "x"}, "components/0/components/0", "lable"),
    (seeded.ANSWER_COMMAND, {"type": 4, "data": {"content": "x", "flgas": 64}}, "data", "flgas"),
    (seeded.ANSWER_COMMAND, {"type": 9, "data": modal() | {"tilte": "x"}}, "data", "tilte"),
    (seeded.REGISTER, command() | {"descripton": "x"}, "", "descripton"),
    (seeded.BEGIN_THREAD, {"name": "x", "autoarchive_duration": 60}, "", "autoarchive_duration"),
]


@pytest.mark.parametrize(("to", "body", "path", "key"), MISSPELT, ids=[each[3] for each in MISSPELT])
async def test_a_misspelt_key_is_taken_by_the_server_and_caught_by_the_contract(
    contract: Contract, desk: Desk, violations: list[Violation], to: str, body: Json, path: str, key: str
) -> None:
    """Discord ignores a key that it does not know; the contract fails the test that sent it, and names its place."""
    taken = await desk.hand_in(to, body)
    assert taken.status < 300, taken.body
    (found,) = violations
    assert (found.where, found.path) == ("request", path)
    assert key in found.message
    violations.clear()
