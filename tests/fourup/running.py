"""A bot as `fourup run` starts it: a process of its own, with a stand-in for the engine's."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from tests.canary import heard

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0  # seconds until something that has to come must have come
SCRIPT = """
import sys
from pathlib import Path
from fourup.errors import FourupError
from fourup.run import run
from fourup.settings import load
from tests.end_to_end.stand_in import command
try:
    run(load(), exit_with_parent=True, worker=command)
except FourupError as error:
    print(error, file=sys.stderr)
    sys.exit(error.exit_code)
"""


class Running:
    """The process, and what it says."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.said: list[str] = []
        self._reader = asyncio.create_task(self._read())

    async def online(self) -> "Running":
        """Wait until it is; one that ends before fails the test with what it said."""
        assert self.process.stdout is not None
        async with asyncio.timeout(PATIENCE):
            line = await self.process.stdout.readline()
        if not line:
            await self.end()
        assert line, "\n".join(self.said)
        assert json.loads(line) == {"event": "online"}
        return self

    async def end(self, number: signal.Signals | None = None) -> int:
        """The exit code, once it has ended, by this signal where one is given, and all that it said is read."""
        if number is not None:
            self.process.send_signal(number)
        async with asyncio.timeout(PATIENCE):
            exit_code = await self.process.wait()
            await self._reader
        return exit_code

    def family(self) -> dict[str, int]:
        """The numbers of all processes that descend from it, by how they were started."""
        return family_of(self.process.pid)

    async def _read(self) -> None:
        assert self.process.stderr is not None
        async for line in self.process.stderr:
            self.said.append(line.decode().rstrip())
            heard("the bot's standard error", self.said[-1])


@asynccontextmanager
async def bot(**variables: str) -> AsyncIterator[Running]:
    """The bot in the working folder; ended by force afterwards where the test has not ended it."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", SCRIPT),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | variables,
    )
    it = Running(process)
    try:
        yield it
    finally:
        if process.returncode is None:
            process.kill()
        await it.end()


def family_of(pid: int) -> dict[str, int]:
    """The numbers of all processes that descend from this one, by how they were started."""
    children = [
        int(child)
        for thread in Path(f"/proc/{pid}/task").iterdir()
        for child in (thread / "children").read_text().split()
    ]
    found = {Path(f"/proc/{child}/cmdline").read_text().replace("\0", " "): child for child in children}
    for child in children:
        found |= family_of(child)
    return found
