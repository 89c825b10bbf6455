"""What people see of prompts in a terminal: mistakes with the prompt as it should be, grids with their numbers."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from bot.prompt.errors import Mistake
from bot.prompt.prompt import Prompt
from engine.recipe import Recipe
from fourup.explain.steps import Steps
from fourup.explain.tables import lines_of, of_plan, of_prompt


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


def jobs(steps: Steps, prompts: Sequence[Prompt], told: Mapping[str, Any]) -> RenderableType:
    """What was typed, what that was expanded to, and each grid: how it is read, and how it is planned."""
    found, seen = told["jobs"], [("typed", steps.typed)]
    if steps.expanded != steps.typed:
        seen.append(("expanded", steps.expanded))
    numbered = enumerate(zip(prompts, found, strict=True), start=1)
    shown = [_grid(f"Grid {place} of {len(found)}: {prompt}", job) for place, (prompt, job) in numbered]
    return Group(lines_of(seen), notices(told["notices"]), *shown)


def recipe_of(recipe: Recipe, prompt: Prompt, job: Mapping[str, Any]) -> RenderableType:
    """How a picture was made."""
    which = "Grid" if recipe.picture is None else f"Picture {recipe.picture + 1}"
    made = lines_of([("job", recipe.job_id), ("model hash", recipe.model_hash)])
    return _grid(f"{which}: {prompt}", job, made)


def _grid(title: str, job: Mapping[str, Any], *more: RenderableType) -> Panel:
    parts: list[RenderableType] = [_heading("read"), of_prompt(job)]
    if job["plan"]:
        parts += [_heading("planned"), of_plan(job["plan"])]
    return Panel(Group(*parts, *more), title=Text(title), title_align="left")


def _heading(text: str) -> Text:
    return Text(text, style="dim italic")
