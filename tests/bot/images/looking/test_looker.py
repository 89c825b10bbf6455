"""The process that looks at pictures."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot.images.looking.looker import UNSEEING, CannotLook, Network
from bot.policy.pictures import EXPLICIT, ROUGH
from tests.pictures import png

HARMLESS = Path(__file__).parents[4] / "docs" / "pictures"


async def test_harmless_pictures_are_told_as_such(tmp_path: Path) -> None:
    """By the network that ships, PNG and JPEG; the highest score of several counts, and of none it is 0."""
    plain = tmp_path / "plain.png"
    plain.write_bytes(png(640, 480))
    async with Network() as network:
        score = await network.look([plain, HARMLESS / "pocket.jpg"])
        assert 0 < score < ROUGH < EXPLICIT
        assert score == max(await network.look([plain]), await network.look([HARMLESS / "pocket.jpg"]))
        assert await network.look([]) == 0


async def test_what_is_no_picture_cannot_be_looked_at(tmp_path: Path) -> None:
    """And the next one can, by a process that is started again where it was killed meanwhile."""
    broken, plain, other = tmp_path / "broken.png", tmp_path / "plain.png", tmp_path / "other.png"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n nothing")
    plain.write_bytes(png())
    other.write_bytes(png(colour="#205090"))
    async with Network() as network:
        for path in (broken, tmp_path / "gone.png"):
            with pytest.raises(CannotLook):
                await network.look([path])
        assert await network.look([plain]) < ROUGH
        for process in network._process._all:
            process._process.kill()
            await asyncio.to_thread(process._process.wait)
        assert await network.look([other]) < ROUGH
        known = dict(network._known)
        await network.look([other, plain])
        assert network._known == known, "a score is remembered as long as the file is the same"


async def test_a_process_that_says_nothing_is_not_waited_for(tmp_path: Path) -> None:
    """It is ended after so many seconds, and the picture counts as not looked at."""
    path = tmp_path / "one.png"
    path.write_bytes(png())
    async with Network([sys.executable, "-c", "import sys; sys.stdin.read()"], patience=0.2) as network:
        with pytest.raises(CannotLook):
            await network.look([path])


async def test_a_host_may_have_nothing_looked_at(tmp_path: Path) -> None:
    """Then everything is harmless, and no process is started."""
    assert await UNSEEING.look([tmp_path / "whatever"]) == 0
