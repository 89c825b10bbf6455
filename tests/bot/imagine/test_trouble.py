"""What goes wrong with the engine, the bot and the database: no job is lost, and none is blamed for another."""

import asyncio
import errno
import logging
import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from bot.images.blobs import Blobs
from bot.images.pictures import Pictures
from bot.imagine import drawing, patience, settling
from bot.imagine.errors import Refused
from bot.imagine.imagine import Imagine
from bot.imagine.models import Models
from bot.jobs.job import Job, State
from bot.prompt.parse import Rules
from bot.store import engine as database
from bot.store.errors import StoreBusy, StoreError
from engine import process, restarts
from engine.catalogue import Catalogue
from engine.client import LocalClient
from engine.device import Device, Place
from engine.protocol import Event, Failed, Rendered, RenderRequest, Started
from tests.bot.imagine.house import House, asked, only, open_house
from tests.end_to_end.stand_in import command


@pytest.fixture(autouse=True)
def is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What died is started again soon."""
    monkeypatch.setattr(restarts, "FIRST_DELAY", 0.01)


def taken_by_another(house: House, job: Job) -> None:
    """As another process would have it: a later attempt of its own."""
    with closing(sqlite3.connect(house.folder / "fourup.db")) as connection, connection:
        connection.execute("UPDATE jobs SET attempt = attempt + 1, holder = 'another' WHERE id = ?", [job.id])


async def test_jobs_of_a_dead_engine_run_alone(house: House) -> None:
    """One after the other, each to its end; nobody is blamed."""
    async with house.drawing() as imagine:
        jobs = [only(await imagine.submit(asked(member), "an apple, slowly")) for member in (1, 2, 3)]
        await house.told(jobs[1], Started)
        assert house.device.pid is not None
        os.kill(house.device.pid, signal.SIGKILL)
        done = [await house.ended(job) for job in jobs]
    assert [(job.state, job.deaths) for job in done] == [(State.RENDERED, 0)] * 3
    assert [job.attempt for job in done[:2]] == [2, 2]
    again = {each["job"]: each["beside"] for each in house.notes()[2:]}
    assert again[jobs[0].id] == again[jobs[1].id] == []


async def test_a_job_that_brings_the_engine_down_is_given_up(house: House) -> None:
    """After the second time alone, with a sentence; the one beside it is drawn."""
    async with house.drawing() as imagine:
        bad = only(await imagine.submit(asked(), "you die"))
        good = only(await imagine.submit(asked(2), "an apple"))
        failed, drawn = await house.ended(bad), await house.ended(good)
    assert (failed.state, failed.deaths) == (State.FAILED, 2)
    assert failed.reason is not None
    assert failed.reason.startswith("The engine broke down over this job")
    assert (drawn.state, drawn.deaths) == (State.RENDERED, 0)


async def test_a_frozen_engine_is_a_dead_one(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is replaced, and what it held is drawn."""
    monkeypatch.setattr(process, "STILL", 1.5)
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), "an apple, slowly"))
        await house.told(job, Started)
        assert house.device.pid is not None
        os.kill(house.device.pid, signal.SIGSTOP)
        done = await house.ended(job)
    assert (done.state, done.attempt, done.is_alone) == (State.RENDERED, 2, True)


async def test_a_stopped_bot_hands_back(house: House) -> None:
    """What runs waits again at once, nobody is to blame, and the next start draws it."""
    async with house.drawing() as imagine:
        jobs = [only(await imagine.submit(asked(member), "an apple, slowly")) for member in (1, 2, 3)]
        await house.told(jobs[0], Started)
    stopped = [await house.store.jobs.get(job.id) for job in jobs]
    assert [(job.state, job.is_alone, job.deaths) for job in stopped] == [(State.WAITING, False, 0)] * 3
    async with house.drawing():
        done = [await house.ended(job) for job in jobs]
    assert [job.state for job in done] == [State.RENDERED] * 3


