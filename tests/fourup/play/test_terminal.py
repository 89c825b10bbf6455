"""What the host reads while the playground runs."""

from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from fourup.play.terminal import Terminal
from fourup.play.watch import Report


@pytest.fixture
def paper() -> StringIO:
    """What was printed."""
    return StringIO()


@pytest.fixture
def terminal(paper: StringIO) -> Terminal:
    """A terminal on paper."""
    return Terminal(Console(file=paper, width=60))


def test_each_new_state_is_one_sentence(terminal: Terminal, paper: StringIO) -> None:
    """The same state twice is said once."""
    for report in (
        Report("starting"),
        Report("starting", 7),
        Report("running", 7),
        Report("crashed", detail="The bot ended (signal SIGKILL)."),
        Report("stopped"),
    ):
        terminal.report(report)
    assert paper.getvalue().splitlines() == [
        "The bot is starting.",
        "The bot is online (process 7).",
        "The bot ended (signal SIGKILL).",
        "The bot is stopped; Start in the page starts it.",
    ]


def test_what_processes_write_is_neither_wrapped_nor_read(terminal: Terminal, paper: StringIO) -> None:
    """A line stays a line, and its brackets are no markup."""
    terminal.log("bot", "[red]" + "x" * 100)
    assert paper.getvalue() == f"       bot │ [red]{'x' * 100}\n"


def test_the_address_stays_in_one_piece(terminal: Terminal, paper: StringIO) -> None:
    """Narrow terminals fold the folder, not the address."""
    terminal.address("http://127.0.0.1:8420", Path("/a" * 60))
    assert "http://127.0.0.1:8420" in paper.getvalue()
    assert max(len(line) for line in paper.getvalue().splitlines()) <= 60
