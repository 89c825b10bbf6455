"""Where trainings run: a GPU in bfloat16 where there is one, else the CPU, in bfloat16 where it multiplies that."""

from contextlib import AbstractContextManager

import torch

from engine.families.devices import multiplies_bfloat16


def device() -> torch.device:
    """The GPU, or the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def has_halves() -> bool:
    """True where products in bfloat16 are quicker."""
    return torch.cuda.is_available() or multiplies_bfloat16()


def halved() -> AbstractContextManager[object]:
    """Products of matrices and convolutions in bfloat16 where that is quicker, all else as it is."""
    return torch.autocast(device().type, torch.bfloat16, enabled=has_halves())
