"""The panel behind the sign for information, opened and walked by members in the playground."""

from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

import pytest

from bot.buttons import ids
from bot.buttons.album.panel import SELECT, SHOW, WALK
from bot.ids import job_id
from bot.jobs.job import Asked, Job, New
from bot.jobs.job import Member as Person
from playground.member import Json, Member
from tests.bot.buttons.test_edits import single
from tests.bot.drawing import Studio

V2 = 1 << 15


def nodes(message: Json) -> list[Json]:
    """All components of it, those inside others too."""

    def walk(each: Any) -> list[Json]:
        below = [*each.get("components", []), *([each["accessory"]] if "accessory" in each else [])]
        return [each, *(node for part in below for node in walk(part))]

    return [node for each in message["components"] for node in walk(each)]


def text(message: Json) -> str:
    """What is to be read."""
    return "\n".join(each["content"] for each in nodes(message) if each["type"] == 10)


def custom_ids(message: Json) -> set[str]:
    """What can be pressed."""
    return {each["custom_id"] for each in nodes(message) if "custom_id" in each}


def files(message: Json) -> list[tuple[str, str]]:
    """The names of what is shown, and where it is."""
    media = [each.get("media") or each.get("file") for each in nodes(message)]
    return [(urlsplit(each["url"]).path.rpartition("/")[2], each["url"]) for each in media if each]


async def panel(member: Member, message: Json, custom_id: str) -> Json:
    """The panel that the press opens."""
    nonce = await member.press(message, custom_id)
    answer = await member.wait_message(lambda each: each.get("nonce") == nonce)
    return await member.wait_message(lambda each: each["id"] == answer["id"] and bool(each["flags"] & V2))


async def turned(member: Member, shown: Json, job: Job) -> Json:
    """The panel once it is about this job."""
    return await member.wait_message(lambda each: each["id"] == shown["id"] and f"`{job.id}`" in text(each))


async def test_it_tells_all_that_is_known(studio: Studio, ada: Member, bo: Member) -> None:
    """To whoever presses, alone: what to type again with its seed, parameters, numbers, model, time, origin."""
    job, message = await studio.grid(ada, "a red apple --ar 3:2 --c 20")
    shown = await panel(bo, message, ids.about(job.id))
    assert shown["flags"] & 1 << 6
    told = text(shown)
    assert f"```\na red apple --ar 3:2 --c 20 --seed {job.seed}\n```" in told
    assert "`--ar 3:2` `--c 20`" in told
    assert "`Steps: 20, Sampler: Euler, Seed: 1`" in told
    assert "64 × 64 px" in told  # noqa: RUF001 - the sign
    assert "1.0 s" in told
    assert f"<@{ada.id}>" in told
    assert [name for name, _ in files(shown)] == ["picture.webp"]
    assert not {each for each in custom_ids(shown) if each.startswith((ids.BIN, SHOW, WALK))}


async def test_a_long_prompt_comes_as_a_file(studio: Studio, ada: Member) -> None:
    """Whole, ready to be typed again."""
    job, message = await studio.grid(ada, "very " * 700 + "red")
    shown = await panel(ada, message, ids.about(job.id))
    assert [name for name, _ in files(shown)] == ["picture.webp", "prompt.txt"]
    async with ada._http.get(files(shown)[1][1]) as response:
        assert await response.text() == f"{'very ' * 700}red --seed {job.seed}"


@pytest.mark.acts("FU::About", "FU::Select::Walk", "FU::Show", "FU::Walk", "button UPSAMPLE")
async def test_one_walks_up_and_down(studio: Studio, ada: Member) -> None:
    """From a picture to its grid, down again to something else that came of that, and shows it here."""
    job, message = await single(studio, ada)
    parent = await studio.store.jobs.get(job.parent or "")
    other = (await studio.drawing.reroll(replace(parent.asked, interaction_id=6), parent.id)).jobs[0]
    await studio.posting.post(await studio.drawing.drawn(other.id))
    shown = await panel(ada, message, ids.about(job.id))
    assert "picture 1 of [this one](https://discord.com/channels/" in text(shown)
    await ada.press(shown, f"{WALK}{parent.id}")
    up = await turned(ada, shown, parent)
    await ada.choose(up, SELECT, [other.id])
    down = await turned(ada, up, other)
    nonce = await ada.press(down, f"{SHOW}{other.id}")
    answer = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    await ada.wait_message(lambda each: each["id"] == answer["id"] and bool(each["attachments"]))


async def test_show_offers_the_walk(studio: Studio, ada: Member) -> None:
    """Below what it shows, where there is something to walk to."""
    job, _ = await single(studio, ada)
    await ada.slash(ada.channel("general"), "show", job_id=job.id)
    offered = await ada.wait_message(lambda each: bool(each["flags"] & V2))
    assert f"{WALK}{job.parent}" in custom_ids(offered)


async def test_a_heart_on_the_panel_counts_below_the_picture(studio: Studio, ada: Member, bo: Member) -> None:
    """And on the panel itself."""
    job, message = await single(studio, ada)
    shown = await panel(bo, message, ids.about(job.id))
    await bo.press(shown, ids.favourite(job.id))
    for where in (shown, message):
        await bo.wait_message(
            lambda each, where=where: (
                each["id"] == where["id"]
                and any(n.get("label") == "1" and n.get("custom_id") == ids.favourite(job.id) for n in nodes(each))
            )
        )


async def test_its_author_takes_it_away_and_brings_it_back_from_there(studio: Studio, ada: Member) -> None:
    """The panel says so, and stays."""
    job, message = await single(studio, ada)
    shown = await panel(ada, message, ids.about(job.id))
    await ada.press(shown, ids.bin_of(job.id))
    await ada.wait_for("MESSAGE_DELETE", lambda each: each["id"] == message["id"])
    gone = await ada.wait_message(lambda each: each["id"] == shown["id"] and "You have taken it away" in text(each))
    nonce = await ada.press(gone, f"{SHOW}{job.id}")
    back = await ada.wait_message(lambda each: each.get("nonce") == nonce)
    await ada.wait_message(lambda each: each["id"] == back["id"] and bool(each["attachments"]))


@pytest.mark.parametrize("why", ["stealth", "binned", "elsewhere", "nothing"])
async def test_what_is_not_for_one_is_not_walked_to(studio: Studio, ada: Member, bo: Member, why: str) -> None:
    """A parent that only its author sees, one that was taken away, one where the member does not read along."""
    _, message = await studio.grid(ada, "an apple --stealth" if why == "stealth" else "an apple")
    (job,) = await studio.store.jobs.of(int(ada.id))
    if why == "elsewhere":
        place = Asked(4, job.asked.member, 1234, job.asked.guild_id)
        job = Job.imagine(New(job_id(4, 4), 4, place), "an apple")
        await studio.store.jobs.submit([job])
    if why == "binned":
        await studio.store.album.bin(job.id)
    place = Asked(5, Person(int(bo.id), "bo"), int(message["channel_id"]), int(bo.guild()["id"]))
    child = job.reroll(New(job_id(1_800_000_000_000, 5), 5, place)).remixed("a pear", job.speed)
    await studio.store.jobs.submit([child])
    posted = await studio.posting.post(await studio.drawing.drawn(child.id))
    shown = await panel(bo, await bo.wait_message(lambda each: each["id"] == str(posted.id)), ids.about(child.id))
    assert (f"{WALK}{job.id}" in custom_ids(shown)) == (why == "nothing")
    assert ("not for you" in text(shown)) == (why != "nothing")
