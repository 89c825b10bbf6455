"""Moderators are told of words that they watch for, once, whatever happens to the bot meanwhile."""

from collections.abc import Awaitable, Callable
from functools import partial

import pytest

from bot.store.alarms import Alarm
from bot.store.rulings import REPORTS, By
from playground import Playground
from playground.member import Member
from playground.world.permissions import Permission
from tests.bot.delivery.house import House, Json, until
from tests.bot.delivery.test_trouble import deny
from tests.death import Death

STEPS = 16
"""More than telling of one takes, with what else goes on when delivery starts."""


async def sounded(house: House, member: Member, place: Json | None, prompt: str = "a gun", number: int = 1) -> None:
    """A member asked for it in a server whose moderators chose this channel."""
    guild = int(member.guild()["id"])
    if place is not None:
        await house.store.rulings.decide(By(1, guild), REPORTS, "", {"channel": str(place["id"])})
    await house.store.alarms.sound(Alarm(number, guild, 7, int(member.id), "gun", prompt))


def none_left(house: House) -> Callable[[], Awaitable[bool]]:
    """Whether all are told."""

    async def is_so() -> bool:
        return not await house.store.alarms.due()

    return is_so


async def test_what_was_not_told_when_the_bot_ended_is_told_at_the_next_start(
    house: House, ada: Member, pictures: Json
) -> None:
    """With the words, the prompt, its author and the channel, and nobody is pinged by it; each once."""
    await sounded(house, ada, pictures)
    await sounded(house, ada, pictures, "a gun\n@everyone", number=2)
    await sounded(house, ada, pictures)  # the interaction came twice
    for _ in range(2):
        house.fresh()
        async with house.delivering():
            await until(none_left(house))
    told = [each["embeds"][0]["description"] for each in house.standing(str(pictures["id"]))]
    assert len(told) == 2
    assert f"<@{ada.id}>" in told[0]
    assert "a gun" in told[0]
    assert not any(each["mention_everyone"] for each in house.standing(str(pictures["id"])))


async def struck_or_told(house: House, death: Death, channel_id: str, count: int) -> bool:
    """What comes first."""
    return death.struck.is_set() or len(house.standing(channel_id)) >= count


@pytest.mark.parametrize("is_after", [False, True], ids=["before", "after"])
async def test_a_death_at_any_step_of_telling_tells_once(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch, is_after: bool
) -> None:
    """Of each transaction and each request."""
    death = Death(monkeypatch)
    for fatal in range(1, STEPS + 1):
        await sounded(house, ada, pictures, f"gun {fatal}", number=fatal)
        house.fresh()
        death.arm(fatal, is_after=is_after)
        async with house.delivering():
            await until(partial(struck_or_told, house, death, str(pictures["id"]), fatal))
        death.disarm()
        house.fresh()
        async with house.delivering():
            await until(none_left(house))
    told = [each["embeds"][0]["description"] for each in house.standing(str(pictures["id"]))]
    assert len(told) == STEPS


@pytest.mark.failing
async def test_a_way_that_fails_is_tried_again(
    house: House, playground: Playground, ada: Member, pictures: Json
) -> None:
    """And the message stands once, though Discord had taken it when the connection broke."""
    playground.faults.add("drop_after", route="^POST /channels/")
    await sounded(house, ada, pictures)
    async with house.delivering():
        await until(none_left(house))
    assert len(house.standing(str(pictures["id"]))) == 1


async def test_what_can_be_told_nowhere_blocks_no_other(house: House, ada: Member, pictures: Json) -> None:
    """A server without a channel for reports, and a channel that takes no messages."""
    general = ada.channel("general")
    deny(house.playground, general["id"], Permission.SEND_MESSAGES)
    await sounded(house, ada, None)
    async with house.delivering() as delivery:
        await until(none_left(house))
        await sounded(house, ada, general, number=2)
        delivery.alarmed()
        await until(none_left(house))
        await sounded(house, ada, pictures, number=3)
        delivery.alarmed()
        await until(none_left(house))
    assert house.standing(str(general["id"])) == []
    assert len(house.standing(str(pictures["id"]))) == 1
