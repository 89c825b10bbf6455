"""`fourup run`: the whole bot as a process, against a playground, with a stand-in for what draws."""

import asyncio
import signal
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord
import pytest
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.client import redirect
from fourup.errors import FourupError
from fourup.run import _run
from fourup.settings import load
from fourup.stopping import Stopping
from fourup.wiring import wired
from playground import Playground
from playground.member import Member
from tests.end_to_end.stand_in import command, model_in
from tests.fourup.play.house import gone
from tests.fourup.running import bot

Json = dict[str, Any]
SLOW = {"STAND_IN_STEPS": "40", "STAND_IN_STEP": "0.1"}


@pytest.fixture
def host(bare_host: Path, playground: Playground, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A host whose Discord is the playground, and who has a model."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", playground.bot_token)
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", playground.api_base)
    model_in(bare_host / "small")
    (bare_host / "config.toml").write_text('[models.small]\nfamily = "sd15"\npath = "small"\n')
    return bare_host


def is_grid(message: Json) -> bool:
    """A result of four, with its two rows of buttons."""
    return bool(message["attachments"]) and len(message["components"]) == 2


async def ask(member: Member, prompt: str) -> None:
    """Type /imagine in #general."""
    await member.slash(member.channel("general"), "imagine", prompt=prompt)


async def grids(member: Member) -> list[Json]:
    """The results in #general."""
    return [message for message in await member.history(member.channel("general")) if is_grid(message)]


async def test_a_prompt_becomes_a_grid_and_a_picture(host: Path, ada: Member) -> None:
    """From /imagine to the buttons, and from U2 to the picture by itself; what counts lies in the folder."""
    async with bot() as it:
        await it.online()
        await ask(ada, "a red apple")
        grid = await ada.wait_message(is_grid, timeout=30)
        assert grid["content"].startswith("**a red apple** - <@")
        second = next(each for each in grid["components"][0]["components"] if each["label"] == "U2")
        await ada.press(grid, second["custom_id"])
        picture = await ada.wait_message(lambda each: "Image #2" in each["content"], timeout=30)
        assert len(picture["attachments"]) == 1
    folder = host / "fourup-data"
    assert (folder / "fourup.db").is_file()
    assert len([path for path in (folder / "blobs").rglob("*") if path.is_file()]) == 4


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
async def test_a_job_goes_on_where_the_bot_was_stopped_in_it(host: Path, ada: Member, number: signal.Signals) -> None:
    """Cleanly or not: the next start draws it, posts it once, and no process of the first is left."""
    async with bot(**SLOW) as it:
        await it.online()
        await ask(ada, "a red apple")
        await ada.wait_message(lambda message: "%)" in message["content"], timeout=30)
        family = it.family()
        assert any("stand_in.py" in command for command in family)
        await it.end(number)
        assert all([await asyncio.to_thread(gone, pid) for pid in family.values()])
    async with bot() as it:
        await it.online()
        await ada.wait_message(is_grid, timeout=30)
        await it.end(signal.SIGTERM)
    assert len(await grids(ada)) == 1


@pytest.mark.parametrize("prompt", [None, "a red apple", "hold"])
async def test_it_stops_in_order(host: Path, ada: Member, prompt: str | None) -> None:
    """Whether it rests or draws; with exit code 0 and no trace, and it is offline."""
    async with bot(**SLOW) as it:
        await it.online()
        if prompt:
            await ask(ada, prompt)
            await ada.wait_message(lambda message: "%)" in message["content"], timeout=30)
        assert await it.end(signal.SIGTERM) == 0
        assert "Traceback" not in "\n".join(it.said)


async def test_without_a_model_a_member_is_told_who_can_help(host: Path, ada: Member) -> None:
    """Nobody else sees it, nothing is stored, and no process waits for what never comes."""
    (host / "config.toml").unlink()
    async with bot() as it:
        await it.online()
        await ask(ada, "a red apple")
        told = await ada.wait_message(lambda message: bool(message["flags"] & 64))
        assert "model" in str(told["embeds"])
        assert not any("stand_in.py" in command for command in it.family())
    with closing(sqlite3.connect(host / "fourup-data" / "fourup.db")) as database:
        assert database.execute("select count(*) from jobs").fetchone() == (0,)


