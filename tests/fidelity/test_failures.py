"""Requests that fail, before or after their effect, as discord.py meets them."""

import asyncio
import time

import aiohttp
import discord
import pytest

from playground import Playground
from playground.member import Member
from tests.fidelity.hand import Hand

MESSAGES = "POST /channels/.*/messages"
ANSWERS = "POST /interactions/.*/callback"

pytestmark = pytest.mark.failing


async def written(ada: Member) -> list[str]:
    """What stands in #general, oldest first."""
    return [each["content"] for each in reversed(await ada.history(ada.channel("general")))]


async def test_an_error_before_the_effect_is_tried_again(playground: Playground, ada: Member, hand: Hand) -> None:
    """500, 502 and 504: discord.py asks anew after a second, and each message is there once."""
    rooms = [hand.room(name) for name in ("general", "pictures", "after-dark")]
    for room, status in zip(rooms, (500, 502, 504), strict=True):
        playground.faults.add("error_before", route=f"POST /channels/{room.id}/messages", status=status)
    await asyncio.gather(*(room.send("hello") for room in rooms))
    assert playground.faults.waiting() == []
    for room in rooms:
        assert [each["content"] for each in await ada.history(ada.channel(room.name))] == ["hello"]


async def test_other_errors_are_told_at_once(playground: Playground, ada: Member, hand: Hand) -> None:
    """503 is none that discord.py tries again."""
    playground.faults.add("error_before", route=MESSAGES, status=503)
    with pytest.raises(discord.DiscordServerError) as wrong:
        await hand.room("general").send("hello")
    assert wrong.value.status == 503
    assert await written(ada) == []


@pytest.mark.parametrize("nonce", [None, "job-17"])
async def test_a_nonce_keeps_a_message_that_is_sent_twice_to_one(
    nonce: str | None, playground: Playground, ada: Member, hand: Hand
) -> None:
    """discord.py gives each channel message one, with `enforce_nonce`, so that the second request finds the first's."""
    playground.faults.add("error_after", route=MESSAGES, status=500)
    message = await hand.room("general").send("hello", nonce=nonce)
    (first,) = await ada.history(ada.channel("general"))
    assert first["id"] == str(message.id)
    assert len(ada.heard("MESSAGE_CREATE")) == 1


async def test_without_a_nonce_there_are_two_messages(playground: Playground, ada: Member, hand: Hand) -> None:
    """Follow-ups have none: what went wrong was only the answer, and nothing tells the second from a new one."""
    await ada.slash(ada.channel("general"), "go")
    interaction = await hand.given()
    await interaction.response.send_message("answer")
    playground.faults.add("error_after", route="POST /webhooks", status=500)
    await interaction.followup.send("more")
    assert await written(ada) == ["answer", "more", "more"]


async def test_a_nonce_is_the_senders_own(ada: Member, bo: Member, hand: Hand) -> None:
    """Another channel or another nonce is another message; nobody but the sender is told of it."""
    first = await hand.room("general").send("one", nonce="a")
    assert (await hand.room("general").send("one", nonce="a")).id == first.id
    assert first.nonce == "a"
    assert (await hand.room("general").send("two", nonce="b")).id != first.id
    assert (await hand.room("pictures").send("one", nonce="a")).id != first.id
    assert await written(ada) == ["one", "two"]
    assert all("nonce" not in each for each in await bo.history(bo.channel("general")))


@pytest.mark.parametrize(("kind", "seen"), [("drop_before", []), ("drop_after", ["hello"])])
async def test_a_lost_line_is_an_error_that_says_nothing_of_the_effect(
    kind: str, seen: list[str], playground: Playground, ada: Member, hand: Hand
) -> None:
    """The client cannot know which it was; the members do."""
    playground.faults.add(kind, route=MESSAGES)
    with pytest.raises(aiohttp.ClientError):
        await hand.room("general").send("hello")
    assert await written(ada) == seen


async def test_an_answer_that_was_lost_after_its_effect_was_given(
    playground: Playground, ada: Member, hand: Hand
) -> None:
    """The member reads it, and the bot that tries again reads that it was answered already."""
    await ada.slash(ada.channel("general"), "go")
    interaction = await hand.given()
    playground.faults.add("drop_after", route=ANSWERS)
    with pytest.raises(aiohttp.ClientError):
        await interaction.response.send_message("hello")
    await ada.wait_for("INTERACTION_SUCCESS")
    with pytest.raises(discord.HTTPException) as wrong:
        await interaction.response.send_message("hello")
    assert wrong.value.code == 40060
    assert await written(ada) == ["hello"]


async def test_an_answer_that_failed_after_its_effect_was_given(
    playground: Playground, ada: Member, hand: Hand
) -> None:
    """discord.py tries again by itself, and meets the same refusal."""
    await ada.slash(ada.channel("general"), "go")
    interaction = await hand.given()
    playground.faults.add("error_after", route=ANSWERS)
    with pytest.raises(discord.HTTPException) as wrong:
        await interaction.response.send_message("hello")
    assert wrong.value.code == 40060
    assert await written(ada) == ["hello"]


async def test_a_slow_answer_is_an_answer(playground: Playground, ada: Member, hand: Hand) -> None:
    """It takes its time, and the effect comes once."""
    playground.faults.add("slow", route=MESSAGES, seconds=0.3)
    start = time.perf_counter()
    await hand.room("general").send("hello")
    assert time.perf_counter() - start >= 0.3
    assert await written(ada) == ["hello"]


async def test_members_are_spared(playground: Playground, ada: Member, hand: Hand) -> None:
    """Faults befall the bot alone: the page goes on while the bot is in trouble."""
    playground.faults.add("error_before", count=100)
    await ada.send(ada.channel("general"), "hello")
    assert await written(ada) == ["hello"]
    playground.faults.clear()
    await hand.fetch_user(int(ada.id))
