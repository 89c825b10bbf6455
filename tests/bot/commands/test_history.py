"""/history, typed and leafed through by members in the playground."""

import pytest

from bot.commands.history.command import WORDS
from bot.commands.history.panel import PAGE
from bot.commands.history.place import FIND, LOOK, MOST_WORDS, find_id, fitted, step_of, turn_id, words_in
from bot.ids import job_id
from bot.jobs.job import Asked, Job, New
from bot.jobs.job import Member as Person
from bot.store.history import Wanted
from playground.member import Json, Member
from tests.bot.buttons.album.test_panel import V2, custom_ids, nodes, text
from tests.bot.drawing import Studio

JOB = "0190f8f0-0000-7000-8000-000000000001"


async def page(member: Member, /, **options: object) -> Json:
    """The page that the command opens."""
    nonce = await member.slash(member.channel("general"), "history", **options)
    answer = await member.wait_message(lambda message: message.get("nonce") == nonce)
    return await member.wait_message(lambda each: each["id"] == answer["id"] and bool(each["flags"] & V2))


async def turned(member: Member, shown: Json, begin: str, told: str) -> Json:
    """The page after a press, once it says this."""
    custom_id = next(each for each in custom_ids(shown) if each.startswith(begin))
    await member.press(shown, custom_id)
    return await member.wait_message(lambda each: each["id"] == shown["id"] and told in text(each))


async def drawn(studio: Studio, member: Member, number: int, prompt: str) -> Job:
    """A job of this member's in #general, with pictures."""
    channel = member.channel("general")
    place = Asked(number, Person(int(member.id), "ada"), int(channel["id"]), int(channel["guild_id"]))
    job = Job.imagine(New(job_id(1_790_000_000_000 + number, number), number, place), prompt)
    await studio.store.jobs.submit([job])
    return await studio.drawing.drawn(job.id)


@pytest.mark.acts(
    "/history",
    "FU::History::newer",
    "FU::History::older",
    "FU::History::turn",
    "FU::HistoryFind",
    "FU::HistoryFound::words",
    "FU::Select::History",
)
async def test_one_leafs_through_pictures_and_finds_some(studio: Studio, ada: Member) -> None:
    """In a gallery, with what was typed; older and newer; by words, and by favourites; the page stays when one is
    looked at.
    """
    jobs = [await drawn(studio, ada, number, f"apple {number}") for number in range(1, PAGE + 3)]
    shown = await page(ada)
    assert len(next(each for each in nodes(shown) if each["type"] == 12)["items"]) == PAGE
    assert f"1 to {PAGE} of {PAGE + 2}" in text(shown)
    older = await turned(ada, shown, "FU::History::older", f"{PAGE + 1} to {PAGE + 2} of")
    assert "apple 1**" in text(older)
    await ada.choose(older, LOOK, [jobs[0].id])
    await ada.wait_message(lambda each: f"`{jobs[0].id}`" in text(each))
    await ada.press(older, next(each for each in custom_ids(older) if each.startswith("FU::History::newer")))
    newer = await ada.wait_message(
        lambda each: f"1 to {PAGE} of {PAGE + 2}" in text(each) and each is ada.heard("MESSAGE_UPDATE")[-1]
    )
    nonce = await ada.press(newer, find_id(""))
    modal = await ada.wait_for("INTERACTION_MODAL_CREATE", lambda data: data["nonce"] == nonce)
    await ada.submit(modal, **{WORDS: "APPLE 2"})
    found = await ada.wait_message(lambda each: each["id"] == shown["id"] and "1 to 1 of 1" in text(each))
    assert words_in(custom_ids(found)) == "APPLE 2"
    await studio.store.album.toggle(int(ada.id), jobs[1].id, 1)
    kept = await turned(ada, found, "FU::History::turn", "Your favourites")
    assert "apple 2**" in text(kept)
    assert next(each for each in custom_ids(kept) if each.startswith(FIND)) == find_id("APPLE 2")


async def test_others_see_what_is_for_everybody(studio: Studio, ada: Member, bo: Member) -> None:
    """By member: not what is stealthy, and nothing from elsewhere."""
    await drawn(studio, ada, 1, "open")
    await drawn(studio, ada, 2, "secret --stealth")
    shown = await page(bo, member=ada.id)
    assert "open" in text(shown)
    assert "secret" not in text(shown)
    assert f"Pictures of <@{ada.id}>" in text(shown)


async def test_where_there_is_nothing_there_is_a_cure(studio: Studio, ada: Member, bo: Member) -> None:
    """For each way to look."""
    assert "Type `/imagine`" in text(await page(ada))
    assert "Press ❤️" in text(await page(ada, favourites=True))
    assert "Look for fewer" in text(await page(ada, words="plum"))
    assert "the server that they stand in" in text(await page(ada, member=bo.id))


@pytest.mark.parametrize("words", ["", "red apple", "ä" * 60, "苹果" * 40, "x" * 300, "a  b\n c"])
def test_custom_ids_hold_all_that_a_page_is_of(words: str) -> None:
    """Within a hundred characters, of whatever was typed."""
    kept = fitted(words)
    assert len(kept.encode()) <= MOST_WORDS
    assert words_in(["x", find_id(kept)]) == kept
    assert len(find_id(kept)) <= 100
    for wanted in (Wanted(2**63, is_favourite=True, words=kept), Wanted(None, words=kept)):
        custom_id = turn_id("older", wanted, JOB)
        step = step_of(custom_id, kept)
        assert len(custom_id) <= 100
        assert step
        assert (step.wanted, step.job_id) == (wanted, JOB)


@pytest.mark.parametrize("custom_id", ["FU::History::", "FU::History::older::x::a::1", "FU::History::up::0::a::1", ""])
def test_no_other_button_is_taken_for_one(custom_id: str) -> None:
    """Whatever a program sends."""
    assert step_of(custom_id, "") is None
    assert words_in([f"{FIND}***", custom_id]) == ""
