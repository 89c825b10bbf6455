"""/help, typed by members in the playground."""

from functools import partial

import pytest

from bot.client import Fourup
from bot.commands.help import GROUPS, POCKET, START, TOPIC, TOPICS, Help
from bot.prompt.manual import lines
from bot.prompt.versions import EVERY
from bot.words import LOCALES, say
from fourup import models
from playground import Playground
from playground.member import Json, Member
from tests.bot.conftest import VERSION, Connect
from tests.bot.drawing import Studio, studio_of

DISPLAYED = 4000  # characters that a message of components may show
EPHEMERAL = 1 << 6
COMPONENTS = 1 << 15


def texts(components: list[Json]) -> str:
    """Everything that can be read in an answer."""
    found = [each.get("content", "") for each in components]
    return "\n".join([*found, *(texts(each.get("components", [])) for each in components)])


def page(panel: Help, locale: str, topic: str) -> str:
    """Everything that can be read of a topic."""
    return texts([each.to_component_dict() for each in panel.panel(locale, topic).children])


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
    """The version, and every command to press."""
    async with connect() as fourup:
        message = await asked(ada, ada.channel("general"))
        told = texts(message["components"])
        number = fourup.commands.ids["help"]
    assert message["flags"] == EPHEMERAL | COMPONENTS
    assert f"Version {VERSION}" in told
    assert f"</help:{number}> What this bot is" in told


async def test_it_answers_each_member_in_their_language(connect: Connect, playground: Playground, ada: Member) -> None:
    """As Discord tells it with each command; Taiwan reads the Chinese that there is, and Finland reads English."""
    answered: set[str] = set()

    def is_told(message: Json, words: str) -> bool:
        return message["id"] not in answered and words in texts(message["components"])

    async with connect():
        for locale in ("ja", "zh-CN", "zh-TW", "de", "fi", "en-US"):
            playground.world.user(ada.id)["_locale"] = locale
            await ada.slash(ada.channel("general"), "help")
            words = say("help.what", locale)
            answered.add((await ada.wait_message(partial(is_told, words=words)))["id"])


async def test_it_says_what_to_type_first(studio: Studio, ada: Member) -> None:
    """With the command to press, and every other that there is."""
    told = texts((await asked(ada, ada.channel("general")))["components"])
    ids = studio.client.commands.ids
    assert f"</imagine:{ids['imagine']}> `a red apple on a table --ar 3:2`" in told
    for name in ("imagine", "blend", "show", "info", "help"):
        assert f"</{name}:{ids[name]}>" in told


@pytest.mark.acts("FU::Select::Help")
async def test_a_topic_is_chosen_from_the_list(studio: Studio, ada: Member) -> None:
    """The panel turns to it, and the list stays."""
    message = await asked(ada, ada.channel("general"))
    await ada.choose(message, TOPIC, ["help.look"])
    turned = await ada.wait_message(
        lambda each: each["id"] == message["id"] and "--ar 1:100" in texts(each["components"])
    )
    assert "What to type first" not in texts(turned["components"])
    await ada.choose(turned, TOPIC, ["help.start"])
    await ada.wait_for("MESSAGE_UPDATE", lambda each: "What to type first" in texts(each["components"]))


async def test_the_list_outlives_the_bot(studio: Studio, ada: Member, connect: Connect) -> None:
    """Another process turns the panel."""
    message = await asked(ada, ada.channel("general"))
    await studio.client.close()
    async with connect(studio_of(studio.store).client):
        await ada.choose(message, TOPIC, ["help.prompts"])
        await ada.wait_for("MESSAGE_UPDATE", lambda each: "**Weights**" in texts(each["components"]))


@pytest.mark.parametrize("version", sorted(EVERY))
@pytest.mark.parametrize("locale", sorted(LOCALES))
async def test_every_parameter_stands_in_one_topic(locale: str, version: str) -> None:
    """As the table has it, for every version's rules; each topic fits into a message."""
    panel = Help(Fourup(VERSION, on_online=lambda: None).commands, VERSION, version)
    pages = {
        topic: texts([each.to_component_dict() for each in panel.panel(locale, topic).children]) for topic in TOPICS
    }
    assert all(len(each) < DISPLAYED for each in pages.values())
    for line in lines(version):
        named = f"`{line.typed} {line.shape}`" if line.shape else f"`{line.typed}`"
        assert [topic for topic in GROUPS if f"\n{named} " in pages[topic]] != [], named
        assert sum(each.count(f"\n{named} ") for each in pages.values()) == 1, named


async def test_a_topic_that_is_no_more_is_the_beginning() -> None:
    """An old panel still stands in somebody's window."""
    panel = Help(Fourup(VERSION, on_online=lambda: None).commands, VERSION)
    assert page(panel, "en", "help.gone") == page(panel, "en", START)


@pytest.mark.parametrize("locale", sorted(LOCALES))
async def test_pocket_says_how_little_it_knows(locale: str) -> None:
    """And how to add a big model; where a big one draws, there is nothing to say."""
    panel = Help(Fourup(VERSION, on_online=lambda: None).commands, VERSION)
    assert POCKET == models.POCKET
    for name in (None, "photo", POCKET):
        panel.model = name
        told = page(panel, locale, START)
        assert ("Pocket" in told and "[models.NAME]" in told) is (name == POCKET)
    assert len(told) < DISPLAYED


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
async def test_every_locale_says_its_own_words(locale: str) -> None:
    """On every page."""
    panel = Help(Fourup(VERSION, on_online=lambda: None).commands, VERSION)
    for topic in TOPICS:
        assert LOCALES[locale]["help.where" if topic == START else topic] in page(panel, locale, topic)
