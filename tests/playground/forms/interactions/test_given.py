"""What members hand in, held against what the bot asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from playground.errors import InvalidForm
from playground.forms import check_options, check_submission, check_values
from tests.playground.bodies import changed, command, modal, nested_command, select, submitted, used

PROMPT = {"type": 3, "name": "prompt", "value": "a cat"}


def codes(check: Callable[[], None]) -> list[tuple[str, str]]:
    """The errors that come: (path, code)."""
    with pytest.raises(InvalidForm) as wrong:
        check()

    def walk(tree: Any, at: str) -> list[tuple[str, str]]:
        here = [(at, each["code"]) for each in tree.get("_errors", ())]
        return here + [
            each for key, below in tree.items() if key != "_errors" for each in walk(below, f"{at}.{key}".strip("."))
        ]

    return walk(wrong.value.errors, "")


@pytest.mark.parametrize(
    ("given", "path", "code"),
    [
        ([], "data.options", "BASE_TYPE_REQUIRED"),
        ([PROMPT, PROMPT], "data.options.1.name", "INTERACTION_OPTION_UNKNOWN"),
        ([PROMPT, {"type": 3, "name": "sise", "value": "s"}], "data.options.1.name", "INTERACTION_OPTION_UNKNOWN"),
        ([PROMPT, {"type": 3, "name": "seed", "value": "7"}], "data.options.1.name", "INTERACTION_OPTION_UNKNOWN"),
        ([PROMPT, {"type": 3, "name": "size", "value": "xl"}], "data.options.1.value", "BASE_TYPE_CHOICES"),
        ([PROMPT, {"type": 4, "name": "seed", "value": -1}], "data.options.1.value", "NUMBER_TYPE_MIN"),
        ([PROMPT, {"type": 4, "name": "seed", "value": 2**32}], "data.options.1.value", "NUMBER_TYPE_MAX"),
        (
            [PROMPT, {"type": 4, "name": "seed", "value": True}],
            "data.options.1.value",
            "INTERACTION_OPTION_VALUE_INVALID",
        ),
        (
            [PROMPT, {"type": 4, "name": "seed", "value": "7"}],
            "data.options.1.value",
            "INTERACTION_OPTION_VALUE_INVALID",
        ),
        (
            [PROMPT, {"type": 11, "name": "image", "value": "cat"}],
            "data.options.1.value",
            "INTERACTION_OPTION_VALUE_INVALID",
        ),
        ([PROMPT | {"value": "x" * 6001}], "data.options.0.value", "BASE_TYPE_BAD_LENGTH"),
        ([PROMPT | {"value": None}], "data.options.0.value", "INTERACTION_OPTION_VALUE_INVALID"),
    ],
)
def test_options_fit_their_command(given: Any, path: str, code: str) -> None:
    """Known, needed, of their type, among the choices, within the bounds."""
    assert codes(lambda: check_options(command(), given)) == [(path, code)]
    check_options(command(), used()["data"]["options"])


def test_while_a_member_types_options_may_be_missing_and_half_done() -> None:
    """Autocomplete comes before the needed options, with text where a number will be."""
    typed = {"type": 4, "name": "seed", "value": "12", "focused": True}
    check_options(command(), [typed], is_typing=True)
    check_options(command(), [PROMPT | {"value": ""}, typed | {"focused": False}], is_typing=True)
    assert codes(lambda: check_options(command(), [typed | {"name": "sed"}], is_typing=True))


def test_commands_below_a_command_are_chosen_and_filled() -> None:
    """One of them, and its own options."""
    leaf = {"type": 3, "name": "model", "value": "sdxl"}
    whole = [{"type": 2, "name": "model", "options": [{"type": 1, "name": "set", "options": [leaf]}]}]
    check_options(nested_command(), whole)
    check_options(nested_command(), [{"type": 1, "name": "show"}])
    empty = changed(whole, "0.options.0.options", [])
    assert codes(lambda: check_options(nested_command(), [])) == [("data.options", "BASE_TYPE_REQUIRED")]
    deep = "data.options.0.options.0.options"
    assert codes(lambda: check_options(nested_command(), empty)) == [(deep, "BASE_TYPE_REQUIRED")]


def test_values_fit_their_select() -> None:
    """As many as it says, each one of its lines, none twice."""
    check_values(select("x"), ["0"])
    check_values(select("x", 5, min_values=0, max_values=5), [])
    check_values({"type": 5, "custom_id": "who"}, ["123"])
    assert codes(lambda: check_values(select("x"), None)) == [("data.values", "BASE_TYPE_BAD_LENGTH")]
    assert codes(lambda: check_values(select("x"), ["7"])) == [("data.values.0", "BASE_TYPE_CHOICES")]
    assert (
        codes(lambda: check_values(select("x", 3, max_values=3), ["1", "1"]))[0][1] == "SET_TYPE_ALREADY_CONTAINS_VALUE"
    )


ROWS = submitted()["data"]["components"]
AT = "data.components"


@pytest.mark.parametrize(
    ("place", "value", "path", "code"),
    [
        ("0.component.value", "", f"{AT}.0.component.value", "BASE_TYPE_REQUIRED"),
        ("0.component.value", "x" * 101, f"{AT}.0.component.value", "BASE_TYPE_BAD_LENGTH"),
        ("1.component.values", ["0", "1"], f"{AT}.1.component.values", "BASE_TYPE_BAD_LENGTH"),
        ("2.component.value", None, f"{AT}.2.component.value", "BASE_TYPE_REQUIRED"),
        ("2.component.value", "3", f"{AT}.2.component.value.0", "BASE_TYPE_CHOICES"),
        ("3.component.values", ["1", "3"], f"{AT}.3.component.values.1", "BASE_TYPE_CHOICES"),
        ("0.component.custom_id", "other", f"{AT}.value", "BASE_TYPE_REQUIRED"),
    ],
)
def test_a_submission_fits_its_modal(place: str, value: Any, path: str, code: str) -> None:
    """Needed inputs are there, texts within their lengths, choices among those offered."""
    assert codes(lambda: check_submission(modal(), changed(ROWS, place, value))) == [(path, code)]
    check_submission(modal(), ROWS)


def test_what_is_not_needed_may_be_left_out() -> None:
    """No file, no note, no extras; a checkbox is never needed."""
    check_submission(modal(), [ROWS[0], ROWS[2]])
    box = {"components": [{"type": 18, "label": "x", "component": {"type": 23, "custom_id": "sure"}}]}
    check_submission(box, [])
    check_submission(box, [{"type": 18, "component": {"type": 23, "custom_id": "sure", "value": False}}])
