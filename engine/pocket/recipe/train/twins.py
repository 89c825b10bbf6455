"""Gradients of one batch from several threads, a part of the batch each: they wait for each other once a step.

On a CPU that is shared with others, threads within each product wait for the slowest hundreds of times a step.
"""

import copy
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Generic, TypeVar

import torch
from torch import nn

Model = TypeVar("Model", bound=nn.Module)
Loss = Callable[[Model, tuple[torch.Tensor, ...]], torch.Tensor]


class Twins(Generic[Model]):
    """A model and its twins, which have the same weights and gradients of their own."""

    def __init__(self, model: Model, count: int) -> None:
        self._models = [model, *(copy.deepcopy(model) for _ in range(count - 1))]
        for twin in self._models[1:]:
            for own, first in zip(twin.parameters(), model.parameters(), strict=True):
                own.data = first.data
        self._threads = ThreadPoolExecutor(count)

    def backward(self, loss: Loss[Model], batch: tuple[torch.Tensor, ...]) -> float:
        """The mean loss of the batch, whose gradients are added to the model's; the batch is cut along its rows."""
        parts = list(zip(*(each.chunk(len(self._models)) for each in batch), strict=True))
        shares = [len(part[0]) / len(batch[0]) for part in parts]
        asked = [
            self._threads.submit(_backward, loss, model, part, share)
            for model, part, share in zip(self._models, parts, shares, strict=False)
        ]
        total = sum(each.result() for each in asked)
        for twin in self._models[1:]:
            for own, first in zip(twin.parameters(), self._models[0].parameters(), strict=True):
                if own.grad is not None:
                    first.grad = own.grad if first.grad is None else first.grad.add_(own.grad)
                    own.grad = None
        return total


def _backward(loss: Loss[Model], model: Model, part: tuple[torch.Tensor, ...], share: float) -> float:
    if not torch.cuda.is_available():
        torch.set_num_threads(1)
    value = loss(model, part) * share
    torch.autograd.backward(value)
    return float(value.detach())
