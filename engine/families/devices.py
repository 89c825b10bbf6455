"""What differs between devices: the precision in which a model is held there."""

import torch


def dtype_on(device: str, half: torch.dtype) -> torch.dtype:
    """`half` is the half precision that the family was made in; CUDA and MPS take it, a processor is slow with it."""
    return half if device.startswith(("cuda", "mps")) else torch.float32
