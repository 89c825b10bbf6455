"""Many who press buttons at once: everybody is answered in time, and nothing is done that shows already."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.buttons import ids, progress
from bot.buttons.turns import AT_ONCE
from bot.jobs.job import State
from bot.prompt.personal import Habit
from bot.store.engine import Database
from bot.store.messages import Kind
from playground import Exchange, Playground
from playground.member import Json, Member
from tests.bot.buttons.test_presses import coloured, pressed, styles, taken_out
from tests.bot.buttons.test_progress import LOADING, left, twice
from tests.bot.buttons.test_remix import answer_to, text_in, window
from tests.bot.drawing import Studio
from tests.end_to_end.waiting import moment


def slowly(studio: Studio, monkeypatch: pytest.MonkeyPatch, use_case: str) -> asyncio.Event:
    """The use case waits for the event, which is longer than patience lasts."""
    may_go_on, quick = asyncio.Event(), getattr(studio.drawing, use_case)

    async def slow(*arguments: Any, **named: Any) -> Any:
        await may_go_on.wait()
        return await quick(*arguments, **named)

    monkeypatch.setattr(studio.drawing, use_case, slow)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    return may_go_on


@asynccontextmanager
async def crowded(studio: Studio, monkeypatch: pytest.MonkeyPatch, places: int = AT_ONCE) -> AsyncIterator[None]:
    """So many places are taken by presses that take long; whoever is told so is told because it can be foreseen."""
    monkeypatch.setattr(progress, "PATIENCE", 30.0)
    studio.turns.pace = 60.0
    async with AsyncExitStack() as stack:
        for _ in range(places):
            await stack.enter_async_context(studio.turns.turn())
        yield


async def until_forgotten(studio: Studio, job_id: str) -> None:
    """The bot has heard that the job's message was deleted."""
    async with asyncio.timeout(30):
        while await studio.store.messages.of(job_id):
            await moment()


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


