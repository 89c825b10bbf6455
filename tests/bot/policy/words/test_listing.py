"""A list of words as a text, there and back."""

import pytest

from bot.policy.words.listing import TooMany, lines_of, read_lines, room
from bot.policy.words.used import MOST_PATTERNS, MOST_RULES, Used


def test_what_is_written_is_read_again() -> None:
    """With its weights, and what is allowed."""
    used = Used((("blood", 2), ("mud*", 0), ("/a: b/", 3)), frozenset({"blood orange"}))
    assert sorted(read_lines("\n".join(lines_of(used)))) == [
        *(("allow", "blood orange"), ("note", "mud*"), ("refuse", "blood"), ("tell", "/a: b/")),
    ]


def test_a_plain_list_is_one_to_refuse() -> None:
    """A line each; comments and empty lines say nothing."""
    text = "# ours\n\nblood\n Confirm: gun \r\nthat: is text\n"
    assert read_lines(text) == [("refuse", "blood"), ("confirm", "gun"), ("refuse", "that: is text")]


def test_a_list_has_room_for_so_many() -> None:
    """And for fewer patterns, which cost more to look for."""
    room(Used(), {f"word {number}": 2 for number in range(MOST_RULES)})
    with pytest.raises(TooMany):
        room(Used((("one", 2),)), {f"word {number}": 2 for number in range(MOST_RULES)})
    with pytest.raises(TooMany):
        room(Used(), {f"word{number}*": 2 for number in range(MOST_PATTERNS + 1)})
