"""The numbers of a plan as people read them: a line each, and a table for what comes several at a time."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

_EMPTY: tuple[object, ...] = (None, (), [], "", False)


def of_prompt(job: Mapping[str, Any]) -> Table:
    """What a prompt says: pictures, texts, what is not to be seen, parameters."""
    lines = _lines()
    for image in job["images"]:
        lines.add_row("picture", Text(_weighed(image["url"], image["weight"])))
    for part in job["text"]:
        lines.add_row("text", Text(_weighed(part["text"], part["weight"])))
    if job["negative"]:
        lines.add_row("without", Text(job["negative"]))
    for name, value in job["parameters"].items():
        lines.add_row(name, _several(value) or Text(plain(value)))
    return lines


def of_plan(plan: Mapping[str, Any]) -> Table:
    """Whatever of it is set."""
    lines = _lines()
    for name, value in plan.items():
        if value not in _EMPTY:
            lines.add_row(Text(name, style="cyan"), _several(value) or Text(plain(value)))
    return lines


def plain(value: object) -> str:
    """Numbers to four digits, lists with commas between, the rest as JSON."""
    if isinstance(value, float):
        return f"{value:.4g}"
    if isinstance(value, list | tuple) and all(isinstance(each, int) for each in value):
        return ", ".join(map(str, value))
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else str(value)


def _several(value: object) -> RenderableType | None:
    """A table for one thing or several of a kind, whose columns are what any of them has; None for all else."""
    value = [value] if isinstance(value, Mapping) else value
    if not isinstance(value, list | tuple) or not all(isinstance(each, Mapping) for each in value):
        return None
    known = dict.fromkeys(name for each in value for name in each)
    names = [name for name in known if any(each.get(name) not in _EMPTY for each in value)]
    table = Table(box=None, pad_edge=False, header_style="dim")
    for name in names:
        table.add_column(name.replace("_", " "), overflow="fold")
    for each in value:
        table.add_row(*(Text("" if each.get(name) is None else plain(each[name])) for name in names))
    return table


def _lines() -> Table:
    lines = Table.grid(padding=(0, 2))
    lines.add_column(style="bold")
    lines.add_column(overflow="fold")
    return lines


def _weighed(text: str, weight: float) -> str:
    return text if weight == 1 else f"{text}  (weight {weight:g})"


def lines_of(pairs: Sequence[tuple[str, str]]) -> Table:
    """A name and a text on each line."""
    lines = _lines()
    for name, text in pairs:
        lines.add_row(name, Text(text))
    return lines
