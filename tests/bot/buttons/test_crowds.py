"""Many who press buttons at once: everybody is answered in time, and nothing is done that shows already."""

import asyncio
from typing import Any

import pytest

from bot.buttons import ids, progress
from bot.buttons.desk import AT_ONCE
from bot.imagine.asking import Submission
from bot.store.engine import Database
from playground import Exchange, Playground
from playground.member import Json, Member
from tests.bot.buttons.test_presses import coloured, pressed
from tests.bot.drawing import Studio


def slowly(studio: Studio, monkeypatch: pytest.MonkeyPatch, use_case: str) -> asyncio.Event:
    """The use case waits for the event, which is longer than patience lasts."""
    may_go_on, quick = asyncio.Event(), getattr(studio.drawing, use_case)

    async def slow(*arguments: Any) -> Submission:
        await may_go_on.wait()
        submission: Submission = await quick(*arguments)
        return submission

    monkeypatch.setattr(studio.drawing, use_case, slow)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    return may_go_on


async def succeeded(member: Member, nonce: str) -> Json:
    """Discord was answered in time."""
    return await member.wait_for("INTERACTION_SUCCESS", lambda each: each["nonce"] == nonce)


async def test_a_u_that_takes_long_is_answered_in_time(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is to be seen of that; its button turns blue when the picture comes."""
    job, message = await studio.grid(ada)
    may_go_on = slowly(studio, monkeypatch, "upscale")
    custom_id = ids.upsample(job.id, 2)
    await succeeded(ada, await ada.press(message, custom_id))
    assert await studio.store.jobs.children(job.id) == ()
    may_go_on.set()
    await coloured(ada, message, custom_id)
    assert len(await studio.store.jobs.children(job.id)) == 1


async def test_a_v_that_takes_long_is_answered_in_time(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By a message that says that the bot is at it, which becomes the progress message."""
    job, message = await studio.grid(ada)
    may_go_on = slowly(studio, monkeypatch, "vary")
    thinking = await pressed(ada, message, ids.variation(job.id, 3))
    may_go_on.set()
    await ada.wait_message(lambda each: each["id"] == thinking["id"] and "variations for image #3" in each["content"])


async def test_a_slow_database_lets_nobody_wait_in_vain(
    studio: Studio, ada: Member, bo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """More than are worked on at once press: all are told in time, and all are done in the end."""
    job, message = await studio.grid(ada)
    may_go_on, write = asyncio.Event(), Database.write

    async def slow(database: Database, work: Any) -> Any:
        await may_go_on.wait()
        return await write(database, work)

    monkeypatch.setattr(Database, "write", slow)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    count = AT_ONCE + 3
    for number in range(count):
        member = (ada, bo)[number % 2]
        await succeeded(member, await member.press(message, ids.reroll(job.id)))
    may_go_on.set()
    waiting = set[str]()
    while len(waiting) < count:
        found = await ada.wait_message(
            lambda each: "(Waiting to start)" in each["content"] and each["id"] not in waiting
        )
        waiting.add(found["id"])
    assert len(await studio.store.jobs.children(job.id)) == count


async def test_what_is_blue_already_is_not_coloured_again(
    studio: Studio, ada: Member, bo: Member, playground: Playground
) -> None:
    """However often it is pressed: edits of one message are what Discord limits first."""
    job, message = await studio.grid(ada)
    custom_id = ids.variation(job.id, 1)
    await pressed(ada, message, custom_id)
    blue = await coloured(bo, message, custom_id)
    made: list[Exchange] = []
    playground.observe(made.append)
    for member in (ada, bo):
        await pressed(member, blue, custom_id)
    other = ids.variation(job.id, 2)
    await pressed(bo, blue, other)
    await coloured(bo, message, other)
    assert (
        len([each for each in made if each.method == "PATCH" and each.path.endswith(f"/messages/{message['id']}")]) == 1
    )
    assert len(await studio.store.jobs.children(job.id)) == 4
    assert len(await studio.store.jobs.pressed(job.id)) == 2
