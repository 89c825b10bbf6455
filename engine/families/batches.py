"""Conditions of rows that have nothing to do with each other, gathered for one forward pass."""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch.nn.functional import pad

from engine.families.attention import Sight, Slot
from engine.families.controls import Control
from engine.families.loras import Wearing
from engine.families.regions import Regions


@dataclass(frozen=True)
class Reference:
    """Pictures of one role as an adapter reads them. The first of each pair is for the twin, which sees none."""

    adapter: int
    tokens: tuple[torch.Tensor, torch.Tensor]
    """(tokens, width) each"""
    bias: torch.Tensor
    """(tokens,): the logarithm of each picture's weight."""
    scales: tuple[float, ...]
    """One for each layer, not all of them 0."""
    region: torch.Tensor | None = None
    """Where it acts, (1, height, width); None for everywhere."""


@dataclass(frozen=True, eq=False)
class SeenCondition:
    """What a row is drawn towards, and what its twin is: texts of (tokens, width) and pictures."""

    text: torch.Tensor
    negative: torch.Tensor
    references: tuple[Reference, ...] = ()
    control: Control | None = None
    loras: Wearing = ()


@dataclass(frozen=True)
class Batch:
    """All rows, then the twins of those that are guided."""

    text: torch.Tensor
    sight: Sight


@dataclass(frozen=True)
class _Line:
    """One line of the batch: a row, or its twin."""

    condition: SeenCondition
    is_twin: bool

    @property
    def text(self) -> torch.Tensor:
        return self.condition.negative if self.is_twin else self.condition.text

    def tokens(self, reference: Reference) -> torch.Tensor:
        return reference.tokens[0 if self.is_twin else 1]


def gathered(conditions: Sequence[SeenCondition], is_guided: Sequence[bool], layers: int) -> Batch:
    """The batch for these rows."""
    lines = [_Line(condition, is_twin=False) for condition in conditions]
    lines += [_Line(condition, is_twin=True) for condition, guided in zip(conditions, is_guided, strict=True) if guided]
    texts = [line.text for line in lines]
    longest = max(map(len, texts))
    bias = None
    if min(map(len, texts)) < longest:
        bias = torch.stack(
            [pad(each.new_zeros(len(each)), (0, longest - len(each)), value=-torch.inf) for each in texts]
        )
        bias = bias[:, None, None]
    text = torch.stack([pad(each, (0, 0, 0, longest - len(each))) for each in texts])
    return Batch(text, Sight(bias, _slots(lines, layers)))


def _slots(lines: Sequence[_Line], layers: int) -> tuple[Slot, ...]:
    adapters = sorted({each.adapter for line in lines for each in line.condition.references})
    return tuple(
        _slot(adapter, nth, lines, layers)
        for adapter in adapters
        for nth in range(max(len(_through(adapter, line)) for line in lines))
    )


def _through(adapter: int, line: _Line) -> list[Reference]:
    return [each for each in line.condition.references if each.adapter == adapter]


def _slot(adapter: int, nth: int, lines: Sequence[_Line], layers: int) -> Slot:
    """The nth reference of each line through this adapter; lines without one see zeros, at scale 0."""
    own = [next(iter(_through(adapter, line)[nth : nth + 1]), None) for line in lines]
    some = next(each for each in own if each is not None)
    blank = Reference(
        adapter,
        (torch.zeros_like(some.tokens[0]), torch.zeros_like(some.tokens[1])),
        torch.zeros_like(some.bias),
        (0.0,) * layers,
    )
    seen = [(line, each or blank) for line, each in zip(lines, own, strict=True)]
    count = max(len(each.bias) for _, each in seen)
    missing = [count - len(each.bias) for _, each in seen]
    tokens = [pad(line.tokens(each), (0, 0, 0, less)) for (line, each), less in zip(seen, missing, strict=True)]
    bias = [pad(each.bias, (0, less), value=-torch.inf) for (_, each), less in zip(seen, missing, strict=True)]
    scales = [each.scales for _, each in seen]
    regions = [each.region for _, each in seen]
    return Slot(
        adapter,
        torch.stack(tokens),
        torch.stack(bias)[:, None, None],
        some.bias.new_tensor(scales).T[:, :, None, None],
        frozenset(layer for layer in range(layers) if any(each[layer] for each in scales)),
        None if all(each is None for each in regions) else Regions(regions),
    )
