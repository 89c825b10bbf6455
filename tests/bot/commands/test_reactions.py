"""Reactions to a job's messages, and messages that go."""

import asyncio

import pytest
from structlog.testing import capture_logs

from bot.buttons import ids
from bot.jobs.job import Job, State
from playground.member import Json, Member
from tests.bot.drawing import Studio


async def progress_of(studio: Studio, member: Member) -> tuple[Job, Json]:
    """A job that waits, and its message."""
    nonce = await member.slash(member.channel("general"), "imagine", prompt="an apple")
    answer = await member.wait_message(lambda message: message.get("nonce") == nonce)
    (job,) = await studio.store.jobs.of(int(member.id))
    return job, answer


async def until_seen(studio: Studio, member: Member) -> None:
    """Wait until the bot has done with whatever the member did before: it handles what comes in its order."""
    nonce = await member.slash(member.channel("general"), "help")
    await member.wait_message(lambda message: message.get("nonce") == nonce)
    handlers = [task for task in asyncio.all_tasks() if task.get_name().startswith("discord.py: on_raw")]
    if handlers:
        await asyncio.wait(handlers)


@pytest.mark.parametrize("letter", ["✉️", "✉"])
async def test_a_letter_sends_the_result(studio: Studio, ada: Member, bo: Member, letter: str) -> None:
    """To whoever reacted, however their keyboard writes it."""
    job, _ = await studio.grid(ada)
    message = await bo.wait_message(lambda each: bool(each["attachments"]))
    await bo.react(message, letter)
    await until_seen(studio, bo)
    assert studio.posting.sent == [(job.id, int(bo.id))]


async def test_a_result_is_known_before_it_is_recorded(studio: Studio, ada: Member) -> None:
    """A member may react faster than the database writes."""
    job, message = await studio.grid(ada)
    await studio.store.messages.forget(int(message["id"]))
    await ada.react(message, "✉️")
    await until_seen(studio, ada)
    assert studio.posting.sent == [(job.id, int(ada.id))]


async def test_a_cross_cancels_ones_own_job(studio: Studio, ada: Member, bo: Member) -> None:
    """And nobody else's."""
    job, message = await progress_of(studio, ada)
    await bo.wait_message(lambda each: each["id"] == message["id"])
    await bo.react(message, "❌")
    await until_seen(studio, bo)
    assert (await studio.store.jobs.get(job.id)).state is State.WAITING
    await ada.react(message, "❌")
    await until_seen(studio, ada)
    assert (await studio.store.jobs.get(job.id)).state is State.CANCELLED


async def test_a_cross_takes_ones_own_result_away(studio: Studio, ada: Member, bo: Member) -> None:
    """The pictures stay with the bot; nobody else can."""
    job, message = await studio.grid(ada)
    await bo.wait_message(lambda each: each["id"] == message["id"])
    await bo.react(message, "❌")
    await until_seen(studio, bo)
    assert bo.heard("MESSAGE_DELETE") == []
    await ada.react(message, "❌")
    await bo.wait_for("MESSAGE_DELETE", lambda data: data["id"] == message["id"])
    await until_seen(studio, ada)
    assert await studio.store.messages.job_of(int(message["id"])) is None
    assert (await studio.store.jobs.get(job.id)).pictures


async def test_other_reactions_and_messages_are_left_alone(studio: Studio, ada: Member) -> None:
    """Whatever members say to each other with them."""
    _, message = await studio.grid(ada)
    await ada.react(message, "⭐")
    hello = await ada.send(ada.channel("general"), "hello")
    await ada.react(hello, "❌")
    await until_seen(studio, ada)
    assert ada.heard("MESSAGE_DELETE") == []
    assert studio.posting.sent == []


async def test_what_fails_is_logged_and_harms_nothing(
    studio: Studio, ada: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The next reaction is followed."""
    _, message = await studio.grid(ada)

    async def broken(job: Job, member_id: int) -> bool:
        raise RuntimeError("unforeseen")

    with monkeypatch.context() as patch, capture_logs() as logs:
        patch.setattr(studio.posting, "send_by_dm", broken)
        await ada.react(message, "✉️")
        await until_seen(studio, ada)
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["reaction failed"]
    await ada.react(message, "❌")
    await ada.wait_for("MESSAGE_DELETE")


async def test_nothing_links_to_a_message_that_is_gone(studio: Studio, ada: Member) -> None:
    """Whoever deleted it."""
    job, message = await studio.grid(ada)
    await ada.press(message, ids.upsample(job.id, 2))
    await ada.wait_for("MESSAGE_UPDATE", lambda each: each["id"] == message["id"])
    (child,) = await studio.store.jobs.children(job.id)
    single = await studio.posting.post(child)
    await single.delete()
    await ada.wait_for("MESSAGE_DELETE")
    await until_seen(studio, ada)
    assert await studio.store.messages.of(child.id) == ()