async def test_a_second_bot_with_the_same_token_is_refused(host: Path) -> None:
    """Both would answer the same members; the first goes on."""
    async with bot() as first:
        await first.online()
        async with bot(FOURUP_STORAGE__FOLDER="other") as second:
            assert await second.end() == 1
            assert second.said[-1].startswith(f"Another Fourup (process {first.process.pid}) speaks to Discord with")
        assert first.process.returncode is None


async def test_a_model_that_is_not_there_is_named_at_the_start(host: Path) -> None:
    """With its key, before any member asks for a picture."""
    (host / "config.toml").write_text('[models.photo]\nfamily = "sd15"\npath = "absent"\n')
    async with bot() as it:
        assert await it.end() == 78
        assert it.said[-1].startswith("models.photo: ")
        assert "holds no model of the family sd15" in it.said[-1]


async def test_the_database_of_a_later_fourup_is_left_alone(host: Path) -> None:
    """Its sentence, and no trace."""
    (host / "fourup-data").mkdir()
    with closing(sqlite3.connect(host / "fourup-data" / "fourup.db")) as database:
        database.execute("create table alembic_version (version_num text not null)")
        database.execute("insert into alembic_version values ('9999')")
        database.commit()
    async with bot() as it:
        assert await it.end() == 1
        assert "was made by a later Fourup (revision 9999)" in it.said[-1]
        assert "Traceback" not in "\n".join(it.said)


async def test_servers_that_are_not_listed_are_not_served(host: Path, ada: Member) -> None:
    """discord.guilds decides; a member there reads a polite line."""
    async with bot(FOURUP_DISCORD__GUILDS="42") as it:
        await it.online()
        await ask(ada, "a red apple")
        told = await ada.wait_message(lambda message: bool(message["flags"] & 64))
        assert not told["attachments"]
    assert await grids(ada) == []


async def test_a_bot_that_is_still_connecting_stops_cleanly(host: Path) -> None:
    """Nothing answers, and Ctrl-C is no failure."""
    heard = asyncio.Event()

    async def hear(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.set()
        await reader.read()
        writer.close()

    silence = await asyncio.start_server(hear, "127.0.0.1", 0)
    port = silence.sockets[0].getsockname()[1]
    async with silence, bot(FOURUP_DISCORD__API_BASE=f"http://127.0.0.1:{port}/api") as it:
        await asyncio.wait_for(heard.wait(), 30)
        assert await it.end(signal.SIGTERM) == 0
        assert "Traceback" not in "\n".join(it.said)
        assert "cannot be reached" not in "\n".join(it.said)


async def test_a_part_that_fails_ends_the_bot_and_says_so(
    host: Path, playground: Playground, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Rather than a bot that answers and never draws: whoever looks after it starts it again."""

    class Broken:
        async def run(self) -> None:
            raise ValueError("broken")

    for owner, name in ((Route, "BASE"), (DiscordWebSocket, "DEFAULT_GATEWAY"), (discord.Asset, "BASE")):
        monkeypatch.setattr(owner, name, getattr(owner, name))  # what redirect changes is put back
    redirect(playground.api_base)
    async with wired(load(), lambda: None, command) as it:
        with pytest.raises(FourupError, match="A part of the bot failed"):
            await _run(replace(it, imagine=Broken()), playground.bot_token, Stopping(), asyncio.Event())
        assert it.client.is_closed()


async def test_what_is_asked_for_in_stealth_is_seen_by_its_author_alone(host: Path, ada: Member, bo: Member) -> None:
    """From /imagine to /show, in a channel where others read along."""
    async with bot() as it:
        await it.online()
        nonce = await ada.slash(ada.channel("general"), "imagine", prompt="a red apple --stealth")
        answer = await ada.wait_message(lambda message: message.get("nonce") == nonce)
        assert answer["flags"] & 64
        assert "Only you see this" in answer["content"]
        grid = await ada.wait_message(is_grid, timeout=30)
        assert "guild_id" not in grid
        await ada.wait_message(lambda message: message["content"] == "Your pictures are in your direct messages.")
        job_id = grid["components"][0]["components"][0]["custom_id"].rpartition("::")[2]
        nonce = await ada.slash(ada.channel("general"), "show", job_id=job_id)
        shown = await ada.wait_message(lambda message: is_grid(message) and message["id"] != grid["id"], timeout=30)
        assert shown["flags"] & 64
    assert [each for each in await bo.history(bo.channel("general")) if "stealth" in each["content"]] == []
