"""Results: posted once, where they were asked for, as Midjourney posts them."""

import pytest

from bot.delivery.parts import Parts
from bot.jobs.ids import nonce
from bot.jobs.job import New, Strength
from bot.store.messages import Kind
from engine.protocol import Picture, Rendered
from playground.member import Member
from tests.bot.delivery.house import House, Json, until
from tests.bot.delivery.test_trouble import noise
from tests.pictures import png


async def test_a_result_is_a_message_of_its_own(house: House, ada: Member, pictures: Json) -> None:
    """Text, file, description, buttons, and the author alone is pinged; the progress message goes."""
    async with house.delivering():
        job = await house.answered(ada, pictures, "a *red* apple @everyone --ar 1:1")
        await house.rendered(job)
        await house.ends(job)
        (message,) = await house.stands(pictures["id"], r"**a \*red\* apple")
        await until(lambda: house.shows(job.id, Kind.RESULT))
    assert message["content"] == f"**a \\*red\\* apple @\u200beveryone --ar 1:1** - <@{ada.id}> (fast)"
    (file,) = message["attachments"]
    assert file["filename"] == f"ada_a_red_apple_everyone_{job.id}.png"
    assert file["description"] == "A grid of 4 pictures: a *red* apple @\u200beveryone"
    assert (file["width"], file["height"]) == (64, 64)
    assert (message["_mentions"], message["mention_everyone"]) == ([ada.id], False)
    labels = [
        [each.get("label") or each["emoji"]["name"] for each in row["components"]] for row in message["components"]
    ]
    assert labels == [["U1", "U2", "U3", "U4", "🔄"], ["V1", "V2", "V3", "V4", "ℹ️"]]
    (recorded,) = await house.store.messages.of(job.id)
    assert (recorded.id, recorded.kind) == (int(message["id"]), Kind.RESULT)


@pytest.mark.parametrize(
    ("limit", "gone", "posted"),
    [(100_000, "", 40), (4_000, "", 48), (100_000, "grid", 48), (100_000, "grid 0 1 2 3", 64), (4_000, "3", 64)],
)
async def test_the_engines_own_grid_is_posted(
    house: House, ada: Member, pictures: Json, monkeypatch: pytest.MonkeyPatch, limit: int, gone: str, posted: int
) -> None:
    """Where it fits; else its pictures are put together, and where they are gone, the stored ones."""
    monkeypatch.setattr(Parts, "limit", lambda _parts, _guild: limit)
    files = {"grid": noise(40, 40, "")} | {str(number): png(24, 24) for number in range(4)}
    for name, content in files.items():
        if name not in gone.split():
            (house.folder / f"{name}.png").write_bytes(content)
    singles = tuple(Picture(str(house.folder / f"{number}.png"), 24, 24, number) for number in range(4))
    async with house.delivering():
        job = await house.claimed(await house.submitted(ada, pictures))
        house.delivery.changed(job, Rendered(job.id, singles, 1.0, str(house.folder / "grid.png")))
        await house.rendered(job)
        await house.ends(job)
    (message,) = house.standing(pictures["id"])
    (file,) = message["attachments"]
    assert (file["width"], file["height"]) == (posted, posted)
    assert posted != 40 or file["size"] == (house.folder / "grid.png").stat().st_size > 4_000


async def test_the_nonce_on_the_wire_is_the_jobs(house: House, ada: Member, pictures: Json) -> None:
    """And Discord is told to enforce it."""
    async with house.delivering():
        job = await house.submitted(ada, pictures)
        await house.rendered(job)
        await house.ends(job)
    (post,) = house.posts(pictures["id"])
    assert (post.request["nonce"], post.request["enforce_nonce"]) == (nonce(job.id), True)
    assert len(post.request["nonce"]) == 22


async def test_the_result_of_a_button_answers_the_message_with_the_button(
    house: House, ada: Member, pictures: Json
) -> None:
    """With Midjourney's words for it."""
    async with house.delivering():
        first = await house.submitted(ada, pictures)
        await house.rendered(first)
        first = await house.ends(first)
        (grid,) = await house.stands(pictures["id"], "**a red apple**")
        single = first.upscale(3, _new(house, ada, pictures))
        await house.store.jobs.submit([single])
        house.delivery.changed(single, None)
        await house.ends(single)
        varied = first.vary(2, Strength.SUBTLE, _new(house, ada, pictures))
        await house.store.jobs.submit([varied])
        await house.rendered(varied)
        await house.ends(varied)
    _, one, other = await house.stands(pictures["id"], "**", "**", "**")
    assert one["content"] == f"**a red apple** - Image #3 <@{ada.id}>"
    assert other["content"] == f"**a red apple** - Variations (Subtle) by <@{ada.id}> (fast)"
    assert [each["message_reference"]["message_id"] for each in (one, other)] == [grid["id"]] * 2
    assert one["_mentions"] == [ada.id]


async def test_the_answer_goes_without_the_message_that_is_gone(house: House, ada: Member, pictures: Json) -> None:
    """A result outlives what it came of."""
    async with house.delivering():
        first = await house.submitted(ada, pictures)
        await house.rendered(first)
        first = await house.ends(first)
        (grid,) = await house.stands(pictures["id"], "**a red apple**")
        await house.client.http.delete_message(int(pictures["id"]), int(grid["id"]))
        single = first.upscale(1, _new(house, ada, pictures))
        await house.store.jobs.submit([single])
        house.delivery.changed(single, None)
        await house.ends(single)
        (one,) = await house.stands(pictures["id"], "**a red apple** - Image #1")
    assert "message_reference" not in one


async def test_results_of_one_channel_do_not_wait_for_another(house: House, ada: Member, pictures: Json) -> None:
    """Whatever Discord does in the one."""
    general = ada.channel("general")
    house.playground.faults.add("slow", route=f"POST /channels/{general['id']}/messages", seconds=30.0)
    async with house.delivering():
        slow = await house.submitted(ada, general)
        await house.rendered(slow)
        for _ in range(3):
            job = await house.submitted(ada, pictures)
            await house.rendered(job)
            await house.ends(job)
    assert not house.standing(general["id"])


async def test_a_result_in_a_dm_is_posted_there(house: House, ada: Member) -> None:
    """Where it was asked for."""
    channel = await ada.dm(house.playground.application_id)
    async with house.delivering():
        job = await house.answered(ada, channel)
        await house.rendered(job)
        await house.ends(job)
        await house.stands(channel["id"], f"**a red apple** - <@{ada.id}> (fast)")


def _new(house: House, ada: Member, channel: Json) -> New:
    made = house.new(ada, channel)
    return New(made.id, made.seed, made.asked)


async def test_a_result_has_a_link_to_its_full_pictures(house: House, ada: Member, pictures: Json) -> None:
    """Below the line that programs read, where the host has an address."""
    house.link = lambda job: f"https://example.org/p/{job.id}"
    house.fresh()
    async with house.delivering():
        job = await house.rendered(await house.submitted(ada, pictures))
        await house.ends(job)
    (message,) = house.standing(pictures["id"])
    assert message["content"].splitlines() == [
        f"**a red apple** - <@{ada.id}> (fast)",
        f"-# [Full size](<https://example.org/p/{job.id}>)",
    ]
