"""Mistakes in the rows below a message."""

from __future__ import annotations

from tests.playground.bodies import button, message, row, select
from tests.playground.mistakes.seeded import CHOICES, LENGTH, LONG, NEEDED, SEND, UNION, of

FIRST, SELECT = "components.0.components.0", "components.2.components.0"
LINK = "components.1.components.1"

SIX = [button(f"six{number}") for number in range(6)]
ROWS = [row(button(f"row{number}")) for number in range(6)]
DOUBLED = [{"label": "One", "value": "1"}, {"label": "Uno", "value": "1"}]
BARE_LINK = {"type": 2, "style": 5, "label": "Open"}

OF_ROWS = of(
    SEND,
    message(),
    [
        ("label of 81", f"{FIRST}.label", "x" * 81, "", LONG, True),
        ("custom_id of 101", f"{FIRST}.custom_id", "x" * 101, "", LENGTH, True),
        ("empty custom_id", f"{FIRST}.custom_id", "", "", LENGTH, True),
        (
            "custom_id missing",
            FIRST,
            {"type": 2, "style": 1, "label": "U1"},
            f"{FIRST}.custom_id",
            "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED",
            False,
        ),
        (
            "custom_id twice",
            "components.1.components.0.custom_id",
            "MJ::JOB::upsample::0",
            "",
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            False,
        ),
        ("six buttons in a row", "components.0.components", SIX, "", LENGTH, True),
        ("an empty row", "components.0.components", [], "", LENGTH, True),
        ("six rows", "components", ROWS, "", LONG, False),
        ("style 9", f"{FIRST}.style", 9, "", CHOICES, True),
        ("style missing", FIRST, {"type": 2, "custom_id": "x", "label": "U1"}, f"{FIRST}.style", NEEDED, True),
        ("neither label nor emoji", FIRST, {"type": 2, "style": 1, "custom_id": "x"}, f"{FIRST}.label", NEEDED, False),
        ("link without url", LINK, BARE_LINK, f"{LINK}.url", "BUTTON_COMPONENT_URL_REQUIRED", False),
        (
            "link with custom_id",
            f"{LINK}.custom_id",
            "x",
            "",
            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
            False,
        ),
        ("link to a file", f"{LINK}.url", "file:///etc/passwd", "", "URL_TYPE_INVALID_SCHEME", False),
        (
            "a sign that is no emoji",
            f"{FIRST}.emoji",
            {"name": "▲"},
            f"{FIRST}.emoji.name",
            "COMPONENT_INVALID_EMOJI",
            False,
        ),
        ("a kind that does not exist", FIRST, {"type": 99}, "", UNION, True),
        ("button outside of a row", "components.0", button("x"), "", UNION, True),
        ("a layout without its flag", "components.0", {"type": 10, "content": "x"}, "", UNION, False),
        ("26 lines in a select", f"{SELECT}.options", select("x", 26)["options"], "", LENGTH, True),
        (
            "a value twice in a select",
            f"{SELECT}.options",
            DOUBLED,
            f"{SELECT}.options.1.value",
            "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
            False,
        ),
        ("placeholder of 151", f"{SELECT}.placeholder", "x" * 151, "", LONG, True),
        ("max_values of 26", f"{SELECT}.max_values", 26, "", "NUMBER_TYPE_MAX", True),
        (
            "a select beside a button",
            "components.2.components.1",
            button("x"),
            "",
            "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
            False,
        ),
    ],
)
