"""The `fourup` command as a host types it."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fourup import __version__
from fourup.locks import one_bot
from playground import Playground
from tests.canary import heard


def fourup(*arguments: str, **variables: str) -> "subprocess.CompletedProcess[str]":
    """Run the command as a process of its own."""
    command = [sys.executable, "-P", "-m", "fourup", *arguments]
    environment = os.environ | variables
    done = subprocess.run(command, capture_output=True, text=True, timeout=50, check=False, env=environment)
    heard("what `fourup` printed", done.stdout + done.stderr)
    return done


def test_version() -> None:
    """`fourup --version` prints the distribution's version, quickly and without torch."""
    done = fourup("--version")
    assert (done.returncode, done.stdout) == (0, f"fourup {__version__}\n")


def test_help_lists_what_a_host_can_type() -> None:
    """Every command, and no option that only a process gives to another."""
    shown = fourup("--help").stdout
    assert all(f" {name} " in shown for name in ("play", "run", "doctor", "imagine", "explain"))
    assert "--exit-with-parent" not in fourup("run", "--help").stdout


def test_the_bot_without_a_token_says_what_to_do() -> None:
    """One sentence, no trace, and an exit code that says that starting again is of no use."""
    done = fourup("run")
    assert done.returncode == 78
    assert "FOURUP_DISCORD__TOKEN" in done.stderr
    assert "fourup init" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_bot_without_discord_says_so(unused_tcp_port: int) -> None:
    """Nothing at the address is no reason for a trace."""
    done = fourup(
        "run", FOURUP_DISCORD__TOKEN="x.y.z", FOURUP_DISCORD__API_BASE=f"http://127.0.0.1:{unused_tcp_port}/api"
    )
    assert done.returncode == 1
    assert "Discord cannot be reached" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_second_bot_on_the_same_folder_says_so(bare_host: Path) -> None:
    """Before it speaks to Discord: both would draw and post the same jobs."""
    with one_bot(bare_host / "fourup-data", "other", None):
        done = fourup("run", FOURUP_DISCORD__TOKEN="x.y.z")
    assert done.returncode == 1
    assert done.stderr == (
        f"Another Fourup (process {os.getpid()}) has the folder fourup-data: stop that one first, or name another "
        "folder with storage.folder (of `fourup play`: with --data).\n"
    )


@pytest.mark.parametrize("command", ["play", "run"])
def test_a_wrong_configuration_ends_every_command(bare_host: Path, command: str) -> None:
    """The sentence is on standard error, whichever command met it."""
    (bare_host / "config.toml").write_text("[play]\nprot = 1\n")
    done = fourup(command)
    assert done.returncode == 78
    assert done.stderr == "config.toml has the unknown key play.prot: did you mean play.port?\n"


@pytest.mark.mistaken
async def test_a_token_that_discord_does_not_know_is_told(playground: Playground) -> None:
    """As one sentence, with the exit code that says that starting again is of no use."""
    variables = {"FOURUP_DISCORD__TOKEN": "MTIz.x.y", "FOURUP_DISCORD__API_BASE": playground.api_base}
    done = await asyncio.to_thread(fourup, "run", **variables)
    assert done.returncode == 78
    assert "\nDiscord does not know this bot token" in f"\n{done.stderr}"


@pytest.mark.parametrize("command", ["run", "doctor"])
def test_a_library_that_is_missing_is_named_with_the_cure(bare_host: Path, command: str) -> None:
    """As after new sources that nobody has installed: a sentence, no trace, and no start after start."""
    (bare_host / "hidden").mkdir()
    (bare_host / "hidden" / "aiohttp.py").write_text("raise ModuleNotFoundError('gone', name='aiohttp')")
    done = fourup(command, FOURUP_DISCORD__TOKEN="x.y.z", PYTHONPATH=str(bare_host / "hidden"))
    assert done.returncode == 78
    assert done.stderr.startswith("The package aiohttp is missing: install Fourup once more")
    assert "Traceback" not in done.stderr
