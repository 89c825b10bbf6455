"""Vary (Region), pressed by members in the playground: by a page where there is one, else by a window."""

from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from discord import ui

from bot.buttons import ids
from bot.buttons.items import button
from bot.buttons.regions import MASK, PROMPT, WHERE, WORDS
from bot.imagine.asking import Marked
from bot.imagine.errors import INVALID_REQUEST, Refused
from bot.jobs.job import Action, Job, Picture
from bot.prompt.errors import WrongPrompt
from bot.store.rulings import HIDDEN, By
from bot.store.store import Store
from engine.protocol import Edit
from playground import Playground
from playground.member import Json, Member
from tests.bot.conftest import Connect
from tests.bot.drawing import Studio, studio_of
from tests.pictures import png


class Page:
    """Stands where the editor does: who is invited, and what is drawn there."""

    def __init__(self) -> None:
        self.invited: list[tuple[Picture, str, str]] = []
        self.submits: list[Callable[[str, bytes], Awaitable[None]]] = []

    def invite(
        self, picture: Picture, prompt: str, locale: str, submit: Callable[[str, bytes], Awaitable[None]]
    ) -> str:
        self.invited.append((picture, prompt, locale))
        self.submits.append(submit)
        return f"https://example.org/region/{len(self.invited)}"


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
async def paged(playground: Playground, memory: Store, connect: Connect, page: Page) -> AsyncIterator[Studio]:
    """A bot whose host has an address for the page."""
    made = studio_of(memory, editor=page)
    for guild in playground.world.guilds.values():
        await memory.places.meet(int(guild["id"]))
    async with connect(made.client):
        yield made


def custom_ids(message: Json) -> dict[str, int]:
    """The buttons under a message, with their styles."""
    return {
        each.get("custom_id", each.get("url")): each["style"]
        for row in message["components"]
        for each in row["components"]
    }


async def single(studio: Studio, member: Member) -> tuple[Job, Json]:
    """A picture by itself."""
    return await studio.grid(member, "an apple", count=1)


async def pressed(member: Member, message: Json, job: Job) -> Json:
    """The window that the button opens."""
    nonce = await member.press(message, ids.region(job.id))
    return await member.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)


async def test_a_window_takes_words(studio: Studio, ada: Member) -> None:
    """Where no page can be reached: the prompt stands in it; what is named is drawn, and the button turns blue."""
    job, shown = await single(studio, ada)
    modal = await pressed(ada, shown, job)
    assert modal["components"][1]["component"]["value"] == "an apple"
    nonce = await ada.submit(modal, **{WHERE: "left half", PROMPT: "a pear", MASK: []})
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (child,) = await studio.store.jobs.children(job.id)
    assert studio.drawing.marked == [Marked(None, "left half")]
    assert (child.action, child.edit, child.prompt) == (Action.EDIT, Edit.REGION, "a pear")
    assert answer["content"].startswith("Making variations for image #1 with prompt **a pear**")
    await ada.wait_message(lambda each: each["id"] == shown["id"] and custom_ids(each)[ids.region(job.id)] == 1)


async def test_a_window_takes_a_mask(studio: Studio, ada: Member) -> None:
    """As a file; words beside it are kept, and the mask counts."""
    job, shown = await single(studio, ada)
    modal = await pressed(ada, shown, job)
    mask = ("mask.png", png())
    nonce = await ada.submit(modal, **{WHERE: "", PROMPT: "a pear", MASK: mask})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    (marked,) = studio.drawing.marked
    assert str(marked.mask).partition("?")[0].endswith("/mask.png")


