"""Remix mode, used by members in the playground."""

import pytest

from bot.buttons import ids
from bot.buttons.edits import custom_id
from bot.buttons.ids import Act, Press
from bot.jobs.job import Action, Strength
from bot.prompt.personal import Habit
from engine.protocol import Edit
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio

EPHEMERAL = 1 << 6
FIELD, ANEW = "MJ::RemixModal::new_prompt", "MJ::ImagineModal::new_prompt"


@pytest.fixture
async def remixing(studio: Studio, ada: Member) -> Studio:
    """Ada has remix mode on."""
    await studio.store.preferences.change(int(ada.id), lambda mine: mine.turned(Habit.REMIX))
    return studio


async def window(member: Member, message: Json, custom_id: str) -> Json:
    """What a press opens."""
    nonce = await member.press(message, custom_id)
    return await member.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)


def text_in(modal: Json) -> str:
    """What stands in its field."""
    return str(modal["components"][0]["components"][0]["value"])


async def answer_to(member: Member, modal: Json, **values: str) -> Json:
    """The message that answers it."""
    nonce = await member.submit(modal, **values)
    return await member.wait_message(lambda each: each.get("nonce") == nonce)


def blue(message: Json) -> set[str]:
    """What has been pressed."""
    return {each["custom_id"] for row in message["components"] for each in row["components"] if each["style"] == 1}


async def test_a_variation_with_another_prompt(remixing: Studio, ada: Member) -> None:
    """The window has the prompt in it; what comes is called a remix, and the button is blue."""
    job, message = await remixing.grid(ada, "a red apple --ar 3:2")
    modal = await window(ada, message, ids.variation(job.id, 3))
    assert modal["custom_id"] == f"MJ::RemixModal::{job.id}::3::1"
    assert text_in(modal) == "a red apple --ar 3:2"
    answer = await answer_to(ada, modal, **{FIELD: "a green pear --ar 2:3"})
    assert answer["content"].startswith("Making variations for image #3 with prompt **a green pear --ar 2:3** - ")
    child, shown = await remixing.finished(ada, answer)
    assert (child.action, child.index, child.strength, child.is_remix) == (Action.VARY, 3, Strength.STRONG, True)
    assert shown["content"].startswith("**a green pear --ar 2:3** - Remix (Strong) by <@")
    await ada.wait_message(
        lambda each: (
            each["id"] == message["id"]
            and ids.variation(job.id, 3)
            in {b["custom_id"] for row in each["components"] for b in row["components"] if b["style"] == 1}
        )
    )


@pytest.mark.acts("button PAN_DOWN", "MJ::PanModal::prompt")
async def test_a_pan_with_another_prompt(remixing: Studio, ada: Member) -> None:
    """The window is Midjourney's own for it; what is typed there is drawn beside the picture."""
    picture, shown = await single(remixing, ada)
    modal = await window(ada, shown, custom_id(Act.PAN_DOWN, picture.id))
    assert modal["custom_id"] == f"MJ::PanModal::down::{picture.id}::1"
    assert text_in(modal) == "an apple"
    await answer_to(ada, modal, **{"MJ::PanModal::prompt": "an apple on a table"})
    (child,) = await remixing.store.jobs.children(picture.id)
    assert (child.action, child.edit, child.prompt) == (Action.EDIT, Edit.PAN_DOWN, "an apple on a table")


async def test_the_same_prompt_is_no_remix(remixing: Studio, ada: Member) -> None:
    """And 🔄 has a window of its own."""
    job, message = await remixing.grid(ada)
    modal = await window(ada, message, ids.reroll(job.id))
    assert modal["custom_id"] == f"MJ::ImagineModal::{job.id}"
    child, _ = await remixing.finished(ada, await answer_to(ada, modal, **{ANEW: "an apple"}))
    assert (child.action, child.is_remix) == (Action.REROLL, False)


@pytest.mark.acts("FU::Again")
async def test_a_wrong_prompt_is_told_and_edited_again(remixing: Studio, ada: Member) -> None:
    """Nothing that was typed is lost; once it is drawn the window is as new, and the grid's own button blue."""
    job, message = await remixing.grid(ada)
    modal = await window(ada, message, ids.variation(job.id, 1))
    wrong = await answer_to(ada, modal, **{FIELD: "a pear --chaos 101"})
    assert wrong["flags"] & EPHEMERAL
    assert wrong["embeds"][0]["title"] == "Invalid parameter"
    reopened = await window(ada, wrong, ids.again(modal["custom_id"]))
    assert text_in(reopened) == "a pear --chaos 101"
    await answer_to(ada, reopened, **{FIELD: "a pear --chaos 10"})
    (child,) = await remixing.store.jobs.children(job.id)
    assert child.prompt == "a pear --c 10"
    await ada.wait_message(lambda each: each["id"] == message["id"] and ids.variation(job.id, 1) in blue(each))
    assert text_in(await window(ada, message, ids.variation(job.id, 1))) == "an apple"


async def test_a_window_that_came_to_nothing_is_offered_again(remixing: Studio, ada: Member) -> None:
    """With its last text, such as when the queue was full or the bot ended; for an hour, and to its member alone."""
    job, message = await remixing.grid(ada)
    modal = await window(ada, message, ids.variation(job.id, 2))
    remixing.drawing.is_full = True
    refused = await answer_to(ada, modal, **{FIELD: "a pear"})
    assert refused["embeds"][0]["title"] == "Queue full"
    assert text_in(await window(ada, message, ids.variation(job.id, 2))) == "a pear"
    assert await remixing.store.drafts.of(1, modal["custom_id"]) is None


async def test_without_remix_mode_buttons_draw_at_once(studio: Studio, ada: Member) -> None:
    """As ever."""
    job, message = await studio.grid(ada)
    nonce = await ada.press(message, ids.variation(job.id, 1))
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert answer["content"].startswith("Making variations")


async def test_a_prompt_that_no_window_holds_is_drawn_as_it_is(remixing: Studio, ada: Member) -> None:
    """With a notice that says so."""
    job, message = await remixing.grid(ada, "very " * 900 + "red")
    nonce = await ada.press(message, ids.reroll(job.id))
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert "longer than the 4000 characters" in answer["content"]


@pytest.mark.parametrize("act", [Act.HIGH_VARIATION, Act.LOW_VARIATION, Act.REROLL])
def test_a_windows_custom_id_says_all(act: Act) -> None:
    """What it stands for is read back from it."""
    pressed = Press(act, "0190f8f0-0000-7000-8000-000000000001", 0 if act is Act.REROLL else 4)
    assert ids.in_window(ids.window(pressed)) == pressed
    assert len(ids.again(ids.window(pressed))) <= 100


@pytest.mark.parametrize("custom_id", ["MJ::RemixModal::x::1::1", "MJ::ImagineModal::", "MJ::RemixModal", ""])
def test_no_other_window_is_taken_for_one(custom_id: str) -> None:
    """Whatever a program sends."""
    assert ids.in_window(custom_id) is None
