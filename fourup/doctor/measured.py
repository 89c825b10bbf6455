"""What `fourup doctor` says of the memory that models were measured to take, and of how many rows that makes."""

from pathlib import Path
from typing import Any

from engine.measured import Record, appetite
from fourup.doctor.finding import Finding
from fourup.doctor.machine import gib
from fourup.settings import Engine

FEW = 4
"""Lines: two pictures with their twins."""


def measured_findings(file: Path, wished: Engine) -> list[Finding]:
    """One for each model and device that was measured at a start of the bot; none before the first."""
    return [found for each in Record(file).read().values() if (found := _finding(each, wished)) is not None]


def _finding(told: dict[str, Any], wished: Engine) -> Finding | None:
    known, free, lines = appetite(told), told.get("free"), told.get("lines")
    if known is None or not isinstance(free, int) or not isinstance(lines, int):
        return None
    name = f"rows of {told.get('model', '?')}"
    room = f"{gib(known.weights)} and {gib(known.line)} a row on {told.get('device', '?')}, of {gib(free)} left"
    if wished.rows is not None:
        return Finding.ok(name, f"engine.rows says {wished.rows} at once, {known.fitting(free)} fit: {room}")
    if lines < FEW:
        cure = "Close what else uses the device, raise engine.memory, or take a smaller model."
        return Finding.warn(name, f"only {lines} at once: {room}", cure)
    return Finding.ok(name, f"{lines} at once: {room}")
