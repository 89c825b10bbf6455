"""The measurements of a graphics card, as far as they can be tried without one."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
import torch

from bench import gpu


@pytest.fixture(autouse=True)
def _as_many_threads_as_before() -> Iterator[None]:
    threads = torch.get_num_threads()
    yield
    torch.set_num_threads(threads)


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a card")
def test_where_there_is_no_card_it_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence that names the cure, and without an error."""
    assert gpu.main([]) == 0
    assert capsys.readouterr().out.split() == gpu.NO_CARD.split()


def rows_of(printed: str, first: str) -> list[str]:
    """The lines of the table that begin so."""
    return [line for line in printed.splitlines() if line.strip(" │").startswith(first)]


def test_tiny_models_fill_the_table(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A grid and sixteen mixed jobs, ours and diffusers', each with its seconds."""
    monkeypatch.setenv("COLUMNS", "200")
    assert gpu.main(["--tiny", "--family", "sd15", "--steps", "2"]) == 0
    printed = capsys.readouterr().out
    for what in ("SD 1.5, 2 steps, 4-up", "SD 1.5, 16 mixed jobs"):
        rows = rows_of(printed, what)
        assert ["Fourup" in row for row in rows].count(True) == 1
        assert ["diffusers" in row for row in rows].count(True) == 1


@pytest.mark.proof
def test_tiny_models_of_all_families_fill_the_table(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As `make bench-gpu ARGS=--tiny` prints it."""
    monkeypatch.setenv("COLUMNS", "200")
    assert gpu.main(["--tiny"]) == 0
    printed = capsys.readouterr().out
    for case in gpu.CASES:
        assert len(rows_of(printed, replace(case, steps=gpu.TINY_STEPS).title)) == 2
