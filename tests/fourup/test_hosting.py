"""What a host relies on, with the whole bot as a process: its health over HTTP, and a disk that is full."""

import asyncio
import json
import os
import signal
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import aiohttp
import pytest

from playground.member import Member
from tests.canary import heard
from tests.end_to_end.waiting import moment
from tests.fourup.running import bot
from tests.fourup.test_run import ask, host, is_grid
from tests.ports import free_port

__all__ = ["host"]


async def get(port: int, path: str) -> tuple[int, str]:
    """What the bot's own web application says."""
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}{path}") as answer:
        heard(path, told := await answer.text())
        return answer.status, told


async def until(is_so: Callable[[], Awaitable[bool]]) -> None:
    """Wait for the state."""
    async with asyncio.timeout(30):
        while not await is_so():  # another process has no event to wait for
            await moment()


async def test_the_host_is_told_how_the_bot_is(host: Path, ada: Member) -> None:
    """Ready when it is, and what came of a job is measured; nothing of it names the member or the prompt."""
    port = free_port()
    async with bot(FOURUP_WEB__PORT=str(port), FOURUP_LOG__FORMAT="json") as it:
        await it.online()
        await until(lambda: is_ready(port))
        await ask(ada, "canary apple")
        await ada.wait_message(is_grid, timeout=30)
        await until(lambda: tells(port, 'fourup_jobs_ended_total{outcome="delivered"} 1'))
        _, told = await get(port, "/metrics")
        await it.end(signal.SIGTERM)
    lines = [json.loads(line) for line in it.said]
    (delivered,) = [line for line in lines if line["event"] == "delivered"]
    assert all(line.get("job") == delivered["job"] for line in lines if delivered["job"] in str(line))
    assert "fourup_pictures_total 4" in told
    assert "fourup_delivery_seconds_count 1" in told
    assert "canary" not in told
    assert "ada" not in told.replace("payload", "")


async def is_ready(port: int) -> bool:
    return (await get(port, "/readyz"))[0] == 200


async def tells(port: int, line: str) -> bool:
    return line in (await get(port, "/metrics"))[1].splitlines()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own of 24 MiB."""
    place = tmp_path / "small-disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root can make a small disk here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(path: Path) -> None:
    """A file that takes all that is left."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(descriptor, bytes(65536))
    except OSError:
        os.close(descriptor)


async def test_a_full_disk_is_answered_calmly_and_nothing_is_lost(host: Path, ada: Member, small_disk: Path) -> None:
    """A member is told; what was asked for before is drawn when there is room again, and new jobs are taken."""
    port = free_port()
    variables = {
        "FOURUP_STORAGE__FOLDER": str(small_disk),
        "FOURUP_STORAGE__RESERVE": "4 MiB",
        "FOURUP_WEB__PORT": str(port),
    }
    async with bot(**variables) as it:
        await it.online()
        await until(lambda: is_ready(port))
        await ask(ada, "before")
        await ada.wait_message(is_grid, timeout=30)
        fill(small_disk / "others")
        await until(lambda: tells(port, "fourup_storage_full 1"))
        assert (await get(port, "/readyz"))[0] == 503
        await ask(ada, "meanwhile")
        told = await ada.wait_message(lambda message: bool(message["flags"] & 64))
        assert "no room for more pictures" in str(told["embeds"])
        (small_disk / "others").unlink()
        await until(lambda: is_ready(port))
        await ask(ada, "afterwards")
        await ada.wait_message(lambda each: is_grid(each) and "afterwards" in each["content"], timeout=30)
        assert "Traceback" not in "\n".join(it.said), "\n".join(it.said)
