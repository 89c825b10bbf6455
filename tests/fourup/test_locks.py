"""One bot a token, and one bot a folder."""

import re
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from fourup.errors import AlreadyRunning, ConfigurationError
from fourup.locks import one_bot

HOLD = """
import sys
from pathlib import Path
from fourup.locks import one_bot
with one_bot(Path(sys.argv[1]), sys.argv[2], None):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(folder: Path, token: str) -> "subprocess.Popen[str]":
    """Another process that holds them."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder), token], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


@pytest.mark.parametrize(
    ("folder", "token", "told"),
    [
        ("a", "other", r"process \d+\) has the folder .*a: stop that one first, or name another .*storage\.folder"),
        ("b", "secret", r"process \d+\) speaks to Discord with this token: stop that one first, or"),
    ],
)
def test_a_second_bot_is_told_who_is_the_first(bare_host: Path, folder: str, token: str, told: str) -> None:
    """By its process, with the cure, and without the token."""
    with holder(bare_host / "a", "secret") as first:
        with pytest.raises(AlreadyRunning) as refusal, one_bot(bare_host / folder, token, None):
            pass
        assert re.search(told, str(refusal.value))
        assert str(first.pid) in str(refusal.value)
        assert "secret" not in str(refusal.value)


@pytest.mark.parametrize("folder", ["a", "b"])
def test_a_bot_that_was_killed_holds_nothing(bare_host: Path, folder: str) -> None:
    """The operating system lets go for it, and the next start needs no cure."""
    with holder(bare_host / "a", "secret") as first:
        first.kill()
        first.wait()
    with one_bot(bare_host / folder, "secret", None):
        pass


def test_bots_of_different_discords_are_not_in_each_others_way(bare_host: Path) -> None:
    """Two playgrounds may have the same token, and one machine may have several bots."""
    with ExitStack() as stack:
        stack.enter_context(one_bot(bare_host / "a", "secret", None))
        stack.enter_context(one_bot(bare_host / "b", "secret", "http://127.0.0.1:8420/api"))
        stack.enter_context(one_bot(bare_host / "c", "other", None))


def test_a_token_cannot_be_had_from_its_lock(bare_host: Path) -> None:
    """Neither the name nor the content has it, and only the user can read the file."""
    with one_bot(bare_host / "a", "secret", None):
        (file,) = (bare_host / "state" / "fourup" / "locks").iterdir()
        assert "secret" not in file.name + file.read_text()
        assert file.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_names_its_key(bare_host: Path) -> None:
    """Before anything else is tried."""
    (bare_host / "file").touch()
    with (
        pytest.raises(ConfigurationError, match=r"cannot be written to .* storage\.folder"),
        one_bot(bare_host / "file" / "below", "secret", None),
    ):
        pass
