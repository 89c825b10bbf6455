"""`fourup explain` without a prompt."""

import io
import os
import pty
import subprocess
import sys

import pytest
from rich.console import Console

from bot.prompt.parse import Rules
from bot.prompt.personal import Personal
from fourup.explain.interactive import QUESTION, offers, prompts
from fourup.explain.steps import By

COMMAND = [sys.executable, "-m", "fourup", "explain"]


def test_lines_of_a_pipe_are_explained_one_by_one() -> None:
    """Empty ones are passed over; one that is wrong makes the exit code 1."""
    done = subprocess.run(
        [*COMMAND, "--json"], input="a cat\n\na dog --arr 3:2\n", capture_output=True, text=True, check=False
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.count('"ok": true') == 1
    assert done.stdout.count('"suggestion": "--ar"') == 1


def test_nothing_typed_is_no_mistake() -> None:
    """The end of the input ends it."""
    assert list(prompts(io.StringIO(""), Console(file=io.StringIO()))) == []


@pytest.mark.parametrize(
    ("line", "word", "offered"),
    [
        ("a cat --styli", "--styli", ["--stylize"]),
        ("a cat --sampler eu", "eu", ["euler", "euler_a"]),
        ("word " * 100 + "--styli", "--styli", ["--stylize"]),
        ("a cat", "cat", []),
    ],
)
def test_the_last_word_is_completed(line: str, word: str, offered: list[str]) -> None:
    """However long the line."""
    assert offers(line, word) == offered


def test_in_a_terminal_tab_completes() -> None:
    """`--styli` and Tab is `--stylize`; Ctrl-D ends."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(
        COMMAND, stdin=follower, stdout=follower, stderr=follower, env={**os.environ, "TERM": "xterm", "COLUMNS": "200"}
    )
    os.close(follower)
    shown = Shown(leader)
    try:
        shown.until(QUESTION)
        os.write(leader, b"a cat --styli\t2000\n")
        assert "`--stylize` must be between 0 and 1000" in shown.until("As it should be")
        shown.until(QUESTION)
        os.write(leader, b"\x04")
        assert process.wait(timeout=20) == 1
    finally:
        process.kill()
        process.wait()
        os.close(leader)


class Shown:
    """What a terminal shows, in however large pieces it comes."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._ahead = ""

    def until(self, wanted: str) -> str:
        """What follows the last answer, with `wanted` as its end; what came after that is kept for the next one."""
        while wanted not in self._ahead:
            self._ahead += os.read(self._terminal, 4096).decode(errors="replace")
        seen, _, self._ahead = self._ahead.partition(wanted)
        return seen + wanted


def test_a_member_s_macros_are_offered() -> None:
    """By the rules that hold for the rest, too."""
    assert offers("a cat --moo", "--moo", By(mine=Personal({"mood": "gloomy"}))) == ["--mood"]
    assert offers("a cat --moo", "--moo") == []
    assert offers("a cat --sampler eu", "eu", By(Rules("7"))) == ["euler", "euler_a"]
