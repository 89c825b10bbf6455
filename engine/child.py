"""A child process: its lines, its end, and a clean stop; it goes when we go, however we go."""

import asyncio
import signal
from collections import deque
from collections.abc import AsyncIterator, Callable, Mapping, Sequence

LONGEST_LINE = 64 * 1024  # bytes
PATIENCE = 5.0  # seconds between asking a process to stop and ending it; all of the bot's stop has ten
DRAIN = 1.0  # seconds to read what an ended process left in its pipes

Listener = Callable[[str], None]


class Child:
    """A running process whose standard input is a pipe that closes with us."""

    def __init__(self, process: asyncio.subprocess.Process, on_output: Listener, on_error: Listener) -> None:
        self.process = process
        self.last_errors: deque[str] = deque(maxlen=20)
        self._on_error = on_error
        self._readers = [
            asyncio.create_task(_each_line(process.stdout, on_output)),
            asyncio.create_task(_each_line(process.stderr, self._error)),
        ]
        self._end = asyncio.create_task(self._ended())

    @classmethod
    async def start(
        cls, command: Sequence[str], environment: Mapping[str, str], on_output: Listener, on_error: Listener
    ) -> "Child":
        """Start it in a session of its own, so that Ctrl-C in the terminal reaches us alone."""
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=pipe, env=dict(environment), start_new_session=True
        )
        return cls(process, on_output, on_error)

    @property
    def pid(self) -> int:
        """The operating system's number for it."""
        return self.process.pid

    def tell(self, line: str) -> None:
        """Write a line to its standard input, kept for it while it is busy; nobody hears it where it has ended."""
        if self.process.stdin is not None and self.process.returncode is None:
            self.process.stdin.write(line.encode() + b"\n")

    async def wait(self) -> int:
        """The exit code, once it has ended and its lines are read; negative for the signal that killed it."""
        return await asyncio.shield(self._end)

    async def stop(self, patience: float | None = None) -> int:
        """Ask it to stop, end it where it does not within so many seconds, PATIENCE by default; the exit code."""
        self._signal(signal.SIGTERM)
        try:
            return await asyncio.wait_for(self.wait(), PATIENCE if patience is None else patience)
        except TimeoutError:
            self.kill()
            return await self.wait()

    def kill(self) -> None:
        """End it at once."""
        self._signal(signal.SIGKILL)

    def reason(self, exit_code: int) -> str:
        """How it ended, in words, with its own last words where it had the time for them."""
        if exit_code < 0:
            return f"signal {signal.Signals(-exit_code).name}"
        last = next((line.strip() for line in reversed(self.last_errors) if line.strip()), "")
        return f"exit code {exit_code}: {last}" if last else f"exit code {exit_code}"

    def _signal(self, number: int) -> None:
        if self.process.returncode is None:
            self.process.send_signal(number)

    def _error(self, line: str) -> None:
        self.last_errors.append(line)
        self._on_error(line)

    async def _ended(self) -> int:
        exit_code = await self.process.wait()
        await asyncio.wait(self._readers, timeout=DRAIN)
        for reader in self._readers:
            reader.cancel()
        return exit_code


async def _each_line(stream: asyncio.StreamReader | None, listener: Listener) -> None:
    async for line in _lines(stream):
        listener(line.decode(errors="replace"))


async def _lines(stream: asyncio.StreamReader | None) -> AsyncIterator[bytes]:
    """Lines without their ends; one that is longer than LONGEST_LINE comes in pieces."""
    if stream is None:
        return
    rest = b""
    while chunk := await stream.read(LONGEST_LINE):
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            yield line
        if len(rest) >= LONGEST_LINE:
            yield rest
            rest = b""
    if rest:
        yield rest
