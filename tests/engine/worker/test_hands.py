"""With how many threads of the processor what is computed."""

import threading
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.measured import Record
from engine.protocol import Event, Failed, Rendered, RenderRequest
from engine.worker import shelf
from engine.worker.engine import Engine, Habits
from engine.worker.hands import SMALL, apart, beside, computing
from engine.worker.memory import Memory
from engine.worker.models import Model
from engine.worker.shelf import Budget
from tests.engine.plans import plan


def test_small_models_are_computed_with_one_thread_beside_the_loop() -> None:
    """Large ones with all: a second's decoding is worth being woken for."""
    with computing(3):
        assert beside(SMALL) == 1
        assert beside(SMALL + 1) == 3


def test_afterwards_it_is_as_it_was() -> None:
    """Also where the computation fails."""
    before = torch.get_num_threads()
    with computing(before + 1):
        assert torch.get_num_threads() == before + 1
    assert torch.get_num_threads() == before
    with pytest.raises(RuntimeError), computing(before + 1):
        torch.ones(2) @ torch.ones(3)
    assert torch.get_num_threads() == before


def test_what_is_done_apart_has_its_own() -> None:
    """And nothing is left of it; what goes wrong there is told here."""
    before, threads = torch.get_num_threads(), threading.active_count()
    assert apart(before + 2, torch.get_num_threads) == before + 2
    assert (torch.get_num_threads(), threading.active_count()) == (before, threads)
    with pytest.raises(RuntimeError):
        apart(1, lambda: torch.ones(2) @ torch.ones(3))


def test_a_model_is_measured_as_the_loop_will_compute(
    tiny_sd15: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With all threads, though it is loaded with one."""
    told: list[int] = []
    monkeypatch.setattr(shelf, "measure", lambda *_, **__: told.append(torch.get_num_threads()))
    with computing(3):
        books = shelf.Shelf({"tiny": Model("sd15", tiny_sd15)}, Memory("cpu"), Budget(None, Record(tmp_path / "kept")))
        with books.aside("tiny"):
            books.get("tiny")
    assert told == [3]


def test_the_loop_alone_has_them_all(tiny_sd15: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opened the engine; what encodes and decodes has one, and so has what loads."""
    told: dict[str, set[int]] = {}
    for name in ("load", "encode", "denoise", "decode", "preview"):
        own: Any = getattr(Sd15, name)

        def noting(*given: Any, _own: Any = own, _name: str = name, **named: Any) -> Any:
            told.setdefault(_name, set()).add(torch.get_num_threads())
            return _own(*given, **named)

        monkeypatch.setattr(Sd15, name, noting)
    monkeypatch.setattr("engine.worker.models.LOADERS", {"sd15": Sd15.load})
    over = threading.Event()
    events: list[Event] = []

    def hear(event: Event) -> None:
        events.append(event)
        if isinstance(event, Rendered | Failed):
            over.set()

    with computing(3), Engine({"tiny": Model("sd15", tiny_sd15)}, "cpu", tmp_path, hear, Habits(8)) as engine:
        engine.load("tiny")
        asked = plan(seeds=[1, 2, 3, 4], steps=4)
        engine.submit(RenderRequest("job", asked.texts), asked)
        assert over.wait(60)
    assert isinstance(events[-1], Rendered)
    assert told == {"load": {1}, "encode": {1}, "preview": {1}, "decode": {1}, "denoise": {3}}
