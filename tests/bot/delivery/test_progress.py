"""Progress messages: they follow their jobs, seldom enough, and end as what the job became."""

import asyncio
from dataclasses import replace

from bot.jobs.job import Job
from bot.jobs.queue import Position
from bot.store.messages import Kind
from engine.protocol import Failed, Loading, Started
from playground.member import Member
from tests.bot.delivery.house import PACE, House, Json, until
from tests.pictures import png


def below(message: Json) -> list[str]:
    return str(message["content"]).splitlines()[1:]


async def test_a_message_follows_its_job(house: House, ada: Member, pictures: Json) -> None:
    """From waiting to the result, with the preview in it."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        job = await house.claimed(job)
        house.delivery.changed(job, Loading(job.id, 2.0, 9.6))
        loading = await ada.wait_message(lambda message: "loaded" in message["content"])
        assert below(loading) == ["-# The model is being loaded: about 8 s more."]
        house.delivery.changed(job, Started(job.id))
        await ada.wait_message(lambda message: "(0%) (fast)" in message["content"])
        await house.progress(job, 0.25, png(16, 16))
        seen = await ada.wait_message(lambda message: "(25%) (fast)" in message["content"])
        assert seen["attachments"][0]["filename"] == "grid_0.webp"
        assert seen["components"][0]["components"][0]["label"] == "Cancel Job"
        await house.rendered(job)
        await house.ends(job)
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (fast)")
        await until(lambda: house.shows(job.id, Kind.RESULT))


async def test_of_many_changes_the_latest_is_shown(house: House, ada: Member, pictures: Json) -> None:
    """No more often than the pace allows; what is the same is not sent again."""
    house.pace = replace(PACE, edits=1000.0)
    house.fresh()
    async with house.delivering():
        job = await house.claimed(await house.answered(ada, pictures))
        for step in range(20):
            await house.progress(job, step / 20)
        await house.progress(job, 0.5, png())
        await ada.wait_message(lambda message: "(50%)" in message["content"])
        await house.progress(job, 0.75)
        await house.progress(job, 0.8, png())
        await house.rendered(job)
        await house.ends(job)
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (fast)")
    edits = [each for each in house.exchanges if each.method == "PATCH"]
    assert [each.request["content"].partition("> ")[2] for each in edits] == ["(50%) (fast)"]


async def test_a_stopped_job_says_so(house: House, ada: Member, pictures: Json) -> None:
    """Without its button; a failed one with the reason."""
    async with house.delivering():
        cancelled = await house.answered(ada, pictures, "one")
        house.delivery.changed(await house.store.jobs.cancel(cancelled.id, by=int(ada.id)), None)
        failed = await house.answered(ada, pictures, "two")
        await house.failed(failed, "There is no memory for this.\nTry --draft.")
        one, two = await house.stands(
            pictures["id"],
            f"**one** - <@{ada.id}> (Stopped)",
            f"**two** - <@{ada.id}> (Stopped)\nThere is no memory for this. Try --draft.",
        )
        assert (one["components"], two["components"]) == ([], [])
        for job in (cancelled, failed):
            await until(lambda of=job.id: house.shows(of, Kind.ENDED))


async def test_places_in_the_queue_move_up(house: House, ada: Member, pictures: Json) -> None:
    """Whenever a job starts or ends."""
    place = 2

    async def position(job: Job) -> Position | None:
        return Position(place)

    house.position = position
    house.fresh()
    async with house.delivering():
        first = await house.answered(ada, pictures, "one")
        second = await house.answered(ada, pictures, "two")
        await house.claimed(first)
        moved = await ada.wait_message(lambda message: message["content"].startswith("**two**") and below(message))
        assert below(moved) == ["-# Number 2 in the queue."]
        place = 1
        await house.store.jobs.cancel(first.id, by=1)
        house.delivery.changed(await house.store.jobs.get(first.id), None)
        await ada.wait_message(lambda message: "Next in the queue." in message["content"])
        assert (await house.store.jobs.get(second.id)).state == "waiting"


async def test_a_job_that_waits_for_an_engine_says_why(house: House, ada: Member, pictures: Json) -> None:
    """It goes on waiting; the reason stands below."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        house.delivery.changed(job, Failed(job.id, "unavailable", "The engine does not start."))
        told = await ada.wait_message(lambda message: "does not start" in message["content"])
    assert below(told) == ["-# The engine does not start."]


async def test_notices_stay_until_the_job_ends(house: House, ada: Member, pictures: Json) -> None:
    """Whoever asked may have looked away."""
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        await house.delivery.answered(job, await house.post_answer(job), ("`--v 9` is drawn by another model.",))
        job = await house.claimed(job)
        await house.progress(job, 0.5)
        seen = await ada.wait_message(lambda message: "(50%)" in message["content"])
    assert below(seen) == ["-# `--v 9` is drawn by another model."]


async def test_an_answer_that_comes_after_the_end_shows_the_end(house: House, ada: Member, pictures: Json) -> None:
    """A job may be over before Discord has taken the answer."""
    async with house.delivering():
        quick = await house.submitted(ada, pictures, "quick")
        message = await house.post_answer(quick)
        await house.rendered(quick)
        await house.ends(quick)
        await house.delivery.answered(quick, message)
        await house.stands(pictures["id"], f"**quick** - <@{ada.id}> (fast)")


async def test_an_answer_to_what_ended_before_is_brought_to_its_end(house: House, ada: Member, pictures: Json) -> None:
    """As when an interaction comes again: it goes where the result stands, and says why where there is none."""
    done = await house.rendered(await house.submitted(ada, pictures, "done"))
    done = await house.store.outbox.deliver(done.id, int(pictures["id"]), 99)
    running = await house.claimed(await house.submitted(ada, pictures, "bad"))
    bad = await house.store.leases.fail(running.lease, "No memory.")  # in an earlier life, which has told nobody
    async with house.delivering():
        for job in (done, bad):
            await house.delivery.answered(job, await house.post_answer(job))
        await house.stands(pictures["id"], f"**bad** - <@{ada.id}> (Stopped)\nNo memory.")
        await until(lambda: house.shows(bad.id, Kind.ENDED))
        await until(lambda: house.shows(done.id, Kind.RESULT))


async def test_one_channel_that_is_slow_does_not_hold_up_another(house: House, ada: Member, pictures: Json) -> None:
    """Edits go side by side by channel."""
    general = ada.channel("general")
    house.playground.faults.add("slow", route=f"PATCH /channels/{general['id']}/", seconds=30.0)
    async with house.delivering():
        for channel in (general, pictures):
            job = await house.claimed(await house.answered(ada, channel, "x"))
            await house.progress(job, 0.5)
        await ada.wait_message(
            lambda message: "(50%)" in message["content"] and message["channel_id"] == pictures["id"]
        )


async def test_a_job_that_waits_again_says_so(house: House, ada: Member, pictures: Json) -> None:
    """The worker died: the old preview goes."""
    async with house.delivering():
        job = await house.claimed(await house.answered(ada, pictures))
        await house.progress(job, 0.5, png())
        await ada.wait_message(lambda message: "(50%)" in message["content"] and message["attachments"])
        await house.store.leases.hand_back([job.lease])
        house.delivery.changed(await house.store.jobs.get(job.id), None)
        await asyncio.sleep(0)
        (message,) = await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (Waiting to start)")
    assert message["attachments"] == []
