"""The process that reads, as the bot holds it."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest
from PIL import Image

from engine.reading.client import LocalReader
from engine.reading.talk import CannotRead

ECHO = """
import json, sys, time
for line in sys.stdin:
    asked = json.loads(line)
    words = asked.get("words", [])
    if "die" in words:
        sys.exit(3)
    if "hang" in words:
        time.sleep(600)
    told = {"words": words, "changes": [1.0], "shorter": [[0]], "by": "echo"}
    print(json.dumps({"id": asked["id"], "weighed": told}), flush=True)
"""
COMMAND = (sys.executable, "-c", ECHO)


async def test_pictures_and_prompts_are_read_by_the_real_one(tmp_path: Path) -> None:
    """With Pocket; what is no picture is an error that ends nothing, and a second look costs nothing."""
    picture, nonsense = tmp_path / "a.png", tmp_path / "b.png"
    Image.new("RGB", (40, 30), "#d8262c").save(picture)
    nonsense.write_bytes(b"no picture")
    async with LocalReader() as reader:
        seen = await reader.describe(picture)
        assert [swatch.name for swatch in seen.palette] == ["red"]
        pid = reader.pid
        with pytest.raises(CannotRead, match="UnidentifiedImageError"):
            await reader.describe(nonsense)
        assert (await reader.weigh(["a", "red", "fox"])).words == ("a", "red", "fox")
        assert await reader.describe(picture) == seen
        assert reader.pid == pid
    assert reader.pid is None


async def test_a_process_that_dies_is_told_and_started_again() -> None:
    """Whoever waited hears of it; the next question finds another one."""
    async with LocalReader(COMMAND) as reader:
        with pytest.raises(CannotRead, match="exit code 3"):
            await reader.weigh(["die"])
        assert (await reader.weigh(["a"])).by == "echo"
        first = reader.pid
        assert first is not None
        os.kill(first, signal.SIGKILL)
        while True:
            try:
                assert (await reader.weigh(["b"])).by == "echo"
                break
            except CannotRead:
                continue
        assert reader.pid != first


async def test_one_that_hangs_is_ended() -> None:
    """After the patience that it has."""
    async with LocalReader(COMMAND, patience=0.3) as reader:
        with pytest.raises(CannotRead, match="no answer"):
            await reader.weigh(["hang"])


async def test_it_is_ended_when_nobody_asks() -> None:
    """And started again with the next question."""
    async with LocalReader(COMMAND, idle=0.0) as reader:
        await reader.weigh(["a"])
        child = reader._child
        if child is not None:
            await child.wait()
        assert (await reader.weigh(["b"])).words == ("b",)


async def test_questions_wait_for_one_another_and_not_too_many() -> None:
    """One at a time; the seventeenth is told at once."""
    async with LocalReader(COMMAND) as reader:
        asking = [asyncio.create_task(reader.weigh([str(number)])) for number in range(17)]
        told = await asyncio.gather(*asking, return_exceptions=True)
    assert sum(isinstance(each, CannotRead) for each in told) == 1
    assert [each.words for each in told[:16]] == [(str(number),) for number in range(16)]  # type: ignore[union-attr]


async def test_a_picture_that_has_gone_is_told() -> None:
    """Without asking anybody."""
    async with LocalReader(COMMAND) as reader:
        with pytest.raises(CannotRead):
            await reader.describe(Path("/nowhere/a.png"))
        assert reader.pid is None
