"""Rows as they begin."""

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.plan.noise import seeds
from engine.worker.rows import rows_of
from tests.engine.plan.samples import plan as planned
from tests.engine.plans import PICTURES


@pytest.mark.parametrize("seed", [0, 1, 2, 5, 20, 2**32 - 1])
def test_noise_is_normal_whatever_the_seed(family: Sd15, seed: int) -> None:
    """Its own and the shared noise never come of the same numbers: then it would be twice as loud."""
    asked = planned(seed=seed)
    rows = rows_of("job", asked, family.encode(asked, PICTURES), family, 512)
    assert tuple(row.seed for row in asked.rows) == seeds(seed, 4)
    first = rows[0].state.sigma
    for row in rows:
        assert float(row.noisy.std()) / first == pytest.approx(1, rel=0.05)
    assert not torch.equal(rows[0].noisy, rows[1].noisy)


def test_with_sameseed_all_begin_alike_and_end_apart(family: Sd15) -> None:
    """One start for the grid, told apart by what each hears of the words."""
    asked = planned(sameseed=5, steps=4)
    rows = rows_of("job", asked, family.encode(asked, PICTURES), family, 512)
    assert all(torch.equal(row.noisy, rows[0].noisy) for row in rows)
    assert not any(torch.equal(row.condition.text, rows[0].condition.text) for row in rows[1:])
