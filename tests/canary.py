"""Every token of a test's playground is a canary: one that is found in what was written or said fails the test.

Searched are all files in the test's own folders (the bot's database, its log, what it keeps, the files in a ZIP), what
its processes wrote to standard output and error, also where the test read it itself (`heard`), what was logged, and
what the bot asked of Discord, so that none stands in what members read. Load it in a conftest:
pytest_plugins = ["tests.canary"].
"""

import io
import json
import os
import re
import zipfile
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from fourup.logs import hide_secrets
from playground import Exchange, Playground
from playground.__main__ import RECORD
from tests.contract.contract import Recorded, recorded

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

BOT = "Fourup"
"""Who asks, where it is the bot; a member's own words are the member's business."""
_heard: list[tuple[str, str]] = []


def heard(source: str, text: str) -> None:
    """A test has read this by itself, of a process or of its pages: it is searched when the test ends."""
    _heard.append((source, text))


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
        found = leaks_in(content)
        if zipfile.is_zipfile(path):
            found += leaks_in(_unpacked(content))
        if found:
            yield f"{path.relative_to(folder)}: {', '.join(found[:3])}"


def _unpacked(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return b"\n".join(archive.read(each) for each in archive.infolist() if each.file_size <= LARGEST)


def leaks_asked(exchange: Exchange | Recorded) -> list[str]:
    """The tokens in what the bot asked of Discord, which others may read; its own is in a header, which is not here."""
    if exchange.who != BOT:
        return []
    return leaks_in(json.dumps([exchange.request, exchange.query], default=str).encode())


@pytest.fixture(autouse=True)
def nothing_asked_of_discord_has_a_token(
    monkeypatch: pytest.MonkeyPatch, every_playground_is_observed: None
) -> Iterator[None]:
    """Wherever a test starts a playground, in this process or in one of its own."""
    start, record = Playground.__aenter__, Path(os.environ[RECORD])

    def hear(exchange: Exchange | Recorded) -> None:
        if leaks_asked(exchange):
            heard(f"{exchange.method} {exchange.path}", json.dumps([exchange.request, exchange.query], default=str))

    async def start_heard(self: Playground) -> Playground:
        started = await start(self)
        started.observe(hear)
        return started

    monkeypatch.setattr(Playground, "__aenter__", start_heard)
    yield
    for exchange in recorded(record) if record.exists() else ():
        hear(exchange)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, object, object]:
    """Once everything that the test started has ended."""
    folders = [each for each in getattr(item, "funcargs", {}).values() if isinstance(each, Path) and each.is_dir()]
    done = yield
    leaks = [leak for folder in dict.fromkeys(folders) if folder.is_dir() for leak in leaks_under(folder)]
    # what an unconfigured log writes here passes the filter in a bot that runs
    said = [(f"{key} of {when}", hide_secrets(content)) for when, key, content in item._report_sections]
    for source, text in (*said, *_heard):
        if found := leaks_in(text.encode(errors="replace")):
            leaks.append(f"{source}: {', '.join(found[:3])}")
    _heard.clear()
    if leaks and item.get_closest_marker("leaking") is None:
        pytest.fail("a token was written:\n" + "\n".join(leaks), pytrace=False)
    return done


def pytest_configure(config: pytest.Config) -> None:
    """A mark for tests that write one on purpose, or what looks like one and cannot be."""
    config.addinivalue_line(
        "markers", "leaking: the test writes a token on purpose, or what looks like one where none is"
    )
