"""The bin under a picture, pressed by members in the playground."""

import pytest

from bot.buttons import ids
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio


async def answer(member: Member, message: Json, custom_id: str) -> Json:
    """What the press is answered with."""
    nonce = await member.press(message, custom_id)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


async def binned(studio: Studio, member: Member) -> tuple[str, Json]:
    """A picture that its author took away, and the message that was."""
    job, message = await single(studio, member)
    await member.press(message, ids.bin_of(job.id))
    await member.wait_for("MESSAGE_DELETE", lambda each: each["id"] == message["id"])
    return job.id, message


@pytest.mark.acts("FU::Bin")
async def test_its_author_takes_a_picture_away(studio: Studio, ada: Member) -> None:
    """The message goes, the job is marked, and what brings it back is told."""
    job_id, _ = await binned(studio, ada)
    told = await ada.wait_message(lambda each: "taken away" in each["content"])
    assert f"/show job_id:{job_id}" in told["content"]
    assert await studio.store.album.is_binned(job_id)
    assert await studio.store.messages.of(job_id) == ()


async def test_show_brings_it_back(studio: Studio, ada: Member) -> None:
    """With its buttons, and the mark is gone."""
    job_id, _ = await binned(studio, ada)
    nonce = await ada.slash(ada.channel("general"), "show", job_id=job_id)
    thinking = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    await ada.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["attachments"]))
    await ada.wait_message(lambda each: bool(each["flags"] & 1 << 15))
    assert not await studio.store.album.is_binned(job_id)


async def test_nobody_else_may(studio: Studio, ada: Member, bo: Member) -> None:
    """The answer names the way that they have."""
    job, message = await single(studio, ada)
    refused = await answer(bo, message, ids.bin_of(job.id))
    assert refused["embeds"][0]["title"] == "Job action restricted"
    assert "Report picture" in refused["embeds"][0]["description"]
    assert not await studio.store.album.is_binned(job.id)


async def test_what_was_taken_away_is_gone_for_others(studio: Studio, ada: Member, bo: Member) -> None:
    """Where another message with its buttons still stands."""
    job, message = await single(studio, ada)
    await studio.store.album.bin(job.id)
    refused = await answer(bo, message, ids.low_variation(job.id))
    assert "taken this picture away" in refused["embeds"][0]["description"]
    await ada.press(message, ids.low_variation(job.id))
    await ada.wait_message(lambda each: each["content"].startswith("Making variations"))


async def test_a_stealthy_picture_is_its_authors_alone(studio: Studio, ada: Member, bo: Member) -> None:
    """Even where its message came to be seen."""
    job, message = await single(studio, ada, "an apple --stealth")
    refused = await answer(bo, message, ids.about(job.id))
    assert "Only its author sees" in refused["embeds"][0]["description"]
