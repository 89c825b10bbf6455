"""Where trainings run: a GPU in bfloat16 where there is one, else the CPU, in bfloat16 where that is quicker."""

from contextlib import AbstractContextManager

import torch


def device() -> torch.device:
    """The GPU, or the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def halved() -> AbstractContextManager[object]:
    """Products of matrices and convolutions in bfloat16, all else as it is."""
    return torch.autocast(device().type, torch.bfloat16)
