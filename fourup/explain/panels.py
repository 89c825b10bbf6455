"""What people see of prompts in a terminal: mistakes with the prompt as it should be, grids with their numbers."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.prompt.errors import Mistake
from bot.prompt.prompt import Prompt
from engine.recipe import Recipe

_EMPTY: tuple[object, ...] = (None, (), [], "", False)


def mistakes(found: Sequence[Mistake]) -> RenderableType:
    """Each under its title, and the prompt to copy."""
    lines = [Panel(Text(each.message), title=each.title, title_align="left", border_style="red") for each in found]
    corrected = next((each.corrected for each in found if each.corrected), None)
    if corrected is None:
        return Group(*lines)
    return Group(*lines, Panel(Text(corrected), title="As it should be", title_align="left", border_style="green"))


def notices(said: Sequence[str]) -> RenderableType:
    """A line each."""
    return Group(*(Text(f"! {each}", style="yellow") for each in said))


def jobs(prompts: Sequence[Prompt], told: Sequence[Mapping[str, Any]], said: Sequence[str]) -> RenderableType:
    """The grids, as they are told as JSON, under their canonical text."""
    numbered = enumerate(zip(prompts, told, strict=True), start=1)
    shown = [_panel(f"Grid {place} of {len(told)}: {prompt}", _rows(job)) for place, (prompt, job) in numbered]
    return Group(notices(said), *shown)


def recipe_of(recipe: Recipe, prompt: Prompt, job: Mapping[str, Any]) -> RenderableType:
    """How a picture was made."""
    which = "Grid" if recipe.picture is None else f"Picture {recipe.picture + 1}"
    rows = _rows(job)
    rows.add_row("job", Text(recipe.job_id))
    rows.add_row("model hash", Text(recipe.model_hash))
    return _panel(f"{which}: {prompt}", rows)


def _panel(title: str, rows: Table) -> Panel:
    return Panel(rows, title=Text(title), title_align="left")


def _rows(job: Mapping[str, Any]) -> Table:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="bold")
    rows.add_column(overflow="fold")
    for image in job["images"]:
        rows.add_row("picture", Text(_weighed(image["url"], image["weight"])))
    for part in job["text"]:
        rows.add_row("text", Text(_weighed(part["text"], part["weight"])))
    if job["negative"]:
        rows.add_row("without", Text(job["negative"]))
    for name, value in job["parameters"].items():
        rows.add_row(name, Text(_plain(value)))
    for name, value in (job["plan"] or {}).items():
        if value not in _EMPTY:
            rows.add_row(Text(name, style="cyan"), Text(_plain(value)))
    return rows


def _weighed(text: str, weight: float) -> str:
    return text if weight == 1 else f"{text}  (weight {weight:g})"


def _plain(value: object) -> str:
    """Numbers to four digits, tables as JSON."""
    if isinstance(value, float):
        return f"{value:.4g}"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else str(value)
