"""The log: one line an event, and no secret in it."""

import asyncio
import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
import structlog
from structlog.contextvars import bind_contextvars

from bot.images.errors import NoRoom
from bot.store.errors import StoreBusy, StoreFull
from fourup.logs import HIDDEN, hide_secrets, set_up

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz-0123456789_A"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Puts logging back as pytest had it."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in ("discord", "aiohttp", "asyncio"):
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()


def test_json_is_one_object_a_line() -> None:
    """Our events and those of libraries come out alike, with the time in UTC."""
    stream = StringIO()
    set_up("info", "json", stream=stream)
    structlog.stdlib.get_logger("fourup.test").info("ours", job="1")
    logging.getLogger("discord").warning("theirs %s", "x")
    ours, theirs = (json.loads(line) for line in stream.getvalue().splitlines())
    assert (ours["event"], ours["job"], ours["level"], ours["logger"]) == ("ours", "1", "info", "fourup.test")
    assert (theirs["event"], theirs["level"]) == ("theirs x", "warning")
    assert ours["timestamp"].endswith("Z")


def test_the_level_counts_for_all() -> None:
    """What is below the level is not written."""
    stream = StringIO()
    set_up("error", "console", stream=stream)
    structlog.stdlib.get_logger().warning("ours")
    logging.getLogger("discord").warning("theirs")
    assert stream.getvalue() == ""


def test_libraries_are_quiet_unless_a_fault_is_looked_for() -> None:
    """What discord.py tells at `info` is a developer's matter."""
    for level, told in (("info", ""), ("debug", "shard")):
        stream = StringIO()
        set_up(level, "console", stream=stream)
        logging.getLogger("discord.gateway").info("shard connected")
        assert told in stream.getvalue()
        assert bool(stream.getvalue()) == bool(told)


def test_a_lost_connection_is_one_line() -> None:
    """discord.py adds a trace to it, which says nothing that a host could mend."""
    stream = StringIO()
    set_up("info", "console", stream=stream)
    try:
        raise ConnectionResetError("the other side went away")
    except ConnectionResetError:
        logging.getLogger("discord.client").exception("Attempting a reconnect in %.2fs", 1.5)
    (line,) = stream.getvalue().splitlines()
    assert "reason=the other side went away" in line.replace("'", "")


@pytest.mark.parametrize("failure", [StoreBusy(), StoreFull(), NoRoom()])
def test_a_full_disk_is_one_line(failure: Exception) -> None:
    """Whoever logs it tries again; where in the program it was noticed helps no host."""
    stream = StringIO()
    set_up("info", "json", stream=stream)
    try:
        raise failure
    except Exception:
        structlog.stdlib.get_logger().exception("ours")
        logging.getLogger("theirs").exception("theirs")
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [line["reason"] for line in lines] == [str(failure)] * 2
    assert "Traceback" not in stream.getvalue()


async def test_what_is_logged_in_a_jobs_task_has_its_id() -> None:
    """Also where a library logs it, and nowhere else."""
    stream = StringIO()
    set_up("info", "json", stream=stream)

    async def draw(job: str) -> None:
        bind_contextvars(job=job)
        await asyncio.sleep(0)
        logging.getLogger("library").warning("odd")

    await asyncio.gather(draw("one"), draw("two"))
    logging.getLogger("library").warning("outside")
    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert [(line["event"], line.get("job")) for line in lines] == [("odd", "one"), ("odd", "two"), ("outside", None)]


@pytest.mark.parametrize("form", ["console", "json"])
def test_no_token_is_written(form: str) -> None:
    """Not in a message, not in a value, not nested, not in a trace."""
    stream = StringIO()
    set_up("debug", "json" if form == "json" else "console", secrets=["an odd secret"], stream=stream)
    log = structlog.stdlib.get_logger()
    log.info("token %s", TOKEN, value=TOKEN, nested={"deep": [TOKEN]}, odd="an odd secret")
    try:
        raise ValueError(f"refused: {TOKEN}")
    except ValueError:
        log.exception("failed")
    logging.getLogger("discord.http").debug("POST https://discord.com/api/v10/webhooks/12/aW50ZXJhY3Rpb246/messages")
    event = {"t": "INTERACTION_CREATE", "d": {"id": "1", "token": "aW50ZXJhY3Rpb246"}}
    logging.getLogger("discord.gateway").debug("For Shard ID None: WebSocket Event: %s", event)
    logging.getLogger("discord.gateway").debug("raw: %s", json.dumps(event))
    written = stream.getvalue()
    assert TOKEN not in written
    assert "an odd secret" not in written
    assert "aW50ZXJhY3Rpb246" not in written
    assert written.count(HIDDEN) == 8
    assert "ValueError" in written


@pytest.mark.parametrize(
    "harmless",
    [
        "fourup.play.supervisor",
        "2026-11-23T09:18:34.000000Z",
        "https://discord.com/api/v10/channels/123456789012345678/messages",
        "b3b1f1a0-6a44-7b60-8b6a-6e3f7a2b1c0d",
    ],
)
def test_what_is_no_secret_stays(harmless: str) -> None:
    """Ids, names, times and addresses are what a log is for."""
    assert hide_secrets(harmless) == harmless
