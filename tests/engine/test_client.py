"""The local engine, held as the bot holds it: real processes that do what the prompt says."""

import asyncio
import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, aclosing
from pathlib import Path

import pytest

from engine import process, progress, restarts
from engine.client import AlreadyHeld, LocalClient
from engine.device import Device, Place
from engine.protocol import Event, Failed, Loading, Parameters, Progress, Rendered, RenderRequest, Started, Text
from tests.end_to_end.waiting import moment

SCRIPT = Path(__file__).with_name("scripted_worker.py")
IN_TIME = 5.0  # seconds within which the client says what has happened
Open = Callable[..., "asyncio.Future[tuple[LocalClient, Device]]"]


def ask(word: str, job_id: str = "1", **parameters: object) -> RenderRequest:
    """A request that makes the engine do this."""
    return RenderRequest(job_id, (Text(word),), parameters=Parameters(**parameters))  # type: ignore[arg-type]


def models_in(folder: Path) -> str:
    """The catalogue with one model, of which there is as much as a plan reads."""
    (folder / "unet").mkdir()
    (folder / "unet" / "config.json").write_text('{"sample_size": 64}')
    return json.dumps([{"name": "small", "family": "sd15", "path": str(folder)}])


@pytest.fixture
async def open_client(tmp_path: Path) -> AsyncIterator[Callable[..., object]]:
    """Opens clients of one device, by the options of its process, and closes them."""
    models = models_in(tmp_path)
    async with AsyncExitStack() as stack:

        async def opened(*options: str, row_budget: int = 16) -> tuple[LocalClient, Device]:
            own = ("--notes", str(tmp_path), "--models", models, "--row-budget", str(row_budget), *options)
            device = Device(Place("script", tmp_path, row_budget), (sys.executable, str(SCRIPT), *own))
            return await stack.enter_async_context(LocalClient([device])), device

        yield opened


async def drawn(client: LocalClient, request: RenderRequest) -> list[Event]:
    """All events of the job but those of loading."""
    return [event async for event in client.submit(request) if not isinstance(event, Loading)]


async def begun(client: LocalClient, request: RenderRequest) -> AsyncIterator[Event]:
    """The events of the job from the one after its start."""
    events = client.submit(request)
    async for event in events:
        if isinstance(event, Started):
            break
    return events


async def test_a_job_starts_goes_on_and_ends(open_client: Open) -> None:
    """With what was planned for it; what libraries print disturbs nobody."""
    client, _ = await open_client()
    started, progress, rendered = await drawn(client, ask("draw", aspect=(3, 2)))
    assert (started, progress) == (Started("1"), Progress("1", 0.5))
    assert isinstance(rendered, Rendered)
    assert [(each.width, each.height) for each in rendered.pictures] == [(624, 416)] * 4


async def test_who_waits_for_the_start_is_told(open_client: Open, tmp_path: Path) -> None:
    """For how long, and of how long as soon as it is known."""
    client, _ = await open_client()
    first = await anext(client.submit(ask("draw")))
    assert isinstance(first, Loading)
    assert first.expected is None
    assert first.seconds < IN_TIME
    await drawn(client, ask("draw", "2"))
    again, _ = await open_client()
    second = await anext(again.submit(ask("draw")))
    assert isinstance(second, Loading)
    assert second.expected == json.loads((tmp_path / "start-up.json").read_text())["script"]


@pytest.mark.parametrize("record", ["", "[]", '{"script": []}', '{"script": "x"}'])
async def test_a_broken_record_of_start_ups_is_none(open_client: Open, tmp_path: Path, record: str) -> None:
    """It is written anew."""
    (tmp_path / "start-up.json").write_text(record)
    client, _ = await open_client()
    assert isinstance((await drawn(client, ask("draw")))[-1], Rendered)
    assert json.loads((tmp_path / "start-up.json").read_text())["script"] > 0


