"""The whole plan."""

import json
from dataclasses import replace
from typing import Any

import pytest

from engine.plan.facts import Sampler
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw
from engine.protocol import Reference, Role, Text
from tests.engine.plan.samples import BARE, CHARACTER, PICTURE, STYLE, WITH_ADAPTERS, plan, request


def test_the_plain_request_is_the_models_own_way() -> None:
    """Four squares of its size and steps, by its sampler, from noise."""
    drawn = plan(facts=BARE)
    assert (drawn.width, drawn.height, drawn.steps, drawn.stop_after, drawn.count) == (512, 512, 30, 30, 4)
    assert drawn.sampler is Sampler.DPMPP_2M_KARRAS
    assert drawn.guidance_scale == pytest.approx(6.85, abs=0.01)
    assert (drawn.texts, drawn.negative) == ((Text("a cat"),), (Text(""),))
    assert drawn.without_effect == ()


def test_the_same_request_gives_the_same_plan() -> None:
    """Nothing is drawn by lot."""
    asked = request(PICTURE, STYLE, chaos=80, weird=500)
    assert make_plan(asked, WITH_ADAPTERS) == make_plan(asked, WITH_ADAPTERS)


def test_the_plan_is_json_with_the_names_that_explain_prints() -> None:
    """Numbers and names only."""
    told = json.loads(json.dumps(plan(PICTURE, iw=2).to_dict()))
    named = {"model", "family", "width", "height", "count", "steps", "guidance_scale", "sampler", "strength", "seed"}
    assert named <= told.keys()
    assert told["references"][0].items() >= {"role": "image", "scale": pytest.approx(2 / 3), "layers": None}.items()


@pytest.mark.parametrize("sampler", list(Sampler))
def test_samplers_go_by_their_names(sampler: Sampler) -> None:
    """Each that there is."""
    assert plan(sampler=sampler.value).sampler is sampler


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"sampler": "magic"}, "no sampler magic: use one of dpmpp_2m_karras, euler, euler_a"),
        ({"loras": (("ink", 1.0),)}, "cannot draw --lora"),
    ],
)
def test_what_cannot_be_drawn_is_refused(asked: dict[str, Any], told: str) -> None:
    """With the cure."""
    with pytest.raises(CannotDraw, match=told):
        plan(**asked)


@pytest.mark.parametrize("role", [Role.CONTROL, Role.MASK])
def test_roles_that_the_model_lacks_are_refused(role: Role) -> None:
    """Rather than drawn without them."""
    with pytest.raises(CannotDraw, match=r"cannot draw .*: leave it out, or name another with --model"):
        plan(Reference(role, "/a.png"))


def test_a_model_that_cannot_tile_says_so() -> None:
    """One that can does."""
    assert plan(tile=True).tile
    with pytest.raises(CannotDraw, match="cannot draw --tile"):
        plan(tile=True, facts=replace(BARE, can_tile=False))


@pytest.mark.parametrize(
    ("asked", "void"),
    [
        ({"iw": 2.0}, "iw"),
        ({"sw": 10}, "sw"),
        ({"sv": 4}, "sv"),
        ({"cw": 10}, "cw"),
        ({"ow": 10}, "ow"),
        ({"strength": 0.5}, "strength"),
        ({"control_weight": 1.0}, "control_weight"),
        ({"steps": 9, "quality": 2.0}, "quality"),
        ({"steps": 9, "draft": True}, "draft"),
        ({"cfg": 5.0, "exp": 10}, "exp"),
        ({"cfg": 5.0, "stylize": 10}, "stylize"),
        ({"raw": True}, "raw"),
    ],
)
def test_nothing_is_silently_without_effect(asked: dict[str, Any], void: str) -> None:
    """What changes nothing is named, and only that."""
    assert plan(**asked).without_effect == (void,)


def test_what_has_an_effect_is_not_named() -> None:
    """Each beside what it belongs to."""
    drawn = plan(PICTURE, STYLE, CHARACTER, iw=1.0, sw=10, cw=10, strength=0.5, stylize=10, quality=2.0, exp=5)
    assert drawn.without_effect == ()


def test_no_is_without_effect_where_nothing_guides() -> None:
    """As in models that were made for few steps."""
    refused = replace(request(cfg=1.0), negative="dog")
    assert make_plan(refused, BARE).without_effect == ("no",)
