"""Every token of a test's playground is a canary: one that is found in what was written fails the test.

Searched are all files in the test's own folder (the bot's database, its log, what it keeps), and what its processes
wrote to standard output and error. Load it in a conftest: pytest_plugins = ["tests.canary"].
"""

import re
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from fourup.logs import hide_secrets

TOKEN = re.compile(rb"(?<![\w-])[\w-]{18,40}\.[0-9a-f]{6}\.[0-9a-f]{38}(?![0-9a-f])")
"""A bot's or a member's, as the playground makes them."""
INTERACTION = re.compile(rb"(?<![0-9a-f])[0-9a-f]{96}(?![0-9a-f])")
"""An interaction's."""
OWN = re.compile(r"token|playground\.(db|sqlite)|world\.db|exchanges-|^config\.toml$|\.safetensors$")
"""Files in which tokens are at home (those that hold one for the bot to read, and the playground's own), and weights,
of which there are many megabytes, and to which no member's words ever come.
"""
LARGEST = 64 << 20
"""Bytes of a file that is searched; no test writes a larger one but to fill a disk."""


def leaks_in(content: bytes) -> list[str]:
    """The beginnings of the tokens in it."""
    found = [*TOKEN.findall(content), *INTERACTION.findall(content)]
    return [f"{each[:12].decode(errors='replace')}…" for each in found]


def leaks_under(folder: Path) -> Iterator[str]:
    """Each file with tokens that should have none."""
    for path in folder.rglob("*"):
        if OWN.search(path.name) or not path.is_file() or path.stat().st_size > LARGEST:
            continue
        content = path.read_bytes()
        if TOKEN.fullmatch(content.strip()):
            continue  # a file for nothing else, that the host named
        if found := leaks_in(content):
            yield f"{path.relative_to(folder)}: {', '.join(found[:3])}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Once everything that the test started has ended."""
    folders = [each for each in getattr(item, "funcargs", {}).values() if isinstance(each, Path) and each.is_dir()]
    done = yield
    leaks = [leak for folder in dict.fromkeys(folders) if folder.is_dir() for leak in leaks_under(folder)]
    for when, key, content in item._report_sections:
        # what an unconfigured log writes here passes the filter in a bot that runs
        if key in {"stdout", "stderr"} and (found := leaks_in(hide_secrets(content).encode(errors="replace"))):
            leaks.append(f"{key} of {when}: {', '.join(found[:3])}")
    if leaks and item.get_closest_marker("leaking") is None:
        pytest.fail("a token was written:\n" + "\n".join(leaks), pytrace=False)
    return done


def pytest_configure(config: pytest.Config) -> None:
    """A mark for tests that write one on purpose, or what looks like one and cannot be."""
    config.addinivalue_line(
        "markers", "leaking: the test writes a token on purpose, or what looks like one where none is"
    )