async def test_capabilities_are_known_once_it_is_ready(open_client: Open) -> None:
    """With the rows that are free now."""
    client, _ = await open_client()
    assert client.capabilities() is None
    events = await begun(client, ask("hold", count=3))
    told = client.capabilities()
    assert told is not None
    assert (told.models, told.device, told.row_budget, told.free_rows) == (("small",), "script", 16, 10)
    await client.cancel("1")
    assert [event async for event in events] == [Failed("1", "cancelled", "As was asked.")]
    assert client.capabilities().free_rows == 16  # type: ignore[union-attr]


@pytest.mark.parametrize(("word", "reason"), [("die", "signal SIGKILL"), ("freeze", "it stood still")])
async def test_a_lost_process_is_told_and_replaced(open_client: Open, word: str, reason: str) -> None:
    """The job fails within 5 s, the next one is drawn by another process, and no zombie is left."""
    client, device = await open_client()
    events = await begun(client, ask(word))
    lost = device.pid
    async with asyncio.timeout(IN_TIME):
        (failed,) = [event async for event in events]
    assert isinstance(failed, Failed)
    assert failed.kind == "died"
    assert reason in failed.reason
    assert isinstance((await drawn(client, ask("draw")))[-1], Rendered)
    assert device.pid not in {lost, None}
    assert lost is not None
    with pytest.raises(ProcessLookupError):
        os.kill(lost, 0)


async def test_a_process_that_hangs_in_one_step_is_replaced(open_client: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    """Though it gives signs of life all the while; a job that has not begun yet is given more time."""
    monkeypatch.setattr(progress, "AT_LEAST", 0.5)
    client, device = await open_client()
    events = await begun(client, ask("hang"))
    lost = device.pid
    async with asyncio.timeout(IN_TIME):
        *_, failed = [event async for event in events]
    assert isinstance(failed, Failed)
    assert failed.kind == "died"
    assert "no step was done in" in failed.reason
    assert isinstance((await drawn(client, ask("draw")))[-1], Rendered)
    assert device.pid not in {lost, None}


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP])
async def test_an_idle_process_is_looked_after_too(open_client: Open, number: signal.Signals) -> None:
    """One job at most is lost with it, and the next is drawn by another."""
    client, device = await open_client()
    await drawn(client, ask("draw"))
    lost = device.pid
    assert lost is not None
    os.kill(lost, number)
    ends = [(await drawn(client, ask("draw", job_id)))[-1] for job_id in ("2", "3")]
    assert isinstance(ends[1], Rendered)
    assert device.pid != lost


async def test_jobs_wait_for_a_slot_in_their_order(open_client: Open) -> None:
    """What does not fit beside the others waits, and comes when one of them has gone."""
    client, _ = await open_client(row_budget=8)
    first = await begun(client, ask("hold", "1"))
    second = asyncio.create_task(drawn(client, ask("draw", "2")))
    third = asyncio.create_task(drawn(client, ask("draw", "3", count=1)))
    for _ in range(100):
        await asyncio.sleep(0)
    assert not second.done()
    assert client.capabilities().free_rows == 0  # type: ignore[union-attr]
    await client.cancel("1")
    assert [event async for event in first]
    assert isinstance((await second)[-1], Rendered)
    assert isinstance((await third)[-1], Rendered)


async def test_jobs_are_shared_out_among_devices(tmp_path: Path) -> None:
    """A process each; who waits goes to whichever has room, and the end of one touches no other."""
    own = ("--notes", str(tmp_path), "--models", models_in(tmp_path), "--row-budget", "8")
    devices = [Device(Place("script", tmp_path / name, 8), (sys.executable, str(SCRIPT), *own)) for name in "ab"]
    async with LocalClient(devices) as client:
        first, second = [await begun(client, ask("hold", job_id)) for job_id in "12"]
        capable = client.capabilities()
        assert capable is not None
        assert (capable.row_budget, capable.free_rows) == (16, 0)
        assert devices[0].pid != devices[1].pid
        third = asyncio.create_task(drawn(client, ask("draw", "3")))
        lost = devices[0].pid
        assert lost is not None
        os.kill(lost, signal.SIGKILL)
        assert isinstance((await third)[-1], Rendered)
        (failed,) = [event async for event in first]
        assert isinstance(failed, Failed)
        assert failed.kind == "died"
        await client.cancel("2")
        assert [event async for event in second] == [Failed("2", "cancelled", "As was asked.")]


