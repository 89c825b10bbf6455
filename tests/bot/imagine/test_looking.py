"""Pictures are looked at: those that members bring, those that are drawn, and those that show how far a job is."""

import asyncio
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from bot.images.looking.looker import CannotLook
from bot.imagine import looking, originals
from bot.imagine.looking import Looking
from bot.jobs.job import Job, State
from bot.jobs.queue import Counts
from bot.policy.errors import Refused
from bot.store.rulings import PICTURES, By
from tests.bot.imagine.house import IN_TIME, House, asked
from tests.end_to_end.waiting import moment

MO = By(2, 8)
CHANNEL = asked().channel_id


@dataclass
class Eye:
    """Sees what a test says."""

    score: float = 0.99
    fails: int = 0
    seen: list[Path] = field(default_factory=list)

    async def look(self, paths: Sequence[Path]) -> float:
        self.seen += paths
        if self.fails:
            self.fails -= 1
            raise CannotLook
        return self.score


async def drawn(house: House, eye: Eye, typed: str = "an apple", *, restricted: Container[int] = ()) -> Job:
    """What comes of a prompt, where these channels are age-restricted."""
    async with house.drawing(looker=eye, is_age_restricted=restricted.__contains__) as imagine:
        return await house.drawn(imagine, typed)


async def test_explicit_pictures_are_withheld_and_cost_nothing(house: House) -> None:
    """They are not even kept."""
    eye = Eye()
    job = await drawn(house, eye)
    assert (job.state, job.pictures, job.gpu_seconds) == (State.FAILED, (), None)
    assert (job.reason or "").startswith("The pictures look explicit")
    assert len(eye.seen) == 4
    assert await house.store.outbox.due() == ()


async def test_they_are_moved_where_the_server_wants_that(house: House) -> None:
    """And given out nowhere else from then on."""
    await house.store.rulings.decide(MO, PICTURES, "", {"channel": "77"})
    job = await drawn(house, Eye(), restricted={77})
    assert job.state is State.RENDERED
    (delivery,) = await house.store.outbox.due()
    assert delivery.channel_id == 77
    assert await house.store.rulings.are_explicit([job.id])


async def test_they_are_not_moved_to_where_everybody_reads_by_now(house: House) -> None:
    """The channel was age-restricted when a moderator chose it."""
    await house.store.rulings.decide(MO, PICTURES, "", {"channel": "77"})
    job = await drawn(house, Eye())
    assert job.state is State.FAILED
    assert await house.store.outbox.due() == ()


async def test_in_an_age_restricted_channel_they_stay(house: House) -> None:
    """Behind a press."""
    job = await drawn(house, Eye(), restricted={CHANNEL})
    (delivery,) = await house.store.outbox.due()
    assert delivery.channel_id == job.asked.channel_id
    assert await house.store.rulings.are_explicit([job.id])


async def test_nothing_is_withheld_before_discord_was_heard(house: House) -> None:
    """What the last run left is drawn at once: what is age-restricted is told a moment later."""
    restricted, ready, eye = set[int](), asyncio.Event(), Eye()

    async def told() -> None:
        await ready.wait()

    async with house.drawing(looker=eye, is_age_restricted=restricted.__contains__, told=told) as imagine:
        submission = await imagine.submit(asked(), "an apple")
        async with asyncio.timeout(IN_TIME):
            while (await house.store.jobs.get(submission.jobs[0].id)).state is not State.RUNNING:
                await moment()
        restricted.add(CHANNEL)
        ready.set()
        job = await house.ended(submission.jobs[0])
    assert job.state is State.RENDERED
    assert await house.store.rulings.are_explicit([job.id])


async def test_harmless_pictures_are_just_shown(house: House) -> None:
    """Nothing is written about them."""
    job = await drawn(house, Eye(0.1))
    assert job.state is State.RENDERED
    assert not await house.store.rulings.are_explicit([job.id])


