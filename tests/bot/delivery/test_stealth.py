"""Stealth: what only its author may see is in no channel at any time, whatever goes wrong."""

from typing import Any

import pytest

from bot.jobs.job import Job
from bot.messages import is_private, is_stealth
from bot.store.messages import Kind
from playground.member import Member as Person
from tests.bot.delivery.house import House, Json, until
from tests.bot.delivery.test_elsewhere import asked_in
from tests.pictures import png

PROMPT = "a red apple --stealth"


async def asked_unseen(house: House, person: Person, channel: Json) -> Job:
    """A private job whose progress only its author sees."""
    return await asked_in(house, person, channel, PROMPT, is_hidden=True)


def posted(house: House, channel: Json) -> list[Any]:
    """What everybody could read there at some time."""
    return [each for each in house.standing(channel["id"]) if not each["flags"] & 64] + [
        each for each in house.posts(channel["id"]) if each.status < 300
    ]


async def in_dm(house: House, person: Person, *contents: str) -> list[Json]:
    """What stands in the direct messages, once it is this."""
    return await house.stands((await person.dm(house.playground.application_id))["id"], *contents)


async def test_the_pictures_come_by_direct_message(house: House, ada: Person, pictures: Json) -> None:
    """With live buttons; progress is shown to the author alone, and says at last where the pictures are."""
    async with house.delivering():
        job = await house.claimed(await asked_unseen(house, ada, pictures))
        await house.progress(job, 0.5, png())
        seen = await ada.wait_message(lambda message: "(50%)" in message["content"])
        assert seen["flags"] & 64
        await house.rendered(job)
        await house.ends(job)
        (message,) = await in_dm(house, ada, f"**{PROMPT}** - <@{ada.id}> (fast)")
        await ada.wait_message(lambda each: each["content"] == "Your pictures are in your direct messages.")
    assert len(message["components"]) == 2
    assert "may not post" not in message["content"]
    assert posted(house, pictures) == []


async def test_whoever_takes_no_direct_messages_gets_them_in_the_answer(
    house: House, ada: Person, pictures: Json
) -> None:
    """As long as that can be edited: nobody else sees it either."""
    house.playground.world.user(ada.id)["_accepts_dms"] = False
    async with house.delivering():
        job = await asked_unseen(house, ada, pictures)
        await house.rendered(job)
        await house.ends(job)
        message = await ada.wait_message(lambda each: bool(each["attachments"]))
    assert message["flags"] & 64
    assert posted(house, pictures) == []


async def test_what_cannot_reach_its_author_unseen_is_kept_for_them(house: House, ada: Person, pictures: Json) -> None:
    """After a quarter of an hour the answer is closed too: the job keeps its pictures, for /show."""
    house.playground.world.user(ada.id)["_accepts_dms"] = False
    async with house.delivering():
        job = await asked_unseen(house, ada, pictures)
        house.playground.clock.advance(16 * 60)
        await house.rendered(job)
        ended = await house.ends(job, "failed")
    assert ended.pictures
    assert ended.reason is not None
    assert f"`/show {job.id}`: only you see the answer" in ended.reason
    assert posted(house, pictures) == []


async def test_a_restart_forgets_progress_and_no_picture(house: House, ada: Person, pictures: Json) -> None:
    """The answer's token died with the process."""
    async with house.delivering():
        job = await asked_unseen(house, ada, pictures)
        await until(lambda: house.shows(job.id, Kind.PROGRESS))
    house.fresh()
    async with house.delivering():
        await house.rendered(job)
        await house.ends(job)
        await in_dm(house, ada, f"**{PROMPT}**")
        await until(lambda: house.shows(job.id, Kind.RESULT))
    assert posted(house, pictures) == []


async def test_a_failure_is_told_its_author_alone(house: House, ada: Person, pictures: Json) -> None:
    """By direct message where no answer shows it."""
    async with house.delivering():
        job = await house.submitted(ada, pictures, PROMPT)
        await house.failed(job, "No memory.")
        await in_dm(house, ada, f"**{PROMPT}** - <@{ada.id}> (Stopped)\nNo memory.")
    assert posted(house, pictures) == []


@pytest.mark.parametrize(
    ("prompt", "is_so"),
    [
        ("an apple --stealth", True),
        ("an apple --public", False),
        ("an apple", False),
        ("the words stealth and public", False),
        ("an apple --ar 3:2 --stealth --v 6", True),
    ],
)
async def test_a_canonical_prompt_tells_it(prompt: str, is_so: bool, house: House, ada: Person, pictures: Json) -> None:
    """In a direct message there is nobody to hide from."""
    assert is_stealth(prompt) is is_so
    assert is_private(house.new(ada, pictures, prompt)) is is_so
    assert not is_private(house.new(ada, {"id": "5"}, prompt))
