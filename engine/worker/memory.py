"""A device's memory: how much is free, how much a piece of work takes, running out of it, and giving it back."""

import ctypes
import gc
import resource
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import torch

_STATUS, _MEMINFO, _CLEAR = Path("/proc/self/status"), Path("/proc/meminfo"), Path("/proc/self/clear_refs")
_CGROUPS = (
    (Path("/sys/fs/cgroup/memory.max"), Path("/sys/fs/cgroup/memory.current")),
    (Path("/sys/fs/cgroup/memory/memory.limit_in_bytes"), Path("/sys/fs/cgroup/memory/memory.usage_in_bytes")),
)
_RESET_PEAK = "5"  # proc(5), clear_refs: VmHWM becomes what is resident now


class Memory:
    """Of one device, in bytes; with `most`, no more than that is ever called free."""

    def __init__(self, device: str, most: int | None = None) -> None:
        self.device = torch.device(device)
        self._most = most

    @property
    def name(self) -> str:
        """Of the device, as it tells two of a kind apart."""
        return torch.cuda.get_device_name(self.device) if self.device.type == "cuda" else self.device.type

    def free(self) -> int:
        """What can still be had, with what our allocator keeps for later; for a processor, of the machine's memory."""
        free = self._free()
        return free if self._most is None else max(0, min(free, self._most - self.used()))

    def used(self) -> int:
        """What we have: tensors on a device, all that is resident where that is the machine's own memory."""
        match self.device.type:
            case "cuda":
                return torch.cuda.memory_allocated(self.device)
            case "mps":
                return torch.mps.current_allocated_memory()
            case _:
                return _status("VmRSS") or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT

    def peak(self, work: Callable[[], object]) -> int | None:
        """How much more than now was taken at most while this ran; None where the device does not tell."""
        give_back()
        before = self.used()
        if self.device.type == "cuda":
            torch.cuda.reset_peak_memory_stats(self.device)
            work()
            torch.cuda.synchronize(self.device)
            return torch.cuda.max_memory_allocated(self.device) - before
        is_told = self.device.type == "cpu" and _forget_peak()
        work()
        return max(0, (_status("VmHWM") or before) - before) if is_told else None

    def _free(self) -> int:
        match self.device.type:
            case "cuda":
                kept = torch.cuda.memory_reserved(self.device) - torch.cuda.memory_allocated(self.device)
                return torch.cuda.mem_get_info(self.device)[0] + kept
            case "mps":
                return torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory()
            case _:
                return available()


_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss


def available() -> int:
    """Of the machine's memory, or of what the container's limit leaves, where that is less."""
    told = [limit - used for limit, used in (_cgroup(*files) for files in _CGROUPS) if limit is not None]
    with suppress(OSError, ValueError, IndexError, StopIteration):
        lines = _MEMINFO.read_text(encoding="ascii").splitlines()
        told.append(int(next(line for line in lines if line.startswith("MemAvailable")).split()[1]) * 1024)
    return max(0, min(told, default=_LITTLE))


_LITTLE = 2 * 1024**3
"""Where a system does not tell."""


def is_out_of_memory(error: BaseException) -> bool:
    """True for the device's memory and for the machine's."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    # The CPU's allocator has no error class of its own.
    return isinstance(error, RuntimeError) and "can't allocate memory" in str(error)


def give_back() -> None:
    """What nobody holds any more, and what allocators keep for later: the GPU's, and the C library's."""
    gc.collect()
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
    if torch.backends.mps.is_available():
        torch.mps.empty_cache()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)


def _status(name: str) -> int | None:
    with suppress(OSError, ValueError, IndexError, StopIteration):
        lines = _STATUS.read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith(f"{name}:")).split()[1]) * 1024
    return None


def _forget_peak() -> bool:
    try:
        _CLEAR.write_text(_RESET_PEAK, encoding="ascii")
    except OSError:
        return False
    return True


def _cgroup(limit: Path, usage: Path) -> tuple[int | None, int]:
    """What is "max" is no limit, and neither is one beyond any machine's memory."""
    with suppress(OSError, ValueError):
        return int(limit.read_text(encoding="ascii")), int(usage.read_text(encoding="ascii"))
    return None, 0
