"""Trouble with Discord: one post in the end, or a sentence where the author sees it."""

import asyncio
import io
import os
from dataclasses import replace

import discord
import pytest
from PIL import Image

from bot.delivery.trouble import Trouble, Verdict, judge
from playground import Playground
from playground.member import Member
from playground.world.permissions import Permission
from playground.world.seed import add_thread
from tests.bot.delivery.house import PACE, House, Json, until


def deny(playground: Playground, channel_id: object, *permissions: Permission) -> None:
    """The bot may not do this in the channel any more."""
    world = playground.world
    channel = world.channel(str(channel_id))
    bits = sum(int(each) for each in permissions)
    held = {"id": playground.application_id, "type": 1, "allow": "0", "deny": str(bits)}
    channel["permission_overwrites"] = [*channel["permission_overwrites"], held]
    world.save("channel", channel)


FAULTS = {
    "429": {"kind": "rate_limit", "retry_after": 0.1},
    "429 shared": {"kind": "rate_limit_shared", "retry_after": 0.1},
    "429 global": {"kind": "rate_limit_global", "retry_after": 0.1},
    "503 before": {"kind": "error_before", "status": 503},
    "503 after": {"kind": "error_after", "status": 503},
    "drop before": {"kind": "drop_before"},
    "drop after": {"kind": "drop_after"},
    "3 drops after": {"kind": "drop_after", "count": 3},
}


@pytest.mark.failing
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("method", ["POST", "PATCH", "DELETE"])
async def test_what_passes_ends_in_one_post(house: House, ada: Member, pictures: Json, fault: str, method: str) -> None:
    """Whether Discord took what it gave no answer to, or not; and the progress message goes."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        house.playground.faults.add(**{"route": f"^{method} /channels/\\d+/messages", **FAULTS[fault]})
        job = await house.claimed(job)
        await house.progress(job, 0.5)
        if method == "PATCH":
            await ada.wait_message(lambda message: "(50%)" in message["content"])
        await house.rendered(job)
        await house.ends(job)
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (fast)")
        assert not house.playground.faults.waiting() or method != "POST"
    assert len(ada.heard("MESSAGE_CREATE")) == 2


@pytest.mark.failing
@pytest.mark.parametrize("kind", ["error_before", "error_after"])
async def test_an_error_of_500_is_tried_again(house: House, ada: Member, pictures: Json, kind: str) -> None:
    """By discord.py itself, with the nonce that it was given."""
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        house.playground.faults.add(kind, route="^POST /channels", status=500)
        await house.rendered(job)
        await house.ends(job)
    assert len(house.standing(pictures["id"])) == 1


@pytest.mark.failing
async def test_a_ban_of_cloudflares_is_waited_for(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It names no time."""
    monkeypatch.setattr("bot.delivery.trouble.LONGEST_SLEEP", 0.2)
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        house.playground.faults.add("cloudflare", route="^POST /channels")
        await house.rendered(job)
        await house.ends(job)
    assert len(house.standing(pictures["id"])) == 1


async def test_a_slow_mode_too_long_to_wait_for_sends_it_to_the_author(
    house: House, ada: Member, pictures: Json
) -> None:
    """Six hours are none."""
    house.playground.faults.add("rate_limit_shared", route=f"^POST /channels/{pictures['id']}", retry_after=3600.0)
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        await house.rendered(job)
        await house.ends(job)
    assert not house.standing(pictures["id"])
    assert house.standing((await ada.dm(house.playground.application_id))["id"])


@pytest.mark.parametrize(
    "lost", [Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES, Permission.ATTACH_FILES], ids=lambda each: each.name
)
async def test_a_lost_permission_sends_it_to_the_author(
    house: House, ada: Member, pictures: Json, lost: Permission
) -> None:
    """With a sentence, and with live buttons."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        deny(house.playground, pictures["id"], lost)
        await house.rendered(job)
        await house.ends(job)
        dm = await ada.dm(house.playground.application_id)
        (message,) = await house.stands(dm["id"], f"**a red apple** - <@{ada.id}> (fast)")
    assert message["content"].endswith(f"\n-# I may not post pictures in <#{pictures['id']}>, so here they are.")
    assert message["attachments"]
    assert len(message["components"]) == 2


async def test_a_deleted_channel_sends_it_to_the_author(house: House, ada: Member, pictures: Json, mo: Member) -> None:
    """Where else."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        await mo.api("DELETE", f"/channels/{pictures['id']}")
        await house.rendered(job)
        await house.ends(job)
        await house.stands((await ada.dm(house.playground.application_id))["id"], "**a red apple**")
        await until(lambda: house.shows(job.id, "result"))


