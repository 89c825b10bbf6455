"""The set of commands: published when it changed, and every failure answered."""

import asyncio
import re

import discord
import pytest
from discord import app_commands
from structlog.testing import capture_logs

from bot.client import Fourup
from bot.words import LOCALES, SOURCE, language
from playground import Playground
from playground.member import Json, Member
from playground.rest.door import Exchange
from tests.bot.conftest import VERSION, Connect

Interaction = discord.Interaction[discord.Client]


def with_command(name: str, callback: object) -> Fourup:
    """A bot with one more command."""
    fourup = Fourup(VERSION, on_online=lambda: None)
    command = app_commands.Command(name=name, description="A test's", callback=callback)  # type: ignore[arg-type,var-annotated]
    command.allowed_contexts = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
    command.allowed_installs = app_commands.AppInstallationType(guild=True, user=True)
    fourup.commands.add_command(command)
    return fourup


async def answer_of(member: Member, command: str) -> str:
    """What the member alone reads."""
    await member.slash(member.channel("general"), command)
    message: Json = await member.wait_message(lambda message: message["flags"] & 64 and message["content"])
    return str(message["content"])


async def settled() -> None:
    """Wait until discord.py has done with every command."""
    running = [task for task in asyncio.all_tasks() if task.get_name() == "CommandTree-invoker"]
    if running:
        await asyncio.wait(running)


@pytest.fixture
def published(playground: Playground) -> list[Exchange]:
    """The requests that changed the commands."""
    seen: list[Exchange] = []
    playground.observe(lambda exchange: seen.append(exchange) if exchange.method == "PUT" else None)
    return seen


async def test_an_unchanged_set_is_published_once(connect: Connect, published: list[Exchange]) -> None:
    """The second start only looks; either knows the numbers of the commands."""
    async with connect() as first:
        numbers = dict(first.commands.ids)
    async with connect() as second:
        assert second.commands.ids == numbers
    assert set(numbers) == {"help"}
    assert len(published) == 1


async def test_a_changed_set_is_published_again(connect: Connect, published: list[Exchange]) -> None:
    """A new command, and then its leaving."""

    async def callback(interaction: Interaction) -> None: ...

    async with connect():
        pass
    async with connect(with_command("extra", callback)) as fourup:
        assert set(fourup.commands.ids) == {"help", "extra"}
    async with connect() as fourup:
        assert set(fourup.commands.ids) == {"help"}
    assert len(published) == 3


async def test_translations_reach_discord(connect: Connect, playground: Playground) -> None:
    """Those who read German pick by German words, and so do those of every other language that there is."""
    async with connect() as fourup:
        (command,) = await fourup.http.request(
            discord.http.Route("GET", "/applications/{id}/commands", id=playground.application_id),
            params={"with_localizations": "true"},
        )
    told = command["description_localizations"]
    assert told["de"] == "Was dieser Bot ist und was du mit ihm tun kannst"
    assert {language(locale) for locale in told} == set(LOCALES) - {SOURCE}


@pytest.mark.parametrize("answers_first", [False, True])
async def test_an_unforeseen_error_is_one_calm_sentence(connect: Connect, ada: Member, answers_first: bool) -> None:
    """The number in it leads to the trace in the log, and nothing of the trace is shown."""

    async def callback(interaction: Interaction) -> None:
        if answers_first:
            await interaction.response.defer(ephemeral=True)
        raise RuntimeError("a secret detail")

    with capture_logs() as logs:
        async with connect(with_command("broken", callback)):
            told = await answer_of(ada, "broken")
    number = re.search(r"number: ([0-9a-f]{8})\.$", told)
    assert number, told
    assert "secret" not in told
    (failure,) = [entry for entry in logs if entry["event"] == "command failed"]
    assert failure["incident"] == number[1]
    assert str(failure["exc_info"]) == "a secret detail"


async def test_a_command_that_is_no_more_says_so(connect: Connect, ada: Member) -> None:
    """A member's picker may be older than the bot."""
    async with connect() as fourup:
        await ada.api("GET", f"/channels/{ada.channel('general')['id']}/application-command-index")
        fourup.commands.remove_command("help")
        told = await answer_of(ada, "help")
    assert told == "This command has changed since Discord last loaded it. Type / and pick it again."


async def test_an_answer_that_came_too_late_is_not_repeated(
    connect: Connect, ada: Member, playground: Playground
) -> None:
    """After three seconds Discord takes no answer; one line in the log, no trace."""

    async def callback(interaction: Interaction) -> None:
        playground.clock.advance(3.5)
        await interaction.response.send_message("late")

    with capture_logs() as logs:
        async with connect(with_command("slow", callback)):
            await ada.slash(ada.channel("general"), "slow")
            await ada.wait_for("INTERACTION_FAILURE")
            await settled()
    assert [entry["event"] for entry in logs if entry["log_level"] != "info"] == ["answered too late"]


@pytest.mark.failing
async def test_a_member_who_cannot_be_told_is_no_second_error(
    connect: Connect, ada: Member, playground: Playground
) -> None:
    """Where Discord refuses the sentence too, the log has the number, and the bot goes on."""

    async def callback(interaction: Interaction) -> None:
        await interaction.response.send_message("first")
        await interaction.delete_original_response()
        playground.clock.advance(16 * 60)
        raise RuntimeError("after the token's end")

    with capture_logs() as logs:
        async with connect(with_command("broken", callback)):
            await ada.slash(ada.channel("general"), "broken")
            await ada.wait_for("MESSAGE_DELETE")
            await settled()
            assert "Fourup" in str((await asked_for_help(ada))["components"])
    events = [entry["event"] for entry in logs if entry["log_level"] != "info"]
    assert events == ["command failed", "the member could not be told"]


async def asked_for_help(member: Member) -> Json:
    """The answer to /help."""
    await member.slash(member.channel("general"), "help")
    return await member.wait_message(lambda message: bool(message["flags"] & 64))
