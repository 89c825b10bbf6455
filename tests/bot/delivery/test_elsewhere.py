"""Where the bot is no member, and direct messages."""

import asyncio
from typing import Any

import pytest

from bot.images.errors import PictureGone
from bot.jobs.job import Asked, Job, Member, New
from bot.messages import waiting
from bot.store.messages import Kind
from playground.member import Member as Person
from tests.bot.delivery.house import House, Json, until
from tests.fidelity.hand import GO
from tests.pictures import png

EVERYWHERE: dict[str, Any] = {**GO, "integration_types": [0, 1], "contexts": [0, 1, 2]}


async def asked_in(
    house: House, person: Person, channel: Json, prompt: str = "a red apple", *, is_hidden: bool = False
) -> Job:
    """A job whose progress message is the answer to an interaction."""
    await house.client.publish(EVERYWHERE)
    await person.slash(channel, "go", text="x")
    interaction = await house.client.given()
    new = house.new(person, channel)
    asked = Asked(interaction.id, Member(int(person.id), "ada"), interaction.channel_id or 0, interaction.guild_id)
    job = Job.imagine(New(new.id, new.seed, asked), prompt)
    await house.store.jobs.submit([job])
    answer = await interaction.response.send_message(waiting(job), ephemeral=is_hidden)
    assert answer.resource is not None
    await house.delivery.answered(job, answer.resource)
    return job


async def test_where_the_bot_is_no_member_the_answer_becomes_the_result(house: House, ada: Person) -> None:
    """Progress and pictures are edited into it."""
    lobby = ada.channel("lobby", "Elsewhere")
    async with house.delivering():
        job = await house.claimed(await asked_in(house, ada, lobby))
        await house.progress(job, 0.5, png())
        seen = await ada.wait_message(lambda message: "(50%)" in message["content"])
        assert seen["attachments"]
        await house.rendered(job)
        await house.ends(job)
        (message,) = await house.stands(lobby["id"], f"**a red apple** - <@{ada.id}> (fast)")
        await until(lambda: house.shows(job.id, Kind.RESULT))
    assert len(message["components"]) == 2
    assert len(message["attachments"]) == 1


async def test_when_the_answer_cannot_be_edited_any_more_the_author_gets_it(house: House, ada: Person) -> None:
    """After a quarter of an hour, or a restart."""
    lobby = ada.channel("lobby", "Elsewhere")
    async with house.delivering():
        job = await asked_in(house, ada, lobby)
        house.playground.clock.advance(16 * 60)
        await house.rendered(job)
        await house.ends(job)
        await house.stands((await ada.dm(house.playground.application_id))["id"], "**a red apple**")


async def test_a_cancelled_job_is_stopped_where_the_bot_is_no_member(house: House, ada: Person) -> None:
    """By the answer's own token."""
    lobby = ada.channel("lobby", "Elsewhere")
    async with house.delivering():
        job = await asked_in(house, ada, lobby)
        await house.store.jobs.cancel(job.id, by=1)
        house.delivery.changed(await house.store.jobs.get(job.id), None)
        await house.stands(lobby["id"], f"**a red apple** - <@{ada.id}> (Stopped)")
        await until(lambda: house.shows(job.id, Kind.ENDED))


async def test_pictures_are_sent_on_request(house: House, ada: Person, bo: Person, pictures: Json) -> None:
    """Prompt, id, seed, the grid and each of its pictures; to whoever asked, once."""
    job = await house.rendered(await house.submitted(ada, pictures))
    assert await house.delivery.send_by_dm(job, int(bo.id))
    assert await house.delivery.send_by_dm(job, int(bo.id))
    dm = await bo.dm(house.playground.application_id)
    (message,) = await house.stands(dm["id"], "**a red apple**")
    assert message["content"].splitlines()[1:] == [f"**Job ID**: {job.id}", f"**seed** {job.seed}"]
    names = [each["filename"].removesuffix(f"_{job.id}.png") for each in message["attachments"]]
    assert names == ["ada_a_red_apple", *(f"ada_a_red_apple_{index}" for index in (1, 2, 3, 4))]
    assert [each["description"] for each in message["attachments"]][1] == "A picture: a red apple"


async def test_whoever_takes_no_direct_messages_gets_none(house: House, ada: Person, pictures: Json) -> None:
    """And whoever asked on their behalf learns it."""
    job = await house.rendered(await house.submitted(ada, pictures), count=1)
    house.playground.world.user(ada.id)["_accepts_dms"] = False
    assert not await house.delivery.send_by_dm(job, int(ada.id))


@pytest.mark.failing
async def test_a_direct_message_outlives_a_broken_line(house: House, ada: Person, pictures: Json) -> None:
    """It is sent once."""
    job = await house.rendered(await house.submitted(ada, pictures), count=1)
    house.playground.faults.add("drop_after", route="^POST /channels/", count=2)
    assert await house.delivery.send_by_dm(job, int(ada.id))
    assert len(house.standing((await ada.dm(house.playground.application_id))["id"])) == 1


async def test_a_result_is_shown_again_with_what_was_pressed(house: House, ada: Person, pictures: Json) -> None:
    """As it was posted; the button that gave rise to something is blue."""
    job = await house.rendered(await house.submitted(ada, pictures))
    new = house.new(ada, pictures)
    await house.store.jobs.submit([job.upscale(2, New(new.id, new.seed, new.asked))])
    shown = await house.delivery.shown(job, 10 << 20)
    assert shown.content == f"**a red apple** - <@{ada.id}> (fast)"
    assert shown.file.filename == f"ada_a_red_apple_{job.id}.png"
    assert shown.view is not None
    first = shown.view.to_components()[0]["components"]
    assert [each["style"] for each in first] == [2, 1, 2, 2, 2]


async def test_a_prompt_longer_than_a_message_is_shown_whole(house: House, ada: Person, pictures: Json) -> None:
    """In a file beside the pictures."""
    job = await house.rendered(await house.submitted(ada, pictures, "a long story " * 450), count=1)
    shown = await house.delivery.shown(job, 10 << 20)
    (prompt,) = shown.more
    assert (prompt.filename, prompt.fp.read().decode()) == ("prompt.txt", job.prompt)


async def test_what_is_gone_cannot_be_shown(house: House, ada: Person, pictures: Json) -> None:
    """Whoever asks is told."""
    job = await house.rendered(await house.submitted(ada, pictures), count=1)
    house.blobs.path(job.pictures[0].blob).unlink()
    with pytest.raises(PictureGone):
        await house.delivery.shown(job, 10 << 20)
    with pytest.raises(PictureGone):
        await asyncio.wait_for(house.delivery.send_by_dm(job, int(ada.id)), 5)
