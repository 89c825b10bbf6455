"""Use this picture...: what was made elsewhere is enlarged, varied and drawn anew like one of ours."""

from typing import Any

import pytest

from bot.commands.using.starts import MASK, PICTURE, SHOWS, WHERE
from bot.imagine.asking import Marked, Told
from bot.jobs.job import Action, Strength
from engine.protocol import Edit
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.commands.test_using import drawn, offered, window
from tests.bot.drawing import Studio
from tests.pictures import png


async def shown_by(member: Member, other: Member) -> tuple[Json, str]:
    """The panel for somebody else's picture, and its link."""
    message = await other.send(other.channel("general"), "look", [("pear.png", png())])
    return await offered(member, message), message["attachments"][0]["url"]


@pytest.mark.parametrize(
    ("act", "done"),
    [
        pytest.param(
            "subtle",
            (Action.EDIT, Edit.UPSCALE_SUBTLE, None),
            marks=pytest.mark.acts("FU::Use::subtle", "FU::Taking::subtle"),
        ),
        pytest.param(
            "creative",
            (Action.EDIT, Edit.UPSCALE_CREATIVE, None),
            marks=pytest.mark.acts("FU::Use::creative", "FU::Taking::creative"),
        ),
        pytest.param(
            "low", (Action.VARY, None, Strength.SUBTLE), marks=pytest.mark.acts("FU::Use::low", "FU::Taking::low")
        ),
        pytest.param(
            "high", (Action.VARY, None, Strength.STRONG), marks=pytest.mark.acts("FU::Use::high", "FU::Taking::high")
        ),
    ],
)
async def test_anybodys_picture_is_gone_on_from(
    studio: Studio, ada: Member, bo: Member, act: str, done: tuple[Any, ...]
) -> None:
    """By a window that asks what it shows; nothing has to be said."""
    shown, link = await shown_by(ada, bo)
    answer = await drawn(ada, await window(ada, shown, act), **{PICTURE: link, SHOWS: "a pear"})
    job, brought = await studio.store.jobs.of(int(ada.id))
    assert (job.action, job.edit, job.strength) == done
    assert (job.parent, brought.action) == (brought.id, Action.ADOPT)
    assert answer["content"].endswith("(Waiting to start)")
    assert studio.drawing.brought == [(link, "a pear")]


@pytest.mark.acts("FU::Taking::region", "FU::Use::region")
async def test_a_region_of_it_is_marked_by_words_or_a_mask(studio: Studio, ada: Member, bo: Member) -> None:
    """In a window, where there is no page."""
    shown, link = await shown_by(ada, bo)
    modal = await window(ada, shown, "region")
    await drawn(ada, modal, **{PICTURE: link, SHOWS: "a plum", WHERE: "left half"})
    modal = await window(ada, shown, "region")
    await drawn(ada, modal, **{PICTURE: link, SHOWS: "a plum", MASK: ("mask.png", png())})
    assert studio.drawing.marked[0] == Marked(where="left half")
    assert isinstance(studio.drawing.marked[1].mask, str)
    assert {job.edit for job in await studio.store.jobs.of(int(ada.id))} == {Edit.REGION, None}


@pytest.mark.acts("FU::Taking::edit", "FU::Use::edit")
async def test_a_picture_is_changed_in_words(studio: Studio, ada: Member, bo: Member) -> None:
    """Somebody else's is taken up first; one of ours is gone on from, and its link is not asked for."""
    shown, link = await shown_by(ada, bo)
    told = await drawn(ada, await window(ada, shown, "edit"), **{PICTURE: link, SHOWS: "make it night", WHERE: "top"})
    assert studio.drawing.told == [Told("make it night", "top")]
    assert studio.drawing.brought == [(link, "")]
    assert "Editing image #1" in told["content"]
    job, message = await single(studio, ada)
    modal = await window(ada, await offered(ada, message), "edit")
    assert PICTURE not in str(modal["components"])
    await drawn(ada, modal, **{SHOWS: "warmer"})
    (child,) = await studio.store.jobs.children(job.id)
    assert child.instruction
    assert child.instruction.typed == "warmer"


@pytest.mark.acts("FU::Taking::low", "FU::TakingAgain", "FU::Use::low")
async def test_wrong_words_open_the_window_again(studio: Studio, ada: Member, bo: Member) -> None:
    """With the picture still in it: nobody has to look for it once more."""
    shown, link = await shown_by(ada, bo)
    told = await drawn(ada, await window(ada, shown, "low"), **{PICTURE: link, SHOWS: "a pear --nosuch"})
    assert told["embeds"][0]["title"].startswith("Invalid")
    (again,) = [each["custom_id"] for row in told["components"] for each in row["components"]]
    nonce = await ada.press(told, again)
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    fields = {each["component"]["custom_id"]: each["component"].get("value") for each in modal["components"]}
    assert fields == {SHOWS: "a pear --nosuch", PICTURE: link}
