"""Keeping a bot running: real processes that behave as bots do, well and badly."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

import pytest

from engine import restarts
from engine.restarts import ATTEMPTS
from fourup.play.watch import BotWatch, Listeners, Report

ONLINE = """import sys; print('{"event": "online"}', flush=True); """
WELL = ONLINE + "sys.stdin.read()"


class Watched:
    """A watch over code that stands in for a bot, and what was reported of it."""

    def __init__(self, code: str) -> None:
        self.reports: list[Report] = []
        self.lines: list[str] = []
        self._news = asyncio.Event()
        listeners = Listeners(self._hear, self.lines.append)
        self.watch = BotWatch([sys.executable, "-c", code], os.environ, listeners)

    def _hear(self, report: Report) -> None:
        self.reports.append(report)
        self._news.set()

    async def until(self, condition: Callable[[Report], bool]) -> Report:
        """The latest report, once it fulfils the condition."""
        async with asyncio.timeout(20):
            while not (self.reports and condition(self.reports[-1])):
                self._news.clear()
                await self._news.wait()
        return self.reports[-1]

    async def until_state(self, state: str, restarts_: int = 0) -> Report:
        """The latest report, once it says this."""
        return await self.until(lambda report: (report.state, report.restarts) == (state, restarts_))


@asynccontextmanager
async def watched(code: str) -> AsyncIterator[Watched]:
    """A running watch, stopped at the end."""
    it = Watched(code)
    task = asyncio.create_task(it.watch.run())
    try:
        yield it
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture(autouse=True)
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Short delays; their growth is tested by itself."""
    monkeypatch.setattr(restarts, "FIRST_DELAY", 0.01)


async def test_a_bot_counts_as_running_when_it_says_so() -> None:
    """Being started is not being online."""
    async with watched(WELL) as it:
        report = await it.until_state("running")
        assert report.pid is not None
        assert [each.state for each in it.reports] == ["starting", "starting", "running"]


async def test_a_killed_bot_is_started_again_and_it_is_said() -> None:
    """The page reads that it died, of what, and that it is back."""
    async with watched(WELL) as it:
        first = await it.until_state("running")
        assert first.pid is not None
        os.kill(first.pid, signal.SIGKILL)
        second = await it.until_state("running", 1)
        assert second.pid != first.pid
        assert second.detail == "The bot ended (signal SIGKILL) and was started again."
        crash = next(report for report in it.reports if report.state == "crashed")
        assert crash.detail.startswith("The bot ended (signal SIGKILL); it is started again in 0.01 s")


async def test_a_bot_that_never_starts_is_given_up_with_its_last_words() -> None:
    """No endless loop; Start in the page tries again."""
    async with watched("raise RuntimeError('no disk')") as it:
        report = await it.until(lambda report: "could not start" in report.detail)
        assert report.state == "crashed"
        assert (
            report.detail == f"The bot could not start {ATTEMPTS} times in a row (exit code 1: RuntimeError: no disk)."
        )
        assert report.restarts == ATTEMPTS - 1
        it.watch.order("start")
        await it.until_state("starting", ATTEMPTS)


async def test_a_wrong_configuration_is_not_tried_twice() -> None:
    """The reason is there after the first start."""
    async with watched(
        "import sys; sys.exit('FOURUP is wrong') if 0 else (print('wrong', file=sys.stderr), sys.exit(78))"
    ) as it:
        report = await it.until_state("crashed")
        assert report.detail == "The bot could not start (exit code 78: wrong)."


async def test_restart_stop_and_start_are_obeyed() -> None:
    """Each gives the state that the page shows next; what changes nothing is dropped."""
    async with watched(WELL) as it:
        first = await it.until_state("running")
        it.watch.order("start")
        it.watch.order("restart")
        second = await it.until_state("running", 1)
        assert second.pid != first.pid
        assert second.detail == ""
        it.watch.order("stop")
        assert (await it.until_state("stopped", 1)).pid is None
        it.watch.order("stop")
        it.watch.order("start")
        await it.until_state("running", 2)


async def test_stop_while_it_waits_to_start_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An order shortens the wait."""
    monkeypatch.setattr(restarts, "FIRST_DELAY", 15.0)
    async with watched(ONLINE) as it:
        await it.until_state("crashed")
        it.watch.order("stop")
        await it.until_state("stopped")
        it.watch.order("start")
        await it.until_state("crashed", 1)


async def test_the_watch_takes_its_bot_along() -> None:
    """No process is left when the watch ends."""
    async with watched(WELL) as it:
        report = await it.until_state("running")
    assert report.pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(report.pid, 0)


async def test_a_bot_that_has_something_in_hand_is_given_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than other processes are given: it waits for those itself."""
    monkeypatch.setattr("engine.child.PATIENCE", 0.0)
    careful = "import signal, sys; signal.signal(15, lambda *_: (print('handed back', flush=True), sys.exit(0))); "
    async with watched(careful + WELL) as it:
        await it.until_state("running")
        it.watch.order("stop")
        await it.until_state("stopped")
        assert it.lines == ["handed back"]


async def test_other_lines_of_the_bot_are_passed_on() -> None:
    """Only the line that says online is ours."""
    async with watched("print('hello'); print('[1]'); print('{}');" + WELL) as it:
        await it.until_state("running")
        assert it.lines == ["hello", "[1]"]
