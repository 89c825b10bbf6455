"""Messages: what the table of mistakes leaves open, and what is right although it looks odd."""

from __future__ import annotations

from typing import Any

import pytest

from playground.errors import ApiError, InvalidForm
from playground.forms import Beside, check_edit, check_message
from tests.playground.bodies import button, layout, message, row

CAT = {"0": "cat.png"}
SHOWN = {"type": 12, "items": [{"media": {"url": "attachment://cat.png"}}]}


@pytest.mark.parametrize(
    "body", [{}, {"content": ""}, {"content": " \n"}, {"content": None, "embeds": []}, {"tts": True}]
)
def test_nothing_is_no_message(body: Any) -> None:
    """50006, which is not a matter of any field."""
    with pytest.raises(ApiError) as wrong:
        check_message(body)
    assert wrong.value.code == 50006


@pytest.mark.parametrize(
    "body", [{"sticker_ids": ["1"]}, {"embeds": [{"title": "x"}]}, {"components": [row(button("x"))]}]
)
def test_something_is_enough(body: Any) -> None:
    """A sticker, an embed, a row, a file, or a message that is passed on."""
    check_message(body)
    check_message({}, Beside(files=CAT))
    check_message({"message_reference": {"type": 1, "message_id": "1", "channel_id": "2"}})


def test_an_edit_says_only_what_changes() -> None:
    """Nothing, or null for what goes: whether anything is left, the message's keeper knows."""
    bodies: list[Any] = [{}, {"content": None}, {"components": []}, {"embeds": None, "attachments": []}]
    for body in bodies:
        check_edit(body)


def test_the_flag_of_a_layout_outlives_edits() -> None:
    """A message that was laid out stays so: its edits need not say the flag, and may not have content."""
    laid_out = Beside(flags=1 << 15)
    check_edit({"components": layout()["components"]}, laid_out)
    with pytest.raises(InvalidForm, match="50035"):
        check_edit({"components": layout()["components"]})
    with pytest.raises(InvalidForm, match="50035"):
        check_edit({"content": "x"}, laid_out)


def test_files_are_named_by_number_and_kept_by_id() -> None:
    """Numbers may be numbers; an edit keeps what it lists, and lists only what there is."""
    check_message({"attachments": [{"id": 0, "description": "A cat"}]}, Beside(files=CAT))
    check_edit({"attachments": [{"id": "77"}, {"id": 0}]}, Beside(files=CAT, kept={"77": "dog.png"}))
    check_message({"content": "x", "attachments": [{"id": "5", "filename": "a", "uploaded_filename": "up/a"}]})
    with pytest.raises(InvalidForm) as wrong:
        check_edit({"attachments": [{"id": "78"}, {"id": 1}]}, Beside(files=CAT, kept={"77": "dog.png"}))
    assert (wrong.value.errors or {})["attachments"].keys() == {"0", "1"}


def test_a_layout_shows_files_that_came_were_kept_or_are_renamed() -> None:
    """attachment:// finds the names of all three."""
    body: Any = {"flags": 1 << 15, "components": [SHOWN]}
    check_message(body, Beside(files=CAT))
    check_edit(body, Beside(kept={"77": "cat.png"}))
    check_message(body | {"attachments": [{"id": 0, "filename": "cat.png"}]}, Beside(files={"0": "x.bin"}))
    with pytest.raises(InvalidForm):
        check_message(body, Beside(files={"0": "dog.png"}))


def test_a_file_component_shows_nothing_from_elsewhere() -> None:
    """Only attachment://name."""
    with pytest.raises(InvalidForm) as wrong:
        check_message({"flags": 1 << 15, "components": [{"type": 13, "file": {"url": "https://example.com/a.zip"}}]})
    assert "URL_TYPE_INVALID_SCHEME" in str(wrong.value.errors)


def test_limits_are_reached_and_not_passed() -> None:
    """What is as long as it may be is right."""
    full = message() | {
        "content": "x" * 2000,
        "embeds": [{"description": "x" * 4096}, {"footer": {"text": "x" * 1904}}],
    }
    check_message(full)
    check_message({"content": "x", "components": [row(*(button(f"{r}{c}") for c in range(5))) for r in range(5)]})
    texts = [{"type": 10, "content": "x" * 100}] * 40
    check_message({"flags": 1 << 15, "components": texts})


def test_null_is_the_same_as_nothing() -> None:
    """Clients send null for what they do not set."""
    check_message(
        {"content": "x"} | dict.fromkeys(("embeds", "components", "nonce", "flags", "poll", "allowed_mentions"))
    )
    check_message({"content": "x", "components": [row(button("x", url=None, emoji=None, disabled=None, sku_id=None))]})


@pytest.mark.parametrize("nonce", [0, -5, 2**63 - 1, "a" * 25])
def test_a_nonce_is_text_or_a_number(nonce: Any) -> None:
    """Up to 25 characters, or 64 bits."""
    check_message({"content": "x", "nonce": nonce})
    others: list[Any] = [2**63, True, [], 1.5]
    for wrong in others:
        with pytest.raises(InvalidForm):
            check_message({"content": "x", "nonce": wrong})
