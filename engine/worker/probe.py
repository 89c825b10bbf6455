"""Measures what a loaded model takes of its device: forward passes of one line and of several, and a decoding."""

import time
from dataclasses import replace

import torch

from engine.families import Ask, Family
from engine.measured import Appetite
from engine.plan.facts import Facts
from engine.plan.make import make_plan
from engine.plan.plan import Plan
from engine.protocol import Parameters, RenderRequest, Text
from engine.worker.memory import Memory
from engine.worker.rows import Row, rows_of

SEVERAL = 3
"""Lines of the larger pass."""
AGAIN, QUICK = 3, 0.5
"""So often is a pass timed again that takes fewer seconds than that."""
PATIENCE = 10.0
_SMALLER = 4
"""Times, that a processor's probe is smaller than the model's own side: a whole picture would take it minutes."""
_LEAST_SIDE = 128


def measure(  # noqa: PLR0913 - the last is for those who cannot wait
    family: Family, facts: Facts, memory: Memory, *, weights: int, loading: float, patience: float = PATIENCE
) -> Appetite | None:
    """By a plan of the model's own; nothing else may be computed meanwhile. None where the device tells nothing, or
    where the first pass takes longer than `patience` seconds: members wait, and the next start tries again.

    What the line costs at a smaller size is scaled by the area: activations are as many as pixels.
    """
    plan = _plan(facts, small=memory.device.type == "cpu")
    area = facts.size**2 / (plan.width * plan.height)
    (row,) = rows_of("probe", plan, family.encode(plan, {}), family, facts.size)
    ask, seconds, peaks = row.ask(), [0.0, 0.0], []
    began = time.perf_counter()
    _pass(row, ask, 1)  # what is chosen or built at the first time is not measured
    if time.perf_counter() - began > patience:
        return None
    for nth, lines in enumerate((1, SEVERAL)):

        def timed(lines: int = lines, nth: int = nth) -> None:
            began = time.perf_counter()
            _pass(row, ask, lines)
            seconds[nth] = time.perf_counter() - began

        peaks.append(memory.peak(timed))
        first = seconds[nth]
        for _ in range(AGAIN if first < QUICK else 0):  # the least disturbed counts
            timed()
            first = min(first, seconds[nth])
        seconds[nth] = first
    decoding = memory.peak(lambda: family.decode(row.clean[None], tile=False))
    one, several = peaks
    if one is None or several is None or decoding is None:
        return None
    line = max(1, several - one) / (SEVERAL - 1)
    line_seconds = max(0.0, seconds[1] - seconds[0]) / (SEVERAL - 1)
    return Appetite(
        weights=weights,
        beside=max(0, round(one - line)),
        line=round(line * area),
        decoding=round(decoding * area),
        loading=round(loading, 2),
        pass_seconds=max(0.0, seconds[0] - line_seconds),
        line_seconds=line_seconds * area,
    )


@torch.inference_mode()
def _pass(row: Row, ask: Ask, lines: int) -> None:
    row.family.denoise(row.noisy.expand(lines, -1, -1, -1).contiguous(), [ask] * lines, tile=False)
    if row.family.device.type != "cpu":
        torch.accelerator.synchronize(row.family.device)


def _plan(facts: Facts, *, small: bool) -> Plan:
    """One picture without a twin."""
    request = RenderRequest("probe", (Text("a picture"),), parameters=Parameters(count=1))
    plan = make_plan(request, facts)
    rows = tuple(replace(each, guidance_scale=1.0) for each in plan.rows)
    side = facts.size
    if small:
        side = min(side, max(_LEAST_SIDE, side // _SMALLER // facts.multiple * facts.multiple))
    return replace(plan, rows=rows, width=side, height=side)