async def test_it_can_run_again(house: House) -> None:
    """Nothing is left of the time before."""
    imagine = house.imagine()
    jobs = [only(await imagine.submit(asked(member), "an apple, slowly")) for member in (1, 2, 3)]
    for _ in range(3):
        run = asyncio.create_task(imagine.run())
        await house.until(lambda: house.heard[-1][0].state is State.RUNNING)
        run.cancel()
        await asyncio.wait([run])
        house.heard.append((jobs[0], None))
    run = asyncio.create_task(imagine.run())
    assert [(await house.ended(job)).state for job in jobs] == [State.RENDERED] * 3
    run.cancel()


async def test_a_killed_bot_is_continued(house: House) -> None:
    """What ran is taken back at the start, whoever held it."""
    job = only(await house.imagine().submit(asked(), "an apple"))
    await house.store.leases.claim("a bot that was killed", 3600.0)
    async with house.drawing():
        done = await house.ended(job)
    assert (done.state, done.attempt, done.is_alone) == (State.RENDERED, 2, False)


async def test_a_lease_that_is_another_s_is_let_go(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine draws it no further."""
    monkeypatch.setattr(drawing, "BEAT", 0.05)
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), "hold on"))
        await house.told(job, Started)
        await asyncio.to_thread(taken_by_another, house, job)
        after = only(await imagine.submit(asked(2), "hold on --count 4"))
        third = only(await imagine.submit(asked(3), "hold on --count 4"))
        await house.told(after, Started)
        await house.told(third, Started)
    assert (await house.store.jobs.get(job.id)).holder == "another"


async def test_a_late_finisher_changes_nothing(house: House) -> None:
    """Its pictures are thrown away."""
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), "an apple, slowly"))
        await house.told(job, Started)
        await asyncio.to_thread(taken_by_another, house, job)
        await house.told(job, Rendered)
        await house.drawn(imagine, "a pear", member=2)
    now = await house.store.jobs.get(job.id)
    assert (now.state, now.holder, now.pictures) == (State.RUNNING, "another", ())


async def test_a_job_that_comes_back_too_soon_waits_for_the_engine(house: House) -> None:
    """The engine still holds the earlier attempt; it is drawn once that is let go."""
    async with house.drawing() as imagine:
        job = only(await imagine.submit(asked(), "an apple, slowly"))
        await house.told(job, Started)
        await house.store.leases.hand_back([(await house.store.jobs.get(job.id)).lease])
        imagine._drawing.wake()
        done = await house.ended(job)
    assert done.state is State.RENDERED
    assert done.attempt > 1


async def test_a_busy_database_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The pictures are there, and are recorded when it is free."""
    monkeypatch.setattr(database, "BUSY", 0.05)
    monkeypatch.setattr(patience, "FIRST_DELAY", 0.01)
    locks: list[sqlite3.Connection] = []
    async with open_house(tmp_path) as house:

        def lock(job: Job, event: Event | None) -> None:
            house.hear(job, event)
            if isinstance(event, Rendered):
                locks.append(sqlite3.connect(tmp_path / "fourup.db", isolation_level=None))
                locks[0].execute("BEGIN IMMEDIATE")

        said = asyncio.Event()
        handler = logging.Handler()
        handler.emit = lambda _record: said.set()  # type: ignore[method-assign]
        logging.getLogger(patience.__name__).addHandler(handler)
        imagine = Imagine(house.imagine()._parts, lock)
        run = asyncio.create_task(imagine.run())
        job = only(await imagine.submit(asked(), "an apple"))
        await said.wait()
        logging.getLogger(patience.__name__).removeHandler(handler)
        locks[0].close()
        assert (await house.ended(job)).state is State.RENDERED
        run.cancel()


async def test_a_database_that_fails_fails_no_job(house: House) -> None:
    """It waits again, and is drawn when the database can be read."""
    imagine = house.imagine()
    starting = imagine._drawing._starting
    request, failures = starting.request, [StoreBusy(), StoreError("The database failed.")]

    async def failing(job: Job, on_wait: Callable[[], None]) -> RenderRequest:
        if failures:
            raise failures.pop()
        return await request(job, on_wait)

    starting.request = failing  # type: ignore[method-assign]
    run = asyncio.create_task(imagine.run())
    job = await house.drawn(imagine, "an apple")
    run.cancel()
    assert (job.state, job.attempt) == (State.RENDERED, 3)


class Failing(Blobs):
    """Fails the first times that a file is put."""

    def __init__(self, folder: Path, times: int, number: int) -> None:
        super().__init__(folder)
        self._times = times
        self._number = number

    async def put_file(self, path: Path) -> str:
        """As told."""
        if self._times:
            self._times -= 1
            raise OSError(self._number, os.strerror(self._number))
        return await super().put_file(path)


@pytest.mark.parametrize(
    ("number", "times", "outcome"),
    [
        (errno.ENOSPC, 6, (State.RENDERED, 1)),
        (errno.EIO, 1, (State.RENDERED, 2)),
        (errno.EIO, 99, (State.FAILED, 3)),
    ],
)
async def test_pictures_that_cannot_be_stored(
    house: House, monkeypatch: pytest.MonkeyPatch, number: int, times: int, outcome: tuple[State, int]
) -> None:
    """A full disk is waited for; after anything else it is drawn again, and not for ever."""
    monkeypatch.setattr(settling, "ATTEMPTS", 3)
    monkeypatch.setattr(patience, "FIRST_DELAY", 0.01)
    pictures = Pictures(
        blobs=Failing(house.folder / "blobs", times, number),
        fetcher=house.pictures._fetcher,
        decoders=house.pictures._decoders,
    )
    async with house.drawing(pictures=pictures) as imagine:
        job = await house.drawn(imagine, "an apple")
    assert (job.state, job.attempt) == outcome


async def test_whoever_listens_ends_no_job(house: House, caplog: pytest.LogCaptureFixture) -> None:
    """What it does wrong is in the log."""

    def broken(job: Job, event: Event | None) -> None:
        house.hear(job, event)
        raise RuntimeError("broken")

    imagine = Imagine(house.imagine()._parts, broken)
    run = asyncio.create_task(imagine.run())
    assert (await house.drawn(imagine, "an apple")).state is State.RENDERED
    run.cancel()
    assert "was not heard" in caplog.text


async def test_a_prompt_that_cannot_be_read_any_more_fails_alone(house: House) -> None:
    """As when the rules were changed while it waited."""
    older = only(await house.imagine().submit(asked(), "an apple::2 a pear"))
    async with house.drawing(rules=Rules("7")) as imagine:
        failed = await house.ended(older)
        after = await house.drawn(imagine, "a pear", member=2)
    assert failed.state is State.FAILED
    assert failed.reason is not None
    assert "::" in failed.reason
    assert after.state is State.RENDERED


async def test_an_engine_that_does_not_start_keeps_the_jobs_waiting(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are told why, new ones are refused, and all are drawn once it starts."""
    monkeypatch.setattr(settling, "FIRST_PAUSE", 1.0)
    program = house.folder / "python"
    place = Place("cpu", house.folder / "engine")
    arguments = command(place, house.models.catalogue)[1:]
    async with (
        LocalClient([Device(place, (str(program), *arguments))]) as client,
        house.drawing(engine=client) as imagine,
    ):
        job = only(await imagine.submit(asked(), "an apple"))
        told: Any = await house.told(job, Failed)
        assert told.kind == "unavailable"
        await house.until(lambda: house.heard[-1][0].state is State.WAITING)
        with pytest.raises(Refused) as refused:
            await imagine.submit(asked(), "an apple")
        assert (refused.value.title, refused.value.key) == ("Internal error", "imagine.unavailable")
        assert "El motor no arranca" in refused.value.sentence("es-ES")
        ready = house.folder / "ready"
        ready.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
        ready.chmod(0o755)
        ready.rename(program)
        done = await house.ended(job)
    assert (done.state, done.deaths, done.is_alone) == (State.RENDERED, 0, False)


async def test_without_a_model_what_waits_goes_on_waiting(house: House) -> None:
    """The host took it away; nothing is handed to an engine that is not there."""
    job = only(await house.imagine().submit(asked(), "an apple"))
    async with (
        LocalClient([]) as nothing,
        house.drawing(engine=nothing, models=Models(Catalogue(), house.models.facts)) as imagine,
    ):
        imagine._drawing.wake()
        with pytest.raises(Refused):
            await imagine.reroll(asked(), job.id)
        assert (await house.store.jobs.get(job.id)).state is State.WAITING
    async with house.drawing():
        assert (await house.ended(job)).state is State.RENDERED
