"""The playground as a process of its own."""

import asyncio
import json
import signal
import sys
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from playground.__main__ import RECORD


async def start(*arguments: str, stdin: int | None = asyncio.subprocess.DEVNULL) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "playground", *arguments,
        stdin=stdin, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip


async def about(process: asyncio.subprocess.Process) -> dict[str, Any]:
    """The line with which the process says that it listens."""
    assert process.stdout
    told: dict[str, Any] = json.loads(await asyncio.wait_for(process.stdout.readline(), 20))
    return told


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_it_serves_until_it_is_told_to_stop(number: signal.Signals, tmp_path: Path) -> None:
    """One line of JSON says where it listens; a signal ends it with exit code 0 and no trace."""
    process = await start("--port", "0", "--data", str(tmp_path))
    told = await about(process)
    async with aiohttp.ClientSession() as http, http.get(told["origin"]) as answer:
        assert answer.status == 200
        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    process.send_signal(number)
    _out, errors = await asyncio.wait_for(process.communicate(), 10)
    assert (process.returncode, errors) == (0, b"")


async def test_it_ends_with_its_parent() -> None:
    """With --exit-with-parent it ends when its standard input does, as it does when the parent dies."""
    process = await start("--port", "0", "--exit-with-parent", stdin=asyncio.subprocess.PIPE)
    await about(process)
    assert process.stdin
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_a_taken_port_is_said_in_a_sentence() -> None:
    """Exit code 2, and a line that names the cure."""
    first = await start("--port", "0")
    port = (await about(first))["origin"].rpartition(":")[2]
    second = await start("--port", port)
    _out, errors = await asyncio.wait_for(second.communicate(), 20)
    first.terminate()
    await first.wait()
    assert second.returncode == 2
    assert errors.decode() == (
        f"Port {port} is taken on 127.0.0.1. Choose another with --port, or 0 for any free one.\n"
    )


async def test_tokens_are_for_the_owner_of_the_folder(tmp_path: Path) -> None:
    """The file that holds them can be read by nobody else."""
    process = await start("--port", "0", "--data", str(tmp_path / "data"))
    await about(process)
    process.terminate()
    await process.wait()
    modes = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "data").iterdir()}
    assert modes == {"playground.sqlite3": 0}


async def test_exchanges_of_the_process_are_recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a variable names a file, each exchange is a line in it, as observers in the process are told it."""
    monkeypatch.setenv(RECORD, str(tmp_path / "record"))
    process = await start("--port", "0")
    told = await about(process)
    headers = {"Authorization": f"Bot {told['bot_token']}"}
    async with (
        aiohttp.ClientSession() as http,
        http.get(f"{told['api_base']}/v10/users/@me", headers=headers) as answer,
    ):
        body = await answer.json()
    process.terminate()
    await process.wait()
    (line,) = (tmp_path / "record").read_text().splitlines()
    exchange = json.loads(line)
    assert (exchange["method"], exchange["path"], exchange["response"]) == ("GET", "/users/@me", body)
    assert told["bot_token"] not in line
