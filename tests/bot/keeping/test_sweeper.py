"""What goes by itself."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.images.blobs import Blobs
from bot.keeping import Sweeper, Tempo
from bot.store.privacy.retention import DAY
from bot.store.store import Store
from tests.bot.keeping.conftest import QUICK, aged, drawn
from tests.bot.store.conftest import Time, make
from tests.end_to_end.waiting import moment


async def test_a_file_that_no_job_names_goes(store: Store, blobs: Blobs, sweeper: Sweeper) -> None:
    """Such as a picture of a job that was cancelled in its last moment; what a job names stays."""
    job = await drawn(store, blobs, 1, b"named")
    lost = await aged(blobs, b"lost")
    assert await sweeper.collect() == 1
    assert not blobs.path(lost).exists()
    assert await blobs.get(job.pictures[0].blob) == b"named"


async def test_a_file_that_is_about_to_be_named_stays(store: Store, blobs: Blobs, sweeper: Sweeper) -> None:
    """Put just now; or found again just now, however old it is."""
    fresh = await blobs.put(b"fresh")
    found = await aged(blobs, b"found again")
    assert await blobs.put(b"found again") == found
    assert await sweeper.collect() == 0
    assert blobs.path(fresh).exists()
    assert blobs.path(found).exists()


async def test_a_file_that_is_named_between_two_looks_stays(
    store: Store, blobs: Blobs, sweeper: Sweeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The database said that nobody names it; in the same moment somebody puts it and names it."""
    key = await aged(blobs, b"shared")
    ask = store.named.unnamed

    async def asked(keys: list[str]) -> frozenset[str]:
        unnamed = await ask(keys)
        await blobs.put(b"shared")
        return unnamed

    monkeypatch.setattr(store.named, "unnamed", asked)
    assert await sweeper.collect() == 0
    assert blobs.path(key).exists()


async def test_what_a_killed_process_left_half_written_goes(tmp_path: Path, blobs: Blobs, sweeper: Sweeper) -> None:
    """Once it is old; what is being written stays."""
    await blobs.put(b"first")
    for name in ("unfinished-old", "unfinished-new"):
        (tmp_path / "blobs" / name).write_bytes(b"half")
    os.utime(tmp_path / "blobs" / "unfinished-old", (0, 0))
    await sweeper.collect()
    assert {each.name for each in (tmp_path / "blobs").glob("unfinished*")} == {"unfinished-new"}


async def test_foreign_files_are_left_alone(tmp_path: Path, blobs: Blobs, sweeper: Sweeper) -> None:
    """Whatever is not named like a blob."""
    await blobs.put(b"first")
    note = tmp_path / "blobs" / "ab" / "note.txt"
    note.parent.mkdir(exist_ok=True)
    note.write_text("mine")
    os.utime(note, (0, 0))
    await sweeper.collect()
    assert note.exists()


async def test_forgetting_takes_the_files_that_nobody_shares(store: Store, blobs: Blobs, sweeper: Sweeper) -> None:
    """At once, not when their shelf comes."""
    mine = await drawn(store, blobs, 1, b"mine", b"shared")
    theirs = await drawn(store, blobs, 2, b"shared", member=2)
    await store.forgetting.ask(1)
    assert await sweeper.forget() == 1
    assert not blobs.path(mine.pictures[0].blob).exists()
    assert await blobs.get(theirs.pictures[0].blob) == b"shared"
    await store.forgetting.ask(2)
    await sweeper.forget()
    assert not blobs.path(theirs.pictures[0].blob).exists()


async def test_a_crash_in_the_middle_of_forgetting_is_continued(store: Store, blobs: Blobs) -> None:
    """The files went or not: the next life takes the rest, and the rows only once."""
    job = await drawn(store, blobs, 1, b"mine")
    await store.forgetting.ask(1)
    await store.forgetting.step()
    assert blobs.path(job.pictures[0].blob).exists()
    later = Sweeper(store, blobs, tempo=QUICK)
    assert await later.collect() == 1
    assert await later.forget() == 0


async def test_old_jobs_go_with_their_files(store: Store, blobs: Blobs, time: Time) -> None:
    """As the host says."""
    job = await drawn(store, blobs, 1, b"old")
    time.now += 3 * DAY
    assert await Sweeper(store, blobs, 5, QUICK).expire() == 0
    assert await Sweeper(store, blobs, 2, QUICK).expire() == 1
    assert not blobs.path(job.pictures[0].blob).exists()


async def test_it_goes_on_by_itself(store: Store, blobs: Blobs, time: Time) -> None:
    """Called by a member who leaves, or not called at all; a database that fails for a moment does not end it."""
    lost = await aged(blobs, b"lost")
    await drawn(store, blobs, 1, b"mine")
    sweeper = Sweeper(store, blobs, tempo=QUICK)
    broken = iter([RuntimeError("not now")])
    step = store.forgetting.step

    async def failing(limit: int = 50) -> object:
        for failure in broken:
            raise failure
        return await step(limit)

    store.forgetting.step = failing  # type: ignore[assignment,method-assign]
    running = asyncio.create_task(sweeper.run())
    try:
        await store.forgetting.ask(1)
        sweeper.wake()
        async with asyncio.timeout(20):
            while await store.forgetting.is_leaving(1) or blobs.path(lost).exists():
                await moment()
    finally:
        running.cancel()


async def test_others_come_to_the_database_meanwhile(store: Store, blobs: Blobs, time: Time) -> None:
    """It takes a few jobs at a time, and a job is submitted between two of them."""
    for number in range(1, 120):
        await store.jobs.submit([make(number)])
        await store.jobs.cancel(make(number).id, 1)
    await store.forgetting.ask(1)
    sweeper = Sweeper(store, blobs, tempo=Tempo(breath=0.0))
    sweeping = asyncio.create_task(sweeper.forget())
    await asyncio.sleep(0)
    await store.jobs.submit([make(1_000_000, member=2)])
    assert not sweeping.done()
    assert await sweeping == 119
