"""The one message about an order of several grids."""

from dataclasses import replace

from bot.buttons import ids
from bot.jobs.job import Job
from bot.jobs.ordered import Ordered
from bot.store.messages import Kind
from playground.member import Member
from tests.bot.delivery.house import House, Json, until


async def ordered(house: House, ada: Member, channel: Json, more: str = "") -> tuple[Ordered, list[Job]]:
    """An order that has begun, of two jobs."""
    first = house.new(ada, channel, f"one{more}")
    other = house.new(ada, channel, f"another{more}")
    jobs = [first, replace(other, asked=replace(first.asked, ordinal=1))]
    await house.store.jobs.submit(jobs)
    order = Ordered("0" * 8 + first.id[8:], first.asked.interaction_id, int(ada.id), "{one, another}", 1.0)
    await house.store.orders.ask(order)
    return order, jobs


def ends(house: House, channel: Json, says: str) -> Json | None:
    """The order's message, once it says this."""
    return next((each for each in house.standing(channel["id"]) if says in each["content"]), None)


async def is_over(house: House) -> bool:
    """Whether no order is under way any more."""
    return await house.store.orders.under_way() == ()


async def until_told(house: House, channel: Json, says: str) -> Json:
    """Wait for it."""

    async def is_told() -> bool:
        return ends(house, channel, says) is not None

    await until(is_told)
    found = ends(house, channel, says)
    assert found
    return found


async def test_one_message_tells_of_all(house: House, ada: Member, pictures: Json) -> None:
    """No job has one of its own but for its result, to which the order links in the end; then its button is gone."""
    order, jobs = await ordered(house, ada, pictures)
    async with house.delivering():
        house.delivery.ordered(order)
        told = await until_told(house, pictures, "2 waiting")
        assert told["content"].startswith(f"**{{one, another}}** - <@{ada.id}>")
        assert told["components"][0]["components"][0]["custom_id"] == f"{ids.ORDER}cancel::{order.id}"
        await house.rendered(jobs[0])
        await house.ends(jobs[0])
        await house.failed(jobs[1], "No memory.")
        told = await until_told(house, pictures, "1 drawn, 1 failed")
        assert told["components"] == []
        assert "No memory." in told["content"]
        (result,) = [each for each in house.standing(pictures["id"]) if each["attachments"]]
        assert f"[1](https://discord.com/channels/{pictures['guild_id']}/{pictures['id']}/{result['id']})" in str(
            told["embeds"]
        )
        assert len(house.standing(pictures["id"])) == 2
        await until(lambda: is_over(house))


async def test_another_life_goes_on_with_the_same_message(house: House, ada: Member, pictures: Json) -> None:
    """Also where the bot died before it said anything."""
    order, jobs = await ordered(house, ada, pictures)
    async with house.delivering():
        await until_told(house, pictures, "2 waiting")
        await until(lambda: house.shows(jobs[0].id, Kind.ORDER))
    house.fresh()
    async with house.delivering():
        house.delivery.ordered(order)
        house.delivery.changed(await house.store.jobs.cancel(jobs[0].id, by=int(ada.id)), None)
        await house.rendered(jobs[1])
        told = await until_told(house, pictures, "1 drawn, 1 cancelled")
        assert "Refunded: 1." in told["content"]
    assert len([each for each in house.standing(pictures["id"]) if not each["attachments"]]) == 1


async def test_a_message_that_is_gone_is_not_made_anew(house: House, ada: Member, pictures: Json) -> None:
    """Somebody has deleted it; the pictures come all the same."""
    _, jobs = await ordered(house, ada, pictures)
    async with house.delivering():
        told = await until_told(house, pictures, "2 waiting")
        await until(lambda: house.shows(jobs[0].id, Kind.ORDER))
        await house.client.get_partial_messageable(int(pictures["id"])).get_partial_message(int(told["id"])).delete()
        for job in jobs:
            await house.rendered(job)
            await house.ends(job)
        await until(lambda: is_over(house))
    assert all(each["attachments"] for each in house.standing(pictures["id"]))


async def test_what_only_its_author_may_see_is_told_by_direct_message(
    house: House, ada: Member, pictures: Json
) -> None:
    """Not in the channel."""
    await ordered(house, ada, pictures, more=" --stealth")
    dm = await ada.dm(house.playground.application_id)
    async with house.delivering():
        await until_told(house, dm, "2 waiting")
    assert house.standing(pictures["id"]) == []


async def test_where_the_bot_is_no_member_its_author_is_told_by_direct_message(house: House, ada: Member) -> None:
    """A server into which a member brought it along: there it may write nothing of its own."""
    lobby = ada.channel("lobby", "Elsewhere")
    order, jobs = await ordered(house, ada, lobby)
    dm = await ada.dm(house.playground.application_id)
    async with house.delivering():
        house.delivery.ordered(order)
        await until_told(house, dm, "2 waiting")
        for job in jobs:
            await house.rendered(job)
            await house.ends(job)
        await until(lambda: is_over(house))
    told = await until_told(house, dm, "2 drawn")
    results = [each for each in house.standing(dm["id"]) if each["attachments"]]
    assert len(results) == len(jobs)
    assert all(str(each["id"]) in str(told["embeds"]) for each in results)
    assert house.standing(lobby["id"]) == []