async def test_a_server_that_the_bot_is_gone_from_is_left_for_the_author(
    house: House, ada: Member, pictures: Json
) -> None:
    """What was asked for there comes by direct message; nothing is tried there for ever."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        waits = await house.answered(ada, pictures, "still waits")
        guild = house.client.get_guild(int(str(pictures["guild_id"])))
        assert guild is not None
        await guild.leave()
        await until(lambda: left(house, pictures))
        await house.rendered(job)
        await house.ends(job)
        await house.stands((await ada.dm(house.playground.application_id))["id"], "**a red apple**")
        await house.failed(waits, "No memory.")
        await house.stands(
            (await ada.dm(house.playground.application_id))["id"],
            "**a red apple**",
            f"**still waits** - <@{ada.id}> (Stopped)",
        )
    assert not [each for each in house.posts(pictures["id"])[2:] if each.status < 300]


async def left(house: House, channel: Json) -> bool:
    """Whether the bot knows that it is there no more."""
    return house.client.get_guild(int(str(channel["guild_id"]))) is None


async def test_what_can_go_nowhere_says_so_where_it_can(house: House, ada: Member, pictures: Json) -> None:
    """The progress message, which can still be edited, has the sentence with the cure; so has the store."""
    house.playground.world.user(ada.id)["_accepts_dms"] = False
    async with house.delivering():
        job = await house.answered(ada, pictures)
        deny(house.playground, pictures["id"], Permission.ATTACH_FILES)
        await house.rendered(job)
        ended = await house.ends(job, "failed")
        (message,) = await house.stands(
            pictures["id"], f"**a red apple** - <@{ada.id}> (Stopped)\nThe pictures are done"
        )
    assert f"/show {job.id}" in message["content"]
    assert ended.reason is not None
    assert ended.pictures
    assert ended.reason.startswith("The pictures are done, but I can neither post them in <#")


async def test_a_thread_that_was_archived_opens_for_the_result(house: House, ada: Member, pictures: Json) -> None:
    """Progress cannot be edited there, and need not be; the result is posted and the message goes."""
    world = house.playground.world
    thread = add_thread(world, world.channel(str(pictures["id"])), world.user(ada.id), "pears")
    async with house.delivering():
        job = await house.answered(ada, thread)
        thread["thread_metadata"]["archived"] = True
        job = await house.claimed(job)
        await house.progress(job, 0.5)
        await house.rendered(job)
        await house.ends(job)
        await house.stands(thread["id"], f"**a red apple** - <@{ada.id}> (fast)")


async def test_a_locked_thread_sends_it_to_the_author(house: House, ada: Member, pictures: Json) -> None:
    """Only moderators may write there."""
    world = house.playground.world
    thread = add_thread(world, world.channel(str(pictures["id"])), world.user(ada.id), "pears")
    async with house.delivering():
        job = await house.answered(ada, thread)
        thread["thread_metadata"] |= {"archived": True, "locked": True}
        await house.rendered(job)
        await house.ends(job)
        await house.stands((await ada.dm(house.playground.application_id))["id"], "**a red apple**")


async def test_a_progress_message_that_is_gone_is_not_missed(house: House, ada: Member, pictures: Json) -> None:
    """A moderator may have deleted it; the result comes all the same."""
    async with house.delivering():
        job = await house.answered(ada, pictures)
        (message,) = house.standing(pictures["id"])
        await house.client.http.delete_message(int(message["channel_id"]), int(message["id"]))
        job = await house.claimed(job)
        await house.progress(job, 0.5)
        await until(lambda: house.shows(job.id))
        await house.rendered(job)
        await house.ends(job)
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (fast)")


async def test_a_failure_is_told_where_no_message_shows_it(house: House, ada: Member, pictures: Json) -> None:
    """In the channel, with a ping; once."""
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        await house.failed(job, "No memory.")
        (message,) = await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (Stopped)\nNo memory.")
        await until(lambda: house.shows(job.id, "ended"))
    assert message["_mentions"] == [ada.id]
    house.fresh()
    async with house.delivering():
        other = await house.submitted(ada, pictures)
        await house.rendered(other)
        await house.ends(other)
    assert len(house.standing(pictures["id"])) == 2


async def test_a_failure_that_cannot_be_told_there_is_told_the_author(
    house: House, ada: Member, pictures: Json
) -> None:
    """By direct message."""
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        deny(house.playground, pictures["id"], Permission.SEND_MESSAGES)
        await house.failed(job, "No memory.")
        await house.stands((await ada.dm(house.playground.application_id))["id"], "**a red apple**")


async def test_an_answer_on_its_way_is_waited_for_before_a_failure_is_told(
    house: House, ada: Member, pictures: Json
) -> None:
    """So that it is told once."""
    house.pace = replace(PACE, grace=0.5)
    house.fresh()
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        message = await house.post_answer(job)
        await house.failed(job, "No memory.")
        await house.delivery.answered(job, message)
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (Stopped)\nNo memory.")
        beside = [*house.delivery._beside]
        await asyncio.gather(*beside)
    assert len(house.standing(pictures["id"])) == 1


@pytest.mark.mistaken
async def test_a_file_that_is_too_large_is_made_smaller(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord's limit may be less than it said."""
    world = type(house.playground.world)
    monkeypatch.setattr(world, "file_limit", lambda _world, _channel: 150_000)
    monkeypatch.setattr("tests.bot.delivery.house.png", noise)
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        await house.rendered(job, side=256)
        await house.ends(job)
    (message,) = house.standing(pictures["id"])
    assert message["attachments"][0]["size"] <= 150_000
    refused = [each for each in house.posts(pictures["id"]) if each.status == 413]
    assert refused


