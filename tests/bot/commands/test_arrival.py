"""Whom the bot greets, and whom it serves."""

import discord
import pytest

from bot.store.store import Store
from playground import Playground
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.drawing import studio_of

EPHEMERAL = 1 << 6


def guild_of(member: Member, name: str) -> int:
    """The id of a server."""
    return int(member.guild(name)["id"])


async def arrive(client: discord.Client, guild_id: int) -> None:
    """What discord.py calls once it knows a server; it does so two seconds after connecting."""
    guild = client.get_guild(guild_id)
    assert guild is not None
    client.dispatch("guild_available", guild)


async def test_a_server_is_greeted_once(connect: Connect, memory: Store, ada: Member) -> None:
    """In the first channel, with commands to press; not again after a restart."""
    here = guild_of(ada, "Fourup Studio")
    for _start in range(2):
        made = studio_of(memory)
        async with connect(made.client):
            await arrive(made.client, here)
            hello = await ada.wait_message(lambda message: message["content"].startswith("Hello!"))
    assert hello["channel_id"] == ada.channel("general")["id"]
    assert "</imagine:" in hello["content"]
    assert "</help:" in hello["content"]
    assert [message["content"] for message in await ada.history(ada.channel("general"))] == [hello["content"]]


async def test_a_channel_that_it_may_not_write_to_is_passed_over(
    connect: Connect, memory: Store, ada: Member, playground: Playground
) -> None:
    """The next one has the greeting."""
    general = playground.world.channel(ada.channel("general")["id"])
    send = str(1 << 11)
    denied = {"id": playground.application_id, "type": 1, "allow": "0", "deny": send}
    playground.world.save("channel", general | {"permission_overwrites": [denied]})
    made = studio_of(memory)
    async with connect(made.client):
        await arrive(made.client, guild_of(ada, "Fourup Studio"))
        hello = await ada.wait_message(lambda message: message["content"].startswith("Hello!"))
    assert hello["channel_id"] == ada.channel("pictures")["id"]


async def test_a_server_that_is_not_allowed_is_told_so(connect: Connect, memory: Store, ada: Member) -> None:
    """Politely, in public once, and to each who asks; no job is made."""
    made = studio_of(memory, guilds=frozenset({guild_of(ada, "Second Studio")}))
    async with connect(made.client):
        await arrive(made.client, guild_of(ada, "Fourup Studio"))
        public = await ada.wait_message(lambda message: not message["flags"] & EPHEMERAL)
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        told = await ada.wait_message(lambda message: message.get("nonce") == nonce)
    assert public["content"] == told["content"]
    assert told["content"].startswith("This bot is run for other servers")
    assert told["flags"] & EPHEMERAL
    assert await memory.jobs.of(int(ada.id)) == ()


async def test_an_allowed_server_is_served(connect: Connect, memory: Store, ada: Member) -> None:
    """As if there were no list."""
    made = studio_of(memory, guilds=frozenset({guild_of(ada, "Fourup Studio")}))
    async with connect(made.client):
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        await ada.wait_message(lambda message: message.get("nonce") == nonce)
    assert len(await memory.jobs.of(int(ada.id))) == 1


async def answer_by_dm(member: Member, playground: Playground) -> Json:
    """The answer to /imagine in a direct message to the bot."""
    nonce = await member.slash(await member.dm(playground.application_id), "imagine", prompt="an apple")
    return await member.wait_message(lambda message: message.get("nonce") == nonce)


@pytest.mark.parametrize(("name", "is_served"), [("bo", True), ("nia", False)])
async def test_a_list_holds_in_direct_messages(
    connect: Connect, memory: Store, playground: Playground, name: str, is_served: bool
) -> None:
    """Members of an allowed server are served there too, others are not."""
    async with Member(playground.origin, name) as member:
        second = next(each["id"] for each in playground.world.guilds.values() if each["name"] == "Second Studio")
        made = studio_of(memory, guilds=frozenset({int(second)}))
        async with connect(made.client):
            told = await answer_by_dm(member, playground)
    assert ("(Waiting to start)" in told["content"]) == is_served
    assert len(await memory.jobs.of(int(member.id))) == is_served


async def test_nothing_is_completed_for_whom_is_not_served(connect: Connect, memory: Store, ada: Member) -> None:
    """An empty list, and no error."""
    made = studio_of(memory, guilds=frozenset({1}))
    async with connect(made.client):
        assert await ada.autocomplete(ada.channel("general"), "imagine", "prompt", prompt="an apple --s") == []