async def test_who_will_wait_long_is_answered_at_once(
    studio: Studio, ada: Member, bo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is done: a V by what all see thinking, a U by nothing; both are noted for the bot's next life."""
    job, message = await studio.grid(ada)
    async with crowded(studio, monkeypatch):
        thinking = await pressed(ada, message, ids.variation(job.id, 3))
        assert thinking["flags"] & LOADING
        (noted,) = await left(studio)
        assert noted.member_id == int(ada.id)
        await succeeded(bo, await bo.press(message, ids.upsample(job.id, 2)))
        assert [(each.member_id, each.is_shown) for each in await left(studio)] == [
            (int(ada.id), True),
            (int(bo.id), False),
        ]
        assert await studio.store.jobs.children(job.id) == ()
    await ada.wait_message(lambda each: each["id"] == thinking["id"] and "variations for image #3" in each["content"])
    await coloured(ada, message, ids.upsample(job.id, 2))
    assert len(await studio.store.jobs.children(job.id)) == 2


async def test_presses_that_wait_are_done_in_the_order_in_which_they_came(
    studio: Studio, ada: Member, bo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of them were acknowledged before."""
    job, message = await studio.grid(ada)
    numbers = [3, 1, 4, 2]
    async with crowded(studio, monkeypatch, AT_ONCE - 1):
        async with studio.turns.turn():
            for number in numbers:
                await succeeded(ada, await ada.press(message, ids.variation(job.id, number)))
        for number in numbers:
            await coloured(bo, message, ids.variation(job.id, number))
    assert [each.index for each in await studio.store.jobs.children(job.id)] == numbers


async def test_a_window_opens_before_those_who_wait(
    studio: Studio, ada: Member, bo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A press that is answered by a window cannot be told of in time otherwise, so it waits for nobody."""
    await studio.store.preferences.change(int(ada.id), lambda mine: mine.turned(Habit.REMIX))
    job, message = await studio.grid(ada)
    async with crowded(studio, monkeypatch):
        await succeeded(bo, await bo.press(message, ids.reroll(job.id)))
        modal = await window(ada, message, ids.variation(job.id, 1))
        assert text_in(modal) == "an apple"
        answer = await answer_to(ada, modal, **{"MJ::RemixModal::new_prompt": "a pear"})
        assert answer["content"].startswith("Making variations for image #1 with prompt **a pear**")


async def test_what_waits_and_comes_twice_is_one_job(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one message, and nothing said of an error."""
    job, message = await studio.grid(ada)
    twice(studio)
    with capture_logs() as logs:
        async with crowded(studio, monkeypatch):
            thinking = await pressed(ada, message, ids.variation(job.id, 3))
        await ada.wait_message(lambda each: each["id"] == thinking["id"] and "#3" in each["content"])
        await coloured(ada, message, ids.variation(job.id, 3))
        await studio.client.close()
    assert len(await studio.store.jobs.children(job.id)) == 1
    assert len([each for each in ada.heard("MESSAGE_CREATE") if each["author"].get("bot")]) == 3
    assert [entry["event"] for entry in logs if entry["log_level"] in {"warning", "error"}] == []


async def test_a_picture_that_comes_again_late_leaves_the_grid_as_it_is(
    studio: Studio, ada: Member, bo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its message is gone, the U is pressed in a crowd: what was acknowledged stays, and the picture is a new one."""
    job, message, single = await taken_out(studio, ada)
    custom_id = ids.upsample(job.id, 2)
    await single.delete()
    async with crowded(studio, monkeypatch):
        await succeeded(bo, await bo.press(message, custom_id))
    again = await bo.wait_message(lambda each: "Image #2" in each["content"] and each["id"] != str(single.id))
    assert again["attachments"]
    (grid,) = [each for each in await bo.history(bo.channel("general")) if each["id"] == message["id"]]
    assert grid["content"] == message["content"]
    assert styles(grid)[custom_id] == 1


@pytest.mark.failing
async def test_a_picture_that_comes_again_late_comes_once(
    studio: Studio, ada: Member, bo: Member, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord takes it and loses the line: it is sent again under the same nonce, and stands there once."""
    job, message, single = await taken_out(studio, ada)
    await single.delete()
    playground.faults.add("drop_after", route=r"^POST /(channels|webhooks)/\d+/", count=1)
    made: list[Exchange] = []
    playground.observe(made.append)
    async with crowded(studio, monkeypatch):
        await succeeded(bo, await bo.press(message, ids.upsample(job.id, 2)))
    (child,) = await studio.store.jobs.children(job.id)
    async with asyncio.timeout(30):
        while not [each for each in await studio.store.messages.of(child.id) if each.kind is Kind.SHOWN]:
            pass
    shown = [each for each in await bo.history(bo.channel("general")) if "Image #2" in each["content"]]
    assert len(shown) == 1
    assert len([each for each in made if each.method == "POST" and each.path.endswith("/messages")]) == 2


async def test_a_cancel_that_takes_long_is_answered_in_time(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is to be seen of that."""
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    may_go_on = slowly(studio, monkeypatch, "cancel")
    (job,) = await studio.store.jobs.of(int(ada.id))
    await succeeded(ada, await ada.press(answer, ids.cancel(job.id)))
    assert not (await studio.store.jobs.get(job.id)).state.is_final
    may_go_on.set()
    handling = [each for each in asyncio.all_tasks() if each.get_name().startswith("discord-ui-")]
    await asyncio.gather(*handling)
    assert (await studio.store.jobs.get(job.id)).state is State.CANCELLED


async def test_a_queue_that_is_long_to_reckon_keeps_nobody_waiting(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The job is in; until its place is known, all see that the bot is at it."""
    may_go_on = slowly(studio, monkeypatch, "position")
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    thinking = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    assert thinking["flags"] & LOADING
    may_go_on.set()
    await ada.wait_message(lambda each: each["id"] == thinking["id"] and "(Waiting to start)" in each["content"])


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


async def test_discord_is_asked_once_whether_a_picture_stands(
    studio: Studio, ada: Member, bo: Member, playground: Playground
) -> None:
    """However many press for it together; one that is taken away meanwhile is not linked to any more."""
    job, message, single = await taken_out(studio, ada)
    custom_id = ids.upsample(job.id, 2)
    made: list[Exchange] = []
    playground.observe(made.append)
    for member in (ada, bo, ada, bo):
        assert str(single.id) in (await pressed(member, message, custom_id))["content"]
    assert len([each for each in made if each.method == "GET" and each.path.endswith(str(single.id))]) == 1
    await single.delete()
    (child,) = await studio.store.jobs.children(job.id)
    await until_forgotten(studio, child.id)
    thinking = await pressed(bo, message, custom_id)
    again = await bo.wait_message(lambda each: each["id"] == thinking["id"] and bool(each["attachments"]))
    assert again["content"].startswith("**an apple** - Image #2")
