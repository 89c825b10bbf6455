"""The one door for words: whatever way a prompt comes, it goes through it before a job is written."""

from dataclasses import replace

import pytest

from bot.imagine.imagine import Imagine
from bot.jobs.job import Strength
from bot.policy.errors import BANNED_PROMPT, Refused, Unread, Unsure
from bot.policy.words.rules import Weight
from bot.prompt.personal import Personal
from bot.store.rulings import ALLOWED, BUILTIN, WARNING, WORD, By
from tests.bot.imagine.house import House, asked, only

MO = By(2, 8)


async def refused(imagine: Imagine, typed: str) -> Refused:
    """Why the prompt is refused; nothing is written."""
    with pytest.raises(Refused) as why:
        await imagine.submit(asked(), typed)
    return why.value


async def watch(house: House, word: str, weight: Weight) -> None:
    """Have the server watch for it."""
    await house.store.rulings.decide(MO, WORD, word, int(weight))


async def test_a_word_is_refused_by_name(house: House) -> None:
    """Also in one of several prompts, and nothing is stored."""
    await watch(house, "gun", Weight.REFUSE)
    imagine = house.imagine()
    why = await refused(imagine, "a {cat, g.u.n} on a table")
    assert (why.title, "`g.u.n`" in str(why)) == (BANNED_PROMPT, True)
    assert await house.store.jobs.of(1) == ()
    await imagine.submit(asked(), "a {cat, dog} on a table --no gun")


async def test_what_a_member_has_set_goes_through_the_same_door(house: House) -> None:
    """Suffix and macros are words of the prompt."""
    await watch(house, "gun", Weight.REFUSE)
    await house.store.preferences.change(1, lambda _: Personal({"mine": "a gun"}))
    assert (await refused(house.imagine(), "a cat --mine")).title == BANNED_PROMPT


async def test_a_button_draws_no_words_that_came_to_be_unwanted(house: House) -> None:
    """The job was written before the word was."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "a gun")
        await watch(house, "gun", Weight.REFUSE)
        for press in (imagine.reroll(asked(), job.id), imagine.vary(asked(), job.id, 1, Strength.STRONG)):
            with pytest.raises(Refused):
                await press


async def test_moderators_are_told_of_what_weighs_so_much(house: House) -> None:
    """And the log has it; a lighter one is only in the log."""
    heard: list[None] = []
    await watch(house, "gun", Weight.TELL)
    await watch(house, "mud", Weight.NOTE)
    imagine = house.imagine(on_alarm=lambda: heard.append(None))
    await refused(imagine, "a gun")
    (alarm,) = await house.store.alarms.due()
    assert (alarm.words, alarm.prompt, alarm.member_id, alarm.guild_id) == ("gun", "a gun", 1, 8)
    await imagine.submit(asked(), "a mud hut")
    noted = [entry.act for entry in await house.store.audit.of(8) if entry.act.action == "words"]
    assert [(act.subject, act.member_id, act.after) for act in noted] == [
        *(("mud", 1, {"prompt": "a mud hut"}), ("gun", 1, {"prompt": "a gun"})),
    ]
    assert len(heard) == len(await house.store.alarms.due()) == 1


async def test_a_member_says_that_it_is_meant(house: House) -> None:
    """Nothing is written until then."""
    await watch(house, "gun", Weight.CONFIRM)
    imagine = house.imagine()
    assert isinstance(await refused(imagine, "a gun"), Unsure)
    assert await house.store.jobs.of(1) == ()
    assert only(await imagine.submit(replace(asked(), is_confirmed=True), "a gun")).prompt == "a gun"


@pytest.mark.parametrize("typed", ["a naked child", "ein nacktes Kind", "a child --no clothes"])
async def test_nothing_turns_off_what_is_refused_always(house: House, typed: str) -> None:
    """Neither a list that allows it, nor a channel, nor saying that it is meant."""
    for word in ("a naked child", "naked", "child", "naked child"):
        await house.store.rulings.decide(MO, ALLOWED, word, True)
    await house.store.rulings.decide(MO, BUILTIN, "explicit", False)
    scene = replace(asked().here, is_age_restricted=True)
    with pytest.raises(Refused, match="Sexual content with minors"):
        await house.imagine().submit(replace(asked(), is_confirmed=True, scene=scene), typed)
    assert len(await house.store.alarms.due()) == 1


async def test_what_is_explicit_is_for_age_restricted_channels(house: House) -> None:
    """Unless the server says otherwise."""
    imagine = house.imagine()
    await refused(imagine, "a nude, charcoal")
    await imagine.submit(replace(asked(), scene=replace(asked().here, is_age_restricted=True)), "a nude, charcoal")
    await house.store.rulings.decide(MO, BUILTIN, "explicit", False)
    await imagine.submit(asked(), "a nude, charcoal")


async def test_a_warned_member_reads_it_first(house: House) -> None:
    """Pictures by themselves included."""
    imagine = house.imagine()
    await house.store.rulings.decide(MO, WARNING, "1", {"reason": "be kind"})
    assert isinstance(await refused(imagine, "a cat"), Unread)
    await house.store.rulings.acknowledge(1, 8)
    await imagine.submit(asked(), "a cat")
