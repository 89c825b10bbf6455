"""A prompt's plan with the installed models, and what its author should know of it."""

from typing import Any

from bot.errors import BotError
from bot.imagine import models
from bot.prompt.prompt import Prompt
from bot.request import links, to_request
from engine.catalogue import Catalogue, NotInTheCatalogue
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import RenderRequest
from fourup.models import facts_for, facts_of_all

_NO_MODEL = "No model is installed: these are the numbers for Stable Diffusion 1.5."


def planned(prompt: Prompt, catalogue: Catalogue) -> tuple[dict[str, Any] | None, list[str]]:
    """The plan as the engine is handed it, links in the place of files; None where it cannot be drawn; and notices.

    A prompt that names no seed has 0 here; a job draws one.
    """
    try:
        request = to_request(prompt, "explain", {link: link for link in links(prompt)}, seed=0)
        plan = make_plan(request, facts_for(catalogue, request.parameters), facts_of_all(catalogue))
    except (BotError, CannotDraw, NotInTheCatalogue) as cannot:
        return None, [str(cannot)] if catalogue.entries else [_NO_MODEL, str(cannot)]
    numbers = plan.to_dict()
    for reference in numbers["references"]:
        reference["url"] = reference.pop("path")
    return numbers, notices(request, plan, catalogue)


def notices(request: RenderRequest, plan: Plan, catalogue: Catalogue) -> list[str]:
    """A sentence for whatever is not as it was asked for."""
    said = [each.told() for each in models.notices(request, plan, catalogue)]
    return said if catalogue.entries else [_NO_MODEL, *said]
