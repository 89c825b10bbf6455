"""Answering in Discord's three seconds, once."""

import asyncio
import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest
from structlog.testing import capture_logs

from bot.buttons import ids, progress
from bot.buttons import thinking as noting
from bot.imagine.asking import Given, Submission
from bot.jobs.job import Asked
from bot.store.thinking import Thinking, Thought
from playground import Exchange, Playground
from playground.member import Json, Member
from tests.bot.drawing import Studio
from tests.end_to_end.waiting import moment

PATIENCE = 30.0
EPHEMERAL, LOADING = 1 << 6, 1 << 7
ANSWERS = "POST /interactions/.*/callback"


def slowly(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Submitting waits for the event, which is longer than patience lasts."""
    may_go_on = asyncio.Event()
    submit = studio.drawing.submit

    async def slow(asked: Asked, typed: str, given: Given) -> Submission:
        await may_go_on.wait()
        return await submit(asked, typed, given)

    monkeypatch.setattr(studio.drawing, "submit", slow)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    return may_go_on


async def test_what_takes_long_is_said_in_time(studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord shows that the bot is at it; that message becomes the progress message."""
    may_go_on = slowly(studio, monkeypatch)
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    thinking = await ada.wait_message(lambda message: message.get("nonce") == nonce)
    assert thinking["flags"] & LOADING
    (noted,) = await left(studio)
    assert noted.channel_id == int(thinking["channel_id"])
    may_go_on.set()
    answer = await ada.wait_message(lambda message: "(Waiting to start)" in message["content"])
    assert answer["id"] == thinking["id"]
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert answer["components"][0]["components"][0]["custom_id"] == ids.cancel(job.id)
    async with asyncio.timeout(PATIENCE):
        while await left(studio):  # a database has no event to wait for
            await moment()


async def test_a_database_that_is_locked_keeps_nobody_waiting(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord is told that the bot is at it, though that cannot be noted yet."""
    may_go_on = slowly(studio, monkeypatch)
    monkeypatch.setattr(noting, "NOTED", 0.01)
    file = studio.store.thinking._database.engine.url.database or ""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        thinking = await ada.wait_message(lambda message: message.get("nonce") == nonce)
        assert thinking["flags"] & LOADING
        other.execute("ROLLBACK")
    may_go_on.set()
    await ada.wait_message(lambda message: "(Waiting to start)" in message["content"])


async def test_a_database_that_stays_locked_has_its_sentence(studio: Studio, ada: Member) -> None:
    """For longer than the bot waits for it: who asked reads that nothing was lost, and asks again."""
    file, room = studio.store.thinking._database.engine.url.database or "", ada.channel("general")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        await ada.slash(room, "imagine", prompt="an apple")
        told = await ada.wait_message(lambda message: "cannot write to its memory" in message["content"])
        assert told["flags"] & EPHEMERAL
        assert "Nothing was lost; please try again in a minute." in told["content"]
        other.execute("ROLLBACK")
    assert await studio.store.jobs.of(int(ada.id)) == ()
    await ada.slash(room, "imagine", prompt="an apple")
    await ada.wait_message(lambda message: "(Waiting to start)" in message["content"])


async def left(studio: Studio) -> tuple[Thought, ...]:
    """What the next run would find unanswered."""
    return await Thinking(studio.store.thinking._database).left()


async def test_what_is_refused_late_is_still_for_its_author_alone(
    studio: Studio, ada: Member, bo: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The public message that said so goes."""
    may_go_on = slowly(studio, monkeypatch)
    await ada.slash(ada.channel("general"), "imagine", prompt="an apple --chaos 101")
    thinking = await bo.wait_message(lambda message: bool(message["flags"] & LOADING))
    may_go_on.set()
    told = await ada.wait_message(lambda message: bool(message["embeds"]))
    assert told["flags"] & EPHEMERAL
    await bo.wait_for("MESSAGE_DELETE", lambda data: data["id"] == thinking["id"])


def twice(studio: Studio) -> None:
    """Discord delivers every interaction two times."""
    parsers = studio.client._connection.parsers
    parse: Callable[[Json], None] = parsers["INTERACTION_CREATE"]

    def doubled(data: Json) -> None:
        parse(data)
        parse(data)

    parsers["INTERACTION_CREATE"] = doubled


async def test_what_comes_twice_and_takes_long_is_refused_once(
    studio: Studio, ada: Member, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second finds that the first has taken the "thinking" away, and told its author."""
    twice(studio)
    gates = [asyncio.Event(), asyncio.Event()]
    ways, submit = iter(gates), studio.drawing.submit

    async def slow(asked: Asked, typed: str, given: Given) -> Submission:
        await next(ways).wait()
        return await submit(asked, typed, given)

    monkeypatch.setattr(studio.drawing, "submit", slow)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    seen: list[Exchange] = []
    playground.observe(seen.append)
    with capture_logs() as logs:
        await ada.slash(ada.channel("general"), "imagine", prompt="an apple --chaos 101")
        async with asyncio.timeout(PATIENCE):
            while sum("callback" in each.path for each in seen) < 2:  # both have said that it takes long
                await moment()
        gates[0].set()
        await ada.wait_message(lambda message: bool(message["embeds"]))
        gates[1].set()
        handling = [each for each in asyncio.all_tasks() if each.get_name().startswith("CommandTree-invoker")]
        await asyncio.gather(*handling)
    assert [each for each in logs if each["log_level"] in ("error", "warning")] == []
    assert len([each for each in ada.heard("MESSAGE_CREATE") if each["embeds"]]) == 1


async def test_an_interaction_that_comes_twice_is_one_job(studio: Studio, ada: Member) -> None:
    """With one message, and nothing said of an error."""
    twice(studio)
    with capture_logs() as logs:
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        await ada.wait_message(lambda message: message.get("nonce") == nonce)
        await studio.client.close()
    assert len(await studio.store.jobs.of(int(ada.id))) == 1
    assert len([each for each in ada.heard("MESSAGE_CREATE") if each["author"].get("bot")]) == 1
    assert [entry["event"] for entry in logs if entry["log_level"] in {"warning", "error"}] == []


async def test_a_press_that_comes_twice_is_one_job(studio: Studio, ada: Member) -> None:
    """And the button turns blue."""
    job, message = await studio.grid(ada)
    twice(studio)
    with capture_logs() as logs:
        await ada.press(message, ids.upsample(job.id, 1))
        await ada.wait_message(
            lambda each: each["id"] == message["id"] and each["components"][0]["components"][0]["style"] == 1
        )
        await studio.client.close()
    assert len(await studio.store.jobs.children(job.id)) == 1
    assert [entry["event"] for entry in logs if entry["log_level"] in {"warning", "error"}] == []


async def test_a_job_whose_answer_came_too_late_stands(
    studio: Studio, ada: Member, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its result comes all the same; only the progress is not shown."""
    submit = studio.drawing.submit

    async def late(asked: Asked, typed: str, given: Given) -> Submission:
        submission = await submit(asked, typed, given)
        playground.clock.advance(3.5)
        return submission

    monkeypatch.setattr(studio.drawing, "submit", late)
    with capture_logs() as logs:
        await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        await ada.wait_for("INTERACTION_FAILURE")
        await studio.client.close()
    assert len(await studio.store.jobs.of(int(ada.id))) == 1
    assert [entry["event"] for entry in logs if entry["log_level"] in {"warning", "error"}] == ["answered too late"]


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "error_before", "error_after"])
async def test_an_answer_gets_through_a_bad_connection(
    studio: Studio, ada: Member, playground: Playground, fault: str
) -> None:
    """Once, and the bot knows which message it is, whether or not Discord had taken it."""
    playground.faults.add(fault, route=ANSWERS)
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    answer = await ada.wait_message(lambda message: message.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(ada.id))
    assert (await studio.posting.answer_to(job)).id == int(answer["id"])
    assert len([each for each in ada.heard("MESSAGE_CREATE") if each["author"].get("bot")]) == 1


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after"])
async def test_a_press_gets_through_a_bad_connection(
    studio: Studio, ada: Member, playground: Playground, fault: str
) -> None:
    """The button turns blue, and nothing is said of an error."""
    job, message = await studio.grid(ada)
    playground.faults.add(fault, route=ANSWERS)
    await ada.press(message, ids.upsample(job.id, 1))
    await ada.wait_message(
        lambda each: each["id"] == message["id"] and each["components"][0]["components"][0]["style"] == 1
    )
    await studio.client.close()
    assert [each for each in ada.heard("MESSAGE_CREATE") if each["flags"] & EPHEMERAL] == []


@pytest.mark.failing
async def test_a_job_whose_answer_is_refused_is_not_asked_for_again(
    studio: Studio, ada: Member, playground: Playground
) -> None:
    """It stands, and its author hears that only the progress is not shown."""
    playground.faults.add("error_before", route=ANSWERS, status=500, count=5)
    with capture_logs() as logs:
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
        told = await ada.wait_message(lambda message: message.get("nonce") == nonce, timeout=30)
    assert told["content"].startswith("Your job is on its way")
    assert len(await studio.store.jobs.of(int(ada.id))) == 1
    told = [entry["event"] for entry in logs if entry["log_level"] in {"warning", "error"}]
    assert told == ["no progress message"]


async def test_discord_may_deliver_it_again_after_a_while(studio: Studio, ada: Member, playground: Playground) -> None:
    """One job, one message."""
    nonce = await ada.slash(ada.channel("general"), "imagine", prompt="an apple")
    await ada.wait_message(lambda message: message.get("nonce") == nonce)
    playground.faults.add("gateway_repeat")
    await ada.slash(ada.channel("general"), "help")
    await ada.wait_message(lambda message: bool(message["flags"] & EPHEMERAL))
    await studio.client.close()
    assert len(await studio.store.jobs.of(int(ada.id))) == 1


def progress_of(member: Member) -> list[str]:
    """What the messages about jobs that wait are called by, in the order in which they came."""
    heard = (each for each in member.heard("MESSAGE_CREATE") if each["components"] and not each["flags"] & EPHEMERAL)
    return [each["components"][0]["components"][0]["custom_id"] for each in heard]


@pytest.mark.failing
@pytest.mark.parametrize("fault", ["drop_before", "drop_after", "error_after"])
async def test_each_of_several_jobs_has_one_message(
    studio: Studio, ada: Member, playground: Playground, fault: str
) -> None:
    """Though Discord fails, and delivers the interaction again."""
    playground.faults.add(fault, route="POST /channels/.*/messages", count=2)
    await ada.slash(ada.channel("general"), "imagine", prompt="an apple --repeat 3")
    await ada.wait_message(lambda _message: len(progress_of(ada)) == 3)
    playground.faults.add("gateway_repeat")
    await ada.slash(ada.channel("general"), "help")
    await ada.wait_message(lambda message: bool(message["flags"] & EPHEMERAL))
    await studio.client.close()
    jobs = await studio.store.jobs.of(int(ada.id))
    assert sorted(progress_of(ada)) == sorted(ids.cancel(job.id) for job in jobs)
    assert all([int((await studio.posting.answer_to(job)).id) for job in jobs])


async def test_several_jobs_are_told_of_where_the_bot_is_no_member(studio: Studio, ada: Member) -> None:
    """By messages that follow the answer, as many as Discord takes there."""
    await ada.slash(ada.channel("lobby", "Elsewhere"), "imagine", prompt="an apple --repeat 3")
    await ada.wait_message(lambda _message: len(progress_of(ada)) == 3)
    jobs = await studio.store.jobs.of(int(ada.id))
    assert sorted(progress_of(ada)) == sorted(ids.cancel(job.id) for job in jobs)


async def test_what_comes_again_when_all_is_done_is_left_alone(
    studio: Studio, ada: Member, playground: Playground
) -> None:
    """No message says that anything is coming, and nobody hears of an error."""
    await ada.slash(ada.channel("general"), "imagine", prompt="an apple --repeat 2")
    await ada.wait_message(lambda _message: len(progress_of(ada)) == 2)
    for job in await studio.store.jobs.of(int(ada.id)):
        answer = await studio.posting.answer_to(job)
        await studio.drawing.drawn(job.id)
        await studio.posting.post(job)
        await answer.delete()
    shown = len(ada.heard("MESSAGE_CREATE"))
    playground.faults.add("gateway_repeat")
    with capture_logs() as logs:
        await ada.slash(ada.channel("general"), "help")
        await ada.wait_message(lambda message: bool(message["flags"] & EPHEMERAL))
        await studio.client.close()
    assert len(ada.heard("MESSAGE_CREATE")) == shown + 1, "the help alone"
    assert [entry for entry in logs if entry["log_level"] in {"warning", "error"}] == []
