"""/help, typed by members in the playground."""

import pytest

from bot.client import Fourup
from bot.commands.help import help_panel
from bot.words import LOCALES
from playground import Playground
from playground.member import Json, Member
from tests.bot.conftest import VERSION, Connect

DISPLAYED = 4000  # characters that a message of components may show
EPHEMERAL = 1 << 6
COMPONENTS = 1 << 15


def texts(components: list[Json]) -> str:
    """Everything that can be read in an answer."""
    found = [each.get("content", "") for each in components]
    return "\n".join([*found, *(texts(each.get("components", [])) for each in components)])


async def asked(member: Member, channel: Json) -> Json:
    """The answer to /help there."""
    await member.slash(channel, "help")
    return await member.wait_message(lambda message: bool(message["flags"] & EPHEMERAL))


async def test_it_is_found_in_the_picker(connect: Connect, ada: Member) -> None:
    """With its description, and with the German one for those who read German."""
    async with connect():
        index = await ada.api("GET", f"/channels/{ada.channel('general')['id']}/application-command-index")
    (command,) = index["application_commands"]
    assert (command["name"], command["description"]) == ("help", "What this bot is and what you can do with it")
    assert command["contexts"] == [0, 1, 2]
    assert command["integration_types"] == [0, 1]


async def test_the_answer_says_what_the_bot_is_and_does(connect: Connect, ada: Member) -> None:
    """The version, what it does not do yet, and every command to press."""
    async with connect() as fourup:
        message = await asked(ada, ada.channel("general"))
        told = texts(message["components"])
        number = fourup.commands.ids["help"]
    assert message["flags"] == EPHEMERAL | COMPONENTS
    assert f"version {VERSION}" in told
    assert "draws no pictures yet" in told
    assert f"</help:{number}> What this bot is" in told


async def test_only_the_one_who_asked_sees_it(connect: Connect, ada: Member, bo: Member) -> None:
    """The other hears what is said after it, and not it."""
    async with connect():
        await asked(ada, ada.channel("general"))
        await ada.send(ada.channel("general"), "done")
        await bo.wait_message(lambda message: message["content"] == "done")
    assert len(bo.heard("MESSAGE_CREATE")) == 1
    assert [message["content"] for message in await bo.history(bo.channel("general"))] == ["done"]


async def test_it_answers_in_a_direct_message(connect: Connect, ada: Member, playground: Playground) -> None:
    """To the bot itself."""
    async with connect():
        message = await asked(ada, await ada.dm(playground.application_id))
    assert "Fourup" in texts(message["components"])


async def test_it_answers_where_the_bot_is_not(connect: Connect, ada: Member) -> None:
    """In a server that knows it only from the member's own account."""
    async with connect():
        message = await asked(ada, ada.guild("Elsewhere")["channels"][-1])
    assert "Fourup" in texts(message["components"])


@pytest.mark.parametrize("locale", sorted(LOCALES))
async def test_every_locale_fits_into_a_message(locale: str) -> None:
    """And says its own words."""
    fourup = Fourup(VERSION, on_online=lambda: None)
    (panel,) = help_panel(fourup.commands, VERSION, locale).children
    shown = texts([panel.to_component_dict()])
    assert len(shown) < DISPLAYED
    assert LOCALES[locale]["help.where"] in shown
    assert "`/help`" in shown
