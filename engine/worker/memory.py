"""Running out of memory: told from everything else that can go wrong, and what is kept for later given back."""

import torch


def is_out_of_memory(error: BaseException) -> bool:
    """True for the device's memory and for the machine's."""
    if isinstance(error, MemoryError | torch.OutOfMemoryError):
        return True
    # The CPU's allocator has no error class of its own.
    return isinstance(error, RuntimeError) and "can't allocate memory" in str(error)


def give_back() -> None:
    """What the allocator of a GPU keeps for later."""
    if torch.cuda.is_available():
        torch.cuda.empty_cache()
