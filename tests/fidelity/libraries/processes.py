"""Bots as processes of their own, in whatever language: started beside a playground, heard when they fail."""

import asyncio
import importlib.metadata
import json
import os
import shutil
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from playground import Playground

CLIENTS = Path(__file__).parents[2] / "clients"


@dataclass(frozen=True)
class Library:
    """A bot library as published, and the small bot written with it."""

    name: str
    script: str

    @property
    def command(self) -> list[str]:
        """How the bot is started. Skips the test, with the reason, where that cannot be done."""
        if self.script.endswith(".py"):
            return [sys.executable, str(CLIENTS / self.script)]
        node = shutil.which("node")
        if node is None:
            pytest.skip("discord.js needs Node.js, which is not here.")
        if not (CLIENTS / "node_modules" / "discord.js").exists():
            pytest.skip("discord.js is not here: `npm ci --prefix tests/clients` brings it.")
        return [node, str(CLIENTS / self.script)]

    @property
    def version(self) -> str:
        """As installed."""
        if self.script.endswith(".py"):
            return importlib.metadata.version(self.name)
        about = json.loads((CLIENTS / "node_modules" / self.name / "package.json").read_text("utf-8"))
        return str(about["version"])


@asynccontextmanager
async def running(library: Library, playground: Playground) -> AsyncIterator[asyncio.subprocess.Process]:
    """The bot's process, from its start until SIGTERM; what it said stands in the error of a test that fails."""
    environment = os.environ | {"DISCORD_API": playground.api_base, "DISCORD_TOKEN": playground.bot_token}
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        *library.command, stdout=pipe, stderr=asyncio.subprocess.STDOUT, env=environment
    )
    try:
        yield process
    except BaseException as wrong:
        wrong.add_note(f"{library.name} {library.version} said:\n{await _end(process)}")
        raise
    said = await _end(process)
    assert "Error" not in said, said


async def _end(process: asyncio.subprocess.Process) -> str:
    if process.returncode is None:
        process.terminate()
    try:
        async with asyncio.timeout(10):
            said, _ = await process.communicate()
    except TimeoutError:
        process.kill()
        said, _ = await process.communicate()
    return said.decode(errors="replace")
