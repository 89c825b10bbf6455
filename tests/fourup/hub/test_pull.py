"""`fourup models`, as a process of its own, against a hub on this machine."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from aiohttp import web

from tests.end_to_end.waiting import moment
from tests.fourup.hub.hub_server import Fault, Hub
from tests.fourup.hub.repositories import FIRST, LONG, SECOND, UNET, sd15

PATIENCE = 50.0  # seconds
PULL = ("pull", "maker/photo", "--family", "sd15", "--accept-licence")
HALF_UNET = UNET.replace(".safetensors", ".fp16.safetensors")


class Done(NamedTuple):
    """How a command ended, and what it said."""

    code: int
    said: str


PHOTO = Path("models/photo")


def size(path: str) -> int:
    """Of a file of the pulled model; 0 where there is none."""
    file = PHOTO / path
    return file.stat().st_size if file.exists() else 0


def content(path: str) -> bytes:
    """Of a file of the pulled model."""
    return (PHOTO / path).read_bytes()


def spoil(changed: str, taken: str) -> None:
    """One file holds nothing but zeros, another is not there any more."""
    (PHOTO / changed).write_bytes(bytes(size(changed)))
    (PHOTO / taken).unlink()


async def until(is_so: Callable[[], bool]) -> None:
    """Wait for it; too long fails the test."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # it comes about in another process
            await moment()


Models = Callable[..., Awaitable[Done]]


@asynccontextmanager
async def serving(hub: Hub) -> AsyncIterator[Hub]:
    """The hub, reachable at its address."""
    runner = web.AppRunner(hub.app(), shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    hub.address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    yield hub
    await runner.cleanup()


@pytest.fixture
async def hub() -> AsyncIterator[Hub]:
    """One with a checkpoint of Stable Diffusion 1.5's kind."""
    async with serving(Hub({"maker/photo": {FIRST: sd15()}})) as served:
        yield served


async def started(hub: Hub, *typed: str) -> asyncio.subprocess.Process:
    """`fourup models` with these words."""
    changed = {"HF_ENDPOINT": hub.address, "COLUMNS": "200", "NO_COLOR": "1"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("HF_")}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "fourup", "models", *typed),
        env=kept | changed,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


@pytest.fixture
def models(hub: Hub) -> Models:
    """Runs it to its end."""

    async def run(*typed: str) -> Done:
        process = await started(hub, *typed)
        said, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
        return Done(process.returncode or 0, said.decode())

    return run


async def test_a_broken_connection_is_gone_on_with(models: Models, hub: Hub, tmp_path: Path) -> None:
    """Within one pull, at the byte where it broke; what comes of it is what the hub has, in the plain layout."""
    hub.faults[HALF_UNET] = Fault(after=15_000_000)
    done = await models(*PULL)
    assert done.code == 0, done.said
    assert "photo is here" in done.said
    firsts = [first for _, path, first in hub.asked if path == HALF_UNET]
    assert firsts[0] == 0
    assert firsts[1] == 10_485_760
    folder = tmp_path / "models" / "photo"
    assert content(UNET) == sd15()[HALF_UNET]
    assert {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()} == {
        *("model_index.json", "fourup-model.json", "scheduler/scheduler_config.json"),
        *("tokenizer/vocab.json", "tokenizer/merges.txt", UNET, "unet/config.json"),
        *("vae/diffusion_pytorch_model.safetensors", "vae/config.json"),
        *("text_encoder/model.safetensors", "text_encoder/config.json"),
    }
    listed = await models("list")
    assert "photo (draws by default)" in listed.said
    assert "512 px, 30 steps, guidance 7.5, dpmpp_2m_karras" in listed.said


