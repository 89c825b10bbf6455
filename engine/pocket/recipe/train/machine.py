"""Where trainings run: a GPU in bfloat16 where there is one, else the CPU, in bfloat16 where it multiplies that."""

from contextlib import AbstractContextManager

import torch


def device() -> torch.device:
    """The GPU, or the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def has_halves() -> bool:
    """True where products in bfloat16 are quicker; a CPU that has no instructions for them takes ten times as long."""
    able = torch.cpu.get_capabilities()
    return torch.cuda.is_available() or bool(able.get("amx_bf16") or able.get("avx512_bf16"))


def halved() -> AbstractContextManager[object]:
    """Products of matrices and convolutions in bfloat16 where that is quicker, all else as it is."""
    return torch.autocast(device().type, torch.bfloat16, enabled=has_halves())
