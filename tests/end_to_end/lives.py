"""The bot as a process that is started again whenever it died, and all the processes that came of it."""

import asyncio
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from playground import Playground
from tests.fourup.running import ROOT, SCRIPT

LOG = "bot.log"
STAND_IN = (sys.executable, "-c", SCRIPT)
"""The bot with a stand-in for what draws."""
_CAREFUL = """
from functools import partial
import fourup.wiring as wiring
from bot.delivery.parts import Pace
wiring.DeliveryParts = partial(wiring.DeliveryParts, pace=Pace(nonce=-1.0))
"""
CAREFUL = (sys.executable, "-c", _CAREFUL + SCRIPT)
"""The same, to which every nonce is too old to be known: before it posts again it reads what stands in the channel."""
WHOLE = (sys.executable, "-P", "-m", "fourup", "run", "--exit-with-parent")
"""The bot as a host starts it."""
PATIENCE = 30.0  # seconds for a clean stop on a busy machine

BOT, WORKER, DECODER = "bot", "worker", "decoder"


@dataclass
class Lives:
    """The bot of a host in `folder`, one life after the other from entering until it is stopped or left."""

    playground: Playground
    folder: Path
    command: Sequence[str] = STAND_IN
    variables: dict[str, str] = field(default_factory=dict)
    exit_codes: list[int] = field(default_factory=list)
    """Of the lives that have ended."""
    process: asyncio.subprocess.Process | None = None
    _is_over: bool = False

    async def __aenter__(self) -> Self:
        self.folder.mkdir(exist_ok=True)
        self._living = asyncio.create_task(self._live())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._is_over = True
        self.strike(*processes(self.folder))
        await self._living

    @property
    def said(self) -> str:
        """The log of all lives."""
        return (self.folder / LOG).read_text(encoding="utf-8", errors="replace")

    def by_role(self) -> dict[str, list[int]]:
        """The numbers of its processes."""
        found: dict[str, list[int]] = {BOT: [], WORKER: [], DECODER: []}
        for pid, command in processes(self.folder).items():
            is_bot = self.process is not None and pid == self.process.pid
            role = BOT if is_bot else DECODER if "bot.images.decoding" in command else WORKER
            found[role].append(pid)
        return found

    def strike(self, *pids: int) -> int:
        """SIGKILL to these, each with its process group; how many there were."""
        struck = 0
        for pid in pids:
            with suppress(ProcessLookupError):
                os.killpg(os.getpgid(pid), signal.SIGKILL)
                struck += 1
        return struck

    async def stop(self) -> int:
        """The exit code of a clean stop, after which there is no further life."""
        self._is_over = True
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        async with asyncio.timeout(PATIENCE):
            await asyncio.shield(self._living)
        return self.exit_codes.pop()

    async def _live(self) -> None:
        foreign = {name: value for name, value in os.environ.items() if not name.upper().startswith("FOURUP_")}
        own = {
            "FOURUP_DISCORD__TOKEN": self.playground.bot_token,
            "FOURUP_PICTURES__CHECK": "false",
            "FOURUP_DISCORD__API_BASE": self.playground.api_base,
            "XDG_STATE_HOME": str(self.folder / "state"),
            "PYTHONPATH": str(ROOT),
        }
        with (self.folder / LOG).open("ab") as log:
            while not self._is_over:
                self.process = await asyncio.create_subprocess_exec(
                    *self.command,
                    stdin=asyncio.subprocess.PIPE,
                    stdout=log,
                    stderr=log,
                    cwd=self.folder,
                    env=foreign | own | self.variables,
                    start_new_session=True,
                )
                self.exit_codes.append(await self.process.wait())


def processes(folder: Path) -> dict[int, str]:
    """How each process that works in this folder was started: the bot's, and what it left behind."""
    return dict(_in(str(folder.resolve())))


def _in(folder: str) -> Iterator[tuple[int, str]]:
    for each in Path("/proc").iterdir():
        if each.name.isdecimal():
            with suppress(OSError):
                if str((each / "cwd").readlink()) == folder:
                    yield int(each.name), (each / "cmdline").read_text().replace("\0", " ")
