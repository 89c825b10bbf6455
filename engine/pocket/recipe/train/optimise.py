"""How weights are moved: Muon for matrices, Adam for the rest; and their exponential moving average."""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor

import torch
from torch import nn

from engine.pocket.recipe.train.machine import has_halves

BETAS = (0.9, 0.99)
MOMENTUM = 0.95
QUINTIC = (3.4445, -4.7750, 2.0315)
EPSILON = 1e-8
LONG = 2.5
THREADS = 2
"""Matrices are moved so many at a time, where nothing else is asked for."""


def orthogonalised(matrix: torch.Tensor, steps: int = 5) -> torch.Tensor:
    """Nearly U V^T of the matrix's U S V^T, (rows, columns): Newton-Schulz as in Muon (Jordan 2024).

    All steps multiply from the left, so that for a long matrix they are done on its short square alone.
    """
    is_tall = matrix.shape[0] > matrix.shape[1]
    x = matrix.T if is_tall else matrix
    x = x / (x.norm() + 1e-7)
    a, b, c = QUINTIC
    if x.shape[1] >= LONG * x.shape[0]:
        gram, whole = x @ x.T, torch.eye(len(x), dtype=x.dtype, device=x.device)
        for _ in range(steps):
            turn = a * torch.eye(len(x), dtype=x.dtype, device=x.device) + b * gram + c * gram @ gram
            whole, gram = turn @ whole, turn @ gram @ turn
        x = whole @ x
    else:
        x = x.bfloat16() if has_halves() else x
        for _ in range(steps):
            gram = x @ x.T
            x = a * x + (b * gram + c * gram @ gram) @ x
    nearly: torch.Tensor = (x.T if is_tall else x).to(matrix.dtype)
    return nearly


class Optimiser:
    """Moves named parameters. Matrices and convolutions go by Muon with the size of Adam's steps (arXiv 2502.16982),
    all others, and those whose name starts with one of `plain`, by Adam (arXiv 1412.6980).
    """

    def __init__(
        self,
        named: Iterable[tuple[str, nn.Parameter]],
        *,
        decay: float = 0.0,
        plain: tuple[str, ...] = (),
        threads: int = THREADS,
    ) -> None:
        self._named = [(name, parameter) for name, parameter in named if parameter.requires_grad]
        self._decay = decay
        self._plain = plain
        self.state: dict[str, torch.Tensor] = {}
        self._steps = 0
        self._pool = ThreadPoolExecutor(threads)

    @torch.no_grad()
    def step(self, rate: float, clip: float = 1.0) -> float:
        """Move by the gradients, which are gone afterwards; their norm before it was clipped."""
        self._steps += 1
        gradients = [parameter.grad for _, parameter in self._named if parameter.grad is not None]
        norm = float(nn.utils.get_total_norm(gradients))
        scale = min(1.0, clip / (norm + 1e-6))
        for _ in self._pool.map(lambda each: self._move(each, rate, scale), self._named):
            pass
        return norm

    @torch.no_grad()
    def _move(self, named: tuple[str, nn.Parameter], rate: float, scale: float) -> None:
        name, parameter = named
        if parameter.grad is None:
            return
        gradient = parameter.grad.mul_(scale)
        is_matrix = parameter.dim() >= 2 and not name.startswith(self._plain)
        if self._decay and is_matrix:
            parameter.mul_(1 - rate * self._decay)
        parameter.add_(self._muon(name, gradient) if is_matrix else self._adam(name, gradient), alpha=-rate)
        parameter.grad = None

    def _kept(self, name: str, like: torch.Tensor) -> torch.Tensor:
        if name not in self.state:
            self.state[name] = torch.zeros_like(like)
        return self.state[name]

    def _muon(self, name: str, gradient: torch.Tensor) -> torch.Tensor:
        momentum = self._kept(f"{name}/first", gradient).lerp_(gradient, 1 - MOMENTUM)
        ahead = gradient.lerp(momentum, MOMENTUM).flatten(1)
        moved = orthogonalised(ahead) * (0.2 * max(ahead.shape) ** 0.5)
        shaped: torch.Tensor = moved.view_as(gradient)
        return shaped

    def _adam(self, name: str, gradient: torch.Tensor) -> torch.Tensor:
        first = self._kept(f"{name}/first", gradient).lerp_(gradient, 1 - BETAS[0])
        second = self._kept(f"{name}/second", gradient).lerp_(gradient.square(), 1 - BETAS[1])
        grown = [1 - beta**self._steps for beta in BETAS]
        moved: torch.Tensor = (first / grown[0]) / ((second / grown[1]).sqrt() + EPSILON)
        return moved

    def to_tensors(self) -> dict[str, torch.Tensor]:
        """What goes into a checkpoint; `restore` reads it."""
        return {**self.state, "steps": torch.tensor(self._steps)}

    def restore(self, tensors: Mapping[str, torch.Tensor]) -> None:
        """Go on from `to_tensors`."""
        kept = dict(tensors)
        self._steps = int(kept.pop("steps"))
        devices = {name: parameter.device for name, parameter in self._named}
        self.state = {name: each.to(devices[name.rpartition("/")[0]]) for name, each in kept.items()}


class Average:
    """The exponential moving average of a model's floating point tensors, slower as the training grows older."""

    def __init__(self, model: nn.Module, decay: float = 0.999) -> None:
        self._decay = decay
        self._updates = 0
        self.tensors = {name: tensor.detach().float().clone() for name, tensor in model.state_dict().items()}

    @torch.no_grad()
    def update(self, model: nn.Module) -> None:
        """Take the model's weights in."""
        self._updates += 1
        decay = min(self._decay, (1 + self._updates) / (10 + self._updates))
        for name, tensor in model.state_dict().items():
            self.tensors[name].lerp_(tensor.detach().float(), 1 - decay)

    def restore(self, tensors: Mapping[str, torch.Tensor], updates: int) -> None:
        """Go on from what a checkpoint held, `tensors` as they were after so many updates."""
        self._updates = updates
        for name, tensor in tensors.items():
            self.tensors[name].copy_(tensor)
