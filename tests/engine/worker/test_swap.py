"""Several models on one device: as many as its memory takes, changed as jobs ask for them, and unloaded when idle."""

import gc
import threading
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from engine.families.sd15 import Sd15
from engine.protocol import Loading, Rendered, RenderRequest, Started, Text
from engine.worker import shelf
from engine.worker.engine import Engine, Habits
from engine.worker.models import LOADERS, Model
from tests.engine.plans import plan
from tests.engine.worker.test_engine import PATIENCE, Gated, Told

GIB = 1024**3
USUAL = Habits()


class Small:
    """A memory into which so many models go."""

    def __init__(self, device: str, _most: int | None = None) -> None:
        self.device, self.name = torch.device(device), device
        self.models = 2
        self.loaded: weakref.WeakSet[Any] = weakref.WeakSet()

    def free(self) -> int:
        """A gibibyte for each model that still goes in."""
        gc.collect()
        return GIB * (self.models - len(self.loaded))

    def used(self) -> int:
        """As much."""
        return GIB * len(self.loaded)


class House:
    """An engine with three models in a small memory; each load wraps one family anew, in a gate that can be held."""

    def __init__(self, memory: Small, families: dict[str, Gated], engine: Engine, told: Told) -> None:
        self.memory, self.families, self.engine, self.told = memory, families, engine, told

    def submit(self, job_id: str, model: str, **asked: Any) -> None:
        """Hand in a job."""
        self.engine.submit(RenderRequest(job_id, (Text("red cat"),)), replace(plan(**asked), model=model))

    @property
    def loaded(self) -> tuple[str, ...]:
        """As it tells the scheduler."""
        return self.engine.capabilities().loaded


@pytest.fixture
def open_house(
    family: Sd15, tiny_sd15: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., House]]:
    """A house with these habits."""
    houses: list[House] = []

    def opened(habits: Habits = USUAL) -> House:
        memory, told = Small("cpu"), Told()
        families: dict[str, Gated] = {}
        for name in ("a", "b", "c"):
            (tmp_path / name).symlink_to(tiny_sd15)

        def load(folder: Path, *_: Any, **__: Any) -> Any:
            own = Gated(family)
            memory.loaded.add(own)
            families[folder.name] = weakref.proxy(own)
            return own

        monkeypatch.setitem(LOADERS, "sd15", load)
        monkeypatch.setattr("engine.worker.engine.Memory", lambda *_: memory)
        models = {name: Model("sd15", tmp_path / name) for name in ("a", "b", "c")}
        engine = Engine(models, "cpu", tmp_path / "out", told, habits)
        engine.start()
        houses.append(House(memory, families, engine, told))
        return houses[-1]

    yield opened
    for house in houses:
        for gate in house.families.values():
            try:
                gate.open.set()
            except ReferenceError:
                continue
        house.engine.close()


def test_as_many_models_stay_as_the_memory_takes(open_house: Callable[..., House]) -> None:
    """The one that was not used for the longest time goes, and its memory is free before the next is loaded."""
    house = open_house()
    for number, model in enumerate("abacb"):
        house.submit(str(number), model, steps=2)
        assert isinstance(house.told.end(str(number)), Rendered)
        assert len(house.memory.loaded) <= 2
    assert house.loaded == ("c", "b")


def test_a_model_that_draws_is_not_unloaded(open_house: Callable[..., House]) -> None:
    """Who wants another waits for it, is told for which model, and is not passed over by those who come later."""
    house = open_house()
    house.memory.models = 1
    house.submit("first", "a", steps=2)
    house.told.end("first")
    house.families["a"].hold()
    house.submit("long", "a", steps=2)
    assert house.families["a"].entered.wait(PATIENCE)
    house.submit("other", "b", steps=2)
    house.told.wait(lambda event: event == Loading("other", 0.0, None, "b", has_no_room=True))
    house.submit("later", "a", steps=2)
    house.families["a"].open.set()
    for job_id in ("long", "other", "later"):
        assert isinstance(house.told.end(job_id), Rendered)
    started = [event.job_id for event in house.told.events if isinstance(event, Started)]
    assert started == ["first", "long", "other", "later"]


def test_a_cancelled_job_makes_room_for_another_model(open_house: Callable[..., House]) -> None:
    """Its rows go with it, and so does what they held."""
    house = open_house()
    house.memory.models = 1
    house.submit("first", "a", steps=2)
    house.told.end("first")
    house.families["a"].hold()
    house.submit("long", "a", steps=100)
    assert house.families["a"].entered.wait(PATIENCE)
    house.submit("other", "b", steps=2)
    house.engine.cancel("long")
    house.families["a"].open.set()
    assert isinstance(house.told.end("other"), Rendered)
    assert house.loaded == ("b",)


def test_those_who_wait_are_told_that_a_model_is_loaded(
    open_house: Callable[..., House], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its name and the seconds so far; nobody else hears of it, and the host's watch knows that we may stand still."""
    house = open_house()
    slow = threading.Event()
    load = LOADERS["sd15"]

    def slowly(*given: Any, **named: Any) -> Any:
        assert slow.wait(PATIENCE)
        return load(*given, **named)

    monkeypatch.setitem(LOADERS, "sd15", slowly)
    house.submit("job", "a", steps=2)
    told = house.told.wait(lambda event: isinstance(event, Loading) and event.seconds >= 1)
    assert (told.job_id, told.model) == ("job", "a")
    assert house.engine.capabilities().loading == "a"
    slow.set()
    assert isinstance(house.told.end("job"), Rendered)
    assert house.engine.capabilities().loading is None


def test_an_idle_device_gives_its_memory_back(open_house: Callable[..., House]) -> None:
    """The model is gone, not only forgotten; the next job has it loaded again."""
    house = open_house(Habits(idle=0.2))
    for job_id in ("one", "two"):
        house.submit(job_id, "a", steps=2)
        assert isinstance(house.told.end(job_id), Rendered)
        _until(lambda: not house.memory.loaded)
        assert house.loaded == ()


def test_a_model_that_is_gone_leaves_nothing_resident(tiny_sd15: Path) -> None:
    """Networks, rows and encoders: weak references to all of them are dead, and a budget is not kept for them."""
    books = shelf.Shelf({"a": Model("sd15", tiny_sd15)}, shelf.Memory("cpu"), shelf.Budget())
    loaded: Any = books.get("a")
    gone = [weakref.ref(each) for each in (loaded, loaded._unet, loaded._vae, loaded._texts)]
    budgets = books.settle()
    assert len(budgets) == 1
    del loaded
    books.unload("a")
    assert [each() for each in gone] == [None] * 4
    assert len(budgets) == 0


def _until(is_so: Callable[[], bool]) -> None:
    """Without a sleep: an event that nobody sets is waited for."""
    never = threading.Event()
    for _ in range(PATIENCE * 20):
        if is_so():
            return
        never.wait(0.05)
    raise AssertionError
