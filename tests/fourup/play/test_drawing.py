"""`fourup play` with a model, as a newcomer has it: the real engine draws, and the bot is started again in between."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from playground.member import Member
from tests.fourup.play.house import House, gone, house
from tests.fourup.running import family_of

Json = dict[str, Any]
IN_TIME = 100.0  # seconds: the engine's libraries take ten to load, more where others work too

pytestmark = pytest.mark.timeout(240)


@pytest.fixture
async def home(unused_tcp_port: int, bare_host: Path, tiny: Path) -> AsyncIterator[House]:
    """A playground whose bot has the tiny model."""
    (bare_host / "config.toml").write_text(f'[models.tiny]\nfamily = "sd15"\npath = "{tiny}"\nsteps = 8\n')
    async with house(unused_tcp_port, bare_host / "data") as it:
        await it.until_online()
        yield it


def is_grid_of(prompt: str, message: Json) -> bool:
    """The result of this prompt, with its two rows of buttons."""
    return prompt in message["content"] and bool(message["attachments"]) and len(message["components"]) == 2


async def grid_of(member: Member, prompt: str) -> Json:
    """Once it is posted."""
    return await member.wait_message(lambda message: is_grid_of(prompt, message), timeout=IN_TIME)


def button(message: Json, label: str) -> str:
    """The custom id of the button with this label."""
    buttons = [each for row in message["components"] for each in row["components"]]
    return str(next(each["custom_id"] for each in buttons if each.get("label") == label))


async def test_a_grid_its_picture_and_a_job_outlive_a_restart(home: House, bare_host: Path) -> None:
    """A job in the middle goes on and is posted once, an old button works, and nothing is left when it is stopped."""
    async with Member(home.origin, "ada") as ada:
        room = ada.channel("general")
        await ada.slash(room, "imagine", prompt="a red apple --ar 3:2")
        first = await grid_of(ada, "a red apple")
        await ada.slash(room, "imagine", prompt="a blue boat --steps 60")
        await ada.wait_message(
            lambda message: "a blue boat" in message["content"] and "%)" in message["content"], timeout=IN_TIME
        )
        await home.order("restart")
        await home.until_online(1)
        await ada.press(first, button(first, "U2"))
        picture = await ada.wait_message(lambda message: "Image #2" in message["content"], timeout=IN_TIME)
        assert "a red apple" in picture["content"]
        await grid_of(ada, "a blue boat")
        boats = [message for message in await ada.history(room) if is_grid_of("a blue boat", message)]
        assert len(boats) == 1
    family = family_of(home.process.pid)
    assert any("engine.worker" in command for command in family)
    os.killpg(home.process.pid, signal.SIGINT)
    assert await home.end() == 0
    assert all([await asyncio.to_thread(gone, pid) for pid in family.values()])
    assert "Traceback" not in "\n".join(home.printed)
    assert (bare_host / "data" / "bot" / "fourup.db").is_file()
