"""The pen under a picture: remix for one press."""

import pytest

from bot.buttons import ids
from bot.jobs.job import Action, Strength
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio

FIELD = "MJ::RemixModal::new_prompt"


@pytest.mark.acts("FU::Once", "MJ::RemixModal")
async def test_it_opens_the_window_though_remix_mode_is_off(studio: Studio, ada: Member) -> None:
    """What is typed there is a strong variation; the mode stays off."""
    job, message = await single(studio, ada)
    nonce = await ada.press(message, ids.once(job.id))
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    assert modal["components"][0]["components"][0]["value"] == "an apple"
    nonce = await ada.submit(modal, **{FIELD: "a pear"})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (child,) = await studio.store.jobs.children(job.id)
    assert (child.action, child.strength, child.prompt) == (Action.VARY, Strength.STRONG, "a pear")
    assert not (await studio.store.preferences.of(int(ada.id))).habits


async def test_a_prompt_that_no_window_holds_has_another_way(studio: Studio, ada: Member) -> None:
    """Nothing is drawn with a prompt that nobody could change."""

    def is_told(each: Json) -> bool:
        return "longer than the 4000 characters" in each["content"]

    job, message = await single(studio, ada, "very " * 900 + "red")
    await ada.press(message, ids.once(job.id))
    await ada.wait_message(is_told)
    assert await studio.store.jobs.children(job.id) == ()
