"""What is free, what a piece of work takes, and giving it back: on this machine's own memory."""

import sys
from pathlib import Path

import pytest
import torch

from engine.worker.memory import Memory, available, give_back, is_out_of_memory

MIB = 1024**2
LARGE = 256 * MIB
ROUGHLY = 32 * MIB

only_where_told = pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system tells no peaks")


def filled() -> torch.Tensor:
    """So many bytes, each of them touched."""
    return torch.ones(LARGE, dtype=torch.uint8)


@only_where_told
def test_the_peak_of_a_piece_of_work_is_what_it_took_at_most() -> None:
    """Also where nothing of it is left in the end, and again after a larger one."""
    memory = Memory("cpu")
    assert (memory.peak(filled) or 0) == pytest.approx(LARGE, abs=ROUGHLY)
    assert (memory.peak(lambda: (filled(), filled())) or 0) == pytest.approx(2 * LARGE, abs=ROUGHLY)
    assert (memory.peak(lambda: None) or 0) < ROUGHLY


@pytest.mark.skipif(sys.platform != "linux", reason="how much is resident is read from /proc")
def test_what_nobody_holds_is_given_back() -> None:
    """What is resident grows by what is made, and falls by it."""
    memory = Memory("cpu")
    give_back()
    before = memory.used()
    parts = [torch.ones(64 * 1024, dtype=torch.uint8) for _ in range(LARGE // (64 * 1024))]
    assert memory.used() - before == pytest.approx(LARGE, abs=ROUGHLY)
    del parts
    give_back()
    assert memory.used() - before < ROUGHLY


def test_no_more_is_called_free_than_the_host_lets_models_take() -> None:
    """What the process has already counts; without a bound, what the system can give is free."""
    memory, bounded = Memory("cpu"), Memory("cpu", Memory("cpu").used() + 4 * LARGE)
    assert memory.free() <= available() + ROUGHLY
    kept = filled()
    assert bounded.free() == pytest.approx(3 * LARGE, abs=2 * ROUGHLY)
    del kept
    assert Memory("cpu", 1).free() == 0


def test_only_running_out_of_memory_is_taken_for_it() -> None:
    """The machine's allocator says it in words of its own."""
    with pytest.raises(RuntimeError) as told:
        torch.empty(2**55, dtype=torch.uint8)
    assert is_out_of_memory(told.value)
    assert is_out_of_memory(MemoryError())
    assert is_out_of_memory(torch.OutOfMemoryError("of the card"))
    assert not is_out_of_memory(RuntimeError("shapes do not fit"))
