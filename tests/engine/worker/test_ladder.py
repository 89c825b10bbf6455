"""What is done where something does not fit the memory, step by step, with a device that refuses."""

from collections.abc import Sequence
from typing import Any

import pytest
import torch

from engine.families import Ask
from engine.families.sd15 import Sd15
from engine.protocol import Failed, Rendered
from engine.worker.engine import Engine, Habits
from engine.worker.ladder import tried
from engine.worker.loop import Loop
from engine.worker.models import LOADERS, Model
from tests.engine.plans import difference, draw, finish, pixels, plan, rows
from tests.engine.worker.test_engine import Told, request

FULL = torch.OutOfMemoryError("CUDA out of memory")


class Refusing:
    """The family on a device that takes so many rows at once, and none at all before so many steps of relief."""

    def __init__(self, family: Sd15, *, most: int = 100, relief: int = 0, steps: int = 2) -> None:
        self._family, self.most, self.relief, self.steps = family, most, relief, steps
        self.passes: list[int | str] = []
        """Rows that were tried, and what was done in between."""
        self.refused: dict[str, int] = {}
        """How many times encoding and decoding are still refused."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._family, name)

    def denoise(self, noisy: torch.Tensor, asks: Sequence[Ask], *, tile: bool) -> torch.Tensor:
        self.passes.append(len(asks))
        if len(asks) > self.most or self.relief > 0:
            raise FULL
        return self._family.denoise(noisy, asks, tile=tile)

    def encode(self, *given: Any) -> Any:
        self._refuse("encode")
        return self._family.encode(*given)

    def decode(self, *given: Any, tile: bool) -> Any:
        self._refuse("decode")
        return self._family.decode(*given, tile=tile)

    def spare(self) -> None:
        self.passes.append("in parts")

    def relieve(self) -> bool:
        if not self.steps:
            return False
        self.passes.append("relieved")
        self.steps -= 1
        self.relief -= 1
        return True

    def _refuse(self, what: str) -> None:
        if self.refused.get(what, 0) > 0:
            self.refused[what] -= 1
            raise MemoryError


def test_a_device_that_takes_one_row_draws_row_by_row(family: Sd15) -> None:
    """Fewer and fewer at once, and what was found is kept for the next step; the pictures are the same."""
    refusing: Any = Refusing(family, most=1)
    expected = draw(family, plan(seeds=[1, 2, 3]))
    loop = Loop(row_budget=64)
    ours = rows(refusing, plan(seeds=[1, 2, 3]))
    loop.add(ours)
    finish(loop)
    assert refusing.passes[:5] == [3, 2, 1, 1, 1]
    assert set(refusing.passes[5:]) == {1}
    assert max(difference(pixels(row), one) for row, one in zip(ours, expected, strict=True)) < 1e-4


@pytest.mark.parametrize("relief", [1, 2])
def test_a_row_that_does_not_fit_alone_gets_relief(family: Sd15, relief: int) -> None:
    """Less of the model is held there, one step after the other, and then it is tried again."""
    refusing: Any = Refusing(family, relief=relief)
    loop = Loop(row_budget=64)
    ours = rows(refusing, plan(seeds=[1, 2]))
    loop.add(ours)
    finish(loop)
    assert refusing.passes[: 2 + 2 * relief] == [2, 1, *["relieved", 1] * relief]
    assert difference(pixels(ours[1]), draw(family, plan(seeds=[2]))[0]) < 1e-4


def test_encoding_and_decoding_are_tried_in_parts_and_then_with_relief(family: Sd15) -> None:
    """Until nothing is left to do; whatever else goes wrong is not tried again."""
    refusing: Any = Refusing(family)
    refusing.refused["encode"] = 3
    assert tried(refusing, lambda: refusing.encode(plan(), {})).shape == (4, 8, 8)
    assert refusing.passes == ["in parts", "relieved", "relieved"]
    refusing.refused["encode"] = 2
    with pytest.raises(MemoryError):
        tried(refusing, lambda: refusing.encode(plan(), {}))
    with pytest.raises(KeyError):
        tried(refusing, lambda: {}["none"])


def test_at_the_end_of_the_ladder_the_job_fails_calmly(
    family: Sd15, tiny_sd15: Any, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one sentence with the cure, for whatever did not fit; the next job, which does, is drawn."""
    refusing, told = Refusing(family, relief=5), Told()
    monkeypatch.setitem(LOADERS, "sd15", lambda *_, **__: refusing)
    with Engine({"tiny": Model("sd15", tiny_sd15)}, "cpu", tmp_path / "out", told, Habits(64)) as engine:
        engine.submit(request("steps"), plan(seeds=[1, 2]))
        end = told.end("steps")
        assert isinstance(end, Failed)
        assert (end.kind, "ask for a smaller picture" in end.reason) == ("memory", True)
        refusing.relief = 0
        for what in ("encode", "decode"):
            refusing.refused[what] = 2
            engine.submit(request(what), plan(steps=2))
            assert told.end(what).kind == "memory"
            refusing.refused[what] = 1
            engine.submit(request(f"{what} in parts"), plan(steps=2))
            assert isinstance(told.end(f"{what} in parts"), Rendered)
