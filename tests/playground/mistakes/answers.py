"""Mistakes in what a bot answers to an interaction: messages, modals, suggestions."""

from __future__ import annotations

from tests.playground.bodies import answer, button, choices, modal, row
from tests.playground.mistakes.rows import DOUBLED, FIRST
from tests.playground.mistakes.seeded import (
    ANSWER_COMMAND,
    ANSWER_MODAL,
    CHOICES,
    LENGTH,
    LONG,
    SUGGEST,
    UNION,
    Mistake,
    of,
)

MODAL, ASKED = {"type": 9, "data": modal()}, "data.components.0.component"
OF_ANSWERS = [
    *of(
        ANSWER_COMMAND,
        {"type": 4, "data": answer()},
        [
            ("answer of 2,001", "data.content", "x" * 2001, "", LONG, True),
            ("label of 81 in an answer", f"data.{FIRST}.label", "x" * 81, "", LONG, True),
            ("update in answer to a command", "type", 7, "", CHOICES, False),
            ("suggestions in answer to a command", "type", 8, "", CHOICES, False),
        ],
    ),
    *of(
        ANSWER_COMMAND,
        MODAL,
        [
            ("modal title of 46", "data.title", "x" * 46, "", LENGTH, True),
            (
                "six things in a modal",
                "data.components",
                [
                    {"type": 18, "label": "x", "component": {"type": 4, "custom_id": f"{n}", "style": 1}}
                    for n in range(6)
                ],
                "",
                LENGTH,
                False,
            ),
            ("modal label of 46", "data.components.0.label", "x" * 46, "", LENGTH, True),
            ("text input of style 3", f"{ASKED}.style", 3, "", CHOICES, True),
            ("max_length of 4,001", f"{ASKED}.max_length", 4001, "", "NUMBER_TYPE_MAX", True),
            ("least above most", f"{ASKED}.min_length", 101, "", "NUMBER_TYPE_MAX", False),
            ("one radio button", "data.components.2.component.options", DOUBLED[:1], "", LENGTH, True),
            (
                "a button in a modal",
                "data.components.0",
                row(button("x")),
                "data.components.0.components.0",
                UNION,
                False,
            ),
        ],
    ),
    Mistake(
        "modal in answer to a modal", ANSWER_MODAL, MODAL, "type", CHOICES, {"type": 4, "data": {"content": "Done"}}
    ),
    *of(
        SUGGEST,
        {"type": 8, "data": choices()},
        [
            ("26 suggestions", "data.choices.25", {"name": "x", "value": "x"}, "data.choices", LONG, True),
            ("suggestion named by 101", "data.choices.0.name", "x" * 101, "", LENGTH, True),
            ("suggestion of 101", "data.choices.0.value", "x" * 101, "", LONG, False),
            ("message in answer to autocomplete", "type", 4, "", CHOICES, False),
        ],
    ),
]
