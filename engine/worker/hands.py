"""How many of the processor's threads compute, and in which of our own.

OpenMP lets threads that have nothing to do stay awake for the next computation, as long as there are no more of them
than processors; else they sleep, and each computation wakes them. Every thread of ours that computes with several has
several of its own. A small model's step is a thousand computations of microseconds, and takes twice as long then: so
beside the loop, which has them all, a small model is computed with one.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TypeVar

import torch

Made = TypeVar("Made")

SMALL = 256 * 1024**2
"""Bytes of weights up to which a model is small: encoding and decoding take milliseconds with one thread, too."""


def beside(size: int) -> int:
    """With how many threads a model of so many bytes is computed beside the loop."""
    return 1 if size <= SMALL else torch.get_num_threads()


@contextmanager
def computing(threads: int) -> Iterator[None]:
    """Compute with so many in this thread of ours."""
    before = torch.get_num_threads()
    torch.set_num_threads(threads)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def apart(threads: int, work: Callable[[], Made]) -> Made:
    """Do it with so many in a thread of ours that ends with it, and all that it had."""
    with ThreadPoolExecutor(1, "apart", torch.set_num_threads, (threads,)) as own:
        return own.submit(work).result()
