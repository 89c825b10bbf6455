"""The tree of errors: every problem at once, each at its path, in the form that Discord publishes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from playground.errors import InvalidForm
from playground.forms import check_message
from playground.forms.tree import Problem, tree
from tests.playground.bodies import changed, message


def refused(body: Any) -> Any:
    with pytest.raises(InvalidForm) as wrong:
        check_message(body)
    return wrong.value


def test_every_problem_is_told_at_once() -> None:
    """Four mistakes in four places give four errors."""
    body = changed(message(), "content", "x" * 2001)
    body = changed(body, "components.0.components.0.label", "x" * 81)
    body = changed(body, "components.1.components.0.style", 9)
    body = changed(body, "embeds.0.color", -1)
    errors = refused(body).errors
    assert set(errors) == {"content", "components", "embeds"}
    assert set(errors["components"]) == {"0", "1"}
    assert json.dumps(errors).count("_errors") == 4


def test_an_answer_has_discords_form() -> None:
    """Status 400, code 50035, the tree below "errors", each error a code and a sentence."""
    wrong = refused(changed(message(), "components.0.components.0.label", "x" * 81))
    assert (wrong.status, wrong.code, wrong.message) == (400, 50035, "Invalid Form Body")
    said = {"code": "BASE_TYPE_MAX_LENGTH", "message": "Must be 80 or fewer in length."}
    path = {"components": {"0": {"components": {"0": {"label": {"_errors": [said]}}}}}}
    assert wrong.to_dict() == {"message": "Invalid Form Body", "code": 50035, "errors": path}


@pytest.mark.parametrize("body", [None, [], "x", 1, True])
def test_a_body_that_is_no_object_is_wrong_as_a_whole(body: Any) -> None:
    """The error stands at the root."""
    assert [each["code"] for each in refused(body).errors["_errors"]] == ["MODEL_TYPE_CONVERT"]


def test_errors_stand_in_a_node_or_below_it() -> None:
    """Discord's published form knows no node with both; the deeper errors are the ones that help."""
    problems = [Problem(("a",), "X", "x"), Problem(("a", 0), "Y", "y"), Problem(("a", 0), "Z", "z")]
    codes = [each["code"] for each in tree(problems)["a"]["0"]["_errors"]]
    assert tree(problems)["a"].keys() == {"0"}
    assert codes == ["Y", "Z"]


def test_what_a_body_held_is_told_in_short_and_can_be_sent() -> None:
    """An error that repeats a value repeats little of it, and nothing that no text can hold."""
    errors = refused({"content": "x", "nonce": "1", "message_reference": {"message_id": "\ud800" * 9999}}).errors
    assert len(json.dumps(errors, ensure_ascii=False).encode()) < 500
