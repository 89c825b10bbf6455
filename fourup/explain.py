"""`fourup explain`: how a prompt is read and the numbers that it becomes, for people or as JSON."""

import json
import random
from collections.abc import Sequence
from typing import Any

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.errors import BotError
from bot.prompt.errors import Mistake, WrongPrompt
from bot.prompt.prompt import Prompt
from bot.prompt.read import read
from bot.request import links, to_request
from engine.catalogue import Catalogue, NotInTheCatalogue
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import RenderRequest
from fourup.models import facts_for


def explain(typed: str, catalogue: Catalogue, console: Console, *, as_json: bool) -> int:
    """Print how it is read; gives the exit code, 1 for a wrong prompt."""
    try:
        order = read(typed, draw=lambda: random.getrandbits(32))
    except WrongPrompt as wrong:
        told: dict[str, Any] = {"ok": False, "errors": [each.to_dict() for each in wrong.mistakes]}
        return _print(console, told, _mistakes(wrong.mistakes), as_json=as_json)
    notices, jobs = list(order.notices), []
    for prompt in order.prompts:
        plan, said = _planned(prompt, catalogue)
        notices += [each for each in said if each not in notices]
        jobs.append({**prompt.to_dict(), "plan": plan})
    told = {"ok": True, "notices": notices, "jobs": jobs}
    return _print(console, told, _jobs(order.prompts, jobs, notices), as_json=as_json)


def _planned(prompt: Prompt, catalogue: Catalogue) -> tuple[dict[str, Any] | None, list[str]]:
    """The plan as the engine is handed it, links in the place of files, and what its author should know.

    A prompt that names no seed has 0 here; a job draws one.
    """
    try:
        request = to_request(prompt, "explain", {link: link for link in links(prompt)}, seed=0)
        plan = make_plan(request, facts_for(catalogue, request.parameters))
    except (BotError, CannotDraw, NotInTheCatalogue) as cannot:
        return None, [str(cannot)]
    numbers = plan.to_dict()
    for reference in numbers["references"]:
        reference["url"] = reference.pop("path")
    return numbers, [*_stand_in(prompt, plan, catalogue, request), *_without_effect(plan)]


def _stand_in(prompt: Prompt, plan: Plan, catalogue: Catalogue, request: RenderRequest) -> list[str]:
    if not catalogue.entries:
        return ["No model is installed: these are the numbers for Stable Diffusion 1.5."]
    if catalogue.answer(request.parameters).is_stand_in:
        return [f"No installed model answers to version {prompt.version}, so {plan.model} draws."]
    return []


def _without_effect(plan: Plan) -> list[str]:
    return [f"`--{name.replace('_', '-')}` has no effect here." for name in plan.without_effect]


def _print(console: Console, told: dict[str, Any], shown: Group, *, as_json: bool) -> int:
    if as_json:
        console.file.write(json.dumps(told, ensure_ascii=False, indent=2) + "\n")
    else:
        console.print(shown)
    return 0 if told["ok"] else 1


def _mistakes(mistakes: Sequence[Mistake]) -> Group:
    lines = [Panel(Text(each.message), title=each.title, title_align="left", border_style="red") for each in mistakes]
    corrected = next((each.corrected for each in mistakes if each.corrected), None)
    if corrected is None:
        return Group(*lines)
    return Group(*lines, Panel(Text(corrected), title="As it should be", title_align="left", border_style="green"))


def _jobs(prompts: Sequence[Prompt], jobs: Sequence[dict[str, Any]], notices: Sequence[str]) -> Group:
    shown = [_job(prompt, job, f"Grid {place} of {len(jobs)}") for place, (prompt, job) in _numbered(prompts, jobs)]
    return Group(*(Text(f"! {each}", style="yellow") for each in notices), *shown)


def _numbered(prompts: Sequence[Prompt], jobs: Sequence[dict[str, Any]]) -> "enumerate[tuple[Prompt, dict[str, Any]]]":
    return enumerate(zip(prompts, jobs, strict=True), start=1)


def _job(prompt: Prompt, job: dict[str, Any], title: str) -> Panel:
    rows = Table.grid(padding=(0, 2))
    rows.add_column(style="bold")
    rows.add_column(overflow="fold")
    for image in job["images"]:
        rows.add_row("picture", Text(f"{image['url']}  weight {image['weight']:g}"))
    for part in job["text"]:
        rows.add_row(
            "text", Text(part["text"] if part["weight"] == 1 else f"{part['text']}  weight {part['weight']:g}")
        )
    if job["negative"]:
        rows.add_row("without", Text(job["negative"]))
    for name, value in job["parameters"].items():
        rows.add_row(name, Text(str(value) if not isinstance(value, list | dict) else json.dumps(value)))
    for name, value in (job["plan"] or {}).items():
        if value not in (None, (), [], "", False):
            rows.add_row(Text(name, style="cyan"), Text(str(value)))
    return Panel(rows, title=Text(f"{title}: {prompt}"), title_align="left")
