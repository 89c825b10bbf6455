"""What the documents say is so."""

import re
import subprocess
from pathlib import Path

import pytest

from fourup.__main__ import app
from tests.structure.source import ROOT

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
PICTURE = re.compile(r"!\[[^]]*\]\(([^)\s]+)\)")
LARGEST = 4 << 20
"""Bytes of all pictures together."""
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.* ## ", MAKEFILE, flags=re.MULTILINE))


def code_of(path: Path) -> str:
    """What a document shows as code, in blocks and in lines."""
    text = path.read_text(encoding="utf-8")
    return "\n".join(re.findall(r"```.*?```|^    [^\n]*$|`[^`\n]+`", text, flags=re.DOTALL | re.MULTILINE))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_make_targets_that_are_named_exist(path: Path) -> None:
    """A command that is copied from a document works."""
    assert set(re.findall(r"\bmake ([a-z-]+)", code_of(path))) <= TARGETS


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_fourup_commands_that_are_named_exist(path: Path) -> None:
    """Those that a host can type; the bot's own process is started by its module."""
    named = set(re.findall(r"(?<!-m )\bfourup (?!--)([a-z]+)\b", code_of(path)))
    typed = {each.callback.__name__ for each in app.registered_commands if each.callback and not each.hidden}
    assert named <= typed | {each.name for each in app.registered_groups}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_into_the_project_lead_somewhere(path: Path) -> None:
    """Files and pictures that are pointed at are there."""
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8")):
        if "://" not in target and not target.startswith("mailto:"):
            assert (path.parent / target).exists(), target


def test_every_picture_is_shown_and_all_of_them_are_small() -> None:
    """None is left over from another time, and a checkout with all of them stays quick."""
    pictures = ROOT / "docs" / "pictures"
    told = {(path.parent / each).resolve() for path in DOCUMENTS for each in PICTURE.findall(path.read_text("utf-8"))}
    assert {path.name for path in pictures.iterdir()} == {path.name for path in told}
    assert sum(path.stat().st_size for path in pictures.iterdir()) < LARGEST


def test_the_map_of_the_readme_is_the_tree() -> None:
    """Every folder that is tracked is in the map, and the other way round."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode != 0:
        pytest.skip("this is no git checkout, so nothing says which folders belong to the project")
    folders = {line.partition("/")[0] for line in tracked.stdout.splitlines() if "/" in line}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    mapped = set(re.findall(r"^    ([a-z]+)/ ", readme, flags=re.MULTILINE))
    assert mapped == {folder for folder in folders if not folder.startswith(".")}


def test_every_target_is_explained_and_is_no_file() -> None:
    """`make` alone lists them all."""
    phony = set(re.search(r"^\.PHONY: (.*)$", MAKEFILE, flags=re.MULTILINE)[1].split())  # type: ignore[index]
    assert phony == TARGETS
    assert {"play", "test", "check", "bench", "proof"} <= TARGETS


def test_continuous_integration_runs_what_the_readme_says() -> None:
    """The readme's way to test is the one that decides."""
    script = ROOT / ".ci" / "run"
    text = script.read_text(encoding="utf-8")
    assert script.stat().st_mode & 0o111
    assert re.search(r"^make check$", text, flags=re.MULTILINE)
    assert re.search(r"^make test\b", text, flags=re.MULTILINE)
    assert "`make test`" in (ROOT / "README.md").read_text(encoding="utf-8")