async def test_a_server_may_turn_it_off(house: House) -> None:
    """Then nothing is looked at."""
    await house.store.rulings.decide(MO, PICTURES, "", {"check": False})
    eye = Eye()
    assert (await drawn(house, eye)).state is State.RENDERED
    assert eye.seen == []


@pytest.mark.parametrize(("fails", "state"), [(1, State.RENDERED), (2, State.FAILED)])
async def test_what_cannot_be_looked_at_is_not_shown(house: House, fails: int, state: State) -> None:
    """After it was tried twice; it costs nothing."""
    job = await drawn(house, Eye(0.0, fails))
    assert job.state is state
    if state is State.FAILED:
        assert (job.reason or "").startswith("The pictures could not be checked")


async def test_what_a_member_brings_is_looked_at_before_it_is_taken_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Outside of age-restricted channels: nothing is stored, nothing charged, nothing drawn."""
    monkeypatch.setattr(originals, "SOON", IN_TIME)
    monkeypatch.setattr(looking, "SOON", IN_TIME)
    typed = f"{house.web.link('apple.png')} an apple"
    with pytest.raises(Refused) as caught:
        await drawn(house, Eye(0.6), typed)
    assert caught.value.sentence("en-US").startswith("A picture that was given looks explicit")
    assert (await house.store.jobs.counts(1), house.notes()) == (Counts(0, 0), [])
    assert (await drawn(house, Eye(0.6), typed, restricted={CHANNEL})).state is State.RENDERED


async def test_so_is_what_a_button_takes_along(house: House) -> None:
    """A picture that was brought where it may be goes nowhere else with 🔄."""
    is_age_restricted = True
    typed = f"{house.web.link('apple.png')} an apple"
    async with house.drawing(looker=Eye(0.6), is_age_restricted=lambda _channel_id: is_age_restricted) as imagine:
        job = await house.drawn(imagine, typed)
        is_age_restricted = False
        with pytest.raises(Refused):
            await imagine.reroll(asked(), job.id)


@dataclass
class Blind(Eye):
    """Opens when a test says so."""

    opened: asyncio.Event = field(default_factory=asyncio.Event)

    async def look(self, paths: Sequence[Path]) -> float:
        await self.opened.wait()
        return await super().look(paths)


async def test_what_comes_or_is_looked_at_late_is_still_refused_before_it_is_drawn(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The member has their answer in time, and pays nothing."""
    monkeypatch.setattr(looking, "SOON", 0.0)
    eye = Blind(0.6)
    async with house.drawing(looker=eye) as imagine:
        submission = await imagine.submit(asked(), f"{house.web.link('apple.png')} an apple")
        eye.opened.set()
        job = await house.ended(submission.jobs[0])
    assert (job.state, job.gpu_seconds, house.notes()) == (State.FAILED, None, [])
    assert (job.reason or "").startswith("A picture that was given looks explicit")


async def test_previews_are_looked_at_too(house: House, tmp_path: Path) -> None:
    """One that cannot be is not shown."""
    async with house.drawing() as imagine:
        job = await house.drawn(imagine, "an apple")
    path = tmp_path / "preview.webp"
    for eye, may in ((Eye(0.6), False), (Eye(0.1), True), (Eye(0.1, 1), False)):
        assert await Looking(house.store, eye).may_preview(job, path) is may
    assert await Looking(house.store, Eye(), lambda _channel_id: True).may_preview(job, path)
    with pytest.raises(Refused):
        await Looking(house.store, Eye()).accept(job, [path])


async def test_in_direct_messages_pictures_are_looked_at(house: House) -> None:
    """Nobody is a moderator there."""
    async with house.drawing(looker=Eye()) as imagine:
        who = asked()
        submission = await imagine.submit(type(who)(who.interaction_id, who.member, who.channel_id), "an apple")
        assert (await house.ended(submission.jobs[0])).state is State.FAILED
