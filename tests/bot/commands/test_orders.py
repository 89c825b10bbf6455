"""The question before several grids, by members in the playground, with the use cases behind it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.buttons import ids
from bot.jobs.job import State
from playground import Playground
from playground.member import Json
from tests.bot.conftest import Connect
from tests.bot.grounds import Grounds, grounds
from tests.bot.imagine.house import open_house


@pytest.fixture
async def at(tmp_path: Path, playground: Playground, connect: Connect) -> AsyncIterator[Grounds]:
    """Everybody, and a bot that draws nothing."""
    async with open_house(tmp_path) as house, grounds(playground, house, connect) as opened:
        yield opened


async def asked(at: Grounds, prompt: str = "a {red, green} apple --repeat 2", name: str = "ada") -> Json:
    """The question."""
    member = at.people[name]
    shown = await at.answer(member, lambda: member.slash(member.channel("general"), "imagine", prompt=prompt))
    assert shown
    assert shown["flags"] & 64
    return shown


def button(shown: Json, act: str) -> str:
    """Yes or No."""
    (custom_id,) = [
        each["custom_id"] for each in shown["components"][0]["components"] if f"{ids.ORDER}{act}" in each["custom_id"]
    ]
    return str(custom_id)


async def answered(at: Grounds, shown: Json, act: str) -> str:
    """What stands in the place of the question then."""
    ada = at.people["ada"]
    assert await at.settled(ada, await ada.press(shown, button(shown, act)))
    changes = [each for each in ada.heard("MESSAGE_UPDATE") if each["id"] == shown["id"]]
    assert changes[-1]["components"] == []
    return str(changes[-1]["content"])


async def test_yes_begins_all_of_it(at: Grounds) -> None:
    """The question shows how many, what they take, and their prompts; one message tells of them from then on."""
    shown = await asked(at)
    (embed,) = shown["embeds"]
    assert embed["title"] == "Shall I draw 4 grids?"
    assert "of the GPU." in embed["description"]
    assert "4. **a green apple**" in embed["description"]
    assert await at.store.jobs.of(int(at.people["ada"].id)) == ()
    assert (await answered(at, shown, "yes")).startswith("4 grids are on their way.")
    jobs = await at.store.jobs.of(int(at.people["ada"].id))
    assert len(jobs) == 4
    assert [order.interaction_id for order in at.posting.orders] == [jobs[0].asked.interaction_id]
    assert at.posting.answers == {}


@pytest.mark.acts("FU::Order::no")
async def test_no_draws_nothing(at: Grounds) -> None:
    """And says so."""
    shown = await asked(at)
    assert await answered(at, shown, "no") == "Nothing is drawn."
    assert await at.store.jobs.of(int(at.people["ada"].id)) == ()


@pytest.mark.acts("FU::Order::cancel", "FU::Order::yes")
async def test_what_is_left_is_cancelled_by_author_and_moderators(at: Grounds) -> None:
    """Others are told that they may not."""
    await answered(at, await asked(at), "yes")
    (order,) = at.posting.orders
    custom_id = f"{ids.ORDER}cancel::{order.id}"
    posted = await at.with_button(at.people["ada"].channel("general"), custom_id)
    for name, state in (("bo", State.WAITING), ("nia", State.CANCELLED)):
        member = at.people[name]
        message = await member.wait_message(lambda each: each["id"] == posted)
        told = await at.answer(member, lambda of=message, who=member: who.press(of, custom_id))
        assert (told is None) == (state is State.WAITING)
        assert {job.state for job in await at.store.jobs.of(int(at.people["ada"].id))} == {state}


async def test_who_may_not_answer_and_what_is_no_order(at: Grounds) -> None:
    """A button that was made to say so changes nothing."""
    shown = await asked(at)
    bo = at.people["bo"]
    for custom_id in (button(shown, "yes"), f"{ids.ORDER}cancel::nothing", f"{ids.ORDER}what::nothing"):
        posted = await at.with_button(bo.channel("general"), custom_id)
        message = await bo.wait_message(lambda each, of=posted: each["id"] == of)
        await at.answer(bo, lambda of=message, by=custom_id: bo.press(of, by))
    assert await at.store.jobs.of(int(at.people["ada"].id)) == ()
    assert await answered(at, shown, "yes")