async def test_a_killed_pull_is_gone_on_with(models: Models, hub: Hub) -> None:
    """By the next one, from where it stopped, and at the commit of the first, whatever is newest by then."""
    hub.faults[HALF_UNET] = Fault(after=15_000_000, stalls=True)
    process = await started(hub, *PULL)
    await asyncio.wait_for(hub.stalled.wait(), PATIENCE)
    await until(lambda: size(f"{UNET}.part") > 0)
    process.kill()
    await process.wait()
    kept = size(f"{UNET}.part")
    assert "photo is not whole" in (await models("list")).said
    hub.repositories["maker/photo"][SECOND] = sd15(seed=1)
    hub.asked.clear()
    done = await models("pull", "maker/photo", "--family", "sd15")
    assert done.code == 0, done.said
    assert {commit for commit, _, _ in hub.asked} == {FIRST}
    assert next(first for _, path, first in hub.asked if path == HALF_UNET) == kept > 0
    assert content(UNET) == sd15()[HALF_UNET]


async def test_what_changed_since_is_found_and_mended(models: Models, hub: Hub) -> None:
    """`verify` names the files and ends with 1; `pull` fetches them alone; `remove` takes all away."""
    assert (await models(*PULL)).code == 0
    assert "photo: 10 files are as they were pulled." in (await models("verify")).said
    spoil(UNET, "tokenizer/vocab.json")
    done = await models("verify", "photo")
    assert done.code == 1
    assert f"photo: {UNET} holds something else." in done.said
    assert "photo: tokenizer/vocab.json is missing." in done.said
    hub.asked.clear()
    assert (await models("pull", "maker/photo", "--family", "sd15")).code == 0
    assert {path for _, path, _ in hub.asked} == {HALF_UNET, "tokenizer/vocab.json"}
    assert (await models("verify")).code == 0
    assert "photo is gone" in (await models("remove", "photo")).said
    assert size("") == 0
    assert "No model photo was pulled" in (await models("remove", "photo")).said


async def test_a_licence_is_accepted_once(models: Models, hub: Hub) -> None:
    """Nothing is fetched before; afterwards it is not asked for again."""
    refused = await models("pull", "maker/photo", "--family", "sd15")
    assert refused.code == 1
    assert "accept it with --accept-licence" in refused.said
    assert f"{'https://huggingface.co'}/maker/photo" in refused.said
    assert hub.asked == []
    assert (await models(*PULL)).code == 0
    await models("remove", "photo")
    assert (await models("pull", "maker/photo", "--family", "sd15")).code == 0


async def test_a_file_that_is_not_what_was_listed_is_refused(models: Models, hub: Hub) -> None:
    """And nothing of it stays."""
    commits = hub.repositories["maker/photo"]
    listed = commits[FIRST]

    class Lying(dict[str, bytes]):
        """Lists one thing and gives another of the same length."""

        def __getitem__(self, path: str) -> bytes:
            return bytes(LONG - 1000) if path == HALF_UNET else super().__getitem__(path)

    commits[FIRST] = Lying(listed)
    done = await models(*PULL)
    assert done.code == 1
    assert "is not what the hub lists" in done.said
    assert size(UNET) == size(f"{UNET}.part") == 0
    assert "photo is not whole" in (await models("list")).said


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (("pull", "maker/nothing", "--family", "sd15", "--accept-licence"), "There is no maker/nothing at http"),
        (("pull", "sd16"), "There is no model sd16 to pull: use sd15, sdxl"),
        (("pull", "maker/photo"), "Say what it was made from: --family"),
        (("pull", "maker/photo", "--family", "flux2", "--accept-licence"), "The weights of transformer are there not"),
        (("verify", "photo"), "No model photo was pulled"),
    ],
)
async def test_what_cannot_be_is_told(models: Models, typed: tuple[str, ...], told: str) -> None:
    """In one sentence, with exit code 1 and without a trace."""
    done = await models(*typed)
    assert done.code == 1
    assert told in " ".join(done.said.split())
    assert "Traceback" not in done.said


async def test_an_unreachable_hub_is_told(models: Models, hub: Hub) -> None:
    """With what to do."""
    hub.address = "http://127.0.0.1:9"
    done = await models(*PULL)
    assert done.code == 1
    assert "pull again, and it goes on where it stopped" in " ".join(done.said.split())
    assert "Traceback" not in done.said
