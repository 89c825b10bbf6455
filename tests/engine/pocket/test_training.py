"""What all trainings have in common: steps, averages, checkpoints, time."""

from itertools import count
from pathlib import Path

import pytest
import torch
from torch import nn

from engine.pocket.recipe.train import checkpoints
from engine.pocket.recipe.train.optimise import Average, Optimiser, orthogonalised
from engine.pocket.recipe.train.pace import FALLING, WARM_UP, Pace
from engine.pocket.recipe.train.training import Training, averaged, learnt
from engine.pocket.recipe.train.twins import Twins


@pytest.fixture(autouse=True)
def _seeded() -> None:
    torch.manual_seed(0)


@pytest.mark.parametrize("shape", [(24, 24), (16, 96), (96, 16), (20, 40)])
def test_orthogonalised_matrices_have_singular_values_about_one(shape: tuple[int, int]) -> None:
    """Whatever they were before, and however long the matrix is."""
    matrix = torch.randn(shape) @ torch.diag(torch.logspace(0, -1, shape[1]))
    values = torch.linalg.svdvals(orthogonalised(matrix))
    assert float(values.min()) > 0.4
    assert float(values.max()) < 1.4


def small() -> nn.Module:
    """Two layers and a norm."""
    return nn.Sequential(nn.Linear(6, 8), nn.LayerNorm(8), nn.SiLU(), nn.Linear(8, 3))


def steps(model: nn.Module, optimiser: Optimiser, count: int) -> float:
    """So many steps towards the same answer; the last loss."""
    given = torch.randn((64, 6), generator=torch.Generator().manual_seed(1))
    value = 0.0
    for _ in range(count):
        loss = (model(given) - given[:, :3].abs()).square().mean()
        torch.autograd.backward(loss)
        optimiser.step(0.02)
        value = loss.item()
    return value


def test_steps_lead_downhill() -> None:
    """Matrices by Muon, all else by Adam."""
    model = small()
    optimiser = Optimiser(model.named_parameters())
    first = steps(model, optimiser, 1)
    assert steps(model, optimiser, 150) < first / 5


def test_an_optimiser_goes_on_where_it_was() -> None:
    """As if it had never stopped."""
    one, other = small(), small()
    optimiser = Optimiser(one.named_parameters(), plain=("0.",))
    steps(one, optimiser, 5)
    other.load_state_dict(one.state_dict())
    resumed = Optimiser(other.named_parameters(), plain=("0.",))
    resumed.restore({name: each.clone() for name, each in optimiser.to_tensors().items()})
    assert steps(one, optimiser, 3) == steps(other, resumed, 3)


def test_an_average_lies_between_what_was_and_what_is() -> None:
    """And comes nearer to what stays."""
    model = nn.Linear(1, 1, bias=False)
    nn.init.zeros_(model.weight)
    average = Average(model)
    nn.init.ones_(model.weight)
    seen = []
    for _ in range(20):
        average.update(model)
        seen.append(float(average.tensors["weight"]))
    assert seen == sorted(seen)
    assert 0 < seen[0] < seen[-1] < 1