@pytest.mark.acts("FU::RegionModal", "FU::RegionWords", "button REGION")
async def test_what_is_wrong_is_told_and_edited_again(studio: Studio, ada: Member) -> None:
    """With what was typed, place and prompt."""
    job, shown = await single(studio, ada)
    modal = await pressed(ada, shown, job)
    nonce = await ada.submit(modal, **{WHERE: "top third", PROMPT: "a pear --styliz 5", MASK: []})
    told = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert told["flags"] & 64
    again = f"{WORDS}1::{job.id}"
    assert again in custom_ids(told)
    nonce = await ada.press(told, again)
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    kept = {each["component"]["custom_id"]: each["component"].get("value") for each in modal["components"]}
    assert (kept[WHERE], kept[PROMPT]) == ("top third", "a pear --styliz 5")
    studio.drawing.refused = Refused(INVALID_REQUEST, "region.where", word="dog")
    nonce = await ada.submit(modal, **{WHERE: "the dog", PROMPT: "a pear", MASK: []})
    told = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert "“dog” names no place" in told["embeds"][0]["description"]
    assert again in custom_ids(told)


async def test_the_page_is_offered_first(paged: Studio, page: Page, ada: Member) -> None:
    """To whoever pressed, alone; what is marked there is a job in the channel, and the invitation is used up."""
    job, shown = await single(paged, ada)
    nonce = await ada.press(shown, ids.region(job.id))
    invitation = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert invitation["flags"] & 64
    assert {*custom_ids(invitation)} == {"https://example.org/region/1", f"{WORDS}1::{job.id}"}
    assert page.invited == [(job.picture(1), "an apple", "en-US")]
    await page.submits[0]("a pear", b"a mask")
    (child,) = await paged.store.jobs.children(job.id)
    assert paged.drawing.marked == [Marked(b"a mask")]
    shown_there = await paged.posting.answer_to(child)
    said = await ada.wait_message(lambda each: each["id"] == str(shown_there.id))
    assert said["content"].startswith("Making variations for image #1 with prompt **a pear**")
    assert not said["flags"] & 64
    await ada.wait_message(lambda each: each["id"] == invitation["id"] and "being drawn" in each["content"])
    await ada.wait_message(lambda each: each["id"] == shown["id"] and custom_ids(each)[ids.region(job.id)] == 1)


async def test_the_page_hears_what_is_wrong(paged: Studio, page: Page, ada: Member) -> None:
    """And what moderators have hidden meanwhile is not drawn from."""
    job, shown = await single(paged, ada)
    await ada.press(shown, ids.region(job.id))
    await ada.wait_message(lambda each: "Mark on the page" in each["content"])
    with pytest.raises(WrongPrompt):
        await page.submits[0]("a pear --styliz 5", b"a mask")
    paged.drawing.is_full = True
    with pytest.raises(Refused, match="queue"):
        await page.submits[0]("a pear", b"a mask")
    paged.drawing.is_full = False
    guild = int(ada.guild()["id"])
    await paged.store.rulings.decide(By(1, guild), HIDDEN, job.id, {"deleted": False})
    with pytest.raises(Refused, match="hidden"):
        await page.submits[0]("a pear", b"a mask")
    assert await paged.store.jobs.children(job.id) == ()


async def test_words_do_beside_the_page(paged: Studio, ada: Member) -> None:
    """For whom a brush is none."""
    job, shown = await single(paged, ada)
    await ada.press(shown, ids.region(job.id))
    invitation = await ada.wait_message(lambda each: "Mark on the page" in each["content"])
    nonce = await ada.press(invitation, f"{WORDS}1::{job.id}")
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    nonce = await ada.submit(modal, **{WHERE: "center", PROMPT: "a pear", MASK: []})
    await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert paged.drawing.marked == [Marked(None, "center")]


@pytest.mark.parametrize("own", ["FU::RegionWords::9::x", "FU::RegionWords::", "FU::RegionWords::1::0190f8f0"])
async def test_a_button_that_nobody_made_is_told(studio: Studio, playground: Playground, ada: Member, own: str) -> None:
    """In a sentence."""
    view = ui.View(timeout=None).add_item(button("In words", own))
    channel = studio.client.get_partial_messageable(int(ada.channel("general")["id"]))
    posted = await channel.send("forged", view=view)
    message = await ada.wait_message(lambda each: each["id"] == str(posted.id))
    nonce = await ada.press(message, own)
    told = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert told["flags"] & 64
