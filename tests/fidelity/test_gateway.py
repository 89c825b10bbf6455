"""discord.py's connection on bad days: dropped, sent away, told to start anew, left in silence, refused."""

import asyncio
import re
from typing import Any

import discord
import pytest

from playground import Clock, Playground
from playground.member import Member
from playground.world import seed
from tests.fidelity.hand import PATIENCE, Hand, Here, connected, online, pointed_at


async def test_a_dropped_socket_is_resumed_and_what_was_missed_comes(
    playground: Playground, ada: Member, hand: Hand
) -> None:
    """An interaction begun while nobody listened is answered in time, and no event comes twice."""
    resumed = hand.wait_for("resumed", timeout=PATIENCE)
    cut = hand.wait_for("disconnect", timeout=PATIENCE)
    playground.faults.add("gateway_drop")
    await ada.slash(ada.channel("general"), "go", text="missed")
    await cut
    interaction = await hand.given()
    await interaction.response.send_message("answered")
    await resumed
    await ada.wait_message(lambda each: each["content"] == "answered")
    assert hand.told.count("interaction") == 1
    assert hand.told.count("ready") == 1
    assert ada.heard("INTERACTION_FAILURE") == []


async def test_a_request_to_reconnect_is_followed_by_a_resume(playground: Playground, ada: Member, hand: Hand) -> None:
    """Op 7: same session, no new READY, nothing lost."""
    resumed = hand.wait_for("resumed", timeout=PATIENCE)
    session = hand.ws.session_id
    playground.faults.add("gateway_reconnect")
    await resumed
    assert hand.ws.session_id == session
    await ada.slash(ada.channel("general"), "go")
    await (await hand.given()).response.send_message("here")
    await ada.wait_message(lambda each: each["content"] == "here")


async def test_an_invalid_session_that_may_be_resumed_is(playground: Playground, hand: Hand) -> None:
    """Op 9 with true."""
    resumed = hand.wait_for("resumed", timeout=PATIENCE)
    session = hand.ws.session_id
    playground.faults.add("gateway_invalid", resumable=True)
    await resumed
    assert hand.ws.session_id == session
    assert hand.told.count("ready") == 1


async def test_an_invalid_session_is_begun_anew(playground: Playground, ada: Member, hand: Hand) -> None:
    """Op 9 with false: another session, another READY, and interactions reach it once."""
    ready = hand.wait_for("ready", timeout=PATIENCE)
    session = hand.ws.session_id
    playground.faults.add("gateway_invalid", resumable=False)
    await ready
    assert hand.ws.session_id != session
    await ada.slash(ada.channel("general"), "go")
    await (await hand.given()).response.send_message("here")
    assert hand.told.count("interaction") == 1


async def test_a_gateway_that_went_silent_is_left_and_found_again(clock: Clock) -> None:
    """Heartbeats that nobody acknowledges end the connection; the session is resumed with what was missed."""
    async with (
        Playground(clock=clock, seed=1, heartbeat=0.8) as playground,
        Member(playground.origin, "ada") as ada,
        online(Hand(heartbeat_timeout=1.2), playground) as hand,
    ):
        resumed = hand.wait_for("resumed", timeout=PATIENCE)
        playground.faults.add("gateway_mute")
        await ada.slash(ada.channel("general"), "go")
        interaction = await hand.given()
        await interaction.response.send_message("late but here")
        await resumed
        assert hand.told.count("interaction") == 1


@pytest.mark.parametrize("name", ["members", "presences", "message_content"])
async def test_privileged_intents_are_refused(playground: Playground, name: str) -> None:
    """Fourup has none, so asking for one is an error at once (4014) and not a surprise on Discord."""
    with pytest.raises(discord.PrivilegedIntentsRequired), pointed_at(playground):
        async with connected(Hand(intents=discord.Intents(guilds=True, **{name: True})), playground.bot_token):
            pass


async def test_a_wrong_token_is_refused(playground: Playground) -> None:
    """Before anything else is said."""
    head, stamp, _signature = playground.bot_token.split(".")
    with pytest.raises(discord.LoginFailure), pointed_at(playground):
        async with connected(Hand(), f"{head}.{stamp}.{'0' * 38}"):
            pass


async def test_without_the_intent_only_what_is_meant_for_the_bot_can_be_read(ada: Member, hand: Hand) -> None:
    """Other people's words are blank in servers; mentions and direct messages are not."""
    channel = ada.channel("general")
    for content in ("a secret", f"hello <@{hand.application_id}>"):
        await ada.send(channel, content)
    await ada.send(await ada.dm(str(hand.application_id)), "between us")
    async with asyncio.timeout(PATIENCE):
        while hand.told.count("message") < 3:
            await hand.wait_for("message")
    seen = [message.content for message in hand.cached_messages]
    assert seen == ["", f"hello <@{hand.application_id}>", "between us"]


