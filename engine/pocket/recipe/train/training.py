"""How every part is trained: on from its last checkpoint, with averaged weights, until the time is over."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import torch
from torch import nn

from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace

Model = TypeVar("Model", bound=nn.Module)


@dataclass(frozen=True)
class Training:
    """`model` as it was when it was kept in `folder` last, or as it is where it never was."""

    folder: Path
    model: nn.Module
    optimiser: Optimiser
    average: Average
    pace: Pace

    def __post_init__(self) -> None:
        if (kept := checkpoints.load(self.folder)) is None:
            return
        tensors, facts = kept
        self.model.load_state_dict(checkpoints.part(tensors, "model/"))
        self.optimiser.restore(checkpoints.part(tensors, "optimiser/"))
        self.average.restore(checkpoints.part(tensors, "average/"), facts["steps"])
        self.pace.go_on(facts["steps"])

    def run(self, learn: Callable[[], Mapping[str, float]]) -> None:
        """Take steps until the time is over: `learn` leaves the gradients of a batch, and says what it measured.

        Raises ArithmeticError where the training diverges; the checkpoint before it stays.
        """
        while not self.pace.is_over:
            measured = learn()
            norm = self.optimiser.step(self.pace.learning_rate())
            if not math.isfinite(norm):
                raise ArithmeticError("the training has diverged: go on from the last checkpoint at a lower rate")
            self.average.update(self.model)
            self.pace.step(**measured, norm=norm)
            if self.pace.is_time_to_keep() or self.pace.is_over:
                self._keep()

    def _keep(self) -> None:
        groups = {
            "model": self.model.state_dict(), "average": self.average.tensors, "optimiser": self.optimiser.to_tensors()
        }  # fmt: skip
        checkpoints.save(self.folder, checkpoints.joined(groups), {"steps": self.pace.steps})


def learnt(loss: torch.Tensor, **measured: torch.Tensor) -> dict[str, float]:
    """Leave the gradients of a loss; what is told of it."""
    torch.autograd.backward(loss)
    return {name: float(each.detach()) for name, each in {"loss": loss, **measured}.items()}


def averaged(folder: Path, model: Model, part: str = "") -> Model:
    """`model` with the averaged weights of the last checkpoint, or of the one part of what was trained there.

    Raises FileNotFoundError where there is none.
    """
    if (kept := checkpoints.load(folder)) is None:
        raise FileNotFoundError(folder)
    model.load_state_dict(checkpoints.part(kept[0], f"average/{part}"))
    return model.eval()
