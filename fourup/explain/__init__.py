"""`fourup explain`: how a prompt is read and the numbers that it becomes, for people or as JSON."""

import json
import random
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType

from bot.prompt.errors import WrongPrompt
from bot.prompt.parse import Rules
from bot.prompt.prompt import Prompt
from bot.prompt.read import Order, read
from engine.catalogue import Catalogue
from engine.recipe import Recipe
from fourup.errors import NoRecipe
from fourup.explain.panels import jobs, mistakes, recipe_of
from fourup.explain.plans import planned
from fourup.explain.steps import BY, By, Steps
from fourup.pictures import recipe_in


def explain(typed: str, catalogue: Catalogue, console: Console, *, as_json: bool, by: By = BY) -> int:
    """Print how it is read, or how the picture in a PNG file was made; gives the exit code, 1 for a wrong prompt.

    Raises NoRecipe for a PNG or WebP file that does not say how it was made.
    """
    recipe = _recipe(typed)
    if recipe is not None:
        prompt, told = _told_by(recipe, by.rules)
        return _print(console, told, recipe_of(recipe, prompt, told["jobs"][0]), as_json=as_json)
    steps = Steps.of(typed, by.mine)
    try:
        order = read(steps.expanded, by.rules, draw=lambda: random.getrandbits(32))
    except WrongPrompt as wrong:
        told = {"ok": False, "errors": [each.to_dict() for each in wrong.mistakes]}
        return _print(console, told, mistakes(wrong.mistakes), as_json=as_json)
    told = _told(steps, order, catalogue)
    return _print(console, told, jobs(steps, order.prompts, told), as_json=as_json)


def _told(steps: Steps, order: Order, catalogue: Catalogue) -> dict[str, Any]:
    notices, found = list(order.notices), []
    for prompt in order.prompts:
        plan, said = planned(prompt, catalogue)
        notices += [each for each in said if each not in notices]
        found.append({**prompt.to_dict(), "plan": plan})
    texts = {"typed": steps.typed, "expanded": steps.expanded, "read": [str(prompt) for prompt in order.prompts]}
    return {"ok": True, **texts, "notices": notices, "jobs": found}


def _told_by(recipe: Recipe, rules: Rules) -> tuple[Prompt, dict[str, Any]]:
    """The plan is the one that the picture was drawn by; files that were given beside the prompt are not in it."""
    try:
        order = read(recipe.prompt, rules)
    except WrongPrompt as wrong:
        order = Order((Prompt(),), tuple(each.said for each in wrong.mistakes if recipe.prompt))
    job = {**order.prompts[0].to_dict(), "plan": dict(recipe.plan)}
    kept = {name: getattr(recipe, name) for name in ("prompt", "job_id", "model", "model_hash", "seed", "picture")}
    return order.prompts[0], {"ok": True, "notices": list(order.notices), "jobs": [job], "recipe": kept}


def _recipe(typed: str) -> Recipe | None:
    """That of the file, where a file is named; None for a prompt."""
    is_file = typed.lower().endswith((".png", ".webp")) and len(typed) < 256 and Path(typed).is_file()
    if not is_file:
        return None
    recipe = recipe_in(Path(typed))
    if recipe is None:
        raise NoRecipe(typed)
    return recipe


def _print(console: Console, told: dict[str, Any], shown: RenderableType, *, as_json: bool) -> int:
    if as_json:
        console.file.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        console.print(shown)
    return 0 if told["ok"] else 1
