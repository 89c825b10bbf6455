"""Pictures that were made elsewhere, taken up as jobs."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.imagine.adopting import said
from bot.imagine.asking import Asking, Marked
from bot.imagine.errors import Refused
from bot.jobs.job import Action, State, Strength
from bot.prompt.errors import WrongPrompt
from bot.store.history import Sight, Wanted
from engine.protocol import Edit
from tests.bot.imagine.house import House, asked
from tests.bot.imagine.test_looking import Eye


async def test_a_picture_from_anywhere_is_a_job(house: House) -> None:
    """Its member's, with its size, at its end; it is told to nobody as something to be posted."""
    async with house.drawing() as imagine:
        job = await imagine.adopt(asked(3), house.web.link("apple.png"), "a red apple")
        assert await house.store.jobs.get(job.id) == job
        assert (job.action, job.state, job.asked.member.id) == (Action.ADOPT, State.DELIVERED, 3)
        (picture,) = job.pictures
        assert (picture.width, picture.height) == await house.pictures.size(picture.blob)
        assert job.prompt == "a red apple"
        assert await house.store.outbox.due(9) == ()
        assert await house.store.messages.unrecorded("") == ()


async def test_all_that_is_done_with_ours_is_done_with_it(house: House) -> None:
    """It is varied, enlarged, panned and drawn anew in a region, from the very file, and no word of it was changed."""
    async with house.drawing() as imagine:
        job = await imagine.adopt(asked(), house.web.link("apple.png"), "an apple")
        made = [
            await imagine.vary(asked(), job.id, 1, Strength.SUBTLE),
            await imagine.edit(asked(), job.id, 1, Asking(Edit.UPSCALE_SUBTLE)),
            await imagine.edit(asked(), job.id, 1, Asking(Edit.PAN_LEFT)),
            await imagine.region(asked(), job.id, 1, Marked(where="left half"), "a pear"),
        ]
        children = [await house.ended(each.jobs[0]) for each in made]
        assert [each.state for each in children] == [State.RENDERED] * 4, [each.reason for each in children]
        assert {each.parent for each in children} == {job.id}
        assert not any(each.is_remix for each in children)
        assert children[3].prompt == "a pear"
        starts = {Path(each["start"]) for each in house.notes() if each["start"]}
        assert starts == {house.pictures.blobs.path(job.pictures[0].blob)}


async def test_the_same_picture_is_taken_up_once(house: House) -> None:
    """By a member in a place and under the same words; and an interaction that comes again finds what it made."""
    async with house.drawing() as imagine:
        link = house.web.link("apple.png")
        first = await imagine.adopt(asked(), link)
        assert said(first) == ""
        assert (await imagine.adopt(asked(), link)).id == first.id
        assert (await imagine.adopt(asked(), link, "an apple")).id != first.id
        assert (await imagine.adopt(asked(2), link)).id != first.id
        again = asked()
        made = await imagine.adopt(again, house.web.link("another.png"))
        assert (await imagine.adopt(again, link, "something else")).id == made.id
        submitted = await imagine.vary(again, made.id, 1, Strength.STRONG)
        assert submitted.is_new
        assert [each.id for each in await house.store.jobs.asked(again.interaction_id)] == [submitted.jobs[0].id]


async def test_it_is_none_of_the_pictures_that_were_drawn(house: House) -> None:
    """It is on no page of the history, and counts as nothing that was used."""
    async with house.drawing() as imagine:
        await imagine.adopt(asked(5), house.web.link("apple.png"))
        leaf = await house.store.history.leaf(Sight(5), Wanted(5), 9)
        assert leaf.total == 0
        assert not any(used.images for used in (await house.store.usage.of(5)).values())


async def test_it_goes_with_its_member(house: House) -> None:
    """Who is forgotten leaves no picture that they brought."""
    async with house.drawing() as imagine:
        job = await imagine.adopt(asked(6), house.web.link("apple.png"))
        await house.store.forgetting.ask(6)
        await house.store.forgetting.step(50)
        assert await house.store.jobs.some([job.id]) == {}


@pytest.mark.parametrize("name", ["page.html", "gone.png"])
async def test_what_is_no_picture_is_refused(house: House, name: str) -> None:
    """With the link in the sentence, and nothing is written."""
    async with house.drawing() as imagine:
        with pytest.raises(Refused) as refused:
            await imagine.adopt(asked(7), house.web.link(name))
        assert name in str(refused.value)
        assert await house.store.jobs.of(7) == ()


async def test_wrong_words_are_told_before_anything_is_fetched(house: House) -> None:
    """As those of any prompt."""
    async with house.drawing() as imagine:
        with pytest.raises(WrongPrompt):
            await imagine.adopt(asked(7), house.web.link("apple.png"), "an apple --nosuch")
        assert house.web.asked_for == []


@pytest.mark.parametrize("is_age_restricted", [False, True])
async def test_what_is_nude_is_not_taken_up_where_everybody_reads(house: House, is_age_restricted: bool) -> None:
    """Among adults it is; and what comes of it elsewhere is looked at once more before it is drawn."""
    places = {7} if is_age_restricted else set()
    async with house.drawing(looker=Eye(0.9), is_age_restricted=places.__contains__) as imagine:
        if not is_age_restricted:
            with pytest.raises(Refused):
                await imagine.adopt(asked(), house.web.link("apple.png"))
            return
        job = await imagine.adopt(asked(), house.web.link("apple.png"))
        elsewhere = replace(asked(), channel_id=70)
        varied = await house.ended((await imagine.vary(elsewhere, job.id, 1, Strength.SUBTLE)).jobs[0])
        assert varied.state is State.FAILED
        assert house.notes() == []
