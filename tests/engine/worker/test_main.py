"""The real process with the tiny model, held as the bot holds it."""

import asyncio
import os
import resource
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from engine.catalogue import Catalogue, Entry
from engine.checkpoint import weights_hash
from engine.client import LocalClient
from engine.device import Device, Place, worker_command
from engine.protocol import (
    Event,
    Failed,
    Parameters,
    Picture,
    Progress,
    Reference,
    Rendered,
    RenderRequest,
    Role,
    Started,
    Text,
)
from engine.recipe import read

REQUEST = RenderRequest("1", (Text("a red cat"),), seed=7, prompt="a red cat", parameters=Parameters(steps=4, count=2))
LONG = replace(REQUEST, job_id="long", parameters=Parameters(steps=150, count=4))
ROOM = 256 * 2**20  # bytes, on top of what the process has with the tiny model in it

pytestmark = pytest.mark.timeout(240)  # the libraries take seconds to load, more where others work too
Open = Callable[..., "asyncio.Future[tuple[LocalClient, Device]]"]


@pytest.fixture
async def open_client(tiny_sd15: Path, tmp_path: Path) -> AsyncIterator[Callable[..., object]]:
    """Opens a client with the tiny model, and the same as one that draws at a size that no memory holds."""
    catalogue = Catalogue(Entry("tiny", "sd15", str(tiny_sd15)), Entry("giant", "sd15", str(tiny_sd15), size=4096))
    place = Place("auto", tmp_path / "out")
    async with AsyncExitStack() as stack:

        async def opened() -> tuple[LocalClient, Device]:
            device = Device(place, worker_command(place, catalogue))
            return await stack.enter_async_context(LocalClient([device])), device

        yield opened


async def events_of(client: LocalClient, request: RenderRequest) -> list[Event]:
    """Until the last."""
    return [event async for event in client.submit(request)]


async def pictures_of(client: LocalClient, request: RenderRequest) -> tuple[Picture, ...]:
    """What the job ends with."""
    last = (await events_of(client, request))[-1]
    assert isinstance(last, Rendered), last
    return last.pictures


def pixels(picture: Picture) -> bytes:
    """As they are in the file."""
    with Image.open(picture.path) as opened:
        return opened.tobytes()


def limit_memory(pid: int) -> None:
    """The process gets no more than what it has and ROOM."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + ROOM
    resource.prlimit(pid, resource.RLIMIT_AS, (most, most))


async def test_it_draws_and_outlives_its_death(open_client: Open, tiny_sd15: Path) -> None:
    """The same request has the same pixels, before and after; files say how they were made; a cancel ends at once."""
    client, device = await open_client()
    first = await pictures_of(client, REQUEST)
    drawn = [pixels(each) for each in first]
    with Image.open(first[1].path) as picture:
        recipe = read(picture.info)
    assert recipe is not None
    assert (recipe.prompt, recipe.seed, recipe.picture) == ("a red cat", first[1].seed, 1)
    assert recipe.model_hash == weights_hash(tiny_sd15)

    async for event in client.submit(LONG):
        if isinstance(event, Progress):
            await client.cancel("long")
    assert event == Failed("long", "cancelled", "The job was cancelled.")

    async for event in client.submit(LONG):
        if isinstance(event, Started):
            assert device.pid is not None
            os.kill(device.pid, signal.SIGKILL)
    assert isinstance(event, Failed)
    assert event.kind == "died"
    again = await pictures_of(client, replace(REQUEST, job_id="2"))
    assert [pixels(each) for each in again] == drawn


async def test_a_picture_that_fits_no_memory_takes_nothing_down(open_client: Open, tmp_path: Path) -> None:
    """The job fails for it, and the next is drawn by the same process."""
    Image.new("RGB", (64, 64), "red").save(tmp_path / "red.png")
    start = Reference(Role.START, str(tmp_path / "red.png"))
    asked = Parameters(model="giant", strength=0.0, count=1)
    client, device = await open_client()
    assert await pictures_of(client, replace(REQUEST, job_id="0"))
    pid = device.pid
    assert pid is not None
    limit_memory(pid)
    failed = (await events_of(client, replace(REQUEST, references=(start,), parameters=asked)))[-1]
    assert isinstance(failed, Failed)
    assert failed.kind == "memory"
    assert await pictures_of(client, replace(REQUEST, job_id="2"))
    assert device.pid == pid
