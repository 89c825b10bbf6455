"""Pictures looked for: whose, which, and what is for nobody else."""

from dataclasses import replace

import pytest

from bot.jobs.job import Job
from bot.store.history import Sight, Wanted
from bot.store.rulings import HIDDEN, By
from bot.store.store import Store
from tests.bot.store.conftest import make
from tests.bot.store.privacy.conftest import delivered

HERE = Sight(2, 8, frozenset({7}))
"""Another member, who reads along where the jobs were asked for."""


async def numbers(store: Store, sight: Sight, wanted: Wanted) -> list[str]:
    """The prompts that are found."""
    return [job.prompt for job in (await store.history.leaf(sight, wanted, 100)).jobs]


async def drawn(store: Store, number: int, prompt: str = "an apple", member: int = 1) -> Job:
    """A job with pictures."""
    return await delivered(store, number, member=member, prompt=prompt)


async def test_pages_follow_each_other_and_lead_back(store: Store) -> None:
    """By a job and not by a number, so that new ones move nothing."""
    made = [await drawn(store, number) for number in range(1, 8)]
    mine, own = Sight(1), Wanted(1)
    first = await store.history.leaf(mine, own, 3)
    assert ([each.id for each in first.jobs], first.before, first.total) == ([each.id for each in made[:3:-1]], 0, 7)
    second = await store.history.leaf(mine, own, 3, older=first.jobs[-1].id)
    assert ([each.id for each in second.jobs], second.before) == ([each.id for each in made[3:0:-1]], 3)
    await drawn(store, 8)
    back = await store.history.leaf(mine, own, 3, newer=second.jobs[0].id)
    assert ([each.id for each in back.jobs], back.before) == ([each.id for each in first.jobs], 1)
    latest = await store.history.leaf(mine, own, 3, newer=back.jobs[0].id)
    assert latest.before == 0
    beyond = await store.history.leaf(mine, own, 3, older=made[0].id)
    assert [each.id for each in beyond.jobs] == [each.id for each in made[2::-1]]


async def test_words_are_found_wherever_they_stand(store: Store) -> None:
    """All of them, small or large; what databases take for any letter is a letter."""
    for number, prompt in enumerate(("a Red apple", "an apple, red_ish", "Äpfel 100% reif", "a pear")):
        await drawn(store, number + 1, prompt)
    for words, prompts in (
        ("apple RED", ["an apple, red_ish", "a Red apple"]),
        ("red_", ["an apple, red_ish"]),
        ("100%", ["Äpfel 100% reif"]),
        ("äpfel", ["Äpfel 100% reif"]),
        ("%", ["Äpfel 100% reif"]),
        ("plum", []),
    ):
        assert await numbers(store, Sight(1), Wanted(1, words=words)) == prompts, words


async def test_others_see_what_stands_there_for_everybody(store: Store) -> None:
    """Not what is stealthy, hidden, taken away, or elsewhere; its author sees all but what was taken away."""
    jobs = {
        name: await drawn(store, place + 1, name)
        for place, name in enumerate(("open", "hidden", "gone", "x --stealth"))
    }
    await store.rulings.decide(By(9, 8), HIDDEN, jobs["hidden"].id, {"deleted": False})
    await store.album.bin(jobs["gone"].id)
    assert await numbers(store, HERE, Wanted(1)) == ["open"]
    assert await numbers(store, replace(HERE, sees_hidden=True), Wanted(1)) == ["hidden", "open"]
    assert await numbers(store, replace(HERE, channels=frozenset({6})), Wanted(1)) == []
    assert await numbers(store, replace(HERE, guild_id=6), Wanted(1)) == []
    assert await numbers(store, Sight(2), Wanted(1)) == []
    assert await numbers(store, Sight(1), Wanted(1)) == ["x --stealth", "hidden", "open"]


async def test_explicit_pictures_are_seen_in_their_own_channels_only(store: Store) -> None:
    """One's own too, and what was taken out of them."""
    job = await drawn(store, 1)
    await store.rulings.mark_explicit(8, job.id)
    assert await numbers(store, Sight(1), Wanted(1)) == []
    assert await numbers(store, Sight(1, sees_explicit=True), Wanted(1)) == ["an apple"]


async def test_favourites_are_those_of_whoever_looks(store: Store) -> None:
    """Whoever made them, and only for as long as they are there for that member."""
    job, other = await drawn(store, 1, "one"), await drawn(store, 2, "two", member=2)
    for each in (job, other):
        await store.album.toggle(2, each.id, 1)
    await store.album.toggle(1, other.id, 1)
    assert await numbers(store, HERE, Wanted(None, is_favourite=True)) == ["two", "one"]
    assert await numbers(store, HERE, Wanted(2, is_favourite=True)) == ["two"]
    await store.album.bin(job.id)
    assert await numbers(store, HERE, Wanted(None, is_favourite=True)) == ["two"]
    await store.album.toggle(2, other.id, 2)
    assert await numbers(store, HERE, Wanted(None, is_favourite=True)) == []


@pytest.mark.parametrize("wanted", [Wanted(1), Wanted(None, is_favourite=True), Wanted(1, words="apple")])
async def test_a_job_without_pictures_is_none(store: Store, wanted: Wanted) -> None:
    """It waits, or it failed."""
    await store.jobs.submit([make(1)])
    leaf = await store.history.leaf(Sight(1), wanted, 9, older=make(2).id)
    assert (leaf.jobs, leaf.before, leaf.total) == ((), 0, 0)
