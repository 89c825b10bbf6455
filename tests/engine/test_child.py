"""A child process: real ones, of this interpreter."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from engine import child as module
from engine.child import LONGEST_LINE, Child

WAITS = "import sys; print('ready', flush=True); sys.stdin.read()"
STUBBORN = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); signal.pause()"


@asynccontextmanager
async def running(code: str) -> AsyncIterator[tuple[Child, list[str], list[str]]]:
    """A child that runs the code, with the lines that it wrote."""
    output: list[str] = []
    errors: list[str] = []
    child = await Child.start([sys.executable, "-c", code], os.environ, output.append, errors.append)
    try:
        yield child, output, errors
    finally:
        child.kill()
        await child.wait()


async def test_its_lines_are_all_read_before_it_counts_as_ended() -> None:
    """Also the last one without an end, and one that is longer than a pipe."""
    code = "import sys; print('a'); print('b', end=''); print('e' * 200_000, file=sys.stderr); sys.exit(3)"
    async with running(code) as (child, output, errors):
        assert await child.wait() == 3
        assert output == ["a", "b"]
        assert "".join(errors) == "e" * 200_000
        assert max(map(len, errors)) <= 2 * LONGEST_LINE


async def test_a_stop_asks_first() -> None:
    """A process that obeys ends by the signal that asks."""
    async with running(WAITS) as (child, _, _):
        assert await child.stop() == -15
        assert child.reason(-15) == "signal SIGTERM"
        assert await child.stop() == -15


async def test_it_is_told_lines() -> None:
    """In their order; telling one that has ended does nothing."""
    async with running("print(input() + input(), flush=True)") as (child, output, _):
        child.tell("a")
        child.tell("b")
        assert await child.wait() == 0
        assert output == ["ab"]
        child.tell("c")


async def test_a_process_that_does_not_stop_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for ever for one that hangs."""
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    deaf = asyncio.Event()
    command = [sys.executable, "-c", STUBBORN]
    child = await Child.start(command, os.environ, lambda _line: deaf.set(), lambda _line: None)
    await deaf.wait()
    assert await child.stop() == -9


async def test_the_reason_holds_the_last_words() -> None:
    """What a host has to read is the last line of the trace."""
    async with running("raise ValueError('no such thing')") as (child, _, _):
        exit_code = await child.wait()
        assert child.reason(exit_code) == "exit code 1: ValueError: no such thing"


def test_a_child_sees_our_end_however_we_end() -> None:
    """SIGKILL for the parent closes the child's standard input, by which it ends."""
    child = "import sys, os; print(os.getpid(), flush=True); sys.stdin.read(); print('gone', flush=True)"
    parent = (
        "import asyncio, os, sys; from engine.child import Child\n"
        "async def main():\n"
        f"    await Child.start([sys.executable, '-c', {child!r}], os.environ, lambda l: print(l, flush=True), print)\n"
        "    await asyncio.sleep(60)\n"
        "asyncio.run(main())"
    )
    with subprocess.Popen([sys.executable, "-c", parent], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        number = int(process.stdout.readline())
        os.kill(process.pid, 9)
        process.wait()
    ended = subprocess.run(["tail", f"--pid={number}", "-f", "/dev/null"], timeout=20, check=False)
    assert ended.returncode == 0