async def test_a_job_that_is_larger_than_the_device_runs_alone(open_client: Open) -> None:
    """Rather than never."""
    client, _ = await open_client(row_budget=2)
    assert isinstance((await drawn(client, ask("draw", count=4)))[-1], Rendered)


async def test_a_waiting_job_is_cancelled_at_once(open_client: Open) -> None:
    """Whether it waits for a slot or for the process."""
    client, _ = await open_client(row_budget=8)
    early = client.submit(ask("draw", "0"))
    assert isinstance(await anext(early), Loading)
    await client.cancel("0")
    assert [event.kind async for event in early if isinstance(event, Failed)] == ["cancelled"]
    await begun(client, ask("hold", "1"))
    waiting = asyncio.create_task(drawn(client, ask("draw", "2")))
    await asyncio.sleep(0)
    await client.cancel("2")
    assert [event.kind for event in await waiting if isinstance(event, Failed)] == ["cancelled"]
    await client.cancel("nobody's")


async def test_who_listens_no_more_has_cancelled(open_client: Open) -> None:
    """The slot is free again."""
    client, _ = await open_client(row_budget=8)
    async with aclosing(client.submit(ask("hold", "1"))) as events:
        async for event in events:
            if isinstance(event, Started):
                break
    assert isinstance((await drawn(client, ask("draw", "2")))[-1], Rendered)


async def test_a_job_is_held_once(open_client: Open) -> None:
    """Its id is free again when it has ended."""
    client, _ = await open_client()
    await begun(client, ask("hold"))
    with pytest.raises(AlreadyHeld):
        await drawn(client, ask("draw"))
    again = ask("draw", "2")
    assert await drawn(client, again) == await drawn(client, again)


@pytest.mark.parametrize(
    ("request_", "kind", "told"),
    [
        (ask("draw", sampler="magic"), "refused", "no sampler magic"),
        (ask("draw", model="large"), "refused", "There is no model large"),
        (ask("dance"), "fault", "could not take this job"),
    ],
)
async def test_what_cannot_be_drawn_fails_alone(
    open_client: Open, request_: RenderRequest, kind: str, told: str
) -> None:
    """With the reason; the process goes on."""
    client, device = await open_client()
    failed = (await drawn(client, request_))[-1]
    assert isinstance(failed, Failed)
    assert failed.kind == kind
    assert told in failed.reason
    pid = device.pid
    assert isinstance((await drawn(client, ask("draw", "2")))[-1], Rendered)
    assert device.pid == pid


async def test_a_start_that_fails_is_tried_again(open_client: Open) -> None:
    """The job that waits for it does not notice."""
    client, _ = await open_client("--begin", "broken once")
    assert isinstance((await drawn(client, ask("draw")))[-1], Rendered)


@pytest.mark.parametrize(
    ("begin", "told"), [("without a model", "exit code 78: There is no model."), ("broken", "the device is gone")]
)
async def test_an_engine_that_never_starts_is_given_up(
    open_client: Open, monkeypatch: pytest.MonkeyPatch, begin: str, told: str
) -> None:
    """Jobs are told why; the next job is another try."""
    monkeypatch.setattr(restarts, "FIRST_DELAY", 0.01)
    monkeypatch.setattr(restarts, "ATTEMPTS", 2)
    client, _ = await open_client("--begin", begin)
    for job_id in ("1", "2"):
        (failed,) = await drawn(client, ask("draw", job_id))
        assert isinstance(failed, Failed)
        assert failed.kind == "unavailable"
        assert failed.reason.startswith("The engine does not start: ")
        assert told in failed.reason


