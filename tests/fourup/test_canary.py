"""No token is written anywhere: the search for them in every test, and a day on which everything is told."""

import asyncio
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from playground import Playground
from playground.member import Member
from tests.canary import leaks_in, leaks_under
from tests.end_to_end.conftest import MODEL
from tests.end_to_end.ledger import Ledger
from tests.end_to_end.lives import Lives
from tests.end_to_end.stand_in import model_in
from tests.end_to_end.waiting import until
from tests.fourup.running import ROOT


@pytest.mark.leaking
def test_the_search_finds_tokens(tmp_path: Path, playground: Playground) -> None:
    """In the middle of a file, however deep; in a file that is meant for them it does not look."""
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "fourup.db").write_bytes(b"\0" + playground.bot_token.encode() + b"\0")
    (tmp_path / "bot.log").write_text(f"POST /webhooks/1/{playground.world.secret(96)}/messages")
    (tmp_path / "discord.token").write_text(playground.bot_token)
    (tmp_path / "harmless").write_text(f"{'a' * 64} {'b' * 128} bot.images.decoding")
    assert sorted(each.partition(":")[0] for each in leaks_under(tmp_path)) == ["bot.log", "deep/fourup.db"]


LEAKS = """
import logging, subprocess, sys, zipfile
import aiohttp, pytest
from tests.canary import heard

TOKEN = "c" * 96

@pytest.fixture
async def http():
    async with aiohttp.ClientSession() as session:
        yield session

def test_file(tmp_path):
    (tmp_path / "fourup.db").write_text(f"here {TOKEN} there")

def test_packed(tmp_path):
    with zipfile.ZipFile(tmp_path / "yours.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("jobs.json", TOKEN)

def test_folder_of_a_fixture(tmp_path_factory, tmp_path):
    (tmp_path / "deep" / "deeper").mkdir(parents=True)
    (tmp_path / "deep" / "deeper" / "bot.log").write_text(TOKEN)

def test_printed():
    print(TOKEN)

def test_error():
    print(TOKEN, file=sys.stderr)

def test_child():
    subprocess.run([sys.executable, "-c", f"import sys; sys.stderr.write('{TOKEN}')"], check=True)

def test_logged():
    logging.getLogger("bot").warning("it is %s", TOKEN)

def test_read_from_a_pipe():
    heard("/metrics", f"fourup_up{{token=\\"{TOKEN}\\"}} 1")

async def test_told_to_members(playground, http, ada):
    channel = ada.channel("general")["id"]
    headers = {"Authorization": f"Bot {playground.bot_token}"}
    place = f"{playground.api_base}/v10/channels/{channel}/messages"
    async with http.post(place, headers=headers, json={"content": f"oh, {TOKEN}"}) as answer:
        assert answer.status == 200, await answer.text()

async def test_harmless(playground, http, ada, tmp_path):
    (tmp_path / "fourup.db").write_text("c" * 64)
    channel = ada.channel("general")["id"]
    headers = {"Authorization": f"Bot {playground.bot_token}"}
    place = f"{playground.api_base}/v10/channels/{channel}/messages"
    async with http.post(place, headers=headers, json={"content": "oh"}) as answer:
        assert answer.status == 200, await answer.text()
    print("a harmless word")
"""


def test_whoever_leaks_fails(tmp_path: Path) -> None:
    """In each way that is watched, in a suite of its own; and who leaks nothing passes."""
    (tmp_path / "test_leaks.py").write_text(LEAKS)
    (tmp_path / "conftest.py").write_text("from tests.conftest import *\n")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "no:cacheprovider", "-p", "no:xdist"]
    options = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), f"--basetemp={tmp_path / 'inner'}"]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*command, *options, str(tmp_path)], capture_output=True, text=True, check=False, env=environment, cwd=tmp_path
    )
    failed = set(re.findall(r"^ERROR test_leaks.py::test_(\w+)", done.stdout, re.MULTILINE))
    leaking = set(re.findall(r"def test_(\w+)", LEAKS)) - {"harmless"}
    shutil.rmtree(tmp_path / "inner")
    (tmp_path / "test_leaks.py").unlink()
    assert failed == leaking, done.stdout[-3000:]
    assert "PASSED test_leaks.py::test_harmless" in done.stdout


@pytest.mark.failing
@pytest.mark.parametrize("form", ["console", "json"])
async def test_a_bot_that_tells_all_tells_no_token(tmp_path: Path, form: str) -> None:
    """With `log.level = "debug"`, libraries included, on a day on which requests fail in every way."""
    host = tmp_path / "host"
    model_in(host / "small")
    (host / "config.toml").write_text(MODEL.format("small"))
    variables = {"FOURUP_LOG__LEVEL": "debug", "FOURUP_LOG__FORMAT": form, "STAND_IN_STEP": "0.01"}
    async with (
        Playground() as world,
        Lives(world, host, variables=variables) as lives,
        Member(world.origin, "ada") as ada,
    ):
        ledger = Ledger(world, host)
        await until(lambda: world.hub.is_online(world.application_id))
        for kind, more in (
            ("rate_limit", {"route": "callback", "retry_after": 0.1}),
            ("error_after", {"route": "^POST /channels/", "status": 500}),
            ("drop_after", {"route": "callback"}),
            ("gateway_repeat", {}),
            ("gateway_drop", {}),
        ):
            world.faults.add(kind, **more)
            before = ledger.delivered()
            await ada.slash(ada.channel("general"), "imagine", prompt="an owl")
            async with asyncio.timeout(40):
                await until(lambda before=before: ledger.delivered() > before)
        assert await lives.stop() == 0
        said = lives.said
    assert "[hidden]" in said, "there was something to hide"
    assert "WebSocket" in said or "gateway" in said
    assert leaks_in(said.encode()) == []
