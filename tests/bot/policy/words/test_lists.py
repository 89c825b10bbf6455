"""Lists of words: what matches, what does not, and what it costs to look."""

import pytest

from bot.policy.words.lists import MOST_LONG_RUNS, WordList, spellings
from bot.policy.words.readings import LONGEST, readings
from bot.policy.words.rules import Weight, allowed, rule
from tests.bot.policy.words.innocent import WORDS

BANNED = (
    "ass",
    "cock",
    "dick",
    "anal",
    "rape",
    "tit",
    "tits",
    "butt",
    "cum",
    "sex",
    "pussy",
    "porn",
    "shit",
    "fuk",
    "kid",
    "teen",
)


def found(typed: str, *rules: str) -> list[str]:
    """The pieces of what was typed that these rules match."""
    return [each.typed for each in WordList(tuple(map(rule, rules))).find(typed)]


@pytest.mark.parametrize("banned", BANNED)
def test_no_scunthorpe(banned: str) -> None:
    """A word that has a banned one in it is another word."""
    assert found(", ".join(word.partition("-")[0] for word in WORDS), banned) == []


@pytest.mark.parametrize(
    "typed",
    [
        *("blood", "BLOOD", "bl00d", "b1ood", "b.l.o.o.d", "b l o o d", "bl-ood", "b_l_o_o_d", "bloooood", "bbbblood"),
        *(
            "ｂｌｏｏｄ",
            "blооd",
            "b\u200bl\u2060ood",
            "blöôd",
            "bl\u00adood",
            "𝐛𝐥𝐨𝐨𝐝",
            "ⓑⓛⓞⓞⓓ",
            "\u202eblood\u202c",
            "BŁOOD",
        ),
    ],
)
def test_a_disguise_is_seen_through(typed: str) -> None:
    """Letters of other alphabets, signs, letters apart, drawn out, or with something unseen between them."""
    assert found(f"a room, {typed}, at night", "blood") != []


def test_what_matched_is_shown_as_it_was_typed() -> None:
    """With its place, and whether it was disguised."""
    (plain,) = WordList((rule("blood"),)).find("red blood")
    assert (plain.start, plain.end, plain.typed, plain.is_disguised) == (4, 9, "blood", False)
    (hidden,) = WordList((rule("blood"),)).find("red b.l.0.o.d")
    assert (hidden.typed, hidden.is_disguised) == ("b.l.0.o.d", True)


def test_a_phrase_is_its_words_in_a_row() -> None:
    """With whatever stands between them; words apart are not the phrase."""
    assert found("a Child's -- play, at home", "child's play") == ["Child's -- play"]
    assert found("a child at play", "child's play") == []


def test_a_wildcard_stays_in_its_word() -> None:
    """* is any letters, ? is one."""
    assert found("bloodied hands and cold blood", "blood*") == ["bloodied"]
    assert found("gory gores gore", "gor?") == ["gory"]
    assert found("cold, blooded", "cold*ed") == []


def test_an_expression_is_read_over_the_plain_words() -> None:
    """So that nobody has to think of disguises."""
    assert found("a Gün and a kn1fe", "/(gun|knife)s?/") == ["Gün"]
    assert found("a kn1fe", "/(gun|knife)s?/") == ["kn1fe"]


def test_words_without_spaces_are_found_inside() -> None:
    """Except in katakana, where a word within another is another word."""
    assert found("夜の血の海", "血") == ["血"]
    assert found("カロリーとロリ", "ロリ") == ["ロリ"]
    assert found("カロリー", "ロリ") == []


def test_an_allowed_phrase_is_right_where_it_stands() -> None:
    """There alone, and as it is honestly written."""
    listed = WordList((rule("blood"), rule("血")), frozenset({allowed("Blood orange"), allowed("血の色")}))
    assert listed.find("a blood orange, and 血の色") == ()
    assert [each.start for each in listed.find("a blood orange, blood")] == [16]
    assert listed.find("a bl00d orange") != ()
    assert listed.find("a blood orangery") != ()


def test_the_heaviest_counts() -> None:
    """Weights are in order."""
    assert max(Weight) is Weight.TELL
    assert Weight.NOTE < Weight.CONFIRM < Weight.REFUSE < Weight.TELL


def test_readings_are_few_and_bounded() -> None:
    """Nine at most, and of no more than so many characters."""
    assert len(readings("p.0.r.n a t!st l i k e this " * 1000)) <= 9
    assert all(len(each.text) <= 2 * LONGEST for each in readings("1x! " * 10_000))


def test_long_runs_do_not_multiply() -> None:
    """A word of drawn-out letters has few spellings."""
    assert len(spellings("aaabbbccc")) == 9
    assert len(spellings("".join(letter * 3 for letter in "abcdefghijklm"))) == 1
    assert len(spellings("".join(letter * 3 for letter in "abcd"))) == 1 + 2**MOST_LONG_RUNS
