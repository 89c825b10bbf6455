"""Mistakes in messages: texts, embeds, files, and layouts of components."""

from __future__ import annotations

from tests.playground.bodies import button, layout, message, row
from tests.playground.mistakes.rows import SIX
from tests.playground.mistakes.seeded import CHOICES, LENGTH, LONG, SEND, UNION, of

EMBED = "embeds.0"
OF_MESSAGES = of(
    SEND,
    message(),
    [
        ("content of 2,001", "content", "x" * 2001, "", LONG, False),
        ("content that is a list", "content", ["x"], "", "STRING_TYPE_CONVERT", True),
        ("11 embeds", "embeds", [{"title": "x"}] * 11, "", LONG, True),
        ("embed title of 257", f"{EMBED}.title", "x" * 257, "", LONG, True),
        ("embed description of 4,097", f"{EMBED}.description", "x" * 4097, "", LONG, True),
        ("26 embed fields", f"{EMBED}.fields", [{"name": "a", "value": "b"}] * 26, "", LONG, True),
        ("embed field value of 1,025", f"{EMBED}.fields.0.value", "x" * 1025, "", LENGTH, True),
        ("embed colour beyond white", f"{EMBED}.color", 0x1000000, "", "NUMBER_TYPE_MAX", True),
        ("embed time in words", f"{EMBED}.timestamp", "yesterday", "", "DATE_TIME_TYPE_PARSE", False),
        ("embed address without a host", f"{EMBED}.url", "https://", "", "URL_TYPE_INVALID_URL", False),
        (
            "6,001 characters in all embeds",
            "embeds",
            [{"description": "x" * 4000}, {"description": "x" * 2001}],
            "",
            "MAX_EMBED_SIZE_EXCEEDED",
            False,
        ),
        ("nonce of 26", "nonce", "x" * 26, "", "NONCE_TYPE_TOO_LONG", True),
        (
            "members named and all allowed",
            "allowed_mentions",
            {"parse": ["users"], "users": ["1"]},
            "",
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            False,
        ),
        (
            "a mention that does not exist",
            "allowed_mentions.parse",
            ["here"],
            "allowed_mentions.parse.0",
            CHOICES,
            True,
        ),
        ("a file that did not come", "attachments", [{"id": "0"}], "attachments.0", "ATTACHMENT_NOT_FOUND", False),
        (
            "alt text of 1,025",
            "attachments",
            [{"id": "0", "description": "x" * 1025}],
            "attachments.0.description",
            LONG,
            True,
        ),
    ],
)

BOX = "components.0.components"
TEXT = {"type": 10, "content": "x"}
OF_LAYOUTS = of(
    SEND,
    layout(),
    [
        ("content beside a layout", "content", "x", "", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", False),
        (
            "41 components",
            "components",
            [TEXT] * 30 + [row(*SIX[:5]), row(button("a"), button("b"), button("c"), button("d"))],
            "",
            "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
            False,
        ),
        (
            "4,001 characters shown",
            "components",
            [{"type": 10, "content": "x" * 2000}, {"type": 10, "content": "x" * 2001}],
            "",
            "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
            False,
        ),
        (
            "11 pictures in a gallery",
            f"{BOX}.2.items",
            layout()["components"][0]["components"][2]["items"] * 6,
            "",
            LENGTH,
            True,
        ),
        (
            "a picture that did not come",
            f"{BOX}.2.items.0.media.url",
            "attachment://cat.png",
            f"{BOX}.2.items.0.media",
            "UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND",
            False,
        ),
        ("four texts in a section", f"{BOX}.0.components", [TEXT] * 4, "", LENGTH, True),
        ("a container in a container", f"{BOX}.0", {"type": 17, "components": [TEXT]}, "", UNION, True),
        ("spacing of 3", f"{BOX}.1.spacing", 3, "", CHOICES, True),
        (
            "an id twice",
            "components",
            [{**TEXT, "id": 7}, {**TEXT, "id": 7}],
            "components.1.id",
            "COMPONENT_ID_DUPLICATED",
            False,
        ),
    ],
)
