"""Pictures behind links: kept at once, or before the job is drawn, or told why not."""

import asyncio

import pytest

from bot.images.fetch import Fetcher, Guard, SystemResolver
from bot.images.pictures import Pictures
from bot.imagine import originals
from bot.imagine.asking import Given
from bot.imagine.errors import Refused
from bot.jobs.job import State
from tests.bot.imagine.house import IN_TIME, House, asked, only


@pytest.fixture
def is_hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for pictures."""
    monkeypatch.setattr(originals, "SOON", 0.05)


@pytest.fixture
def is_calm(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is, an answer waits for pictures."""
    monkeypatch.setattr(originals, "SOON", IN_TIME)


async def test_originals_are_kept_before_the_answer(house: House, is_calm: None) -> None:
    """Each once, under its link; a job that comes of it has them too."""
    apple, another = house.web.link("apple.png"), house.web.link("another.png")
    imagine = house.imagine()
    job = only(await imagine.submit(asked(), f"{apple} {another} an apple", Given(image=apple)))
    kept = await house.store.jobs.originals(job.id)
    assert set(kept) == {apple, another}
    assert all(house.pictures.blobs.path(blob).is_file() for blob in kept.values())
    assert sorted(house.web.asked_for) == ["another.png", "apple.png"]


@pytest.mark.parametrize(
    ("name", "key"), [("page.html", "picture.not_a_picture"), ("gone.png", "picture.gone")]
)  # fmt: skip
async def test_a_link_that_gives_no_picture_is_told_at_once(house: House, is_calm: None, name: str, key: str) -> None:
    """In its own sentence; nothing is stored, and what is slow beside it is not waited for."""
    typed = f"{house.web.link('slow.png')} {house.web.link(name)} an apple"
    async with asyncio.timeout(originals.SOON):
        with pytest.raises(Refused) as refused:
            await house.imagine().submit(asked(), typed)
    assert (refused.value.title, refused.value.key) == ("Invalid link", key)
    assert await house.store.jobs.of(1) == ()


async def test_a_slow_picture_comes_later(house: House, is_hasty: None) -> None:
    """The answer does not wait for it; it is recorded when it comes, and the job is drawn with it."""
    link = house.web.link("slow.png")
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), f"{link} an apple"))
        assert await house.store.jobs.originals(job.id) == {}
        await house.until(lambda: house.heard[-1][0].state is State.RUNNING)
        house.web.held.set()
        done = await house.ended(job)
    assert done.state is State.RENDERED
    assert set(await house.store.jobs.originals(job.id)) == {link}
    assert house.web.asked_for == ["slow.png"]


async def test_jobs_that_wait_for_their_pictures_hold_up_nobody(house: House, is_hasty: None) -> None:
    """However many they are; the engine has room for two."""
    async with house.drawing() as imagine:
        slow = [
            only(await imagine.submit(asked(member), f"{house.web.link('slow.png')} an apple"))
            for member in range(1, 6)
        ]
        after = await house.drawn(imagine, "a pear", member=9)
        assert after.state is State.RENDERED
        house.web.held.set()
        done = [await house.ended(job) for job in slow]
    assert [job.state for job in done] == [State.RENDERED] * 5


async def test_a_slow_picture_is_fetched_again_after_a_restart(house: House, is_hasty: None) -> None:
    """What was on its way when the bot was stopped is not lost."""
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), f"{house.web.link('slow.png')} an apple"))
        await house.until(lambda: house.heard[-1][0].state is State.RUNNING)
    house.web.held.set()
    async with house.drawing():
        done = await house.ended(job)
    assert (done.state, done.attempt) == (State.RENDERED, 2)


async def test_a_slow_picture_that_never_comes_fails_the_job(house: House, is_hasty: None) -> None:
    """With the sentence in the author's language, which all see: no signature is in it. It was tried twice."""
    guard = Guard(SystemResolver(), lambda _address: True, ports=None)
    hasty = Pictures(
        blobs=house.pictures.blobs, fetcher=Fetcher(guard=guard, patience=0.2), decoders=house.pictures._decoders
    )
    async with house.drawing(pictures=hasty) as imagine:
        job = only(await imagine.submit(asked(locale="de"), f"{house.web.link('slow.png')}?hm=5ec2e7 an apple"))
        done = await house.ended(job)
    assert done.state is State.FAILED
    assert done.reason is not None
    assert "5ec2e7" not in done.reason
    assert "zu lange" in done.reason or "Zeit" in done.reason
    assert house.web.asked_for == ["slow.png"] * 2


async def test_a_repeated_interaction_fetches_nothing(house: House) -> None:
    """What was kept stays."""
    imagine = house.imagine()
    typed = f"{house.web.link('apple.png')} an apple"
    await imagine.submit(asked(interaction=9), typed)
    await imagine.submit(asked(interaction=9), typed)
    assert house.web.asked_for == ["apple.png"]
