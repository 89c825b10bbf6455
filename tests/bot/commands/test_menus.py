"""What a right click on a message offers."""

import pytest

from bot.buttons import views
from bot.commands.using.windows import PICTURE, PROMPT
from bot.ids import job_id
from bot.imagine.asking import Given
from bot.jobs.job import Asked, Job, New, State
from bot.jobs.job import Member as Person
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of
from tests.pictures import png


async def chosen(member: Member, name: str, message: Json) -> Json:
    """The answer to an entry of the menu."""
    nonce = await member.menu({"id": message["channel_id"]}, name, message)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


async def window(member: Member, message: Json) -> Json:
    """The window that Use as image prompt opens."""
    nonce = await member.menu({"id": message["channel_id"]}, "Use as image prompt", message)
    return await member.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)


async def progress_of(studio: Studio, member: Member) -> tuple[Job, Json]:
    """A job that waits, and its message."""
    nonce = await member.slash(member.channel("general"), "imagine", prompt="an apple")
    answer = await member.wait_message(lambda message: message.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(member.id))
    return job, answer


@pytest.mark.acts("menu Cancel Job")
async def test_a_job_is_cancelled_from_its_message(studio: Studio, ada: Member) -> None:
    """By its author."""
    job, message = await progress_of(studio, ada)
    answer = await chosen(ada, "Cancel Job", message)
    assert answer["content"] == "The job is cancelled."
    assert (await studio.store.jobs.get(job.id)).state is State.CANCELLED


async def test_a_moderator_cancels_others_jobs(studio: Studio, ada: Member, mo: Member) -> None:
    """With the right to manage messages, and it is audited; a member without it is refused."""
    job, _ = await progress_of(studio, ada)
    message = await mo.wait_message(lambda each: bool(each["components"]))
    await chosen(mo, "Cancel Job", message)
    assert (await studio.store.jobs.get(job.id)).state is State.CANCELLED
    assert [entry.act.member_id for entry in await studio.store.audit.of_job(job.id)] == [int(mo.id)]


async def test_results_come_by_direct_message(studio: Studio, ada: Member, bo: Member) -> None:
    """To whoever asks."""
    job, _ = await studio.grid(ada)
    message = await bo.wait_message(lambda each: bool(each["attachments"]))
    await bo.menu({"id": message["channel_id"]}, "DM Results", message)
    await bo.wait_message(lambda each: each["content"] == "Sent: look into your direct messages.")
    assert studio.posting.sent == [(job.id, int(bo.id))]


async def test_closed_direct_messages_have_a_cure(studio: Studio, ada: Member) -> None:
    """Which the member alone can do."""
    _, message = await studio.grid(ada)
    studio.posting.takes_messages = False
    await ada.menu({"id": message["channel_id"]}, "DM Results", message)
    await ada.wait_message(lambda each: each["content"].startswith("You take no direct messages"))


async def test_an_unfinished_job_has_no_results(studio: Studio, ada: Member) -> None:
    """And nothing is sent."""
    _, message = await progress_of(studio, ada)
    answer = await chosen(ada, "DM Results", message)
    assert answer["content"].startswith("This job has no pictures yet.")
    assert studio.posting.sent == []


async def test_a_message_that_shows_no_job_says_so(studio: Studio, ada: Member) -> None:
    """A member's own words, for one."""
    message = await ada.send(ada.channel("general"), "hello")
    answer = await chosen(ada, "Cancel Job", message)
    assert answer["content"].startswith("This bot knows nothing of that job")


async def test_a_message_is_known_by_its_own_buttons(studio: Studio, ada: Member) -> None:
    """Where nothing is recorded of it."""
    job = Job.imagine(New(job_id(1, 1), 1, Asked(1, Person(int(ada.id), "ada"), 2)), "a pear")
    await studio.store.jobs.submit([job])
    channel = studio.client.get_partial_messageable(int(ada.channel("general")["id"]))
    posted = await channel.send("unrecorded", view=views.of_progress(job))
    message = await ada.wait_message(lambda each: each["id"] == str(posted.id))
    assert (await chosen(ada, "Cancel Job", message))["content"] == "The job is cancelled."


async def test_a_picture_in_a_message_becomes_an_image_prompt(studio: Studio, ada: Member, bo: Member) -> None:
    """The window has its link; only the words are missing."""
    message = await bo.send(bo.channel("general"), "look", [("pear.png", png())])
    modal = await window(ada, message)
    nonce = await ada.submit(modal, **{PROMPT: "in winter", PICTURE: message["attachments"][0]["url"]})
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert "in winter" in answer["content"]
    assert "(Waiting to start)" in answer["content"]
    assert studio.drawing.given == [Given(image=message["attachments"][0]["url"])]


async def test_the_window_shows_the_pictures_link(studio: Studio, ada: Member) -> None:
    """So that sending it needs nothing that the bot remembers."""
    message = await ada.send(ada.channel("general"), "look", [("pear.png", png())])
    modal = await window(ada, message)
    fields = {each["component"]["custom_id"]: each["component"].get("value") for each in modal["components"]}
    assert fields == {PROMPT: None, PICTURE: message["attachments"][0]["url"]}


async def test_one_of_several_pictures_is_chosen(studio: Studio, ada: Member) -> None:
    """On the panel, which has all of them; from there the window opens with its link."""
    pictures = [(f"{number}.png", png(colour=f"#{number}0{number}0{number}0")) for number in (1, 2)]
    message = await ada.send(ada.channel("general"), "look", pictures)
    nonce = await ada.menu({"id": message["channel_id"]}, "Use as image prompt", message)
    shown = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert [each["url"] for each in shown["embeds"]] == [each["url"] for each in message["attachments"]]
    assert "'FU::Use::image::1" in str(shown["components"])


async def test_a_window_outlives_the_bot(studio: Studio, ada: Member, connect: Connect) -> None:
    """It is taken by the one that runs when it is sent."""
    message = await ada.send(ada.channel("general"), "look", [("pear.png", png())])
    modal = await window(ada, message)
    await studio.client.close()
    second = studio_of(studio.store)
    async with connect(second.client):
        nonce = await ada.submit(modal, **{PROMPT: "in winter", PICTURE: message["attachments"][0]["url"]})
        await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert len(second.drawing.given) == 1


async def test_a_wrong_prompt_in_the_window_is_told_like_any(studio: Studio, ada: Member) -> None:
    """With its cure, in which the picture stays."""
    message = await ada.send(ada.channel("general"), "look", [("pear.png", png())])
    modal = await window(ada, message)
    nonce = await ada.submit(modal, **{PROMPT: "in winter --chaos 101", PICTURE: message["attachments"][0]["url"]})
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert answer["embeds"][0]["title"] == "Invalid parameter"
    assert "pear.png" in answer["embeds"][-1]["description"]


async def test_a_message_without_a_picture_says_so(studio: Studio, ada: Member) -> None:
    """No window opens."""
    message = await ada.send(ada.channel("general"), "hello")
    answer = await chosen(ada, "Use as image prompt", message)
    assert answer["content"] == "There is no picture in that message. Pick one that has one."
