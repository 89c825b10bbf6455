"""Three libraries that nobody here wrote, in two languages, take the playground for Discord."""

from typing import Any

import pytest

from playground import Playground
from playground.member import Member
from tests.fidelity.libraries.processes import Library, running
from tests.fidelity.pictures import png

LIBRARIES = (
    Library("discord.py", "discord_py.py"),
    Library("hikari", "hikari_bot.py"),
    Library("discord.js", "discord_js.mjs"),
)
EPHEMERAL = 64


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda library: library.name)
async def test_a_whole_conversation_with_a_bot_that_nobody_here_wrote(
    library: Library, playground: Playground, ada: Member, bo: Member
) -> None:
    """Log in, publish a command, take a file, think, answer with a file and buttons, update, ask, suggest."""
    async with running(library, playground):
        await ada.wait_for("PRESENCE_UPDATE", lambda data: data["user"]["id"] == playground.application_id)
        await ada.wait_for("GUILD_APPLICATION_COMMAND_INDEX_UPDATE")
        await suggests(ada)
        message = await answers_with_a_picture(ada, bo)
        await asks_for_words(ada, bo, message)
        await takes_a_choice(ada, bo, message)
        await updates_its_message(ada, bo, message)


async def suggests(ada: Member) -> None:
    channel = ada.channel("pictures")
    image = ("cat.png", png())
    choices = await ada.autocomplete(channel, "picture", "subject", subject="apple", image=image)
    assert [(each["name"], each["value"]) for each in choices] == [
        ("apple tree", "apple-tree"),
        ("apple house", "apple-house"),
    ]


async def answers_with_a_picture(ada: Member, bo: Member) -> dict[str, Any]:
    """The bot downloads the bytes that were attached, and everybody gets them back."""
    body = png(64)
    nonce = await ada.slash(
        ada.channel("pictures"), "picture", image=("a cat.png", body), style="bold", subject="apple-tree"
    )
    thinking = await ada.wait_for("MESSAGE_CREATE")
    assert thinking["flags"] & 128
    assert thinking["nonce"] == nonce
    assert (thinking["interaction"]["name"], thinking["interaction"]["user"]["id"]) == ("picture", ada.id)
    seen = [await member.wait_message(lambda message: bool(message["attachments"])) for member in (ada, bo)]
    for member, message in zip((ada, bo), seen, strict=True):
        assert message["id"] == thinking["id"]
        assert message["content"] == f"apple-tree in bold: {len(body)} bytes"
        assert not message["flags"]
        (attachment,) = message["attachments"]
        assert (attachment["filename"], attachment["size"], attachment["width"]) == ("answer.png", len(body), 64)
        assert await member.fetch(attachment["url"]) == body
        assert [labels(row) for row in message["components"]] == [["Again", "Words"], ["small", "large"]]
    return seen[0]


async def asks_for_words(ada: Member, bo: Member, message: dict[str, Any]) -> None:
    """A modal for the member who pressed, and an answer that nobody else sees."""
    await ada.press(message, "words")
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE")
    assert (modal["title"], modal["custom_id"]) == ("Words", "words")
    await ada.submit(modal, text="red apples")
    answer = await ada.wait_message(lambda each: each["content"] == "words: red apples")
    assert answer["flags"] & EPHEMERAL
    assert not bo.heard("INTERACTION_MODAL_CREATE")
    assert all(each["content"] != "words: red apples" for each in bo.heard("MESSAGE_CREATE"))
    assert all(each["id"] != answer["id"] for each in await ada.history(ada.channel("pictures")))


async def takes_a_choice(ada: Member, bo: Member, message: dict[str, Any]) -> None:
    await ada.choose(message, "size", ["large"])
    for member in (ada, bo):
        await member.wait_message(lambda each: each["content"] == "size: large" and each["id"] == message["id"])


async def updates_its_message(ada: Member, bo: Member, message: dict[str, Any]) -> None:
    """The picture stays, the button can no longer be pressed."""
    await ada.press(message, "again")
    for member in (ada, bo):
        seen = await member.wait_message(lambda each: each["content"] == "again" and each["id"] == message["id"])
        assert seen["components"][0]["components"][0]["disabled"]
        assert [each["filename"] for each in seen["attachments"]] == ["answer.png"]
        assert seen["edited_timestamp"] is not None


def labels(row: dict[str, Any]) -> list[str]:
    return [each["label"] for node in row["components"] for each in node.get("options", [node])]
