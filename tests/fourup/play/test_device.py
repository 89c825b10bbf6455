"""The host has the device for a while, and two models share it: as members of the playground see both."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from rich.console import Console

from fourup.pausing import pause_here, resume_here
from playground.member import Member
from tests.bot.commands.test_help import texts
from tests.fourup.play.house import House, house
from tests.fourup.play.test_drawing import grid_of

pytestmark = pytest.mark.timeout(300)
QUIET = Console(quiet=True)
WHY = "The host has paused drawing for a while: A game tonight."


@pytest.fixture
async def home(unused_tcp_port: int, bare_host: Path, tiny: Path) -> AsyncIterator[House]:
    """A playground whose bot has two models, and room for one of them."""
    models = "".join(f'[models.{name}]\nfamily = "sd15"\npath = "{tiny}"\nsteps = 2\n' for name in ("one", "other"))
    (bare_host / "config.toml").write_text(f'[web]\nport = 0\n[engine]\nmemory = "1 MB"\n{models}')
    async with house(unused_tcp_port, bare_host / "data") as it:
        await it.until_online()
        yield it


async def test_models_take_turns_and_a_pause_holds_both(home: House, bare_host: Path) -> None:
    """One model makes room for the other, and after a pause, which all who wait read of, each is there once more."""
    folder = bare_host / "data" / "bot"
    async with Member(home.origin, "ada") as ada:
        room = ada.channel("general")
        for name, prompt in (("one", "an apple"), ("other", "a pear")):
            await ada.slash(room, "imagine", prompt=f"{prompt} --model {name}")
            await grid_of(ada, prompt)
        await home.until_printed("The model one was unloaded")

        pause_here(folder, "A game tonight.", QUIET)
        await home.until_printed("The host has paused drawing")
        for name, prompt in (("one", "a plum"), ("other", "a fig")):
            await ada.slash(room, "imagine", prompt=f"{prompt} --model {name}")
            await ada.wait_message(lambda each, of=prompt: of in each["content"] and WHY in each["content"])
        nonce = await ada.slash(room, "queue")
        shown = await ada.wait_message(lambda each: each.get("nonce") == nonce and each["components"])
        assert f"⏸️ {WHY}" in texts(shown["components"])
        assert "0 being drawn, 2 waiting" in texts(shown["components"])

        resume_here(folder, QUIET)
        for prompt in ("a plum", "a fig"):
            await grid_of(ada, prompt)
        await home.until_printed("Drawing goes on")
    assert "Traceback" not in "\n".join(home.printed)
