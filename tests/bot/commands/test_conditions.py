"""What a member is asked before something is done."""

import pytest

from bot.imagine.asking import Given
from bot.policy.errors import ACTION_NEEDED, PENDING, Unread, Unsure
from bot.store.rulings import WARNING, By
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of


async def asked(member: Member, prompt: str) -> Json:
    """The answer to /imagine."""
    nonce = await member.slash(member.channel("general"), "imagine", prompt=prompt)
    return await member.wait_message(lambda message: message.get("nonce") == nonce)


def button(message: Json) -> str:
    """The id of its one button."""
    ((found,),) = [row["components"] for row in message["components"]]
    return str(found["custom_id"])


@pytest.mark.acts("FU::Confirm")
async def test_what_is_meant_is_drawn(studio: Studio, ada: Member) -> None:
    """The question has the prompt in it, so that a bot that was started anew draws it too."""
    studio.drawing.refused = Unsure(ACTION_NEEDED, "words.confirm", words="`gun`")
    question = await asked(ada, "a **gun** --ar 3:2")
    (embed,) = question["embeds"]
    assert embed["title"] == "Action needed to continue"
    assert "```\na **gun** --ar 3:2\n```" in embed["description"]
    assert await studio.store.jobs.of(int(ada.id)) == ()
    await ada.press(question, button(question))
    await ada.wait_message(lambda each: "(Waiting to start)" in each["content"])
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert job.prompt == "a **gun** --ar 3:2"
    assert studio.drawing.given[-1] == Given()


async def test_a_button_is_asked_about_and_goes_on(studio: Studio, ada: Member) -> None:
    """The question carries which one it was."""
    job, message = await studio.grid(ada)
    studio.drawing.refused = Unsure(ACTION_NEEDED, "words.confirm", words="`gun`")
    await ada.press(message, f"MJ::JOB::reroll::0::{job.id}::SOLO")
    question = await ada.wait_message(lambda each: bool(each["embeds"]))
    assert button(question) == f"FU::Confirm::MJ::JOB::reroll::0::{job.id}::SOLO"
    await ada.press(question, button(question))
    later = int(question["id"])
    await ada.wait_message(lambda each: "(Waiting to start)" in each["content"] and int(each["id"]) > later)
    assert len(await studio.store.jobs.of(int(ada.id))) == 2


@pytest.mark.acts("FU::Acknowledge")
async def test_a_warning_is_acknowledged(studio: Studio, ada: Member) -> None:
    """With a button; then everything works as before."""
    guild = int(ada.guild()["id"])
    await studio.store.rulings.decide(By(2, guild), WARNING, ada.id, {"reason": "be kind"})
    studio.drawing.refused = Unread(PENDING, "member.is_warned", reason="be kind")
    warned = await asked(ada, "a cat")
    assert warned["embeds"][0]["description"].endswith("It says: be kind")
    await ada.press(warned, button(warned))
    await ada.wait_message(lambda each: each["content"].startswith("Thank you."))
    assert (await studio.store.rulings.standing(int(ada.id), guild)).warning is None


async def test_a_question_outlives_the_bot(studio: Studio, ada: Member, connect: Connect) -> None:
    """Another process draws what is meant."""
    studio.drawing.refused = Unsure(ACTION_NEEDED, "words.confirm", words="`gun`")
    question = await asked(ada, "a gun")
    await studio.client.close()
    other = studio_of(studio.store)
    async with connect(other.client):
        await ada.press(question, button(question))
        await ada.wait_message(lambda each: "(Waiting to start)" in each["content"])
