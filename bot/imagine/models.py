"""The models at hand: what they make of a request, and what its author should know of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.imagine.errors import INTERNAL_ERROR, INVALID_PARAMETER, Refused
from bot.messages.reasons import worded
from bot.words.phrase import Phrase, phrase
from engine.catalogue import Catalogue, NotInTheCatalogue
from engine.plan.facts import Facts
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw, Plan
from engine.protocol import Parameters, RenderRequest


@dataclass(frozen=True)
class Models:
    """The installed models, and the facts of the one that answers to a request's parameters."""

    catalogue: Catalogue
    facts: Callable[[Parameters], Facts]

    def plan(self, request: RenderRequest) -> Plan:
        """The numbers that it becomes. Raises Refused where no model is installed or none can draw it."""
        if not self.catalogue.entries:
            raise Refused(INTERNAL_ERROR, "imagine.no_model")
        try:
            self.catalogue.answer(request.parameters)
            return make_plan(request, self.facts(request.parameters), self._others(request.parameters))
        except (CannotDraw, NotInTheCatalogue) as cannot:
            raise Refused(INVALID_PARAMETER, "imagine.cannot", reason=worded(cannot.reason)) from None

    def _others(self, parameters: Parameters) -> Iterator[Facts]:
        """The facts of every model, each as if it had been named."""
        return (self.facts(replace(parameters, model=each.name)) for each in self.catalogue.entries)


def notices(request: RenderRequest, plan: Plan, catalogue: Catalogue) -> list[Phrase]:
    """A sentence for whatever is drawn otherwise than it was asked for."""
    void = [phrase("notice.void", parameter=f"--{name.replace('_', '-')}") for name in plan.without_effect]
    if not catalogue.entries or not catalogue.answer(request.parameters).is_stand_in:
        return void
    asked = request.parameters.version or f"niji {request.parameters.niji}"
    return [phrase("notice.model", version=asked, model=plan.model), *void]
