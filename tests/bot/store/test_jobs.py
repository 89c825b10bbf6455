"""Jobs as members meet them."""

import asyncio
from dataclasses import replace

import pytest

from bot.jobs.errors import WrongState
from bot.jobs.job import Asked, Job, Member, New, Speed, State, Strength
from bot.jobs.queue import Counts
from bot.store.errors import UnknownJob
from bot.store.store import Store
from tests.bot.store.conftest import claimed, make, new, rendered


async def test_a_job_comes_back_as_it_went_in(store: Store) -> None:
    """Every field, for a job from a guild and one from a direct message."""
    direct = Job.imagine(replace(new(2), asked=Asked(5, Member(3, "bo"), 9)), "a pear --turbo", Speed.TURBO)
    for job in (make(1), direct):
        assert (await store.jobs.submit([job])).is_new
        assert await store.jobs.get(job.id) == job
    with pytest.raises(UnknownJob):
        await store.jobs.get("nobody's")


async def test_an_interaction_that_comes_twice_gives_one_job(store: Store) -> None:
    """The redelivery finds the first's jobs, all of them and in their order."""
    first = [Job.imagine(new(number, ordinal=number - 1), "an apple --repeat 3") for number in (1, 2, 3)]
    again = [Job.imagine(New(new(10 + each.seed).id, 9, each.asked), each.prompt) for each in first]
    assert (await store.jobs.submit(first)).is_new
    found = await store.jobs.submit(again)
    assert (found.jobs, found.is_new) == (tuple(first), False)
    assert await store.jobs.counts(1) == Counts(3, 0)


async def test_interactions_at_once_give_one_job(store: Store) -> None:
    """Whichever is first."""
    jobs = [Job.imagine(New(new(number).id, 9, new(1).asked), "an apple") for number in range(1, 9)]
    found = await asyncio.gather(*(store.jobs.submit([job]) for job in jobs))
    assert [each.is_new for each in found].count(True) == 1
    assert len({each.jobs for each in found}) == 1


async def test_no_two_submissions_pass_a_limit_side_by_side(store: Store) -> None:
    """The policy is asked inside the transaction, and what it raises leaves nothing behind."""

    def admit(counts: Counts) -> None:
        if counts.waiting >= 3:
            raise PermissionError

    submissions = (store.jobs.submit([make(number)], admit=admit) for number in range(1, 9))
    done = await asyncio.gather(*submissions, return_exceptions=True)
    assert sum(isinstance(each, PermissionError) for each in done) == 5
    assert await store.jobs.counts(1) == Counts(3, 0)
    assert (await store.jobs.submit([make(1)], admit=admit)).is_new is False


async def test_jobs_of_an_interaction_are_written_together_or_not_at_all(store: Store) -> None:
    """The second one's parent is not there."""
    orphan = replace(make(2), asked=new(2, ordinal=1).asked, parent="nobody's")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        await store.jobs.submit([make(1), orphan])
    assert await store.jobs.of(1) == ()


async def test_a_picture_stands_by_itself_once(store: Store) -> None:
    """The second press of the same button finds the first; another picture's does not."""
    parent = await rendered(store)
    first = (await store.jobs.submit([parent.upscale(2, new(2))])).jobs[0]
    second = await store.jobs.submit([parent.upscale(2, new(3, member=2))])
    assert (second.jobs, second.is_new) == ((first,), False)
    assert (await store.jobs.submit([parent.upscale(3, new(4))])).is_new
    await store.outbox.give_up(first.id, "The channel is gone.")
    assert (await store.jobs.submit([parent.upscale(2, new(5))])).is_new


async def test_an_upscale_only_has_to_be_posted(store: Store) -> None:
    """It is in the outbox, and nobody can claim it."""
    parent = await rendered(store)
    upscaled = (await store.jobs.submit([parent.upscale(2, new(2))])).jobs[0]
    assert {each.job_id for each in await store.outbox.due()} == {parent.id, upscaled.id}
    assert await store.leases.claim("one", 30.0) is None
    assert await store.jobs.get(upscaled.id) == upscaled


