"""What a model that reads pictures beside words is told of them."""

from dataclasses import replace
from typing import Any

import pytest

from engine.plan.facts import Facts
from engine.plan.families import FLUX2, FLUX2_BASE
from engine.plan.make import make_plan
from engine.protocol import Reference, Role, StyleCode
from tests.engine.plan.samples import CHARACTER, CODE, PICTURE, STYLE, plan, request


def said(*references: Reference | StyleCode, facts: Facts = FLUX2, **parameters: Any) -> str:
    """The text of a plan for that family."""
    return plan(*references, facts=facts, **parameters).texts[0].text


def test_each_picture_is_told_what_it_is_for() -> None:
    """Counted as the model is handed them: content first, then style, then character."""
    bare = said()
    assert said(PICTURE) == bare
    assert said(STYLE) == f"{bare}, in the style of image 1"
    assert said(CODE) == f"{bare}, in the style of image 1"
    told = said(CHARACTER, STYLE, PICTURE)
    assert told == f"{bare}, in the style of image 2, with the same character as in image 3"


def test_pictures_that_do_not_count_are_not_told_of() -> None:
    """And the others are counted without them."""
    assert said(STYLE, PICTURE, iw=0) == said(STYLE)


def test_what_is_left_out_is_told_where_nothing_can_be_pushed_away() -> None:
    """Distilled models have no other side; base models push away as ever."""
    for facts, is_told in ((FLUX2, True), (FLUX2_BASE, False)):
        made = make_plan(replace(request(), negative="dog, tree"), facts)
        assert made.texts[0].text.endswith(", without dog, tree") is is_told
        assert "no" not in made.without_effect


def test_full_weights_are_the_models_own_reading() -> None:
    """So that nothing is drawn twice unless it was asked for."""
    made = plan(PICTURE, STYLE, CHARACTER, facts=FLUX2)
    assert [each.scale for each in made.references] == pytest.approx([1.0, 1.0, 1.0])
    assert plan(CHARACTER, facts=FLUX2, cw=0).references[0].scale == pytest.approx(0.4 / 0.9)
    assert plan(PICTURE, facts=FLUX2, iw=0).references[0].scale == 0


def test_distilled_models_say_that_guidance_is_not_theirs() -> None:
    """`--cfg` is told to be without effect, and --chaos does not bring guidance in."""
    made = plan(facts=FLUX2, cfg=5.0, chaos=100, sv=2)
    assert made.guidance_scale == 1
    assert {row.guidance_scale for row in made.rows} == {1.0}
    assert "cfg" in made.without_effect
    assert plan(facts=FLUX2_BASE, cfg=5.0).guidance_scale == 5
    assert made.references == ()
    assert plan(STYLE, facts=FLUX2, sv=2).without_effect == ("sv",)
    assert Role.STYLE in {each.role for each in plan(STYLE, facts=FLUX2).references}
