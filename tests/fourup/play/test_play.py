"""`fourup play` as a host has it: real processes, the real page, the real bot."""

import asyncio
import os
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from playground.member import Member
from tests.fourup.play.house import House, gone, house, start, variables


@pytest.fixture
async def home(unused_tcp_port: int, bare_host: Path) -> AsyncIterator[House]:
    """A playground with its bot online."""
    async with house(unused_tcp_port, bare_host / "data") as it:
        await it.until_online()
        yield it


async def help_told(home: House) -> str:
    """What ada reads when she types /help in #general."""
    async with Member(home.origin, "ada") as ada:
        await ada.slash(ada.channel("general"), "help")
        message = await ada.wait_message(lambda message: bool(message["flags"] & 64))
        return str(message["components"])


async def test_a_newcomer_opens_the_page_and_asks_for_help(home: House) -> None:
    """The address that is printed shows the page, and the bot answers in it."""
    async with aiohttp.ClientSession() as session, session.get(home.origin) as page:
        assert page.status == 200
        assert page.content_type == "text/html"
    assert "Fourup" in await help_told(home)


async def test_the_terminal_says_where_everything_is(home: House, bare_host: Path) -> None:
    """Address, folder, and how to stop."""
    await home.until_printed("The bot is online")
    printed = "\n".join(home.printed)
    assert home.origin in printed
    assert str(bare_host / "data") in printed
    assert "Ctrl-C" in printed


async def test_a_killed_bot_comes_back_and_it_is_said(home: House) -> None:
    """In the terminal and in the page; and it answers again."""
    os.kill((await home.until_online()), signal.SIGKILL)
    bot = await home.until_bot(lambda bot: bool(bot["online"]) and bot["process"]["restarts"] == 1)
    assert bot["process"]["detail"] == "The bot ended (signal SIGKILL) and was started again."
    await home.until_printed("The bot ended (signal SIGKILL); it is started again in 0.5 s.")
    assert "Fourup" in await help_told(home)


async def test_the_page_restarts_stops_and_starts_the_bot(home: House) -> None:
    """Each order is carried out, and seen."""
    first = await home.until_online()
    await home.order("restart")
    assert await home.until_online(1) != first
    await home.order("stop")
    await home.until_bot(lambda bot: not bot["online"] and bot["process"]["state"] == "stopped")
    assert set(home.children()) == {"playground"}
    await home.order("start")
    await home.until_online(2)


async def test_a_bot_that_cannot_start_says_why_in_the_page(home: House, bare_host: Path) -> None:
    """And the playground stays; once it is put right, Start starts it."""
    config = bare_host / "config.toml"
    config.write_text("[log]\nlevle = 'info'\n")
    await home.order("restart")
    bot = await home.until_bot(lambda bot: bot["process"]["state"] == "crashed")
    assert bot["process"]["detail"] == (
        "The bot could not start (exit code 78: config.toml has the unknown key log.levle: did you mean log.level?)."
    )
    config.unlink()
    await home.order("start")
    await home.until_online(2)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
async def test_ctrl_c_stops_everything(home: House, number: signal.Signals) -> None:
    """As a terminal sends it, to the whole group: exit code 0, no trace, no process left."""
    children = home.children()
    assert set(children) == {"playground", "fourup"}
    os.killpg(home.process.pid, number)
    assert await home.end() == 0
    assert "Traceback" not in "\n".join(home.printed)
    assert home.printed[-1] == "Stopped."
    assert all([await asyncio.to_thread(gone, pid) for pid in children.values()])


async def test_nothing_outlives_a_killed_supervisor(home: House) -> None:
    """Who is killed cannot tell the others, so they watch."""
    children = home.children()
    assert len(children) == 2
    home.process.kill()
    assert all([await asyncio.to_thread(gone, pid) for pid in children.values()])


async def test_the_end_of_the_server_ends_everything(home: House) -> None:
    """A bot without a Discord is of no use: exit code 1, and it is said."""
    children = home.children()
    os.kill(children["playground"], signal.SIGKILL)
    assert await home.end() == 1
    assert "The playground ended by itself (signal SIGKILL), so the bot was stopped too." in home.printed[-1]
    assert "Traceback" not in "\n".join(home.printed)
    assert await asyncio.to_thread(gone, children["fourup"])


async def test_the_second_start_remembers_the_first(unused_tcp_port: int, bare_host: Path) -> None:
    """Messages stand where they stood, and the commands are not published anew."""
    async with house(unused_tcp_port, bare_host / "data") as home:
        await home.until_online()
        async with Member(home.origin, "ada") as ada:
            await ada.send(ada.channel("general"), "remember me")
        os.killpg(home.process.pid, signal.SIGINT)
        assert await home.end() == 0
    async with house(unused_tcp_port, bare_host / "data") as home:
        await home.until_online()
        async with Member(home.origin, "bo") as bo:
            assert "remember me" in [message["content"] for message in await bo.history(bo.channel("general"))]
        await home.until_printed("commands unchanged")


async def test_a_busy_port_names_the_cure(home: House, bare_host: Path) -> None:
    """A second playground on the same port does not start, and says which option helps."""
    process = await start("--port", home.origin.rpartition(":")[2], "--data", str(bare_host / "other"))
    output, _ = await process.communicate()
    assert process.returncode == 2
    assert "--port" in output.decode()
    assert "Traceback" not in output.decode()


async def test_folders_of_the_host_that_are_called_like_ours_are_not_run(unused_tcp_port: int, bare_host: Path) -> None:
    """Whoever keeps a bot/ of his own in the working folder still gets Fourup's."""
    for name in ("bot", "playground", "fourup"):
        (bare_host / name).mkdir()
        (bare_host / name / "__init__.py").write_text("raise SystemExit('not this one')")
    async with house(unused_tcp_port, bare_host / "data") as home:
        await home.until_online()


async def test_the_chattiest_log_holds_no_token(
    unused_tcp_port: int, bare_host: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the bot's nor an interaction's, though discord.py logs all that it hears and sends."""
    monkeypatch.setenv("FOURUP_LOG__LEVEL", "debug")
    async with house(unused_tcp_port, bare_host / "data") as home:
        bot = await home.until_online()
        await help_told(home)
        token = variables(bot)["FOURUP_DISCORD__TOKEN"]
        await home.until_printed("INTERACTION_CREATE")
        os.killpg(home.process.pid, signal.SIGINT)
        await home.end()
    printed = "\n".join(home.printed)
    assert token not in printed
    assert "'token': '[hidden]'" in printed
    assert not re.search(r"'token': '(?!\[hidden])", printed)
    assert not re.search(r"/(webhooks|interactions)/\d+/(?!\[hidden])", printed)
