"""Requests and facts that the tests of the plan begin with."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from engine.plan.facts import Adapter, Facts
from engine.plan.families import SD15
from engine.plan.make import make_plan
from engine.plan.plan import Plan
from engine.protocol import Parameters, Reference, RenderRequest, Role, StyleCode, Text

BASE = Adapter("base", Role.IMAGE, 0.5)
FACE = Adapter("plus_face", Role.CHARACTER, 0.45)
BARE = SD15
WITH_ADAPTERS = replace(SD15, adapters=(BASE, FACE))
PICTURE = Reference(Role.IMAGE, "/a.png")
STYLE = Reference(Role.STYLE, "/style.png")
CHARACTER = Reference(Role.CHARACTER, "/who.png")
CODE = StyleCode(123)


def request(
    *given: Reference | StyleCode, text: tuple[Text, ...] = (Text("a cat"),), **parameters: Any
) -> RenderRequest:
    """A cat with seed 7."""
    references = tuple(each for each in given if isinstance(each, Reference))
    codes = tuple(each for each in given if isinstance(each, StyleCode))
    return RenderRequest("1", text, references=references, codes=codes, parameters=Parameters(**parameters), seed=7)


def plan(*references: Reference | StyleCode, facts: Facts = WITH_ADAPTERS, **parameters: Any) -> Plan:
    """The plan of such a request."""
    return make_plan(request(*references, **parameters), facts)


def is_rising(values: list[float], *, strictly: bool = True) -> bool:
    """True where each value is above the one before it, or not below where `strictly` is off."""
    pairs = list(pairwise(values))
    return all(a < b if strictly else a <= b for a, b in pairs) and len(pairs) > 0
