"""From what was typed in the shell to requests and plans."""

import random
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from bot.errors import BotError
from bot.ids import RANDOM_BITS, job_id
from bot.prompt.parse import Rules
from bot.prompt.prompt import Prompt
from bot.prompt.read import read
from bot.request import links, to_request
from engine.catalogue import Catalogue, NotInTheCatalogue
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import Parameters, RenderRequest
from fourup.errors import CannotImagine
from fourup.explain import plans
from fourup.imagine.files import places
from fourup.imagine.sources import Sources, fetched
from fourup.models import facts_for, facts_of_all


@dataclass(frozen=True)
class Order:
    """The grids that are asked for, where they go, and what their author should know."""

    prompts: tuple[Prompt, ...]
    places: tuple[Path, ...]
    given: Sources
    notices: tuple[str, ...]


@dataclass(frozen=True)
class Grid:
    """A grid that can be drawn."""

    request: RenderRequest
    plan: Plan
    place: Path


def order(typed: str, given: Sources, out: Path | None, rules: Rules) -> Order:
    """Read what was typed. Raises WrongPrompt."""
    found = read(given.before(typed), rules, draw=lambda: random.getrandbits(32))
    named = places(out, [given.without(str(prompt)) for prompt in found.prompts])
    return Order(found.prompts, tuple(named), given, found.notices)


async def planned(asked: Order, catalogue: Catalogue, folder: Path) -> list[Grid]:
    """Its requests and plans, pictures of the web fetched into the folder.

    Raises CannotImagine, NoPicture, and ConfigurationError for a model that is not where it should be.
    """
    try:
        catalogue.answer(Parameters())
        pictures = await fetched([link for each in asked.prompts for link in links(each)], asked.given.files, folder)
        requests = [_request(prompt, asked.given, pictures) for prompt in asked.prompts]
        plans = [make_plan(each, facts_for(catalogue, each.parameters), facts_of_all(catalogue)) for each in requests]
    except (BotError, CannotDraw, NotInTheCatalogue) as failure:
        raise CannotImagine(str(failure)) from None
    return [Grid(*each) for each in zip(requests, plans, asked.places, strict=True)]


def notices(asked: Order, grids: Iterable[Grid], catalogue: Catalogue) -> list[str]:
    """Whatever is read or drawn otherwise than it was asked for, each once."""
    of_grids = (said for grid in grids for said in plans.notices(grid.request, grid.plan, catalogue))
    return list(dict.fromkeys([*asked.notices, *of_grids]))


def _request(prompt: Prompt, given: Sources, pictures: dict[str, str]) -> RenderRequest:
    made = job_id(time.time_ns() // 1_000_000, random.getrandbits(RANDOM_BITS))
    request = to_request(prompt, made, pictures, random.getrandbits(32))
    return replace(request, prompt=given.without(str(prompt)))
