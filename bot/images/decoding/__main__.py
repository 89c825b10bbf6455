"""The process that decodes: takes a file's bytes, gives a picture's or the reason why not; it can open no file."""

import io
import os
import resource
import struct
import sys
from collections.abc import Callable

from PIL import ExifTags, Image, ImageCms

from bot.images.decoding.original import FORMATS, NoOriginal, original
from bot.images.errors import Reason

MEMORY = 3 * 2**29  # bytes of address space
SECONDS = 8  # of the processor, for one picture
LARGE = 320 * 1024  # KiB held for a picture, after which a fresh process is better than one that keeps some of it
LENGTH = struct.Struct(">I")
"""In front of what goes either way: how many bytes follow."""
DONE, FAILED = b"+", b"-"
"""The answer's first byte: then the picture, or the reason."""


def serve(read: Callable[[int], bytes], write: Callable[[bytes], object]) -> None:
    """Answer until nobody asks any more, or a picture has made this process large."""
    most = _held() + LARGE
    while _held() < most and (head := read(LENGTH.size)):
        _allow_seconds(SECONDS)
        answer = _answer(read(*LENGTH.unpack(head)))
        write(LENGTH.pack(len(answer)) + answer)


def rehearse() -> None:
    """Decode a picture of each kind, so that all code is loaded while files can still be opened."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6
    for name in (*FORMATS, "MPO"):
        target = io.BytesIO()
        several = {} if name == "JPEG" else {"save_all": True, "append_images": frames[1:]}
        frames[0].save(target, name, icc_profile=profile, exif=exif, **several)
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


def _held() -> int:
    """The most memory ever held, in KiB. Linux counts what the parent held when it started this process (execve(2))."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held // 1024 if sys.platform == "darwin" else held


def _answer(content: bytes) -> bytes:
    try:
        return DONE + original(content)
    except NoOriginal as failure:
        return FAILED + failure.reason.value.encode()
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