async def test_without_the_intent_for_messages_none_come(playground: Playground, ada: Member) -> None:
    """A client hears what it asked for."""
    async with online(Hand(intents=discord.Intents(guilds=True)), playground) as hand:
        await ada.send(ada.channel("general"), "unheard")
        await ada.slash(ada.channel("general"), "go")
        await hand.given()
        assert "message" not in hand.told


async def test_shards_hold_their_guilds_and_the_first_one_the_direct_messages(
    playground: Playground, clock: Clock, ada: Member
) -> None:
    """A guild's shard is its id shifted by 22 bits modulo the number of shards; everything arrives once."""
    world = playground.world
    clock.advance(0.0015)
    other = seed.add_guild(world, "Other shard", world.user(ada.id))
    seed.add_member(world, other, world.bot())
    first, second = (Hand(shard_id=number, shard_count=2) for number in (0, 1))
    async with online(first, playground), online(second, playground, ()):
        held = [{guild.id for guild in hand.guilds} for hand in (first, second)]
        expected = {int(guild["id"]) for guild in world.guilds_of(playground.application_id)}
        assert held[0] | held[1] == expected
        assert held == [{key for key in expected if (key >> 22) % 2 == number} for number in (0, 1)]
        assert all(held)
        await ada.slash(await ada.dm(playground.application_id), "go")
        assert (await first.given()).guild_id is None
        await ada.slash(ada.channel("general"), "go")
        home = first if int(ada.guild()["id"]) in held[0] else second
        assert (await home.given()).guild_id == int(ada.guild()["id"])
        assert [hand.told.count("interaction") for hand in (first, second)] == ([2, 0] if home is first else [1, 1])


class Sharded(Hand, discord.AutoShardedClient):
    """Asks the server how to connect, and runs all shards in one client."""


async def test_one_client_can_run_all_shards(playground: Playground, ada: Member) -> None:
    """It asks for the gateway's address, and each event comes once."""
    async with online(Sharded(shard_count=2), playground) as hand:
        assert isinstance(hand, discord.AutoShardedClient)
        assert sorted(hand.shards) == [0, 1]
        assert {guild.name for guild in hand.guilds} == {"Fourup Studio", "Second Studio"}
        await ada.slash(ada.channel("general"), "go")
        interaction = await hand.given()
        assert interaction.guild is not None
        await interaction.response.send_message(f"shard {interaction.guild.shard_id}")
        expected = (int(ada.guild()["id"]) >> 22) % 2
        await ada.wait_message(lambda each: each["content"] == f"shard {expected}")
        assert hand.told.count("interaction") == 1


class Upscale(discord.ui.DynamicItem[discord.ui.Button[Any]], template=r"up:(?P<number>[1-4])"):
    """A button whose state stands in its custom_id."""

    def __init__(self, number: int) -> None:
        super().__init__(discord.ui.Button(label=f"U{number}", custom_id=f"up:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(cls, _interaction: Here, _item: discord.ui.Item[Any], match: re.Match[str]) -> "Upscale":
        return cls(int(match["number"]))

    async def callback(self, interaction: Here) -> None:
        await interaction.response.send_message(f"upscaled {self.number}")


async def test_buttons_outlive_the_bot_that_made_them(playground: Playground, ada: Member) -> None:
    """Another process finds its way by the custom_id and the message that comes with each press."""
    view = discord.ui.View(timeout=None)
    for number in range(1, 5):
        view.add_item(Upscale(number))
    async with online(Hand(), playground) as first:
        await first.room("general").send("grid", view=view)
    message = await ada.wait_for("MESSAGE_CREATE")
    second = Hand()
    second.add_dynamic_items(Upscale)
    async with online(second, playground):
        await ada.press(message, "up:3")
        answer = await ada.wait_message(lambda each: each["content"] == "upscaled 3")
    assert answer["message_reference"]["message_id"] == message["id"]


async def test_a_bot_that_leaves_is_offline_for_everybody(hand: Hand, ada: Member) -> None:
    """At once, though discord.py leaves with a code that would let it resume."""
    await ada.wait_for("PRESENCE_UPDATE", lambda data: data["status"] == "online")
    await hand.close()
    gone = await ada.wait_for("PRESENCE_UPDATE", lambda data: data["status"] == "offline")
    assert gone["user"]["id"] == str(hand.application_id)
