"""How long a training goes on, how fast it moves, and what it says of itself meanwhile."""

import math
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field

WARM_UP = 40
FALLING = 0.8
"""The last part of the time, in which the rate falls to a hundredth."""
TOLD_EVERY = 15.0
KEPT_EVERY = 180.0
"""Seconds."""


@dataclass
class Pace:
    """`minutes` of training from now on; `steps` counts from the first start, whatever was resumed."""

    minutes: float
    rate: float
    steps: int = 0
    clock: Callable[[], float] = time.monotonic
    _began: float = field(init=False)
    _first: int = field(init=False)
    _told: tuple[float, int] = field(init=False)
    _kept: float = field(init=False)
    _means: dict[str, float] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._began = self._kept = self.clock()
        self._told = self._began, self.steps
        self._first = self.steps

    def go_on(self, steps: int) -> None:
        """Count from so many steps, which were taken before."""
        self.steps = self._first = steps
        self._told = self._began, steps

    @property
    def part(self) -> float:
        """How much of the time is over, in [0, 1]."""
        return min(1.0, (self.clock() - self._began) / max(1e-9, self.minutes * 60))

    @property
    def is_over(self) -> bool:
        """True when the time is, and a step was taken, however short it was."""
        return self.part >= 1 and self.steps > self._first

    def learning_rate(self) -> float:
        """Rises over the first steps, stays, and falls as a cosine in the last part of the time."""
        warm = min(1.0, (self.steps + 1) / WARM_UP)
        falling = max(0.0, (self.part - 1 + FALLING) / FALLING)
        return self.rate * warm * (0.01 + 0.99 * (1 + math.cos(math.pi * falling)) / 2)

    def step(self, **measured: float) -> None:
        """One step is done; its measures are told as running means, every so often."""
        self.steps += 1
        for name, value in measured.items():
            self._means[name] = value if name not in self._means else 0.98 * self._means[name] + 0.02 * value
        now = self.clock()
        since, steps = self._told
        if now - since >= TOLD_EVERY:
            speed = (self.steps - steps) / (now - since)
            means = " ".join(f"{name} {value:.4f}" for name, value in self._means.items())
            sys.stderr.write(
                f"{self.part:4.0%} step {self.steps} {speed:.2f}/s rate {self.learning_rate():.1e} {means}\n"
            )
            sys.stderr.flush()
            self._told = now, self.steps

    def is_time_to_keep(self) -> bool:
        """True every few minutes: a checkpoint is due."""
        now = self.clock()
        if now - self._kept < KEPT_EVERY:
            return False
        self._kept = now
        return True
