"""The whole plan."""

import json
from dataclasses import replace
from typing import Any

import pytest

from engine.plan.facts import Sampler
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw, PlannedControl, PlannedLora
from engine.plan.start import sigma_of
from engine.protocol import Edit, Reference, Role, Text
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
        ({"loras": (("ink", 1.0),)}, "cannot draw --lora ink: leave it out"),
    ],
)
def test_what_cannot_be_drawn_is_refused(asked: dict[str, Any], told: str) -> None:
    """With the cure."""
    with pytest.raises(CannotDraw, match=told):
        plan(**asked)


def test_controls_are_followed_where_there_is_a_network_for_their_kind() -> None:
    """As strictly as was asked; another kind is refused, with those that there are."""
    able, sketch = replace(BARE, controls=("scribble", "canny")), Reference(Role.CONTROL, "/a.png", kind="scribble")
    assert plan(sketch, facts=able).control == PlannedControl("scribble", "/a.png", 1.0)
    assert plan(sketch, facts=able, control_weight=0.4).control == PlannedControl("scribble", "/a.png", 0.4)
    with pytest.raises(CannotDraw, match=r"cannot draw --control depth \(sd15 follows scribble, canny\): leave it out"):
        plan(replace(sketch, kind="depth"), facts=able)


def test_a_model_says_how_much_a_picture_that_is_followed_counts_and_how_it_is_guided_beside_it() -> None:
    """At a weight of 1, and in proportion; `--cfg` is taken as it stands."""
    able = replace(BARE, controls=("canny",), control_scale=1.5, led_guidance_scale=3.0)
    sketch = Reference(Role.CONTROL, "/a.png", kind="canny")
    for weight, scale in ((None, 1.5), (0.4, 0.6), (2.0, 3.0)):
        made = plan(sketch, facts=able, control_weight=weight, stylize=0).control
        assert made is not None
        assert made.scale == pytest.approx(scale)
    assert plan(sketch, facts=able, stylize=0).guidance_scale == 3.0
    assert plan(sketch, facts=able, stylize=0, cfg=9.0).guidance_scale == 9.0
    assert (
        plan(sketch, facts=able, stylize=0, control_weight=0.0).guidance_scale
        == plan(facts=BARE, stylize=0).guidance_scale
    )


def test_loras_go_by_their_names() -> None:
    """Weights of the same add up, and one of 0 is none; a wrong name is told with the likest, or with some."""
    able = replace(BARE, loras=("ink", "clay"))
    asked = plan(facts=able, loras=(("ink", 0.5), ("clay", -1.0), ("ink", 0.25)))
    assert asked.loras == (PlannedLora("ink", 0.75), PlannedLora("clay", -1.0))
    still = plan(facts=able, loras=(("ink", 0.0),))
    assert (still.loras, still.without_effect) == ((), ("lora",))
    for name, told in (("inc", r"\(did you mean --lora ink\?\): leave"), ("zzz", r"\(there is ink, clay\): leave")):
        with pytest.raises(CannotDraw, match=f"cannot draw --lora {name} {told}"):
            plan(facts=able, loras=((name, 1.0),))


def test_controls_without_effect_are_named() -> None:
    """At a weight of 0, and where an edit follows its own picture."""
    able, sketch = replace(BARE, controls=("canny",)), Reference(Role.CONTROL, "/a.png", kind="canny")
    still = plan(sketch, facts=able, control_weight=0.0)
    assert (still.control, still.without_effect) == (None, ("control",))
    edited = replace(request(sketch, Reference(Role.START, "/b.png")), edit=Edit.ZOOM)
    assert make_plan(edited, able).control is None
    assert "control" in make_plan(edited, able).without_effect
    assert plan(sketch, facts=able, hd=True).second_round(0, "drawn").control is None


@pytest.mark.parametrize("role", [Role.CONTROL])
def test_roles_that_the_model_lacks_are_refused(role: Role) -> None:
    """Rather than drawn without them."""
    with pytest.raises(CannotDraw, match=r"cannot draw .*: leave it out, or name another with --model"):
        plan(Reference(role, "/a.png"))


def test_an_installed_model_that_can_is_named() -> None:
    """The first that can draw all of the request; or that there is none."""
    others = [replace(BARE, model=name, adapters=facts.adapters) for name, facts in MODELS.items()]
    with pytest.raises(CannotDraw, match=r"cannot draw --sref: leave it out, or use --model seeing, which can\.$"):
        make_plan(request(STYLE), BARE, others)
    with pytest.raises(CannotDraw, match=r"cannot draw --lora ink: leave it out; no installed model can\.$"):
        make_plan(request(STYLE, loras=(("ink", 1.0),)), WITH_ADAPTERS, others)
    with pytest.raises(CannotDraw, match=r"leave it out, or name another with --model\.$"):
        make_plan(request(loras=(("ink", 1.0),)), BARE)
    assert make_plan(request(STYLE), WITH_ADAPTERS, iter(())).model == "sd15"


MODELS = {"blind": BARE, "seeing": WITH_ADAPTERS, "too": WITH_ADAPTERS}


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
        ({"cfg": 5.0, "exp": 10}, "exp"),
        ({"cfg": 5.0, "stylize": 10}, "stylize"),
        ({"raw": True}, "raw"),
    ],
)
def test_nothing_is_silently_without_effect(asked: dict[str, Any], void: str) -> None:
    """What changes nothing is named, and only that."""
    assert plan(**asked).without_effect == (void,)


def test_a_draft_has_half_the_area_and_half_the_steps() -> None:
    """Whatever the ratio."""
    for aspect in ((1, 1), (3, 2), (9, 16)):
        whole, draft = plan(aspect=aspect), plan(aspect=aspect, draft=True)
        assert draft.width * draft.height == pytest.approx(whole.width * whole.height / 2, rel=0.05)
        assert draft.steps * 2 == whole.steps
    assert plan(steps=9, draft=True).without_effect == ()


def test_hd_is_drawn_as_ever_and_refined_at_twice_the_area() -> None:
    """The first round is that of the same prompt without it; a draft is refined from its own size."""
    for aspect in ((1, 1), (3, 2), (9, 16)):
        usual, fine = plan(PICTURE, aspect=aspect), plan(PICTURE, aspect=aspect, hd=True)
        assert fine.refining is not None
        assert replace(fine, refining=None) == usual
        width, height = fine.final_size
        assert width * height == pytest.approx(2 * usual.width * usual.height, rel=0.05)
        assert width / height == pytest.approx(usual.width / usual.height, rel=0.03)
        second = fine.second_round(2, "it")
        assert (second.width, second.height, second.start) == (width, height, "it")
        assert second.rows == (usual.rows[2],)
        assert (second.references, second.refining) == ((), None)
        assert second.start_sigma == pytest.approx(sigma_of(0.382, BARE.noise))
    assert plan(hd=True, draft=True).final_size == plan().final_size
    assert plan().final_size == (512, 512)


def test_what_has_an_effect_is_not_named() -> None:
    """Each beside what it belongs to."""
    drawn = plan(PICTURE, STYLE, CHARACTER, iw=1.0, sw=10, cw=10, strength=0.5, stylize=10, quality=2.0, exp=5)
    assert drawn.without_effect == ()


def test_no_is_without_effect_where_nothing_guides() -> None:
    """As in models that were made for few steps."""
    refused = replace(request(cfg=1.0), negative="dog")
    assert make_plan(refused, BARE).without_effect == ("no",)