async def test_pictures_that_are_gone_are_said_to_be(house: House, ada: Member, pictures: Json) -> None:
    """Somebody emptied the disk."""
    job = await house.answered(ada, pictures)
    done = await house.rendered(job)
    for picture in done.pictures:
        house.blobs.path(picture.blob).unlink()
    async with house.delivering():
        await house.ends(job, "failed")
        await house.stands(pictures["id"], f"**a red apple** - <@{ada.id}> (Stopped)\nThe pictures are gone")


def noise(width: int, height: int, _colour: str) -> bytes:
    """A picture that no format makes small."""
    target = io.BytesIO()
    Image.frombytes("RGB", (width, height), os.urandom(width * height * 3)).save(target, "PNG")
    return target.getvalue()


def refused(status: int, code: int) -> discord.HTTPException:
    """As discord.py says it."""

    class Response:
        reason = ""

        def __init__(self) -> None:
            self.status = status

    return discord.HTTPException(Response(), {"code": code, "message": ""})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("failure", "verdict"),
    [
        (discord.RateLimited(40.0), Verdict(Trouble.PASSING, 40.0)),
        (ConnectionResetError(), Verdict(Trouble.PASSING)),
        (TimeoutError(), Verdict(Trouble.PASSING)),
        (refused(429, 0), Verdict(Trouble.PASSING, 60.0)),
        (refused(502, 0), Verdict(Trouble.PASSING)),
        (refused(401, 0), Verdict(Trouble.PASSING)),
        (refused(413, 40005), Verdict(Trouble.TOO_LARGE)),
        (refused(400, 40005), Verdict(Trouble.TOO_LARGE)),
        (refused(403, 160002), Verdict(Trouble.REFERENCE)),
        (refused(404, 10008), Verdict(Trouble.GONE)),
        (refused(404, 10003), Verdict(Trouble.CLOSED)),
        (refused(403, 50013), Verdict(Trouble.CLOSED)),
        (refused(400, 50083), Verdict(Trouble.CLOSED)),
        (refused(400, 50006), Verdict(Trouble.REFUSED)),
    ],
)
def test_refusals_are_told_apart(failure: Exception, verdict: Verdict) -> None:
    """By what can be done about them."""
    assert judge(failure) == verdict


def test_waits_grow_and_end() -> None:
    """No retry waits for more than five minutes."""
    pace = type(PACE)()
    assert [pace.retry(tries) for tries in (1, 2, 3, 8, 9, 10_000)] == [2.0, 4.0, 8.0, 256.0, 300.0, 300.0]
