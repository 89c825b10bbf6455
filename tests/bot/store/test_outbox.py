"""Results that have still to be posted, and the messages that were."""

import pytest

from bot.jobs.errors import WrongState
from bot.jobs.ids import nonce
from bot.jobs.job import State
from bot.store.messages import Kind, Message
from bot.store.outbox import Delivery
from bot.store.store import Store
from tests.bot.store.conftest import START, Time, claimed, make, new, rendered


async def test_a_result_is_due_where_it_was_asked_for(store: Store) -> None:
    """At once, under a nonce that is the job's."""
    job = await rendered(store)
    (delivery,) = await store.outbox.due()
    assert delivery == Delivery(job.id, 7, START)
    assert delivery.nonce == nonce(job.id)
    assert await store.outbox.next_due_at() == START


async def test_what_was_posted_is_never_due_again(store: Store, time: Time) -> None:
    """The job is delivered, and the message leads to it."""
    job = await rendered(store)
    delivered = await store.outbox.deliver(job.id, 7, 555)
    time.now += 1e6
    assert await store.outbox.due() == ()
    assert await store.outbox.next_due_at() is None
    assert delivered.state is State.DELIVERED
    assert await store.messages.job_of(555) == delivered
    assert await store.messages.of(job.id) == (Message(555, 7, job.id, Kind.RESULT),)


async def test_a_job_is_delivered_once(store: Store) -> None:
    """A second message changes nothing, and is not remembered."""
    job = await rendered(store)
    await store.outbox.deliver(job.id, 7, 555)
    with pytest.raises(WrongState):
        await store.outbox.deliver(job.id, 7, 556)
    assert await store.messages.job_of(556) is None


async def test_a_try_is_noted_before_it_is_made(store: Store, time: Time) -> None:
    """So that after a crash somebody knows that it may be posted, and since when."""
    job = await rendered(store)
    assert await store.outbox.attempt(job.id, retry_at=START + 10)
    assert await store.outbox.due() == ()
    time.now += 10
    assert await store.outbox.due() == (Delivery(job.id, 7, START + 10, 1, START),)
    assert await store.outbox.attempt(job.id, retry_at=START + 30)
    time.now += 20
    assert await store.outbox.due() == (Delivery(job.id, 7, START + 30, 2, START),)


async def test_deliveries_come_longest_due_first(store: Store, time: Time) -> None:
    """And no more than asked for."""
    jobs = [await rendered(store, number) for number in (1, 2, 3)]
    assert await store.outbox.put_off(jobs[0].id, START + 5)
    time.now += 5
    due = await store.outbox.due(limit=2)
    assert {each.job_id for each in due} == {jobs[1].id, jobs[2].id}
    assert [each.job_id for each in await store.outbox.due()][-1] == jobs[0].id


async def test_a_result_can_go_elsewhere(store: Store) -> None:
    """There it was never tried."""
    job = await rendered(store)
    await store.outbox.attempt(job.id, retry_at=START + 10)
    assert await store.outbox.divert(job.id, 99)
    assert await store.outbox.due() == (Delivery(job.id, 99, START),)


async def test_a_result_that_can_go_nowhere_is_an_end(store: Store) -> None:
    """With its reason; the pictures stay."""
    job = await rendered(store)
    failed = await store.outbox.give_up(job.id, "The channel is gone.")
    assert (failed.state, failed.reason, failed.pictures) == (State.FAILED, "The channel is gone.", job.pictures)
    assert await store.jobs.get(job.id) == failed
    assert await store.outbox.next_due_at() is None


async def test_nothing_is_tried_that_is_done(store: Store) -> None:
    """Whoever comes second learns it."""
    job = await rendered(store)
    await store.outbox.deliver(job.id, 7, 555)
    assert not await store.outbox.attempt(job.id, START)
    assert not await store.outbox.put_off(job.id, START)
    assert not await store.outbox.divert(job.id, 99)


async def test_a_message_leads_to_its_job(store: Store) -> None:
    """Whatever it shows of it; one about an order of several or of others leads nowhere, nor does one that is gone."""
    job = await claimed(store)
    for number, kind in enumerate(Kind, start=1):
        await store.messages.record(Message(number, 7, job.id, kind))
        assert await store.messages.job_of(number) == (None if kind is Kind.ORDER else job)
    assert await store.messages.job_of(99) is None
    await store.messages.forget(1)
    assert await store.messages.job_of(1) is None


async def test_messages_in_progress_are_found_at_the_start(store: Store) -> None:
    """Until they show an end or are gone."""
    for number in (1, 2, 3):
        await store.jobs.submit([make(number)])
        await store.messages.record(Message(number, 7, make(number).id, Kind.PROGRESS))
    await store.messages.record(Message(1, 7, make(1).id, Kind.ENDED))
    await store.messages.forget(2)
    assert await store.messages.in_progress() == (Message(3, 7, make(3).id, Kind.PROGRESS),)
    assert [each.kind for each in await store.messages.of(make(1).id)] == [Kind.ENDED]


async def test_jobs_whose_messages_may_not_be_recorded_are_found_at_the_start(store: Store, time: Time) -> None:
    """All of lately, and of those before that have not ended the ones that none shows; no pictures by themselves."""
    old = await rendered(store, 1)
    single = old.upscale(1, new(2))
    await store.jobs.submit([single])
    await store.jobs.submit([make(3)])
    await store.jobs.submit([make(4)])
    await store.jobs.submit([make(5)])
    await store.messages.record(Message(1, 7, make(4).id, Kind.PROGRESS))
    await store.jobs.cancel(make(5).id, by=1)
    assert [job.id for job in await store.messages.unrecorded(make(9).id)] == [old.id, make(3).id]
    assert [job.id for job in await store.messages.unrecorded(make(4).id)] == [old.id, make(3).id, make(5).id]
    assert [job.id for job in await store.messages.unrecorded(make(3).id)] == [
        old.id,
        make(3).id,
        make(4).id,
        make(5).id,
    ]
    await store.outbox.deliver(old.id, 7, 2)
    assert [job.id for job in await store.messages.unrecorded(make(9).id)] == [make(3).id]
