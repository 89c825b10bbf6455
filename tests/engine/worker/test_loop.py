"""The loop: who is admitted, what shares a forward pass, and what becomes of rows when others go or fail."""

from collections.abc import Sequence
from typing import Any

import pytest
import torch

from engine.families import Ask
from engine.families.sd15 import Sd15
from engine.plan.facts import Sampler
from engine.plan.plan import Plan
from engine.worker.loop import Loop
from engine.worker.rows import Row
from tests.engine.plans import difference, draw, finish, pixels, plan, rows, sees, start_at, variety


class Counting:
    """The family, noting how many rows each forward pass had, and failing where it is told to."""

    def __init__(self, family: Sd15) -> None:
        self._family = family
        self.passes: list[int] = []
        self.most = 100
        """Rows that fit the memory."""
        self.bad: object = None
        """A condition that no forward pass survives."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._family, name)

    def denoise(self, noisy: torch.Tensor, asks: Sequence[Ask], *, tile: bool) -> torch.Tensor:
        """As the family does."""
        self.passes.append(len(asks))
        if len(asks) > self.most:
            raise torch.OutOfMemoryError("too many")
        if any(ask.condition is self.bad for ask in asks):
            raise RuntimeError("a bad condition")
        return self._family.denoise(noisy, asks, tile=tile)


@pytest.fixture
def counting(family: Sd15) -> Any:
    """Fresh."""
    return Counting(family)


def test_rows_of_all_jobs_share_one_forward_pass(counting: Any) -> None:
    """Whatever their steps, samplers, guidance, texts and references."""
    loop = Loop(row_budget=64)
    for number, each in enumerate(variety()):
        loop.add(rows(counting, each, str(number)))
        loop.tick()
    assert counting.passes == [1, 2, 3, 4, 5]


def test_each_shape_has_a_forward_pass_of_its_own(counting: Any) -> None:
    """Other sizes, and pictures whose edges meet."""
    loop = Loop(row_budget=64)
    for number, each in enumerate([plan(seeds=[1, 2]), plan(width=96), plan(tile=True), plan(width=96, seeds=[4])]):
        loop.add(rows(counting, each, str(number)))
    tick = loop.tick()
    assert sorted(counting.passes) == [1, 2, 2]
    assert len(tick.stepped) == len(tick.admitted) == 5


@pytest.mark.parametrize("asked", variety(), ids=range(5))
def test_a_picture_of_four_is_what_its_seed_gives_alone(family: Sd15, asked: Plan) -> None:
    """A member who asks for one of a grid again by its seed gets it."""
    changed = {"sampler": asked.sampler, "references": asked.references, "texts": asked.texts}
    four = draw(family, plan(seeds=[4, 5, 6, 7], **changed), variety())
    for seed, picture in zip([4, 5, 6, 7], four, strict=True):
        assert difference(picture, draw(family, plan(seeds=[seed], **changed))[0]) < 1e-4
    assert difference(four[0], four[1]) > 0.05


def test_dropping_a_row_changes_no_other_and_frees_its_place(counting: Any) -> None:
    """At the next tick."""
    loop = Loop(row_budget=64)
    ours = rows(counting, plan(seeds=[1, 2, 3, 4], steps=8, sampler=Sampler.EULER_A))
    loop.add(ours)
    for _ in range(3):
        loop.tick()
    ours[1].is_dropped = True
    finish(loop)
    assert counting.passes == [4] * 3 + [3] * 5
    assert not ours[1].is_finished
    for row, seed in ((ours[0], 1), (ours[2], 3), (ours[3], 4)):
        alone = draw(counting, plan(seeds=[seed], steps=8, sampler=Sampler.EULER_A))[0]
        assert difference(pixels(row), alone) < 1e-4


def test_rows_are_admitted_in_turn_within_the_budget(counting: Any) -> None:
    """A guided row weighs two, another half as many where it is half as large; who waits goes in when one is done."""
    loop = Loop(row_budget=6)
    loop.add(rows(counting, plan(seeds=[1, 2], steps=3), "a"))
    loop.add(rows(counting, plan(seeds=[3], steps=6, guidance=1.0), "b"))
    loop.add(rows(counting, plan(seeds=[4, 5], steps=3), "c"))
    assert [row.job_id for row in loop.tick().admitted] == ["a", "a", "b"]
    loop.tick()
    assert [row.job_id for row in loop.tick().finished] == ["a", "a"]
    assert [row.job_id for row in loop.tick().admitted] == ["c", "c"]
    finish(loop)
    assert loop.is_idle


def test_a_row_above_the_budget_is_drawn_alone(counting: Any) -> None:
    """It is not left to wait for a budget that never comes."""
    loop = Loop(row_budget=1)
    loop.add(rows(counting, plan(seeds=[1, 2], steps=2)))
    finish(loop)
    assert counting.passes == [1] * 4


def test_cost_is_counted_in_the_models_own_size(family: Sd15) -> None:
    """Pixels, and the twin of guided rows."""
    assert rows(family, plan())[0].cost == 2
    assert rows(family, plan(guidance=1.0))[0].cost == 1
    assert rows(family, plan(width=128, height=128))[0].cost == 8


def test_what_does_not_fit_the_memory_is_run_in_parts(counting: Any) -> None:
    """From then on, and the pictures are the same."""
    expected = draw(counting, plan(seeds=range(5)))
    counting.passes.clear()
    counting.most = 2
    loop = Loop(row_budget=64)
    ours = rows(counting, plan(seeds=range(5)))
    loop.add(ours)
    loop.tick()
    assert counting.passes == [5, 3, 2, 1, 2]
    counting.passes.clear()
    finish(loop)
    assert counting.passes[:3] == [2, 2, 1]
    assert max(counting.passes) == 2
    for row, picture in zip(ours, expected, strict=True):
        assert difference(pixels(row), picture) < 1e-4


def test_only_the_row_at_fault_fails(counting: Any) -> None:
    """Its neighbours go on, and nothing of theirs changes."""
    loop = Loop(row_budget=64)
    good, bad = rows(counting, plan(seeds=[1, 2, 3]), "good"), rows(counting, plan(seeds=[4]), "bad")
    counting.bad = bad[0].condition
    loop.add([good[0], *bad, *good[1:]])
    tick = loop.tick()
    assert [(row, str(error)) for row, error in tick.failed] == [(bad[0], "a bad condition")]
    assert tick.failed[0][1].__traceback__ is None or "denoise" not in repr(tick.failed[0][1].__traceback__.tb_frame)
    finish(loop)
    for row, seed in zip(good, [1, 2, 3], strict=True):
        assert difference(pixels(row), draw(counting, plan(seeds=[seed]))[0]) < 1e-4


def test_a_row_without_steps_is_finished_at_once(counting: Any) -> None:
    """No forward pass is spent on it."""
    loop = Loop(row_budget=64)
    loop.add(rows(counting, plan(start="red", start_sigma=0.0)))
    tick = loop.tick()
    assert (len(tick.admitted), len(tick.finished), tick.stepped) == (1, 1, [])
    assert counting.passes == []
    assert loop.is_idle


def test_time_is_shared_by_weight(family: Sd15) -> None:
    """A guided row has used the device twice as much as one that is not."""
    loop = Loop(row_budget=64)
    guided, plain = rows(family, plan(steps=3))[0], rows(family, plan(steps=3, guidance=1.0))[0]
    loop.add([guided, plain])
    finish(loop)
    assert guided.seconds == pytest.approx(2 * plain.seconds)
    assert loop.seconds_per_cost is not None
    assert 0 < loop.seconds_per_cost < guided.seconds


def steps_of(row: Row) -> int:
    """How many it has to take."""
    return row.steps[1]


def test_a_start_with_less_noise_takes_fewer_steps(family: Sd15) -> None:
    """And gives a picture that is nearer to the one it starts from."""
    taken = [
        steps_of(rows(family, plan(steps=10, **start_at(family, Sampler.EULER, 10, strength)))[0])
        for strength in (0.0, 0.2, 0.5, 1.0)
    ]
    assert taken == [0, 2, 5, 10]


def test_noise_is_shared_as_planned(family: Sd15) -> None:
    """`--chaos`: all of it makes a grid of one picture, some of it pictures that are nearer to each other."""
    apart = [
        float((one.noisy - other.noisy).std())
        for one, other in (rows(family, plan(seeds=[1, 2], noise_share=share)) for share in (0.0, 0.4, 0.8, 1.0))
    ]
    assert apart == sorted(apart, reverse=True)
    assert apart[-1] == 0
    alone, shared = (rows(family, plan(width=512, noise_share=share))[0].noisy.std() for share in (0.0, 0.5))
    assert float(alone) == pytest.approx(float(shared), rel=0.05)


def test_noise_on_texts_is_the_rows_own(family: Sd15) -> None:
    """`--weird`: the same seed gives the same again, another seed another; none leaves the text as it was."""
    plain = draw(family, plan(seeds=[1, 2]))
    weird = draw(family, plan(seeds=[1, 2], embedding_noise=0.3))
    assert difference(weird[0], plain[0]) > 0.01
    assert difference(draw(family, plan(seeds=[2], embedding_noise=0.3))[0], weird[1]) < 1e-4
    conditions = family.encode(plan(seeds=[1, 2], embedding_noise=0.3), {}).conditions
    assert not torch.equal(conditions[0].text, conditions[1].text)
    assert torch.equal(conditions[0].negative, conditions[1].negative)


def test_weights_decide_between_pictures(family: Sd15) -> None:
    """Two pictures in one adapter: the heavier has more of a say, and with all the weight the other has none."""
    shares = [1e-30, 0.25, 0.5, 0.75, 1.0]
    mixed = [
        draw(family, plan(references=(sees("red", weight=share), sees("blue", weight=1 - share or 1e-30)), seeds=[3]))[
            0
        ]
        for share in shares
    ]
    blue, red = (draw(family, plan(references=(sees(name),), seeds=[3]))[0] for name in ("blue", "red"))
    assert difference(mixed[0], blue) < 1e-4
    assert difference(mixed[-1], red) < 1e-4
    distances = [float(abs(each - red).mean()) for each in mixed]
    assert distances == sorted(distances, reverse=True)


def test_rows_of_a_model_count_by_what_it_takes_at_once(counting: Any) -> None:
    """Two models share the device: what one leaves of it, the other gets, whatever each could have alone."""
    other: Any = Counting(counting._family)
    loop = Loop(row_budget=64)
    loop.budgets[counting], loop.budgets[other] = 8.0, 4.0
    loop.add(rows(counting, plan(seeds=[1, 2], steps=2), "a"))
    loop.add(rows(other, plan(seeds=[3, 4], steps=2), "b"))
    assert [row.job_id for row in loop.tick().admitted] == ["a", "a", "b"], "half of the device, and half of the other"
    finish(loop)
    assert loop.is_idle
