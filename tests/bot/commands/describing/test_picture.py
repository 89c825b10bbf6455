"""/describe, by members in the playground."""

from dataclasses import replace

import pytest

from bot.commands.describing.picture import ALL, NUMBER, RETRY, SELECT
from bot.commands.describing.windows import PICKED_FIELD
from bot.commands.using.panel import USE
from bot.policy.errors import IMAGE_DENIED, Refused
from bot.prompt.read import parse
from playground.member import Json, Member
from tests.bot.commands.describing.reads import Reads
from tests.bot.commands.test_using import button, offered
from tests.bot.drawing import Studio
from tests.pictures import png

LINK = "https://example.org/fox.png"


async def described(member: Member, **options: object) -> Json:
    """The answer of /describe, once it is there."""
    nonce = await member.slash(member.channel("general"), "describe", **options)
    answer = await member.wait_message(lambda each: each.get("nonce") == nonce)
    return await member.wait_message(lambda each: each["id"] == answer["id"] and bool(each["embeds"]))


async def told(member: Member, sign: str, **options: object) -> None:
    """Wait until the member alone reads this."""
    await member.slash(member.channel("general"), "describe", **options)
    await member.wait_message(lambda each: bool(each["flags"] & 64) and sign in str(each))


def lines(message: Json) -> list[str]:
    """The prompts, as programs of Midjourney's take them apart."""
    return str(message["embeds"][0]["description"]).split("\n\n")


async def test_a_picture_has_four_prompts_and_a_breakdown(reading: Studio, ada: Member, reads: Reads) -> None:
    """For all to see, in Midjourney's form; the picture and its colours are shown and stand in no list of files."""
    shown = await described(ada, image=("fox.png", png()))
    assert [each[:3] for each in lines(shown)] == ["1️⃣", "2️⃣", "3️⃣", "4️⃣"]
    assert all(parse(each[4:]) for each in lines(shown))
    prompts, breakdown = shown["embeds"]
    assert prompts["image"]["url"].partition("?")[0].endswith("picture.webp")
    assert breakdown["image"]["url"].partition("?")[0].endswith("palette.png")
    assert shown["attachments"] == []
    fields = {each["name"]: each["value"] for each in breakdown["fields"]}
    assert [*fields] == [
        *("Subject", "Medium and style", "Setting and time", "Lighting", "Composition", "Mood", "Palette"),
    ]
    assert fields["Subject"] == "a fox (93%), a wolf (4%)"
    assert fields["Palette"] == "`#1a2a5c` navy 60% · `#f5861e` orange 30%"
    ids = [each.get("custom_id") for row in shown["components"] for each in row["components"]]
    assert ids == [*(f"{NUMBER}{number}" for number in range(1, 5)), RETRY, ALL, f"{SELECT}0"]


@pytest.mark.acts("MJ::Picreader::Modal::PromptField")
async def test_a_number_opens_a_window_and_draws(reading: Studio, ada: Member, bo: Member) -> None:
    """With its prompt in it; anybody may press."""
    shown = await described(ada, link=LINK)
    nonce = await bo.press(shown, f"{NUMBER}2")
    window = await bo.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert window["custom_id"] == "MJ::Picreader::Modal::2"
    field = window["components"][0]["components"][0]
    assert (field["custom_id"], field["value"]) == (PICKED_FIELD, lines(shown)[1][4:])
    nonce = await bo.submit(window, **{PICKED_FIELD: "a fox --ar 3:2"})
    await bo.wait_message(lambda each: each.get("nonce") == nonce)
    (job,) = await reading.store.jobs.of(int(bo.id))
    assert job.prompt == "a fox --ar 3:2"


@pytest.mark.acts("/describe", "FU::Select::Describe", "MJ::Picread::Retry")
async def test_another_form_and_other_prompts_come_of_the_answer_itself(
    reading: Studio, ada: Member, reads: Reads
) -> None:
    """The picture is read again by its link there; each 🔄 is counted, and what is drawn is in Midjourney's form."""
    shown = await described(ada, link=LINK)
    await ada.choose(shown, f"{SELECT}0", ["stable-diffusion"])
    turned = await ada.wait_message(lambda each: each["id"] == shown["id"] and "Negative prompt" in str(each["embeds"]))
    assert "picture.webp" in reads.links[-1]
    assert turned["embeds"][0]["image"]
    await ada.press(turned, RETRY)
    again = await ada.wait_message(lambda each: each["id"] == shown["id"] and f"{SELECT}1" in str(each["components"]))
    assert "Negative prompt" in lines(again)[0]
    assert lines(again) != lines(turned)
    nonce = await ada.press(again, f"{NUMBER}1")
    window = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert "::1.2" in window["components"][0]["components"][0]["value"]


@pytest.mark.acts("MJ::Job::PicReader::all")
async def test_all_are_drawn_at_a_press(reading: Studio, ada: Member) -> None:
    """As one order of four grids."""
    shown = await described(ada, link=LINK)
    await ada.press(shown, ALL)
    await ada.wait_message(lambda each: "fox" in each["content"] and "Waiting" in each["content"])
    jobs = await reading.store.jobs.of(int(ada.id))
    assert {job.prompt for job in jobs} == {each[4:] for each in lines(shown)}


async def test_what_is_outside_of_its_world_is_said(reading: Studio, ada: Member, reads: Reads) -> None:
    """Over what it took it for."""
    reads.seen = replace(reads.seen, is_known=False, world=254)
    shown = await described(ada, link=LINK)
    assert "outside of what I can name" in shown["embeds"][1]["description"]


async def test_what_cannot_be_described_is_told(reading: Studio, ada: Member, reads: Reads) -> None:
    """Nothing given, both given, no link at all, and what is refused; nobody else sees it."""
    await told(ada, "one of the two")
    await told(ada, "one of the two", image=("a.png", png()), link=LINK)
    await told(ada, "Invalid link", link="a fox")
    reads.refused = Refused(IMAGE_DENIED, "picture.denied")
    await told(ada, "Image denied", link=LINK)
    assert reads.links == ["a fox", LINK]


@pytest.mark.acts("FU::Use::describe")
async def test_any_picture_can_be_described_from_its_menu(reading: Studio, ada: Member, bo: Member) -> None:
    """For all to see."""
    message = await bo.send(bo.channel("general"), "look", [("pear.png", png())])
    panel = await offered(ada, message)
    assert f"{USE}describe" in str(panel["components"])
    await ada.press(panel, button(panel, "describe"))
    shown = await bo.wait_message(lambda each: bool(each["embeds"]) and "1️⃣" in str(each["embeds"]))
    assert lines(shown)[0].startswith("1️⃣ a fox")
