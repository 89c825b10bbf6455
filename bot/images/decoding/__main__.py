"""The process that decodes: takes a file's bytes, gives a picture's or the reason why not; it can open no file."""

import io
import os
import resource
import struct
import sys
from collections.abc import Callable

from PIL import Image

from bot.images.decoding.original import FORMATS, NoOriginal, original
from bot.images.errors import Reason

MEMORY = 1024**3  # bytes of address space
SECONDS = 10  # of the processor, for one picture
LENGTH = struct.Struct(">I")
"""In front of what goes either way: how many bytes follow."""
DONE, FAILED = b"+", b"-"
"""The answer's first byte: then the picture, or the reason."""


def serve(read: Callable[[int], bytes], write: Callable[[bytes], object]) -> None:
    """Answer until nobody asks any more."""
    while head := read(LENGTH.size):
        _allow_seconds(SECONDS)
        answer = _answer(read(*LENGTH.unpack(head)))
        write(LENGTH.pack(len(answer)) + answer)


def rehearse() -> None:
    """Decode a picture of each format, so that all code is loaded while files can still be opened."""
    for name in FORMATS:
        target = io.BytesIO()
        Image.new("RGB", (8, 8)).save(target, name)
        original(target.getvalue())


def confine() -> None:
    """Take away what decoding does not need: memory, files, new processes."""
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NOFILE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(limit, (value, value))


def _answer(content: bytes) -> bytes:
    try:
        return DONE + original(content)
    except NoOriginal as failure:
        return FAILED + failure.reason.value.encode()
    except MemoryError:
        return FAILED + Reason.TOO_MANY_PIXELS.value.encode()
    except Exception:  # noqa: BLE001 - hostile bytes find what nobody thought of, and the next picture is another's
        return FAILED + Reason.BROKEN.value.encode()


def _allow_seconds(seconds: int) -> None:
    """Of the processor from now on; SIGXCPU ends the process after them."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + 1 + seconds, hard))


if __name__ == "__main__":
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb", buffering=0)
    rehearse()
    confine()
    serve(questions.read, answers.write)
