"""What the documents tell hosts to type in a terminal is there, and the lines of their guide do what they say."""

import re
import shlex
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from fourup.__main__ import app

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
LINE = re.compile(r"^ {4}fourup (?!play {2})(\S.*?)(?: {2,}#.*)?$", re.MULTILINE)
NAMED = re.compile(r"`fourup ([^`]+)`")
ELSEWHERE = "/mnt/copies/fourup"


def lines(name: str) -> list[str]:
    """What a document tells to type, line by line, without its remarks."""
    return [found.strip() for found in LINE.findall((ROOT / "docs" / name).read_text(encoding="utf-8"))]


def unknown(words: list[str]) -> str:
    """The first of these words that the command line does not know; empty where it knows all."""
    command = typer.main.get_command(app)
    while (within := getattr(command, "commands", None)) and words and not words[0].startswith("-"):
        if words[0] not in within:
            return words[0]
        command, words = within[words[0]], words[1:]
    known = {spelling for each in command.params for spelling in each.opts} | {"-h", "--help"}
    return next((each for each in words if each.startswith("-") and each.partition("=")[0] not in known), "")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(path: Path) -> None:
    """With its options, in a line of its own or within a sentence."""
    told = path.read_text(encoding="utf-8")
    named = [*LINE.findall(told), *(each for each in NAMED.findall(told) if re.match(r"[a-z-]", each))]
    ways = [re.sub(r"\\?\|\S+", "", each) for each in named]
    assert {each: found for each in ways if (found := unknown(shlex.split(each)))} == {}


def test_a_command_that_is_not_there_would_be_found() -> None:
    """And an option, too."""
    assert unknown(["db", "mend"]) == "mend"
    assert unknown(["db", "backup", "--fast", "x"]) == "--fast"
    assert unknown(["db", "backup", "x"]) == ""


def test_the_lines_of_the_guide_for_hosts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A copy is made, what is there is looked at, the copy is put back; drawing is paused, and goes on."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("FOURUP_STORAGE__FOLDER", str(tmp_path / "kept"))
    typed = lines("hosting.md")
    assert [each.split()[:2] for each in typed] == [
        ["db", "backup"],
        ["db", "check"],
        ["db", "restore"],
        ["pause", '"A'],
        ["resume"],
    ]
    runner, copy, pause = CliRunner(), tmp_path / "copies", tmp_path / "kept" / "paused.json"
    assert runner.invoke(app, ["db", "upgrade"]).exit_code == 0
    for line in typed:
        ended = runner.invoke(app, [str(copy) if word == ELSEWHERE else word for word in shlex.split(line)])
        assert ended.exit_code == 0, (line, ended.output)
        assert pause.exists() == line.startswith("pause")
    assert (copy / "fourup.db").is_file()
    assert (tmp_path / "kept" / "fourup.db").is_file()
