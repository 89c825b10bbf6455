"""The bot as Discord sees it, before it is connected."""

import asyncio

import discord
import pytest
from discord import app_commands

from bot.client import Fourup, intents, redirect
from bot.errors import NotLoopback
from playground.member import Member
from tests.bot.conftest import Connect


def addresses() -> tuple[str, str, str]:
    """Where this process takes Discord to be."""
    return (
        discord.http.Route("GET", "/gateway").url,
        str(discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY),
        discord.Asset.BASE,
    )


def test_it_asks_for_no_privileged_intent() -> None:
    """Guilds, and messages and reactions in guilds and in direct messages; no form to fill in at Discord."""
    asked = intents()
    assert {name for name, is_on in asked if is_on} == {
        "guilds",
        "guild_messages",
        "dm_messages",
        "guild_reactions",
        "dm_reactions",
    }
    assert asked.value & discord.Intents(members=True, presences=True, message_content=True).value == 0


async def test_it_mentions_nobody_unless_told_to() -> None:
    """A prompt with @everyone in it wakes nobody."""
    mentions = Fourup("0", on_online=lambda: None).allowed_mentions
    assert mentions is not None
    assert dict(mentions.to_dict()) == {"parse": []}


def test_it_finds_discord_where_the_configuration_says(as_published: None) -> None:
    """REST, gateway and pictures."""
    redirect("http://127.0.0.1:8420/api/")
    assert addresses() == (
        "http://127.0.0.1:8420/api/v10/gateway",
        "ws://127.0.0.1:8420/gateway",
        "http://127.0.0.1:8420/cdn",
    )


def test_it_is_not_sent_to_another_machine(as_published: None) -> None:
    """A refused address changes nothing."""
    before = addresses()
    with pytest.raises(NotLoopback):
        redirect("http://example.org:8420/api")
    assert addresses() == before


async def test_every_command_says_where_it_may_be_used() -> None:
    """Left open, Discord would fill it in, and each start would publish anew."""
    for command in Fourup("0", on_online=lambda: None).commands.get_commands():
        assert command.allowed_contexts is not None, command.name
        assert command.allowed_installs is not None, command.name


async def test_what_is_being_answered_is_answered_before_it_leaves(connect: Connect, ada: Member) -> None:
    """A stop in the middle of a command loses no answer."""
    fourup = Fourup("0", on_online=lambda: None)
    started, may_go_on = asyncio.Event(), asyncio.Event()

    @app_commands.command(name="slow", description="A test's")
    @app_commands.allowed_installs(guilds=True, users=True)
    @app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)
    async def slow(interaction: discord.Interaction[discord.Client]) -> None:
        started.set()
        await may_go_on.wait()
        await interaction.response.send_message("still here")

    fourup.commands.add_command(slow)
    async with connect(fourup):
        await ada.slash(ada.channel("general"), "slow")
        await started.wait()
        leaving = asyncio.create_task(fourup.close())
        await asyncio.sleep(0)
        may_go_on.set()
        await ada.wait_message(lambda message: message["content"] == "still here")
        await leaving
