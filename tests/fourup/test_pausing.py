"""The host pauses and goes on: by a file beside the database, which the bot looks at."""

from pathlib import Path

import pytest
from rich.console import Console

from bot.jobs.queue import Halt, Hold
from fourup.doctor.storage import paused
from fourup.errors import StorageFailed
from fourup.pausing import FILE, Pausing, pause_here, read, resume_here

QUIET = Console(quiet=True)


class Resting:
    """An engine that notes what it is told."""

    def __init__(self) -> None:
        self.is_resting = False

    def rest(self) -> None:
        """Give everything back."""
        self.is_resting = True

    def wake(self) -> None:
        """Be there again."""
        self.is_resting = False


async def test_a_pause_rests_the_engine_until_it_is_taken_back(tmp_path: Path) -> None:
    """Nothing is handed to it meanwhile, and whoever waits reads why."""
    engine = Resting()
    pausing = Pausing(tmp_path, engine)
    await pausing.look()
    assert (engine.is_resting, pausing.hold()) == (False, None)
    pause_here(tmp_path, "A game tonight.", QUIET)
    await pausing.look()
    assert (engine.is_resting, pausing.hold()) == (True, Hold(Halt.PAUSED, 0, "A game tonight."))
    resume_here(tmp_path, QUIET)
    await pausing.look()
    assert (engine.is_resting, pausing.hold()) == (False, None)


async def test_a_bot_that_starts_paused_stays_so(tmp_path: Path) -> None:
    """The file outlives it."""
    pause_here(tmp_path / "new", "", QUIET)
    engine = Resting()
    await Pausing(tmp_path / "new", engine).look()
    assert engine.is_resting


@pytest.mark.parametrize("text", ["", "[]", '{"since": "x", "reason": ""}'])
def test_a_damaged_file_still_pauses(tmp_path: Path, text: str) -> None:
    """Somebody wanted it; `fourup resume` takes it away."""
    (tmp_path / FILE).write_text(text)
    assert read(tmp_path) is not None
    resume_here(tmp_path, QUIET)
    assert read(tmp_path) is None
    resume_here(tmp_path, QUIET)


def test_a_folder_that_takes_nothing_is_told(tmp_path: Path) -> None:
    """In one sentence."""
    (tmp_path / "file").touch()
    with pytest.raises(StorageFailed, match="cannot be written"):
        pause_here(tmp_path / "file", "", QUIET)


def test_doctor_says_that_it_is_paused(tmp_path: Path) -> None:
    """With the reason and the cure; else nothing."""
    assert paused(tmp_path) == []
    pause_here(tmp_path, "A game tonight.", QUIET)
    (finding,) = paused(tmp_path)
    assert finding.status == "warn"
    assert "A game tonight." in finding.message
    assert "fourup resume" in finding.cure