async def test_children_are_found_by_their_parent(store: Store) -> None:
    """So that pressed buttons can be blue."""
    parent = await rendered(store)
    children = (parent.upscale(1, new(2)), parent.vary(2, Strength.STRONG, new(3)), parent.reroll(new(4)))
    for child in children:
        await store.jobs.submit([child])
    assert await store.jobs.children(parent.id) == children


async def test_originals_are_kept_with_the_job(store: Store) -> None:
    """A link that Discord lets expire still leads to the picture."""
    originals = {"https://cdn.example/a.png?ex=1": "blob a", "https://cdn.example/b.png": "blob b"}
    await store.jobs.submit([make(1)], originals)
    await store.jobs.submit([make(2)])
    assert await store.jobs.originals(make(1).id) == originals
    assert await store.jobs.originals(make(2).id) == {}


async def test_a_member_sees_own_jobs(store: Store) -> None:
    """The latest first; those that are not at an end, the oldest first."""
    await rendered(store)
    for number in (2, 3, 4):
        await store.jobs.submit([make(number)])
    await store.jobs.submit([make(5, member=2)])
    await store.jobs.cancel(make(3).id, by=1)
    await store.leases.claim("one", 30.0)
    assert [job.seed for job in await store.jobs.of(1)] == [4, 3, 2, 1]
    assert [job.seed for job in await store.jobs.of(1, limit=2)] == [4, 3]
    assert [job.seed for job in await store.jobs.unfinished(1)] == [2, 4]
    assert await store.jobs.counts(1) == Counts(1, 1)
    assert await store.jobs.counts(3) == Counts(0, 0)


async def test_the_latest_name_of_a_member_counts(store: Store) -> None:
    """For all their jobs."""
    await store.jobs.submit([make(1)])
    renamed = Member(1, "ada the second", "fr")
    await store.jobs.submit([Job.imagine(replace(new(2), asked=replace(new(2).asked, member=renamed)), "a pear")])
    assert (await store.jobs.get(make(1).id)).asked.member == renamed


async def test_what_others_cancel_is_audited(store: Store) -> None:
    """Who, what and when; one's own is nobody's business, and what fails leaves no trace."""
    for number in (1, 2, 3):
        await store.jobs.submit([make(number)])
    assert (await store.jobs.cancel(make(1).id, by=1)).state is State.CANCELLED
    assert (await store.jobs.cancel(make(2).id, by=99)).state is State.CANCELLED
    with pytest.raises(WrongState):
        await store.jobs.cancel(make(1).id, by=99)
    assert await store.audit.of_job(make(1).id) == ()
    (entry,) = await store.audit.of_job(make(2).id)
    assert (entry.act.member_id, entry.act.action) == (99, "cancel")


async def test_what_is_rendered_cannot_be_cancelled(store: Store) -> None:
    """It is about to be posted."""
    job = await rendered(store)
    with pytest.raises(WrongState):
        await store.jobs.cancel(job.id, by=1)


async def test_a_running_job_can_be_cancelled(store: Store) -> None:
    """Nobody gets it any more."""
    job = await claimed(store)
    cancelled = await store.jobs.cancel(job.id, by=1)
    assert (cancelled.state, cancelled.holder) == (State.CANCELLED, None)
    assert await store.leases.claim("two", 30.0) is None


async def test_a_guild_is_met_once(store: Store) -> None:
    """By a job or by itself."""
    assert await store.places.meet(5)
    assert not await store.places.meet(5)
    await store.jobs.submit([make(1)])
    assert not await store.places.meet(8)


async def test_the_jobs_of_an_interaction_are_found(store: Store) -> None:
    """In their order; none of one that was never seen."""
    first = make(1)
    jobs = [Job.imagine(new(number, ordinal=number - 1), "an apple") for number in (1, 2)]
    await store.jobs.submit(jobs)
    assert await store.jobs.asked(first.asked.interaction_id) == tuple(jobs)
    assert await store.jobs.asked(1) == ()


async def test_originals_that_come_later_are_kept(store: Store) -> None:
    """Beside those that are there, which stay."""
    await store.jobs.submit([make(1)], {"a": "blob 1"})
    await store.jobs.keep([make(1).id], {"a": "blob 2", "b": "blob 3"})
    assert await store.jobs.originals(make(1).id) == {"a": "blob 1", "b": "blob 3"}
