"""Messages of members who were forgotten are deleted at Discord."""

import pytest

from bot.store.store import Store
from playground import Playground
from playground.member import Json, Member
from playground.world.permissions import Permission
from tests.bot.delivery.house import House, until
from tests.bot.delivery.test_trouble import deny


async def forgotten(house: House, member: Member) -> None:
    """Ask, and let all rows go."""
    await house.store.forgetting.ask(int(member.id))
    assert [step.is_last for step in await house.store.forgetting.step()] == [True]


async def nothing_left(store: Store) -> bool:
    """Whether all are deleted."""
    return await store.erasures.left() == 0


async def test_the_messages_of_a_forgotten_member_go(house: House, ada: Member, bo: Member, pictures: Json) -> None:
    """The results, one after the other; those of others stay."""
    jobs = [await house.answered(each, pictures, "an apple") for each in (ada, ada, bo)]
    for job in jobs:
        await house.rendered(job)
    async with house.delivering():
        for job in jobs:
            await house.ends(job)
        await forgotten(house, ada)
        await until(lambda: nothing_left(house.store))
    (left,) = house.standing(str(pictures["id"]))
    assert f"<@{bo.id}>" in left["content"]


@pytest.mark.failing
async def test_what_discord_does_not_take_is_tried_again(
    house: House, playground: Playground, ada: Member, pictures: Json
) -> None:
    """A server that fails now."""
    job = await house.answered(ada, pictures, "an apple")
    await house.rendered(job)
    async with house.delivering():
        await house.ends(job)
        for _ in range(3):
            playground.faults.add("drop_before", route="^DELETE /channels/")
        await forgotten(house, ada)
        await until(lambda: nothing_left(house.store))
    assert house.standing(str(pictures["id"])) == []


async def test_what_cannot_be_deleted_ends_nothing(
    house: House, playground: Playground, ada: Member, pictures: Json
) -> None:
    """A channel that the bot does not see any more; the message of another goes all the same."""
    general = ada.channel("general")
    for channel in (pictures, general):
        job = await house.answered(ada, channel, "an apple")
        await house.rendered(job)
    async with house.delivering():
        await until(lambda: _posted(house))
        deny(playground, pictures["id"], Permission.VIEW_CHANNEL)
        await forgotten(house, ada)
        await until(lambda: nothing_left(house.store))
    assert house.standing(str(general["id"])) == []


async def _posted(house: House) -> bool:
    return await house.store.outbox.next_due_at() is None
