"""Who hears what."""

import pytest

from playground import Playground
from playground.member import Member, Refused
from tests.playground.bare_bot import BareBot, buttons


async def test_who_cannot_see_a_channel_hears_nothing_of_it(playground: Playground, ada: Member) -> None:
    """Messages of the moderators' channel reach moderators alone."""
    async with Member(playground.origin, "mo") as mo:
        await mo.send(mo.channel("mods"), "secret")
        await mo.send(mo.channel("general"), "hello")
        await ada.wait_message(lambda message: message["content"] == "hello")
        assert "secret" not in [message["content"] for message in ada.heard("MESSAGE_CREATE")]
        assert "mods" not in [channel["name"] for channel in ada.guild()["channels"]]
        with pytest.raises(Refused, match="50001"):
            await ada.history(mo.channel("mods"))


async def test_an_ephemeral_message_is_for_one(bot: BareBot, ada: Member, bo: Member) -> None:
    """It reaches the member who asked, in no other window, in no history, and not the bot's gateway."""
    channel = ada.channel("general")
    await ada.press(await bot.say(channel, components=buttons("ask")), "ask")
    await bot.answer(await bot.wait_for("INTERACTION_CREATE"), 4, {"content": "psst", "flags": 64})
    whispered = await ada.wait_message(lambda message: message["content"] == "psst")
    assert whispered["flags"] & 64
    await ada.send(channel, "after")
    await bo.wait_message(lambda message: message["content"] == "after")
    await bot.wait_for("MESSAGE_CREATE", lambda message: message["author"]["id"] == ada.id)
    assert "psst" not in [message["content"] for message in bo.heard("MESSAGE_CREATE")]
    assert "psst" not in [message["content"] for message in bot.heard("MESSAGE_CREATE")]
    assert "psst" not in [message["content"] for message in await ada.history(channel)]


async def test_a_bot_without_the_intent_reads_only_what_is_meant_for_it(bot: BareBot, ada: Member) -> None:
    """Text of others stays closed; mentions of the bot, and DMs, are open."""
    channel = ada.channel("general")
    application_id = bot._playground.application_id
    for text in ("between us", f"hey <@{application_id}>"):
        await ada.send(channel, text)
    await ada.send(await ada.dm(application_id), "in private")
    await bot.wait_for("MESSAGE_CREATE", lambda message: message["content"] == "in private")
    contents = [m["content"] for m in bot.heard("MESSAGE_CREATE") if m["author"]["id"] == ada.id]
    assert contents == ["", f"hey <@{application_id}>", "in private"]


async def test_events_that_were_not_asked_for_do_not_come(playground: Playground, ada: Member) -> None:
    """Without the intents for messages and reactions a bot hears of interactions only."""
    async with BareBot(playground, intents=1) as quiet:
        message = await ada.send(ada.channel("general"), "hello")
        await ada.react(message, "👍")
        pressed = await quiet.say(ada.channel("general"), components=buttons("b"))
        await ada.press(pressed, "b")
        await quiet.wait_for("INTERACTION_CREATE")
        assert quiet.heard("MESSAGE_CREATE") == quiet.heard("MESSAGE_REACTION_ADD") == []


async def test_the_nonce_is_its_senders_own(ada: Member, bo: Member) -> None:
    """The sender knows its message by the nonce; nobody else is told it."""
    await ada.send(ada.channel("general"), "mine")
    assert "nonce" in await ada.wait_message(lambda message: message["content"] == "mine")
    assert "nonce" not in await bo.wait_message(lambda message: message["content"] == "mine")


async def test_each_sees_their_own_reactions(playground: Playground, ada: Member, bo: Member) -> None:
    """In a message that another answers, too."""
    async with BareBot(playground) as bare:
        said = await bare.say(ada.channel("general"), content="hello")
        await ada.react(said, "👍")
        reply = await bare.say(ada.channel("general"), content="reply", message_reference={"message_id": said["id"]})
        for member, is_own in ((ada, True), (bo, False)):
            heard = await member.wait_message(lambda each: each["id"] == reply["id"])
            assert [each["me"] for each in heard["referenced_message"]["reactions"]] == [is_own]
            assert [each["count"] for each in heard["referenced_message"]["reactions"]] == [1]


async def test_presence_follows_the_sockets(playground: Playground, ada: Member) -> None:
    """Who comes is online, who goes is offline."""
    async with Member(playground.origin, "bo") as bo:
        online = await ada.wait_for("PRESENCE_UPDATE", lambda data: data["user"]["id"] == bo.id)
        assert online["status"] == "online"
    await ada.wait_for("PRESENCE_UPDATE", lambda data: data["user"]["id"] == bo.id and data["status"] == "offline")


async def test_a_slow_reader_holds_nobody_up(playground: Playground, ada: Member, bo: Member) -> None:
    """One client that reads nothing does not keep messages from the others."""
    sleeper = next(playground.hub.sessions(bo.id))
    assert sleeper.wire is not None
    bo._listener.cancel()
    big = "x" * 2000
    for _ in range(200):
        await ada.send(ada.channel("general"), big)
    assert len(await ada.history(ada.channel("general"))) == 50