def test_checkpoints_come_back_in_small_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large tensors are cut, small ones share a file, the last one saved is the one that is loaded."""
    monkeypatch.setattr(checkpoints, "SHARD", 1024)
    folder = tmp_path / "kept"
    assert checkpoints.load(folder) is None
    groups = {"a": {"large": torch.randn(40, 30), "one": torch.tensor(3)}, "b": {"half": torch.randn(7).half()}}
    checkpoints.save(folder, {"old": torch.zeros(1)}, {})
    checkpoints.save(folder, checkpoints.joined(groups), {"steps": 5})
    assert all(path.stat().st_size < 2048 for path in folder.iterdir())
    assert list(tmp_path.iterdir()) == [folder]
    loaded = checkpoints.load(folder)
    assert loaded is not None
    tensors, facts = loaded
    assert facts == {"steps": 5}
    for group, own in groups.items():
        back = checkpoints.part(tensors, f"{group}/")
        assert back.keys() == own.keys()
        assert all(torch.equal(back[name], own[name]) and back[name].dtype == own[name].dtype for name in own)


def test_a_checkpoint_that_was_cut_off_leaves_the_one_before(tmp_path: Path) -> None:
    """Between the two renames there is only the old one."""
    folder = tmp_path / "kept"
    checkpoints.save(folder, {"old": torch.ones(1)}, {"steps": 1})
    folder.rename(folder.with_name("kept.old"))
    loaded = checkpoints.load(folder)
    assert loaded is not None
    assert loaded[1] == {"steps": 1}


def begun(folder: Path, minutes: float) -> Training:
    """A training of a small model whose clock goes a second a step."""
    model, ticks = small(), count()
    pace = Pace(minutes, 0.01, clock=lambda: next(ticks) / 4)
    return Training(folder, model, Optimiser(model.named_parameters()), Average(model), pace)


def test_a_training_goes_on_from_its_checkpoint(tmp_path: Path) -> None:
    """With its weights, their average and the count of its steps; the loss falls all the way."""
    given, wanted = torch.randn(16, 6), torch.randn(16, 3)
    losses: list[float] = []
    for _ in range(2):
        training = begun(tmp_path / "kept", 0.5)
        before = training.pace.steps

        def learn(model: nn.Module = training.model) -> dict[str, float]:
            measured = learnt((model(given) - wanted).square().mean())
            losses.append(measured["loss"])
            return measured

        training.run(learn)
        assert len(losses) == training.pace.steps > before
        assert checkpoints.steps(tmp_path / "kept") == training.pace.steps
    assert losses[-1] < losses[0]
    again = begun(tmp_path / "kept", 0.5)
    assert all(torch.equal(each, training.model.state_dict()[name]) for name, each in again.model.state_dict().items())
    other = averaged(tmp_path / "kept", small())
    assert all(torch.equal(each, training.average.tensors[name]) for name, each in other.state_dict().items())
    with pytest.raises(FileNotFoundError):
        averaged(tmp_path / "nothing", small())


def test_a_training_that_diverges_says_so_and_spoils_nothing(tmp_path: Path) -> None:
    """The last checkpoint stays, and the averaged weights in it are numbers."""
    training = begun(tmp_path / "kept", 0.2)
    training.run(lambda: learnt(training.model(torch.ones(2, 6)).square().mean()))
    kept = checkpoints.steps(tmp_path / "kept")
    diverging = begun(tmp_path / "kept", 0.2)
    with pytest.raises(ArithmeticError, match="lower rate"):
        diverging.run(lambda: learnt(diverging.model(torch.full((2, 6), torch.inf)).square().mean()))
    assert checkpoints.steps(tmp_path / "kept") == kept
    assert all(each.isfinite().all() for each in averaged(tmp_path / "kept", small()).state_dict().values())


def test_the_rate_rises_stays_and_falls() -> None:
    """By steps at the start, by the clock at the end; one step is taken in any case."""
    now = 0.0
    pace = Pace(1.0, 0.5, clock=lambda: now)
    assert pace.learning_rate() == pytest.approx(0.5 / WARM_UP)
    pace.go_on(WARM_UP)
    assert pace.learning_rate() == pytest.approx(0.5)
    now = 60 * (1 - FALLING / 2)
    assert pace.learning_rate() == pytest.approx(0.25, rel=0.03)
    now = 60.0
    assert pace.learning_rate() == pytest.approx(0.005)
    assert not pace.is_over
    pace.step()
    assert pace.is_over


def test_twins_have_the_gradients_of_the_whole_batch() -> None:
    """Also where it cannot be cut evenly."""
    model, alone = small(), small()
    alone.load_state_dict(model.state_dict())
    batch = (torch.randn(7, 6), torch.randn(7, 3))

    def loss(asked: nn.Module, part: tuple[torch.Tensor, ...]) -> torch.Tensor:
        return (asked(part[0]) - part[1]).square().mean()

    whole = loss(alone, batch)
    torch.autograd.backward(whole)
    assert Twins(model, 2).backward(loss, batch) == pytest.approx(whole.item(), rel=1e-5)
    for own, wanted in zip(model.parameters(), alone.parameters(), strict=True):
        assert own.grad is not None
        assert wanted.grad is not None
        assert torch.allclose(own.grad, wanted.grad, atol=1e-6)
