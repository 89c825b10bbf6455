"""Measuring a model: by forward passes and a decoding of its own, on this machine."""

import logging
from pathlib import Path
from typing import Any

import pytest

from engine.checkpoint import facts_of
from engine.families.sd15 import Sd15
from engine.measured import Record
from engine.plan.facts import Facts
from engine.worker.memory import Memory
from engine.worker.models import Model
from engine.worker.probe import SEVERAL, measure
from engine.worker.shelf import Budget, Shelf

MIB = 1024**2


class Hungry(Memory):
    """A memory in which the n-th piece of work takes what it was told to."""

    def __init__(self, *peaks: int | None) -> None:
        super().__init__("cpu")
        self._peaks = iter(peaks)

    def peak(self, work: Any) -> int | None:
        """The next, after the work."""
        work()
        return next(self._peaks)


@pytest.fixture
def facts(tiny_sd15: Path) -> Facts:
    """Of the tiny model, as if it drew best at a size that a probe makes smaller."""
    return facts_of(tiny_sd15, "tiny", "sd15")


def test_two_passes_tell_what_a_row_takes(family: Sd15, facts: Facts) -> None:
    """The difference by the rows between them, the rest whatever their number."""
    told = measure(family, facts, Hungry(70 * MIB, 110 * MIB, 9 * MIB), weights=5, loading=1.234)
    assert told is not None
    assert (told.line, told.beside, told.decoding) == (40 * MIB // (SEVERAL - 1), 50 * MIB, 9 * MIB)
    assert (told.weights, told.loading) == (5, 1.23)
    assert told.line_seconds >= 0
    assert told.pass_seconds >= 0


def test_a_processor_measures_small_and_reckons_with_the_area(family: Sd15, tiny_sd15: Path) -> None:
    """A model of 512 pixels is probed at 128: its rows take sixteen times as much."""
    large = Facts(**{**facts_of(tiny_sd15, "tiny", "sd15").__dict__, "size": 512})
    told = measure(family, large, Hungry(7 * MIB, 11 * MIB, 9 * MIB), weights=0, loading=0)
    assert told is not None
    assert (told.line, told.beside, told.decoding) == (32 * MIB, 5 * MIB, 144 * MIB)


def test_a_device_that_tells_nothing_is_not_guessed_at(family: Sd15, facts: Facts) -> None:
    """There is no measurement then."""
    assert measure(family, facts, Hungry(None, None, None), weights=0, loading=0) is None


def test_a_device_that_is_too_slow_now_is_measured_another_time(family: Sd15, facts: Facts) -> None:
    """Rather than having members wait for it."""
    assert measure(family, facts, Hungry(), weights=0, loading=0, patience=0) is None


def test_a_model_is_measured_at_its_first_load_and_never_again(
    tiny_sd15: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says what came of it; another process reads it from the file."""
    caplog.set_level(logging.INFO)
    file = tmp_path / "measured.json"
    for peaks in ((70 * MIB, 110 * MIB, 9 * MIB), ()):
        shelf = Shelf({"tiny": Model("sd15", tiny_sd15)}, Hungry(*peaks), Budget(None, Record(file)))
        shelf.get("tiny")
        shelf.settle()
        assert shelf.lines("tiny") >= 16
        assert "20 MiB a row" in caplog.records[-1].getMessage()
    (kept,) = Record(file).read().values()
    assert kept["model"] == "tiny"
    assert kept["lines"] >= 16


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the system tells no peaks")
def test_the_real_model_is_measured_on_the_real_machine(tiny_sd15: Path, tmp_path: Path) -> None:
    """More rows of a larger picture take more than fewer, and the seconds to load it are told to those who wait."""
    record = Record(tmp_path / "measured.json")
    shelf = Shelf({"tiny": Model("sd15", tiny_sd15)}, Memory("cpu"), Budget(None, record))
    assert shelf.expected("tiny") is None
    family = shelf.get("tiny")
    assert (shelf.expected("tiny") or 0) > 0
    large = Facts(**{**shelf.facts("tiny").__dict__, "size": 2048})
    told = measure(family, large, Memory("cpu"), weights=0, loading=0)
    assert told is not None
    assert told.line > MIB
    assert told.decoding > MIB
