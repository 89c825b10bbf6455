"""`fourup init` as a host types it, against a playground."""

import asyncio
import os
import pty
import re
import select
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from fourup.init.portal import SCREENS
from fourup.settings import load
from playground import Playground
from tests.canary import heard

ROOT = Path(__file__).parents[3]


@pytest.fixture
def there(playground: Playground, monkeypatch: pytest.MonkeyPatch) -> Playground:
    """The playground, which the environment names as Discord."""
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", playground.api_base)
    return playground


async def init(*arguments: str, typed: str = "") -> "subprocess.CompletedProcess[str]":
    """Run it as a process, the token coming through a pipe."""
    command = [sys.executable, "-P", "-m", "fourup", "init", *arguments]
    done = await asyncio.to_thread(
        subprocess.run, command, input=typed, capture_output=True, text=True, timeout=50, check=False
    )
    heard("what `fourup init` printed", done.stdout + done.stderr)
    return done


async def test_a_token_from_a_pipe_becomes_a_configuration(there: Playground, bare_host: Path) -> None:
    """It says whose the token is, which files it wrote, and the link with both scopes; and the bot can be started."""
    done = await init(typed=f"{there.bot_token}\n")
    assert done.returncode == 0, done.stderr
    assert "The token is that of Fourup" in done.stdout
    assert f"client_id={there.application_id}&scope=bot+applications.commands&permissions=" in done.stdout
    assert there.bot_token not in done.stdout + done.stderr
    settings = load()
    assert settings.discord.token_file == Path("discord.token")
    assert settings.token() == there.bot_token
    assert settings.storage.folder == Path("fourup-data")


async def test_the_file_of_the_token_is_closed_to_others(there: Playground, bare_host: Path) -> None:
    """And stands alone there: nothing of it is in the configuration."""
    await init(typed=there.bot_token)
    assert (bare_host / "discord.token").stat().st_mode & 0o777 == 0o600
    assert there.bot_token not in (bare_host / "config.toml").read_text()
    assert files(bare_host) == {"config.toml", "discord.token"}


async def test_what_is_there_is_not_written_over(there: Playground, bare_host: Path) -> None:
    """A second run changes nothing unless --replace is given, and then the token alone."""
    (bare_host / "config.toml").write_text('[discord]\ntoken_file = "mine"\n[log]\nlevel = "debug"\n')
    (bare_host / "mine").write_text("before\n")
    done = await init(typed=there.bot_token)
    assert done.returncode == 1
    assert "--replace" in done.stderr
    assert (bare_host / "mine").read_text() == "before\n"
    assert (await init("--replace", typed=there.bot_token)).returncode == 0
    assert (bare_host / "mine").read_text() == f"{there.bot_token}\n"
    assert load().log.level == "debug"


async def test_a_configuration_that_names_no_file_is_left_alone(there: Playground, bare_host: Path) -> None:
    """The line that it lacks is told."""
    (bare_host / "config.toml").write_text("[play]\nport = 9000\n")
    done = await init(typed=there.bot_token)
    assert done.returncode == 1
    assert 'write token_file = "discord.token" below [discord]' in done.stderr
    assert not (bare_host / "discord.token").exists()


async def test_the_files_go_where_the_configuration_is_to_be(there: Playground, bare_host: Path) -> None:
    """--config may name a folder that is not there yet, and --token-file a file from elsewhere."""
    (bare_host / "copied").write_text(f"  {there.bot_token}\n\n")
    done = await init("--config", "etc/fourup.toml", "--token-file", "copied")
    assert done.returncode == 0, done.stderr
    settings = load(bare_host / "etc" / "fourup.toml")
    assert settings.discord.token_file == bare_host / "etc" / "discord.token"
    assert settings.token() == there.bot_token


@pytest.mark.mistaken
@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        ("", 1, "There is no token"),
        ("Bot a.b.c", 1, "has not the form of a bot's token"),
        ("MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz", 78, "Discord does not know this bot token"),
    ],
)
async def test_a_wrong_token_writes_nothing(
    there: Playground, bare_host: Path, typed: str, code: int, told: str
) -> None:
    """The sentence names the cure, and does not repeat what was typed."""
    done = await init(typed=typed)
    assert done.returncode == code
    assert told in done.stderr
    assert not typed or typed not in done.stderr
    assert "Traceback" not in done.stderr
    assert files(bare_host) == set()


async def test_a_discord_that_is_away_writes_nothing(
    bare_host: Path, monkeypatch: pytest.MonkeyPatch, unused_tcp_port: int
) -> None:
    """A token that nobody could check is not kept."""
    monkeypatch.setenv("FOURUP_DISCORD__API_BASE", f"http://127.0.0.1:{unused_tcp_port}/api")
    done = await init(typed="MTIzNDU2Nzg5MDEyMzQ1Njc4.GaBcDe.abcdefghijklmnopqrstuvwxyz")
    assert (done.returncode, files(bare_host)) == (1, set())
    assert "Discord cannot be reached" in done.stderr


async def test_a_token_of_the_environment_is_told_of(there: Playground, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be used in the place of the one that was written."""
    monkeypatch.setenv("FOURUP_DISCORD__TOKEN", "x")
    assert "FOURUP_DISCORD__TOKEN is set, and counts over" in (await init(typed=there.bot_token)).stdout


async def test_a_person_is_told_each_screen_and_types_unseen(there: Playground, bare_host: Path) -> None:
    """On a terminal: what the portal asks for, then a question whose answer is not shown."""
    shown = await asyncio.to_thread(on_a_terminal, there.bot_token)
    for screen in SCREENS:
        assert screen.title in shown
        assert all(setting in shown for setting in screen.settings)
    assert there.bot_token not in shown
    assert load().token() == there.bot_token


def on_a_terminal(typed: str) -> str:
    """What a terminal shows of `fourup init`, the token typed where it asks for it."""
    terminal, end = pty.openpty()
    command = [sys.executable, "-P", "-m", "fourup", "init"]
    with subprocess.Popen(command, stdin=end, stdout=end, stderr=end, start_new_session=True) as process:
        os.close(end)
        shown, chunk, is_typed = b"", b"", False
        while not _has_more(terminal) or (chunk := _read(terminal)):
            shown, chunk = shown + chunk, b""
            if not is_typed and b"invisible" in shown and not termios.tcgetattr(terminal)[3] & termios.ECHO:
                is_typed = bool(os.write(terminal, f"{typed}\n".encode()))
        os.close(terminal)
    assert process.returncode == 0, shown.decode()
    return shown.decode().replace("\r\n", "\n")


def _has_more(terminal: int) -> bool:
    """True where it shows something new, for which it may take a moment."""
    return bool(select.select([terminal], [], [], 0.05)[0])


def _read(terminal: int) -> bytes:
    """The next that it shows; nothing once the process has ended, which Linux tells by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def files(folder: Path) -> set[str]:
    """The names of what lies there."""
    return {path.name for path in folder.iterdir()}


def test_the_readme_has_what_each_screen_asks_for() -> None:
    """Word for word, since a host has the one or the other before him."""
    text = (ROOT / "README.md").read_text(encoding="utf-8").replace("*", "").replace("`", "")
    readme = re.sub(r"\s+", " ", text)
    for screen in SCREENS:
        assert screen.title in readme
        for setting in screen.settings:
            assert setting in readme, setting
