"""All buttons under a picture by itself that draw, one after the other, pressed by a member in the playground."""

from dataclasses import replace

import pytest

from bot.buttons import ids, views
from bot.buttons.edits import ASKED, custom_id
from bot.buttons.ids import Act
from bot.jobs.job import Action, Strength
from playground.member import Member
from tests.bot.buttons.test_edits import blue, single
from tests.bot.drawing import Studio


@pytest.mark.acts(
    "button UPSCALE_SUBTLE",
    "button UPSCALE_CREATIVE",
    "button HIGH_VARIATION",
    "button LOW_VARIATION",
    "button ZOOM_2",
    "button ZOOM_1_5",
    "button SQUARE",
    "button PAN_LEFT",
    "button PAN_RIGHT",
    "button PAN_UP",
    "button PAN_DOWN",
)
async def test_each_button_draws_its_own(studio: Studio, ada: Member) -> None:
    """A job a press, of the kind that the button says, and in the end all of them are blue."""
    picture, _ = await single(studio, ada)
    oblong = replace(picture, pictures=(replace(picture.pictures[0], width=96),))
    channel = studio.client.get_partial_messageable(int(ada.channel("general")["id"]))
    posted = await channel.send(view=views.of_result(oblong))
    shown = await ada.wait_message(lambda each: each["id"] == str(posted.id))
    square = custom_id(Act.SQUARE, picture.id)  # first: the picture is a square, so that it goes with the next look
    edits = {square: ASKED[Act.SQUARE]}
    edits |= {custom_id(act, picture.id): asking for act, asking in ASKED.items() if act is not Act.CUSTOM_ZOOM}
    varied = {ids.high_variation(picture.id): Strength.STRONG, ids.low_variation(picture.id): Strength.SUBTLE}
    for own in (*edits, *varied):
        nonce = await ada.press(shown, own)
        answer = await ada.wait_message(lambda each, of=nonce: each.get("nonce") == of)
        child = await studio.store.jobs.get(ids.job_in(answer["components"][0]["components"][0]["custom_id"]) or "")
        if asking := edits.get(own):
            assert (child.action, child.edit, child.zoom) == (Action.EDIT, asking.edit, asking.zoom), own
        else:
            assert (child.action, child.strength) == (Action.VARY, varied[own])
    await ada.wait_message(lambda each: each["id"] == shown["id"] and blue(each) >= {*edits, *varied} - {square})
