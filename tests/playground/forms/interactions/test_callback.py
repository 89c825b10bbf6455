"""Answers to interactions: which may answer which."""

from __future__ import annotations

from typing import Any

import pytest

from playground.errors import ApiError, InvalidForm
from playground.forms import Asked, Beside, check_callback
from tests.playground.bodies import choices, layout, modal

ANSWERS: dict[int, Any] = {
    1: {"type": 1},
    4: {"type": 4, "data": {"content": "x"}},
    5: {"type": 5, "data": {"flags": 64}},
    6: {"type": 6},
    7: {"type": 7, "data": {"components": []}},
    8: {"type": 8, "data": choices()},
    9: {"type": 9, "data": modal()},
}
LEGAL = {
    Asked(1): {1},
    Asked(2): {4, 5, 9},
    Asked(3): {4, 5, 6, 7, 9},
    Asked(4): {8},
    Asked(5): {4, 5},
    Asked(5, from_message=True): {4, 5, 6, 7},
}


@pytest.mark.parametrize("asked", LEGAL, ids=str)
@pytest.mark.parametrize("kind", ANSWERS)
def test_which_answer_an_interaction_may_get(asked: Asked, kind: int) -> None:
    """All pairs; the others are wrong in `type`, with the right ones named."""
    if kind in LEGAL[asked]:
        check_callback(ANSWERS[kind], asked)
        return
    with pytest.raises(InvalidForm) as wrong:
        check_callback(ANSWERS[kind], asked)
    (error,) = (wrong.value.errors or {})["type"]["_errors"]
    assert error["message"] == "Value must be one of {" + ", ".join(map(str, sorted(LEGAL[asked]))) + "}."


@pytest.mark.parametrize("body", [{}, {"type": "4"}, {"type": None}, {"type": True}, {"type": 4, "data": []}, []])
def test_an_answer_that_is_none(body: Any) -> None:
    """A kind is a number, data an object."""
    with pytest.raises(InvalidForm):
        check_callback(body, Asked(2))


def test_answers_need_their_data() -> None:
    """A message without anything is empty; suggestions and a modal are nothing without data."""
    with pytest.raises(ApiError) as empty:
        check_callback({"type": 4}, Asked(2))
    assert empty.value.code == 50006
    for kind, asked in ((8, Asked(4)), (9, Asked(2))):
        with pytest.raises(InvalidForm) as wrong:
            check_callback({"type": kind}, asked)
        assert "data" in (wrong.value.errors or {})


def test_suggestions_are_of_the_options_kind() -> None:
    """Text for text, whole numbers for integers, any number for numbers."""
    for option_type, good, bad in ((3, "x", 1), (4, 7, "7"), (4, 7, 7.5), (10, 7.5, "7")):
        asked = Asked(4, option_type=option_type)
        check_callback({"type": 8, "data": {"choices": [{"name": "x", "value": good}]}}, asked)
        with pytest.raises(InvalidForm) as wrong:
            check_callback({"type": 8, "data": {"choices": [{"name": "x", "value": bad}]}}, asked)
        assert "value" in (wrong.value.errors or {})["data"]["choices"]["0"]


def test_an_update_knows_the_message_that_it_changes() -> None:
    """The flags and the files of the message that was pressed count."""
    body = {"type": 7, "data": {"components": layout()["components"], "attachments": [{"id": "77"}]}}
    check_callback(body, Asked(3), Beside(flags=1 << 15, kept={"77": "cat.png"}))
    with pytest.raises(InvalidForm):
        check_callback(body, Asked(3))
