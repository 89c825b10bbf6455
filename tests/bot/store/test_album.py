"""Favourites, and pictures that their author took away."""

import pytest

from bot.store.errors import UnknownJob
from bot.store.store import Store
from tests.bot.store.conftest import Time, make
from tests.bot.store.privacy.conftest import delivered


async def test_a_favourite_is_a_members_own(store: Store) -> None:
    """A second press takes it back, of that member alone."""
    job = make(1)
    await store.jobs.submit([job])
    assert await store.album.toggle(1, job.id, 10)
    assert await store.album.toggle(2, job.id, 11)
    assert await store.album.favourites(job.id) == 2
    assert not await store.album.toggle(1, job.id, 12)
    assert await store.album.favourites(job.id) == 1


async def test_an_interaction_that_comes_twice_counts_once(store: Store) -> None:
    """Whether it kept the picture or let it go."""
    job = make(1)
    await store.jobs.submit([job])
    assert [await store.album.toggle(1, job.id, number) for number in (10, 10, 11, 11)] == [True, True, False, False]


async def test_what_was_taken_away_comes_back(store: Store) -> None:
    """As often as its author likes."""
    job = make(1)
    await store.jobs.submit([job])
    for _ in range(2):
        await store.album.bin(job.id)
        await store.album.bin(job.id)
        assert await store.album.is_binned(job.id)
        await store.album.restore(job.id)
        assert not await store.album.is_binned(job.id)


async def test_a_job_that_is_gone_is_said_to_be(store: Store) -> None:
    """Its author may be forgotten while somebody presses."""
    with pytest.raises(UnknownJob):
        await store.album.toggle(1, make(1).id, 10)
    with pytest.raises(UnknownJob):
        await store.album.bin(make(1).id)


async def test_favourites_go_with_either_member(store: Store, time: Time) -> None:
    """With whoever has them, and with the author of the picture."""
    job = await delivered(store, 1)
    await store.album.bin(job.id)
    for member in (1, 2):
        await store.album.toggle(member, job.id, member)
    await store.forgetting.ask(2)
    assert await store.album.favourites(job.id) == 1
    assert [each["job_id"] for each in (await store.records.about(1))["favourites"]] == [job.id]
    time.now += 60
    await store.forgetting.ask(1)
    while not all(step.is_last for step in await store.forgetting.step()):
        pass
    with pytest.raises(UnknownJob):
        await store.album.toggle(2, job.id, 3)
