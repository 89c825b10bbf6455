"""Explicit pictures: previews that nobody may see, and results behind a press."""

from pathlib import Path

from bot.jobs.job import Job, State
from bot.prompt.personal import Habit
from bot.store.messages import Kind
from playground.member import Json, Member
from playground.world.permissions import Permission
from tests.bot.delivery.house import House
from tests.bot.delivery.test_trouble import deny
from tests.pictures import png


async def test_a_preview_that_may_not_be_seen_is_left_out(house: House, ada: Member, pictures: Json) -> None:
    """How far the job is is told all the same."""
    asked: list[Path] = []

    async def may_preview(_job: Job, preview: Path) -> bool:
        asked.append(preview)
        return False

    house.may_preview = may_preview
    house.fresh()
    async with house.delivering():
        job = await house.claimed(await house.answered(ada, pictures))
        await house.progress(job, 0.25, png(16, 16))
        seen = await ada.wait_message(lambda message: "(25%) (fast)" in message["content"])
    assert seen["attachments"] == []
    assert len(asked) == 1


async def test_an_explicit_result_is_a_spoiler(house: House, ada: Member, pictures: Json) -> None:
    """Discord shows it at a press; a harmless one is just shown."""
    async with house.delivering():
        for is_explicit in (True, False):
            job = await house.claimed(await house.answered(ada, pictures))
            if is_explicit:
                await house.store.rulings.mark_explicit(8, job.id)
            await house.rendered(job)
            await house.ends(job)
            (result,) = [each for each in await house.store.messages.of(job.id) if each.kind is Kind.RESULT]
            shown = await ada.wait_message(lambda message, result=result: message["id"] == str(result.id))
            assert shown["attachments"][0]["filename"].startswith("SPOILER_") == is_explicit


async def test_an_explicit_result_is_never_sent_by_direct_message(house: House, ada: Member, pictures: Json) -> None:
    """Not to whoever has all results sent so, and not where the channel was closed meanwhile: that job is given up."""
    await house.store.preferences.change(int(ada.id), lambda mine: mine.turned(Habit.AUTO_DM))
    async with house.delivering():
        shown = await house.claimed(await house.answered(ada, pictures))
        await house.store.rulings.mark_explicit(8, shown.id)
        await house.rendered(shown)
        await house.ends(shown)
        closed = await house.claimed(await house.answered(ada, pictures))
        await house.store.rulings.mark_explicit(8, closed.id)
        deny(house.playground, pictures["id"], Permission.SEND_MESSAGES)
        house.playground.clock.advance(16 * 60)  # the answer cannot be edited any more either
        await house.rendered(closed)
        await house.ends(closed, State.FAILED)
    direct = await ada.history(await ada.dm(house.playground.application_id))
    assert [each for each in direct if each["attachments"]] == []
