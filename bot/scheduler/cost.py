"""What a job takes: its work by its plan, and the GPU's seconds by what its model was measured to need."""

from collections.abc import Mapping

from bot.jobs.queue import Ticket
from engine.plan.plan import Plan

WORK = 240.0
"""Of a job that nobody planned: four pictures with their twins, 30 steps each."""

RATE = 0.05
"""Seconds of a unit of work before anything was measured."""

LATEST = 0.2
"""How much the latest measurement counts."""


def work_of(plan: Plan, size: int) -> float:
    """Pictures times steps: a picture counts in squares of `size`, its model's own side, twice where it has a twin."""
    lines = sum(2 if row.guidance_scale > 1 else 1 for row in plan.rows)
    share = 1.0 if plan.start is None or plan.strength is None else plan.strength
    work = lines * plan.width * plan.height / size**2 * max(1.0, plan.stop_after * share)
    refining = plan.refining
    if refining is not None:
        steps = max(1.0, plan.stop_after * refining.strength)
        work += lines * refining.width * refining.height / size**2 * steps
    return work


def cost(ticket: Ticket, rates: Mapping[str, float], rate: float) -> float:
    """The GPU seconds that it can be expected to take; `rate` is that of models that were never measured."""
    return (ticket.work or WORK) * (rates.get(ticket.model, rate) if ticket.model else rate)


def learned(before: float | None, work: float, seconds: float) -> float:
    """The rate of a model after one more job of it: later ones count more."""
    measured = seconds / work
    return measured if before is None else (1 - LATEST) * before + LATEST * measured
