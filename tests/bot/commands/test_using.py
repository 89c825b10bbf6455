"""Use this picture...: on any picture in any message, by members in the playground."""

import re

import pytest

from bot.buttons import ids
from bot.commands.using.panel import SELECT, USE
from bot.commands.using.windows import MORE, PICTURE, PROMPT, SHAPE
from bot.jobs.job import Action, Strength
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio
from tests.pictures import png

MENU = "Use this picture..."


async def offered(member: Member, message: Json) -> Json:
    """The panel."""
    nonce = await member.menu({"id": message["channel_id"]}, MENU, message)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


async def window(member: Member, shown: Json, act: str) -> Json:
    """The window that the button of this act opens."""
    nonce = await member.press(shown, button(shown, act))
    return await member.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)


def button(shown: Json, act: str) -> str:
    """The custom id of the button of this act."""
    every = [each["custom_id"] for row in shown["components"] for each in row["components"]]
    return next(each for each in every if each.startswith(f"{USE}{act}::"))


def acts(shown: Json) -> list[list[str]]:
    """What it offers, by rows."""
    return [re.findall(rf"'{USE}([a-z]+)::", str(row)) for row in shown["components"]]


async def drawn(member: Member, modal: Json, **values: object) -> Json:
    """The answer to the window."""
    nonce = await member.submit(modal, **values)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


@pytest.mark.acts(
    "FU::Use::image",
    "FU::Use::character",
    "FU::Use::style",
    "FU::Using::character",
    "FU::Using::style",
    "menu Use this picture...",
)
async def test_anybodys_picture_becomes_a_style(studio: Studio, ada: Member, bo: Member) -> None:
    """Or a character, or stands in front of a prompt; nobody else sees the panel."""
    message = await bo.send(bo.channel("general"), "look", [("pear.png", png())])
    link = message["attachments"][0]["url"]
    shown = await offered(ada, message)
    assert shown["flags"] & 1 << 6
    assert acts(shown) == [
        ["image", "style", "character", "blend", "edit"],
        ["subtle", "creative", "low", "high", "region"],
    ]
    await drawn(ada, await window(ada, shown, "image"), **{PROMPT: "a house", PICTURE: link})
    await drawn(ada, await window(ada, shown, "style"), **{PROMPT: "a house", PICTURE: link})
    await drawn(ada, await window(ada, shown, "character"), **{PROMPT: "a house", PICTURE: link})
    prompts = [job.prompt for job in await studio.store.jobs.of(int(ada.id))]
    assert [re.sub(r"<?http\S+", "LINK", each) for each in reversed(prompts)] == [
        "LINK a house",
        "a house --sref LINK",
        "a house --cref LINK",
    ]


@pytest.mark.acts("FU::Use::blend", "FU::Using::blend")
async def test_it_is_blended_with_others(studio: Studio, ada: Member, bo: Member) -> None:
    """Which are handed in with the window; the picture comes first."""
    message = await bo.send(bo.channel("general"), "look", [("pear.png", png())])
    modal = await window(ada, await offered(ada, message), "blend")
    link = message["attachments"][0]["url"]
    await drawn(ada, modal, **{PICTURE: link, MORE: ("plum.png", png(colour="#203040")), SHAPE: "2:3"})
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert re.findall(r"(\w+)\.png", job.prompt) == ["pear", "plum"]
    assert job.prompt.endswith(" --ar 2:3")


@pytest.mark.acts("FU::Select::Use")
async def test_one_of_several_is_chosen(studio: Studio, ada: Member) -> None:
    """And the window has its link."""
    pictures = [(f"{number}.png", png(colour=f"#{number}0{number}0{number}0")) for number in (1, 2)]
    message = await ada.send(ada.channel("general"), "look", pictures)
    shown = await offered(ada, message)
    await ada.choose(shown, SELECT, ["2"])
    turned = await ada.wait_message(lambda each: each["id"] == shown["id"] and "::2::" in str(each["components"]))
    modal = await window(ada, turned, "style")
    (field,) = [each["component"] for each in modal["components"] if each["component"]["custom_id"] == PICTURE]
    assert field["value"] == message["attachments"][1]["url"]


async def test_a_picture_of_ours_is_gone_on_from(studio: Studio, ada: Member) -> None:
    """As its own buttons would; of a grid one is taken out first, and the panel says so."""
    job, message = await single(studio, ada)
    shown = await offered(ada, message)
    assert acts(shown)[1] == ["subtle", "creative", "low", "high", "region"]
    nonce = await ada.press(shown, button(shown, "low"))
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (child,) = await studio.store.jobs.children(job.id)
    assert (child.action, child.strength) == (Action.VARY, Strength.SUBTLE)
    grid = await ada.wait_message(lambda each: ids.upsample(job.parent or "", 1) in str(each["components"]))
    shown = await offered(ada, grid)
    assert len(acts(shown)) == 1
    assert "U1 to U4" in shown["embeds"][0]["description"]


async def test_a_message_without_a_picture_says_so(studio: Studio, ada: Member) -> None:
    """There is nothing to use."""
    shown = await offered(ada, await ada.send(ada.channel("general"), "hello"))
    assert shown["content"].startswith("There is no picture in that message")
