"""The heart under a picture, pressed by members in the playground."""

import asyncio

import pytest
from discord import ui

from bot.buttons import ids
from bot.buttons.views import favourite
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio


def heart(message: Json) -> Json:
    """The button."""
    found = [each for row in message["components"] for each in row["components"] if "BOOKMARK" in each["custom_id"]]
    return found[0]


async def shows(member: Member, message: Json, label: str | None) -> Json:
    """The message once its heart has this number."""
    return await member.wait_message(
        lambda each: each["id"] == message["id"] and bool(each["components"]) and heart(each).get("label") == label
    )


@pytest.mark.acts("button FAVOURITE")
async def test_a_press_keeps_and_another_lets_go(studio: Studio, ada: Member) -> None:
    """The button is blue, with a number, for as long as somebody has it."""
    job, message = await single(studio, ada)
    await ada.press(message, ids.favourite(job.id))
    kept = await shows(ada, message, "1")
    assert heart(kept)["style"] == 1
    nonce = await ada.press(message, ids.favourite(job.id))
    await ada.wait_for("INTERACTION_SUCCESS", lambda data: data["nonce"] == nonce)
    (now,) = [each for each in await ada.history(ada.channel("general")) if each["id"] == message["id"]]
    assert (heart(now)["style"], heart(now).get("label")) == (2, None)
    assert await studio.store.album.favourites(job.id) == 0


async def test_two_who_press_at_once_both_count(studio: Studio, ada: Member, bo: Member) -> None:
    """Whoever comes last shows both."""
    job, message = await single(studio, ada)
    await asyncio.gather(*(member.press(message, ids.favourite(job.id)) for member in (ada, bo)))
    await shows(ada, message, "2")


async def test_other_presses_leave_it_as_it_is(studio: Studio, ada: Member) -> None:
    """A variation turns its own button blue, and the heart stays."""
    job, message = await single(studio, ada)
    await ada.press(message, ids.favourite(job.id))
    await shows(ada, message, "1")
    await ada.press(message, ids.low_variation(job.id))
    blue = await ada.wait_message(
        lambda each: (
            each["id"] == message["id"]
            and ids.low_variation(job.id)
            in {b["custom_id"] for row in each["components"] for b in row["components"] if b["style"] == 1}
        )
    )
    assert heart(blue)["label"] == "1"


async def test_a_job_that_was_forgotten_says_so(studio: Studio, ada: Member) -> None:
    """Its message may stand for a moment longer."""
    _, message = await single(studio, ada)
    gone = "0190f8f0-0000-7000-8000-000000000001"
    channel = studio.client.get_partial_messageable(int(message["channel_id"]))
    posted = await channel.send("old", view=ui.View(timeout=None).add_item(favourite(gone, 0)))
    old = await ada.wait_message(lambda each: each["id"] == str(posted.id))
    nonce = await ada.press(old, ids.favourite(gone))
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert answer["content"].startswith("This bot knows nothing of that job")
