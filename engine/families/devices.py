"""What differs between devices: the precision in which a model is held there."""

import torch

from engine.plan.facts import Precision


def dtype_on(device: str, half: torch.dtype, precision: Precision | None = None) -> torch.dtype:
    """What is asked for, or what the device is good at. `half` is the half precision that the family was made in; CUDA
    and MPS take it, and a processor takes bfloat16, whose range is that of full precision.
    """
    is_accelerator = device.startswith(("cuda", "mps"))
    is_half = is_accelerator or multiplies_bfloat16() if precision is None else precision == "half"
    if not is_half:
        return torch.float32
    return half if is_accelerator else torch.bfloat16


def multiplies_bfloat16() -> bool:
    """Whether this processor has instructions for products in bfloat16; one that has none takes ten times as long."""
    able = torch.cpu.get_capabilities()
    return bool(able.get("amx_bf16") or able.get("avx512_bf16"))
