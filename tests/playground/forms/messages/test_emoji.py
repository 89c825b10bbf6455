"""What is an emoji, and what only looks like one."""

from __future__ import annotations

import pytest
from rich._emoji_codes import EMOJI

from playground.forms import is_emoji

SYMBOLS_THAT_ARE_NONE = {"⎈"}


def test_every_emoji_of_a_large_table_is_one() -> None:
    """Flags, keycaps, skins, families and all others that rich knows by name."""
    table = set(EMOJI.values()) - SYMBOLS_THAT_ARE_NONE
    assert len(table) > 1500
    assert [each for each in table if not is_emoji(each)] == []


@pytest.mark.parametrize(
    "text", ["", " ", "a", "1", "#", "▲", "◀▶", "⏻", "→", "①", "🔄🔄", "🔄 ", ":cat:", "\u200d", "\ufe0f", "🏻x"]
)
def test_other_signs_are_none(text: str) -> None:
    """Letters, digits, arrows, two at once, and names."""
    assert not is_emoji(text)


@pytest.mark.parametrize(
    "text", ["🔄", "⬅️", "⬅", "\u2139\ufe0f", "❤️‍🔥", "👍🏽", "🇫🇷", "🇦", "1️⃣", "#️⃣", "👨‍👩‍👧‍👦", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🫠"]
)
def test_the_kinds_of_sequences(text: str) -> None:
    """With and without the mark that makes a sign colourful."""
    assert is_emoji(text)
