"""Words that a small model does not know, and what they are read as."""

import json
from pathlib import Path

import pytest

from engine.families.senses import FILE, Senses

KNOWN = Senses({"hund": "dog", "ein": "a", "am strand": "on a beach", "t-shirt": "shirt", "fire engine": "truck"})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("ein Hund am Strand", "a dog on a beach"),
        ("Ein HUND, am   Strand!", "a dog, on a beach!"),
        ("a red T-shirt", "a red shirt"),
        ("fire", "fire"),
        ("hundert Hunde", "hundert Hunde"),
        ("", ""),
        ("🐕 --ar, ___", "🐕 --ar, ___"),
        ("am\nStrand", "on a beach"),
        ("am", "am"),
    ],
)
def test_the_longest_is_read_first(typed: str, read: str) -> None:
    """In whole words, however they are written; all else stays as it is."""
    assert KNOWN.read(typed) == read


def test_long_texts_are_read_in_one_go() -> None:
    """A prompt of 6,000 characters, made of beginnings that lead nowhere."""
    text = "am ein fire " * 500
    assert KNOWN.read(text) == "am a fire " * 500


def test_a_model_may_bring_none(tmp_path: Path) -> None:
    """Then texts go in as they are."""
    assert Senses.load(tmp_path).read("ein Hund") == "ein Hund"
    (tmp_path / FILE).write_text(json.dumps({"hund": "dog"}), encoding="utf-8")
    assert Senses.load(tmp_path).read("ein Hund") == "ein dog"
