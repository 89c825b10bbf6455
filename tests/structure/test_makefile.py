"""The make targets: what they install, and that they do it once; a program that notes its calls stands for Python."""

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from tests.structure.source import ROOT

NOTES = """#!/bin/sh
# Notes how it was called; makes itself into what an environment holds where that is asked for.
echo "$(basename "$0") $*" >> "$NOTES"
if [ "$1 $2" = "-m venv" ]; then
    mkdir -p "$3/bin"
    for name in python pip fourup ruff mypy; do cp "$0" "$3/bin/$name"; done
fi
"""
INSTALL = "python -m pip install --quiet --editable ."
INSTALL_ALL = "python -m pip install --quiet --editable .[dev]"


class Checkout:
    """A fresh checkout on a machine with the stand-in for Python, and no npm."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._notes = folder / "notes"
        tools = folder / "tools"
        tools.mkdir()
        (tools / "python3").write_text(NOTES)
        (tools / "python3").chmod(0o755)
        for name in ("bash", "sh", "echo", "mkdir", "cp", "touch", "basename", "cat", "grep", "sed", "expand", "rm"):
            (tools / name).symlink_to(str(shutil.which(name)))
        self.environment = {"PATH": str(tools), "NOTES": str(self._notes)}
        for name in ("Makefile", "pyproject.toml"):
            shutil.copy(ROOT / name, folder)
        clients = folder / "tests" / "clients"
        clients.mkdir(parents=True)
        (clients / "package-lock.json").write_text("{}")

    def make(self, *arguments: str) -> list[str]:
        """The calls that this make led to."""
        self._notes.write_text("")
        self.run(*arguments, is_checked=True)
        return [line for line in self._notes.read_text().splitlines() if not line.startswith("python3 -c")]

    def run(self, *arguments: str, is_checked: bool) -> "subprocess.CompletedProcess[str]":
        """Run make here."""
        command = [str(shutil.which("make")), *arguments]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=is_checked
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Fresh."""
    if shutil.which("make") is None:
        pytest.skip("make is not installed")
    return Checkout(tmp_path)


def test_the_first_play_installs_and_the_second_only_plays(checkout: Checkout) -> None:
    """A newcomer types one thing; the second time needs no network."""
    plays = "fourup play --port 8420 --data .play"
    assert checkout.make("play") == ["python3 -m venv .venv", INSTALL, plays]
    assert checkout.make("play") == [plays]


def test_play_takes_port_folder_and_options(checkout: Checkout) -> None:
    """As the readme says."""
    assert checkout.make("play", "PORT=9000", "DATA=/x", "ARGS=--no-browser")[-1] == (
        "fourup play --port 9000 --data /x --no-browser"
    )


def test_test_installs_what_only_developers_need(checkout: Checkout) -> None:
    """On top of what is there, once."""
    checkout.make("play")
    assert checkout.make("test", "ARGS=tests/bot") == [INSTALL_ALL, "python -m pytest tests/bot"]
    shared = "--numprocesses logical --maxprocesses 4 --dist loadfile --no-loadscope-reorder"
    assert checkout.make("test") == [f"python -m pytest {shared}"]
    assert checkout.make("proof") == ["python -m pytest -m proof"]


def test_without_npm_it_says_what_is_skipped(checkout: Checkout) -> None:
    """And goes on."""
    assert "the tests with discord.js will be skipped" in checkout.run("test", is_checked=True).stdout


def test_changed_dependencies_are_installed_again(checkout: Checkout) -> None:
    """A pull that changes pyproject.toml needs nothing to be remembered."""
    checkout.make("test")
    later = time.time() + 10
    os.utime(checkout.folder / "pyproject.toml", (later, later))
    assert checkout.make("check")[:2] == [INSTALL, INSTALL_ALL]


def test_without_a_python_it_names_the_cure(checkout: Checkout) -> None:
    """One sentence."""
    done = checkout.run("play", "PYTHON=", is_checked=False)
    assert done.returncode != 0
    assert "Fourup needs Python 3.11 or newer" in done.stderr


def test_make_alone_lists_the_targets(checkout: Checkout) -> None:
    """And does nothing."""
    listed = checkout.run(is_checked=True).stdout
    assert "make play" in listed
    assert "make proof" in listed
    assert not (checkout.folder / ".venv").exists()
