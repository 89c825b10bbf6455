"""How a training goes on from its last checkpoint, and how it writes the next one."""

from pathlib import Path

from torch import nn

from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.optimise import Average, Optimiser
from engine.pocket.recipe.train.pace import Pace


def resume(folder: Path, model: nn.Module, optimiser: Optimiser, average: Average, pace: Pace) -> bool:
    """Put all of it as it was when it was kept last; False where it never was."""
    if (kept := checkpoints.load(folder)) is None:
        return False
    tensors, facts = kept
    model.load_state_dict(checkpoints.part(tensors, "model/"))
    optimiser.restore(checkpoints.part(tensors, "optimiser/"))
    average.restore(checkpoints.part(tensors, "average/"), facts["steps"])
    pace.go_on(facts["steps"])
    return True


def keep(folder: Path, model: nn.Module, optimiser: Optimiser, average: Average, pace: Pace) -> None:
    """Write a checkpoint that `resume` goes on from."""
    groups = {"model": model.state_dict(), "average": average.tensors, "optimiser": optimiser.to_tensors()}
    checkpoints.save(folder, checkpoints.joined(groups), {"steps": pace.steps})
