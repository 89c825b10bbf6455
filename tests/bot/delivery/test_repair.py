"""What a run that died left behind is found and brought up to date by the next."""

from dataclasses import replace

import pytest

from bot.jobs.ids import nonce
from bot.store.messages import Kind
from playground.member import Member
from playground.world.permissions import Permission
from tests.bot.delivery.house import PACE, House, Json, until
from tests.bot.delivery.test_trouble import deny


async def test_old_progress_is_brought_up_to_date(house: House, ada: Member, pictures: Json) -> None:
    """Whatever the jobs became while nobody looked."""
    names = ("waits", "stopped", "done")
    waits, stopped, done = [await house.answered(ada, pictures, name) for name in names]
    for message in house.standing(pictures["id"]):
        edited = {"content": message["content"].replace("Waiting to start", "62%")}
        await (
            house.client.get_partial_messageable(int(pictures["id"]))
            .get_partial_message(int(message["id"]))
            .edit(**edited)
        )
    await house.store.jobs.cancel(stopped.id, by=1)
    await house.rendered(done)
    await house.store.outbox.deliver(done.id, int(pictures["id"]), 99)
    house.fresh()
    async with house.delivering():
        await house.stands(
            pictures["id"], f"**waits** - <@{ada.id}> (Waiting to start)", f"**stopped** - <@{ada.id}> (Stopped)"
        )
        await until(lambda: house.shows(stopped.id, Kind.ENDED))
        await until(lambda: house.shows(done.id, Kind.RESULT))
    assert await house.shows(waits.id, Kind.PROGRESS)


@pytest.mark.parametrize("end", ["waiting", "failed", "delivered"])
async def test_an_answer_that_was_never_recorded_is_found_by_its_button(
    house: House, ada: Member, pictures: Json, end: str
) -> None:
    """The bot died between the answer and the record."""
    job = await house.submitted(ada, pictures)
    await house.post_answer(job)
    if end == "failed":
        running = await house.claimed(job)
        await house.store.leases.fail(running.lease, "No memory.")  # the process that died has told nobody
    if end == "delivered":
        await house.rendered(job)
        await house.store.outbox.deliver(job.id, int(pictures["id"]), 99)
    house.fresh()
    async with house.delivering():
        if end == "waiting":
            await until(lambda: house.shows(job.id, Kind.PROGRESS))
            await house.claimed(job)
            await house.progress(job=await house.store.jobs.get(job.id), fraction=0.5)
            await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (50%) (fast)")
        elif end == "failed":
            await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (Stopped)\nNo memory.")
            await until(lambda: house.shows(job.id, Kind.ENDED))
        else:
            await house.stands(pictures["id"])
            await until(lambda: house.shows(job.id, Kind.RESULT))


@pytest.mark.failing
async def test_a_discord_that_fails_is_asked_for_old_answers_again(house: House, ada: Member, pictures: Json) -> None:
    """In the same life: there may be no other for weeks."""
    job = await house.submitted(ada, pictures)
    await house.post_answer(job)
    house.fresh()
    house.playground.faults.add("drop_before", route="^GET /channels", count=3)
    async with house.delivering():
        await until(lambda: house.shows(job.id, Kind.PROGRESS))


async def test_answers_are_looked_for_once_in_a_channel(house: House, ada: Member, pictures: Json) -> None:
    """However many jobs there were; those of others and of unknown jobs are left alone."""
    made = [await house.submitted(ada, pictures, f"{number}") for number in range(5)]
    for job in [*made, house.new(ada, pictures, "unknown")]:
        await house.post_answer(job)
    await ada.send(pictures, "hello")
    house.fresh()
    async with house.delivering():
        for job in made:
            await until(lambda of=job.id: house.shows(of, Kind.PROGRESS))
    assert len([each for each in house.exchanges if each.method == "GET" and each.path.endswith("/messages")]) == 1


async def test_a_failure_that_nobody_told_is_told_at_the_next_start(house: House, ada: Member, pictures: Json) -> None:
    """Once."""
    job = await house.submitted(ada, pictures)
    await house.failed(job, "No memory.")
    for _ in range(2):
        house.fresh()
        async with house.delivering():
            await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (Stopped)\nNo memory.")
            await until(lambda: house.shows(job.id, Kind.ENDED))


async def test_after_hours_the_channel_is_looked_at_before_posting_again(
    house: House, ada: Member, pictures: Json
) -> None:
    """Discord has forgotten the nonce; the buttons of the message tell whose result it is."""
    job = await house.rendered(await house.submitted(ada, pictures))
    now = house.playground.clock.now
    await house.store.outbox.attempt(job.id, retry_at=now())
    posts = house.delivery._posts
    post = await posts.of(job, 10 << 20)
    channel = house.client.get_partial_messageable(int(pictures["id"]))
    message = await channel.send(**post.arguments(), nonce=nonce(job.id))
    other = await house.rendered(await house.submitted(ada, pictures, "never posted"))
    await house.store.outbox.attempt(other.id, retry_at=now())
    house.playground.clock.advance(7200)
    house.fresh()
    async with house.delivering():
        await house.ends(job)
        await house.ends(other)
    await house.stands(pictures["id"], "**a red apple**", "**never posted**")
    assert [each.id for each in await house.store.messages.of(job.id)] == [message.id]


async def test_a_channel_whose_history_is_closed_gets_the_result(house: House, ada: Member, pictures: Json) -> None:
    """Rather twice than never."""
    house.pace = replace(PACE, nonce=-1.0)
    house.fresh()
    job = await house.rendered(await house.submitted(ada, pictures))
    await house.store.outbox.attempt(job.id, retry_at=house.playground.clock.now())
    deny(house.playground, pictures["id"], Permission.READ_MESSAGE_HISTORY)
    async with house.delivering():
        await house.ends(job)
    assert len(house.standing(pictures["id"])) == 1
