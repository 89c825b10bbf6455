"""Explicit pictures: previews that nobody may see, and results behind a press."""

from pathlib import Path

from bot.jobs.job import Job
from bot.store.messages import Kind
from playground.member import Json, Member
from tests.bot.delivery.house import House
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
