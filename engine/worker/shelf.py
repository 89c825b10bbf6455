"""The models of this process: as many are loaded as the memory takes, and the least recently used goes first."""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import partial
from weakref import WeakKeyDictionary

import torch

from engine.families import Family
from engine.measured import GUESS, Appetite, Record, identity_of
from engine.plan.facts import Facts
from engine.worker.hands import apart, beside, computing
from engine.worker.memory import Memory, give_back
from engine.worker.models import Model
from engine.worker.probe import measure

_UNMEASURED = 1.5
"""Times the size of its files that a model is taken to need in memory, before it was measured."""
_SPARE = 256 * 1024**2
"""Bytes that stay free beside what a model needs."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Budget:
    """How many lines are drawn at once: a fixed number, or None for what is measured. Models are measured where there
    is a `record` to remember it.
    """

    rows: int | None = GUESS
    record: Record | None = None
    quiet: Callable[[], AbstractContextManager[None]] = nullcontext
    """While it is entered, nothing else is computed on the device."""


class Shelf:
    """Models by name, on one device. Loaded and unloaded in one thread, the studio's; the rest is for any."""

    def __init__(self, models: Mapping[str, Model], memory: Memory, budget: Budget) -> None:
        self._models = dict(models)
        self._memory = memory
        self._budget = budget
        self.threads = torch.get_num_threads()
        """Of the processor, with which the loop computes."""
        self._loaded: OrderedDict[str, Family] = OrderedDict()
        self._appetites: dict[str, Appetite] = {}
        self._lines: dict[str, int] = {}
        self._hashes: dict[str, str] = {}
        self._lock = threading.Lock()
        self.loading: str | None = None
        """The model that is being loaded."""

    @property
    def names(self) -> tuple[str, ...]:
        """Those that there are, loaded or not."""
        return tuple(self._models)

    @property
    def loaded(self) -> tuple[str, ...]:
        """Those that are loaded, the latest used last."""
        with self._lock:
            return tuple(self._loaded)

    def facts(self, name: str) -> Facts:
        """What is so of it, read from its files."""
        return self._models[name].facts(name)

    def aside(self, name: str) -> AbstractContextManager[None]:
        """While it is entered, this thread computes with as many of the processor's as this model needs beside the
        loop.
        """
        return computing(beside(self._models[name].size()))

    def expected(self, name: str) -> float | None:
        """Seconds that it took to load, as far as that is on record."""
        known = self._appetite(name)
        return None if known is None else known.loading

    def has_room(self, name: str, busy: Collection[str], sweep: Callable[[], None]) -> bool:
        """True where it is loaded or can be, once others have gone that are not `busy`: these go, the eldest first,
        when `sweep` has let go of what hangs on to them.

        With nothing else there, it is tried whatever it needs.
        """
        while name not in self.loaded:
            others = self.loaded
            if not others or self._needs(name) <= self._memory.free():
                return True
            if (gone := next((each for each in others if each not in busy), None)) is None:
                return False
            sweep()
            self.unload(gone)
        return True

    def get(self, name: str) -> Family:
        """The model, loaded now where it was not before; that takes seconds, and more of them where it is measured."""
        with self._lock:
            if name in self._loaded:
                self._loaded.move_to_end(name)
                return self._loaded[name]
        self.loading = name
        try:
            family = self._load(name)
        finally:
            self.loading = None
        with self._lock:
            self._loaded[name] = family
        return family

    def unload(self, name: str) -> None:
        """Give its memory back; nothing may be drawn with it any more."""
        with self._lock:
            self._loaded.pop(name, None)
        give_back()
        _log.info("The model %s was unloaded: %s are free", name, _mib(self._memory.free()))

    def lines(self, name: str | None) -> int:
        """How many lines of it are drawn at once; None is any of which nothing is known."""
        return self._budget.rows or self._lines.get(name or "", GUESS)

    def settle(self) -> WeakKeyDictionary[Family, float]:
        """Count the lines anew by what is free now, when nothing is drawn: those of each model that is loaded."""
        free = self._memory.free()
        with self._lock:
            loaded = list(self._loaded.items())
        for name, _ in loaded:
            if (known := self._appetite(name)) is not None:
                self._lines[name] = known.lines(free)
        return WeakKeyDictionary({family: float(self.lines(name)) for name, family in loaded})

    def hash(self, name: str) -> str:
        """The SHA-256 of its weights, read once."""
        with self._lock:
            if name not in self._hashes:
                self._hashes[name] = self._models[name].hash()
            return self._hashes[name]

    def _load(self, name: str) -> Family:
        give_back()
        before, began = self._memory.used(), time.perf_counter()
        family = self._models[name].load(str(self._memory.device))
        seconds = time.perf_counter() - began
        known, record = self._appetite(name), self._budget.record
        if known is None and record is not None:
            with self._budget.quiet():
                weights = max(0, self._memory.used() - before)
                measured = partial(measure, family, self.facts(name), self._memory, weights=weights, loading=seconds)
                known = apart(self.threads, measured)  # as the loop will compute
            give_back()
        if known is None or record is None:
            _log.info("The model %s was loaded in %.1f s", name, seconds)
            return family
        self._appetites[name] = known
        free = self._memory.free()
        record.keep(self._memory.name, self._identity(name), known, model=name, free=free, lines=known.lines(free))
        _log.info(
            "The model %s was loaded in %.1f s on %s: it takes %s and %s a row; of %s, %d rows are drawn at once",
            *(name, seconds, self._memory.name, _mib(known.weights), _mib(known.line), _mib(free)),
            self._budget.rows or known.lines(free),
        )
        return family

    def _identity(self, name: str) -> str:
        return identity_of(self._models[name].folder)

    def _appetite(self, name: str) -> Appetite | None:
        if name not in self._appetites and self._budget.record is not None:
            known = self._budget.record.get(self._memory.name, self._identity(name))
            if known is not None:
                self._appetites[name] = known
        return self._appetites.get(name)

    def _needs(self, name: str) -> float:
        known = self._appetite(name)
        return _SPARE + (_UNMEASURED * self._models[name].size() if known is None else known.weights + known.least)


def _mib(size: float) -> str:
    return f"{size / 1024**2:,.0f} MiB"
