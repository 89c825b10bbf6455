"""A few decoding processes, kept warm: one that dies, or takes too long, is replaced."""

import asyncio
import contextlib
import os
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import BinaryIO, Self, cast

from bot.images.decoding.__main__ import DONE, LENGTH
from bot.images.errors import Reason

COMMAND = (sys.executable, "-m", "bot.images.decoding")
PATIENCE = 20.0  # seconds for one picture; waiting for a process to be free does not count
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "PYTHONPATH", "VIRTUAL_ENV")
"""What of the environment they see: nothing that is secret."""


_LONGEST_ANSWER = 128 * 1024 * 1024  # bytes; a picture of the largest size that does not compress at all takes 64 MiB
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
_REASONS = {reason.value.encode(): reason for reason in Reason}


class CannotDecode(Exception):
    """The bytes give no picture, for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason


class Decoders:
    """At most `most` processes, each with a thread that talks to it; an async context manager.

    `decode` waits for a free one, and keeps nobody else waiting: nothing of it happens on the event loop.
    """

    def __init__(self, most: int = 2, command: Sequence[str] = COMMAND, patience: float = PATIENCE) -> None:
        self._command = tuple(command)
        self._patience = patience
        self._threads = ThreadPoolExecutor(most, thread_name_prefix="decode")
        self._idle: list[_Process] = []
        self._all: set[_Process] = set()
        self._is_closed = False
        self._lock = threading.Lock()

    async def decode(self, content: bytes) -> bytes:
        """What `original` makes of it. Raises CannotDecode."""
        answer = await self.ask(content)
        if answer[:1] == DONE and answer[1:].startswith(_SIGNATURES):
            return answer[1:]
        raise CannotDecode(_REASONS.get(answer[1:], Reason.BROKEN))

    async def ask(self, content: bytes) -> bytes:
        """What a process answers; nothing where it died of it, or took too long."""
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._decode, content)

    async def warm(self) -> None:
        """Start one, so that the first picture does not wait for it."""
        with contextlib.suppress(CannotDecode):
            await self.decode(b"")

    async def close(self) -> None:
        """End them all, the working ones too."""
        with self._lock:
            self._is_closed = True
            running, self._idle = list(self._all), []
        for each in running:
            each.kill()
        await asyncio.to_thread(self._threads.shutdown, wait=True, cancel_futures=True)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    def _decode(self, content: bytes) -> bytes:
        """The answer; nothing where a process died of it that had nothing else behind it."""
        while True:
            process = self._take()
            is_fresh = process.is_fresh
            answer = process.ask(content, self._patience)
            if answer:
                self._give_back(process)
                return answer
            self._drop(process)
            if is_fresh or process.took_too_long:
                return b""

    def _take(self) -> "_Process":
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.is_running:
                    return process
                process.kill()
                self._all.discard(process)
            if self._is_closed:
                raise RuntimeError("the decoders are closed")
            process = _Process(self._command)
            self._all.add(process)
            return process

    def _give_back(self, process: "_Process") -> None:
        with self._lock:
            if not self._is_closed:
                self._idle.append(process)

    def _drop(self, process: "_Process") -> None:
        process.kill()
        with self._lock:
            self._all.discard(process)


class _Process:
    """One of them."""

    def __init__(self, command: Sequence[str]) -> None:
        environment = {name: os.environ[name] for name in _KEPT if name in os.environ}
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(  # noqa: S603 - a command of ours
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment, start_new_session=True
        )
        self.is_fresh = True
        self._is_overdue = False

    @property
    def is_running(self) -> bool:
        """False once it has ended."""
        return self._process.poll() is None

    @property
    def took_too_long(self) -> bool:
        """True once it was ended for that, by the clock or by the processor's."""
        return self._is_overdue or self._process.returncode == -signal.SIGXCPU

    def ask(self, content: bytes, patience: float) -> bytes:
        """Its answer; nothing where it dies, talks nonsense, or is killed for taking too long."""
        questions, answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)
        watch = threading.Timer(patience, self._end_overdue)
        self.is_fresh = False
        watch.start()
        try:
            questions.write(LENGTH.pack(len(content)) + content)
            questions.flush()
            (length,) = LENGTH.unpack(answers.read(LENGTH.size))
            answer = answers.read(length) if length <= _LONGEST_ANSWER else b""
            return answer if len(answer) == length else b""
        except (OSError, struct.error):
            return b""
        finally:
            watch.cancel()

    def _end_overdue(self) -> None:
        self._is_overdue = True
        self._process.kill()

    def kill(self) -> None:
        """End it, and let go of what it held."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()
