"""The buttons under a picture by itself that show more of it or enlarge it, pressed by members in the playground."""

import pytest

from bot.buttons import ids
from bot.buttons.edits import ASKED, custom_id
from bot.buttons.ids import Act
from bot.jobs.job import Action, Job
from engine.protocol import Edit
from playground.member import Json, Member
from tests.bot.drawing import Studio

JOB = "0190f8f0-0000-7000-8000-000000000001"
FIELD = "MJ::OutpaintCustomZoomModal::prompt"


def blue(message: Json) -> set[str]:
    """What has been pressed."""
    return {each["custom_id"] for row in message["components"] for each in row["components"] if each["style"] == 1}


async def single(studio: Studio, member: Member, prompt: str = "an apple") -> tuple[Job, Json]:
    """A picture by itself, and its message."""
    job, message = await studio.grid(member, prompt)
    await member.press(message, ids.upsample(job.id, 1))
    await member.wait_message(lambda each: each["id"] == message["id"] and ids.upsample(job.id, 1) in blue(each))
    (child,) = await studio.store.jobs.children(job.id)
    posted = await studio.posting.post(child)
    return child, await member.wait_message(lambda each: each["id"] == str(posted.id))


@pytest.mark.parametrize("act", [Act.UPSCALE_SUBTLE, Act.ZOOM_1_5, Act.PAN_LEFT])
async def test_a_press_draws_what_its_button_says(studio: Studio, ada: Member, act: Act) -> None:
    """As a job of its own, and the button turns blue."""
    picture, shown = await single(studio, ada)
    own = custom_id(act, picture.id)
    nonce = await ada.press(shown, own)
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (child,) = await studio.store.jobs.children(picture.id)
    assert (child.action, child.edit, child.zoom) == (Action.EDIT, ASKED[act].edit, ASKED[act].zoom)
    assert answer["content"].endswith("(Waiting to start)")
    await ada.wait_message(lambda each: each["id"] == shown["id"] and own in blue(each))


@pytest.mark.acts("MJ::OutpaintCustomZoomModal::prompt", "button CUSTOM_ZOOM")
async def test_custom_zoom_asks_for_the_prompt_and_the_zoom(studio: Studio, ada: Member) -> None:
    """Always by a window; what is typed there is drawn, and `--zoom` is no part of the new prompt."""
    picture, shown = await single(studio, ada)
    nonce = await ada.press(shown, ids.custom_zoom(picture.id))
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert modal["custom_id"] == f"MJ::OutpaintCustomZoomModal::{picture.id}"
    assert modal["components"][0]["components"][0]["value"] == "an apple --zoom 2"
    nonce = await ada.submit(modal, **{FIELD: "an apple on a table --ar 2:1 --zoom 1.4"})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (child,) = await studio.store.jobs.children(picture.id)
    assert (child.action, child.edit) == (Action.EDIT, Edit.ZOOM)
    await ada.wait_message(lambda each: each["id"] == shown["id"] and ids.custom_zoom(picture.id) in blue(each))


@pytest.mark.parametrize("act", list(ASKED))
def test_a_custom_id_says_all(act: Act) -> None:
    """What it stands for is read back from it, and a job tells the button that it came of."""
    own = custom_id(act, JOB)
    pressed = ids.press(own)
    assert pressed == ids.Press(act, JOB, 1)
    assert len(own) <= 100
    assert own.startswith("MJ::")


@pytest.mark.parametrize(
    "own",
    [
        f"MJ::JOB::upsample_v7_2x_subtle::1::{JOB}::SOLO",
        f"MJ::JOB::upsample_v6_2x_creative::1::{JOB}::SOLO",
        f"MJ::CustomZoom::1::{JOB}",
        f"MJ::Outpaint::75::1::{JOB}::SOLO",
    ],
)
def test_the_forms_that_programs_send_are_known(own: str) -> None:
    """Of other versions, too."""
    assert ids.press(own) is not None


@pytest.mark.parametrize(
    "own", [f"MJ::Outpaint::60::1::{JOB}::SOLO", f"MJ::JOB::pan_north::1::{JOB}", "MJ::CustomZoom::1"]
)
def test_others_are_not(own: str) -> None:
    """Whatever a program sends."""
    assert ids.press(own) is None
