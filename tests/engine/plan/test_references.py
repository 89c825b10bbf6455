"""Reference pictures to adapters."""

from dataclasses import replace
from typing import Any

import pytest

from engine.plan.facts import Adapter
from engine.plan.families import FLUX2
from engine.plan.make import make_plan
from engine.plan.plan import CannotDraw
from engine.plan.references import character_scale, elsewhere, image_scale, share, style_scale
from engine.protocol import Edit, Parameters, Reference, Role
from tests.engine.plan.samples import (
    BARE,
    BASE,
    CHARACTER,
    CODE,
    PICTURE,
    STYLE,
    WITH_ADAPTERS,
    is_rising,
    plan,
    request,
)


@pytest.mark.parametrize(("iw", "part"), [(0, 0), (0.5, 1 / 3), (1, 0.5), (2, 2 / 3), (3, 0.75)])
def test_iw_is_a_share_against_the_text(iw: float, part: float) -> None:
    """Its scale is twice the adapter's own times that."""
    assert share(iw) == pytest.approx(part)
    assert image_scale(iw, 0.45, has_text=True) == pytest.approx(0.9 * part)


def test_scales_rise_with_their_weights() -> None:
    """All of them."""
    assert is_rising([image_scale(each / 4, 0.5, has_text=True) for each in range(13)])
    assert is_rising([style_scale(each) for each in (0, 50, 100, 200, 300)])
    assert is_rising([style_scale(each) for each in (300, 600, 1000)], strictly=False)
    assert is_rising([character_scale(Parameters(cw=each)) for each in (0, 25, 100)])
    assert is_rising([character_scale(Parameters(ow=each)) for each in (1, 100, 101, 400, 1000)])


def test_defaults_are_the_authors() -> None:
    """0.5 for picture and text, 1 for a picture alone, 1 for style on its layers."""
    assert image_scale(None, 0.5, has_text=True) == 0.5
    assert image_scale(0.2, 0.5, has_text=False) == 1
    assert style_scale(None) == style_scale(100) == 1
    assert style_scale(0) == 0
    assert style_scale(1000) == 1.5
    assert character_scale(Parameters()) == pytest.approx(0.9)


def test_each_role_goes_through_its_adapter() -> None:
    """Style through the image adapter on the style layers, characters through the one for faces."""
    drawn = plan(PICTURE, STYLE, CHARACTER)
    assert [(each.role, each.adapter) for each in drawn.references] == [
        (Role.IMAGE, "base"),
        (Role.STYLE, "base"),
        (Role.CHARACTER, "plus_face"),
    ]
    assert [each.layers is None for each in drawn.references] == [True, False, True]
    assert 4 not in (drawn.references[1].layers or ())
    assert drawn.start is None


def test_a_character_is_drawn_by_the_image_adapter_where_there_is_no_other() -> None:
    """Nothing is refused for want of a download."""
    (reference,) = plan(CHARACTER, facts=replace(BARE, adapters=(BASE,))).references
    assert reference.adapter == "base"


def test_pictures_share_their_role_by_weight() -> None:
    """The shares of each role add up to 1."""
    drawn = plan(replace(PICTURE, weight=3), PICTURE, replace(STYLE, weight=5))
    assert [each.weight for each in drawn.references] == [0.75, 0.25, 1.0]
    with pytest.raises(CannotDraw, match="weight must be above 0"):
        plan(replace(PICTURE, weight=0))


@pytest.mark.parametrize(("reference", "flag"), [(STYLE, "--sref"), (CHARACTER, "--cref")])
def test_without_an_adapter_style_and_character_cannot_be_drawn(reference: object, flag: str) -> None:
    """The sentence names the parameter, the model and the cure."""
    with pytest.raises(CannotDraw, match=f"sd15 .* cannot draw {flag}: leave it out"):
        plan(reference, facts=BARE)  # type: ignore[arg-type]


def test_codes_go_where_pictures_of_style_go() -> None:
    """They share by weight, and `--sw` scales them alike."""
    picture, code = plan(STYLE, replace(CODE, weight=3), sw=200).references
    assert (code.role, code.adapter, code.layers) == (Role.STYLE, "base", picture.layers)
    assert (picture.weight, code.weight) == (0.25, 0.75)
    assert picture.scale == code.scale == style_scale(200)
    assert (picture.path, picture.code) == ("/style.png", None)
    assert (code.path, code.code) == (None, 123)
    with pytest.raises(CannotDraw, match="weight must be above 0"):
        plan(replace(CODE, weight=0))


def test_sv_says_how_much_else_of_a_style_is_taken() -> None:
    """Nothing at 6, which holds unless another is named; all at 1; more the older."""
    assert elsewhere(None) == elsewhere(6) == 0
    assert elsewhere(1) == 1
    assert is_rising([-elsewhere(each) for each in range(1, 7)])
    (style,) = plan(STYLE, sv=3, sw=50).references
    assert style.elsewhere == pytest.approx(0.6 * style.scale)
    assert "sv" not in plan(CODE, sv=3).without_effect
    assert "sv" in plan(PICTURE, sv=3).without_effect
    assert "sv" in plan(STYLE, sv=3, sw=0).without_effect
    assert [each.elsewhere for each in plan(PICTURE, CHARACTER, sv=1).references] == [0, 0]


def test_what_was_made_for_styles_draws_them_on_all_layers() -> None:
    """It tells nothing else, so that `--sv` has nothing to take."""
    facts = replace(BARE, adapters=(BASE, Adapter("style", Role.STYLE)), style_layers=WITH_ADAPTERS.style_layers)
    drawn = plan(STYLE, facts=facts, sv=3)
    assert [(each.adapter, each.layers, each.elsewhere) for each in drawn.references] == [("style", None, 0)]
    assert "sv" in drawn.without_effect


def test_a_reference_can_be_kept_to_a_part_of_the_picture() -> None:
    """By the path of a mask, beside others that act everywhere."""
    first, second = plan(replace(PICTURE, mask="left.png"), CHARACTER).references
    assert (first.mask, first.mask_name, second.mask) == ("left.png", "mask of left.png", None)


@pytest.mark.parametrize(
    ("reference", "changed", "said"),
    [
        (replace(PICTURE, role=Role.CONTROL, kind="canny", mask="m.png"), {}, "Only a picture of content"),
        (replace(PICTURE, mask="m.png"), {"facts": replace(BARE, adapters=())}, "cannot keep a reference"),
        (replace(PICTURE, mask="m.png"), {"facts": FLUX2}, "cannot keep a reference"),
    ],
)
def test_masks_that_nothing_could_follow_are_refused(reference: Reference, changed: dict[str, Any], said: str) -> None:
    """Rather than being left out in silence."""
    with pytest.raises(CannotDraw, match=said):
        plan(reference, **changed)


def test_an_edit_takes_no_masks_of_references() -> None:
    """It has a mask of its own, and draws panes."""
    start = Reference(Role.START, "picture.png", size=(512, 512))
    with pytest.raises(CannotDraw, match="leave its mask out of an edit"):
        make_plan(replace(request(replace(PICTURE, mask="m.png"), start), edit=Edit.ZOOM), WITH_ADAPTERS)