async def test_a_program_that_is_not_there_is_named(tmp_path: Path) -> None:
    """As when Python was moved under a running bot."""
    device = Device(Place("script", tmp_path), (str(tmp_path / "python"), "-m", "engine.worker"))
    async with LocalClient([device]) as client:
        (failed,) = await drawn(client, ask("draw"))
    assert isinstance(failed, Failed)
    assert failed.reason == f"The engine does not start: No such file or directory ({tmp_path / 'python'})"


async def test_stopping_is_clean(open_client: Open, tmp_path: Path) -> None:
    """The engine closes, its process is gone, and who still waits is told."""
    client, device = await open_client()
    events = await begun(client, ask("hold"))
    pid = device.pid
    await client.close()
    assert [event.kind async for event in events if isinstance(event, Failed)] == ["stopped"]
    assert (tmp_path / "closed").exists()
    assert device.pid is None
    assert pid is not None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_stopping_in_the_middle_of_the_start_is_clean_too(open_client: Open) -> None:
    """No process is left that nobody looks after."""
    client, device = await open_client()
    await client.close()
    assert device.pid is None


async def test_our_own_standing_still_is_not_taken_for_the_processs(
    open_client: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A machine that slept, or a loop that was held up, loses no process by it."""
    client, device = await open_client()
    await drawn(client, ask("draw"))
    pid = device.pid
    monkeypatch.setattr(process, "STILL", 1.0)
    subprocess.run(["sleep", "2"], check=True)  # noqa: ASYNC221 - it is the loop that has to stand still
    await drawn(client, ask("draw", "2"))
    assert device.pid == pid


PARENT = """
import asyncio, sys
from pathlib import Path
from engine.client import LocalClient
from engine.device import Device, Place
from engine.protocol import RenderRequest, Started, Text

async def main(script, folder, models):
    command = (sys.executable, script, "--notes", folder, "--models", models)
    device = Device(Place("script", Path(folder)), command)
    async with LocalClient([device]) as client:
        async for event in client.submit(RenderRequest("1", (Text("hold"),))):
            if isinstance(event, Started):
                print(device.pid, flush=True)

asyncio.run(main(*sys.argv[1:]))
"""


def test_the_process_ends_with_us_however_we_end(tmp_path: Path) -> None:
    """SIGKILL for the bot closes the engine cleanly."""
    models = models_in(tmp_path)
    command = [sys.executable, "-c", PARENT, str(SCRIPT), str(tmp_path), models]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.kill()
    assert select.select([child], [], [], 20)[0]
    os.close(child)
    assert (tmp_path / "closed").exists()


async def test_a_client_at_rest_has_no_process_and_wakes_with_the_next_job(open_client: Open) -> None:
    """What it holds is drawn first; then the process is gone, and with it all that it had of any memory."""
    client, device = await open_client()
    async with aclosing(await begun(client, ask("hold"))) as held:  # type: ignore[type-var]
        first = device.pid
        client.rest()
        assert device.pid == first
        await client.cancel("1")
        assert isinstance(await anext(held), Failed)
    await _until(lambda: device.pid is None)
    assert client.capabilities() is None
    with pytest.raises(ProcessLookupError):
        os.kill(first or 0, 0)
    assert isinstance((await drawn(client, ask("draw", "2")))[-1], Rendered), "a job wakes it"
    await _until(lambda: device.pid is None)
    client.wake()
    await _until(lambda: client.capabilities() is not None)
    assert isinstance((await drawn(client, ask("draw", "3")))[-1], Rendered)
    assert device.pid is not None


async def _until(is_so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not is_so():  # a state of another process's
            await moment()
