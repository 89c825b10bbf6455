"""Blocks of a model run by other functions than diffusers' own: leaner ones, or compiled ones.

A block of which a layer is watched (by a LoRA, or since its weights wait elsewhere) or whose edges meet is run by
diffusers as before.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import torch

KINDS = 128
"""Of blocks by their layers' sizes, for which one function may be compiled; PyTorch stops at eight, else."""
BACKEND = "inductor"
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Block:
    """A block's `forward`."""

    block: torch.nn.Module
    ours: Callable[..., Any]
    """Of the block and what its `forward` is given."""
    theirs: Callable[..., Any]
    layers: Sequence[Any]

    def __call__(self, *given: Any, **named: Any) -> Any:
        for layer in self.layers:
            # what brings weights in from elsewhere puts a forward of its own in the layer's place
            is_watched = layer._forward_hooks or "forward" in vars(layer)  # noqa: SLF001
            if is_watched or getattr(layer, "padding_mode", "zeros") != "zeros":
                return self.theirs(*given, **named)
        return self.ours(self.block, *given, **named)


def run_by(ours: Callable[..., Any], block: torch.nn.Module) -> None:
    """Let the block be run by this function."""
    layers = [each for each in block.modules() if isinstance(each, torch.nn.Linear | torch.nn.Conv2d)]
    block.forward = Block(block, ours, block.forward, layers)


@cache
def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, compiled when it is first called, once for each kind of block. Sizes and counts of rows are symbols
    in what is made of it, so that another size or one more row makes nothing new. What cannot be compiled after all is
    run as it is, and PyTorch logs why.
    """
    rules = torch._dynamo.config  # noqa: SLF001 - as PyTorch's documentation sets them
    rules.recompile_limit = max(KINDS, rules.recompile_limit)
    rules.suppress_errors = True
    made: Callable[..., Any] = torch.compile(function, dynamic=True, backend=BACKEND)
    return made


@cache
def as_it_is(function: Callable[..., Any]) -> Callable[..., Any]:
    """The function, left out of what is compiled around it."""
    apart: Callable[..., Any] = torch.compiler.disable(function)  # type: ignore[no-untyped-call]
    return apart


def compile_repeated(model: Any) -> None:
    """Compile the kinds of blocks of which a transformer of diffusers' is a row."""
    for block in model.modules():
        if type(block).__name__ in model._repeated_blocks:  # noqa: SLF001 - diffusers' own list, for this
            run_by(compiled(type(block).forward), block)


@cache
def compiles(device: str) -> bool:
    """Whether anything can be compiled for this device; why not is logged. That takes seconds."""
    try:
        with torch._dynamo.config.patch(suppress_errors=False):  # noqa: SLF001 - as above
            torch.compile(_trial, dynamic=True, backend=BACKEND)(torch.ones(3, 5, device=device))
    except Exception as failure:  # noqa: BLE001 - each compiler has failures of its own
        _log.warning(
            "Models are not compiled on %s (%s): install a C++ compiler, or take `compiled` out of the configuration.",
            device,
            str(getattr(failure, "inner_exception", failure)).strip().partition("\n")[0],
        )
        return False
    return True


def _trial(values: torch.Tensor) -> torch.Tensor:
    return torch.nn.functional.silu(values) * 2
