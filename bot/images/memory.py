"""Memory that pictures took, given back to the system: a grid takes 60 MB for a moment, which glibc would keep."""

import ctypes
import sys

_M_MMAP_THRESHOLD = -3  # malloc.h
LARGE = 4 * 1024 * 1024  # bytes


def return_large_blocks() -> bool:
    """From now on, blocks of LARGE and more are the system's again as soon as they are freed (mallopt(3)).

    Without it glibc raises the bound to 32 MiB as soon as the first of them is freed. False where there is no mallopt,
    as on macOS and with musl: nothing is changed there.
    """
    if sys.platform != "linux":
        return False
    try:
        return bool(ctypes.CDLL(None).mallopt(_M_MMAP_THRESHOLD, LARGE))
    except (OSError, AttributeError):
        return False
